import Statistics

/// What gain and impact a day's figures allow: a line, not a point.
///
///     x = −ln(1 − drop),   Λ = g x / L,   news share = 1 − Λ (E + L)/x = 1 − g (E + L)/L
///
/// Any gain up to L/(L + E) fits the same liquidations L, flow E and drop, with the rest of the fall
/// ascribed to news. Source: `model.md` §2.6. Tested by row S06.
public struct FragilityIdentification: Hashable, Sendable {
  /// L, USD, positive.
  public let liquidations: Double
  /// E, USD, not negative.
  public let exogenousSale: Double
  /// The fall as a fraction of the price, in 0 ..< 1.
  public let dropFraction: Double

  /// Creates the locus of one day.
  ///
  /// - Throws: ``CascadeError/invalid(field:value:expected:)``.
  public init(
    liquidations: Double,
    exogenousSale: Double,
    dropFraction: Double
  )
    throws(CascadeError)
  {
    guard liquidations > 0, liquidations.isFinite else {
      throw .invalid(field: "liquidations", value: "\(liquidations)", expected: "positive")
    }
    guard exogenousSale >= 0, exogenousSale.isFinite else {
      throw .invalid(field: "exogenous sale", value: "\(exogenousSale)", expected: "at least 0")
    }
    guard dropFraction > 0, dropFraction < 1 else {
      throw .invalid(field: "drop", value: "\(dropFraction)", expected: "between 0 and 1")
    }
    self.liquidations = liquidations
    self.exogenousSale = exogenousSale
    self.dropFraction = dropFraction
  }

  /// x, the log drop.
  public var logDrop: Double { -Libm.log(onePlus: -dropFraction) }

  /// L/(L + E), the gain that leaves nothing to news.
  public var gainMax: Double { liquidations / (liquidations + exogenousSale) }

  /// The share of the drop that is news, if the gain is `gain`; negative above ``gainMax``.
  public func newsShare(gain: Double) -> Double {
    1 - gain * (exogenousSale + liquidations) / liquidations
  }

  /// Λ in log units per USD, if the gain is `gain`.
  public func impact(gain: Double) -> Double { gain * logDrop / liquidations }

  /// 1/(1 − g); nil from one on.
  public func multiplier(gain: Double) -> Double? { gain < 1 ? 1 / (1 - gain) : nil }
}
