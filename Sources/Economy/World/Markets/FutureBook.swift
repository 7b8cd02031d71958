import Quantities
import Statistics

/// A dated future of constant maturity: signed positions in coins against the residual provider.
///
///     F = S · e^{b τ},   b = r + ψ,   ψ = slope · (displacement of futures flow)
///
/// Positions roll every day at the basis: a short earns b a year on its notional and a long pays it.
/// Source: `model.md` §3.5.
struct FutureBook: Sendable {
  let spot: Int
  let instrument: InstrumentID
  /// The rate of carry without any imbalance, per year.
  let restingBasis: Double
  /// Dollars of displacement that add one percent a year.
  let depth: Double
  /// Signed dollars by which leveraged demand exceeds arbitrage.
  var displacement = 0.0
  /// The mark of the last settlement, dollars per coin.
  var settledPrice: Double
  var basisHistory: [Double] = []
  /// The maturity in years.
  static let maturity = 30.0 / 365

  /// The annualised basis.
  var basis: Double { restingBasis + 0.01 * displacement / depth }

  /// The price of the future for a spot price.
  func price(spot: Double) -> Double { spot * Libm.exp(basis * Self.maturity) }
}
