import Quantities
import Statistics

/// A dated future of constant maturity: signed positions in coins against the residual provider.
///
/// Positions roll every day at the ``DatedBasis``: a short earns it on its notional and a long pays it.
/// Where its users publish the basis it changes at the roll, which is at the new mark and costs nothing.
/// Source: `model.md` §3.5.
struct FutureBook: Sendable {
  let spot: Int
  let instrument: InstrumentID
  /// The basis over spot.
  var basis: DatedBasis
  /// What its users say of it; nil for the plan's basis.
  var terms: FutureTerms?
  /// The mark of the last settlement, dollars per coin.
  var settledPrice = 0.0
  var basisHistory: [Double] = []
  /// The maturity in years.
  static let maturity = 30.0 / 365

  /// The price of the future for a spot price.
  func price(spot: Double, aged days: Double = 0) -> Double {
    spot * basis.priceRatio(years: Self.maturity - days / 365)
  }
}
