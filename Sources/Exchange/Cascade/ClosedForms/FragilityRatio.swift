/// Gross liquidations over net outflow, as a day's headline reports it.
///
///     R = liquidations / |net outflow|,   implied g = R/(1 + R),   implied M = 1 + R
///
/// The implied figures hold only if flow alone moved the price and both were measured in one unit,
/// window and side. The denominator is a signed net that may be near zero, so R has no mean. Source:
/// `model.md` §2.6. Tested by row S41.
public struct FragilityRatio: Hashable, Sendable {
  /// R; nil without a net flow.
  public let value: Double?

  /// Creates the ratio.
  ///
  /// - Parameters:
  ///   - grossLiquidations: All assets, both sides, quote currency.
  ///   - netOutflow: Signed, in the same unit and window.
  public init(grossLiquidations: Double, netOutflow: Double) {
    value = netOutflow == 0 ? nil : grossLiquidations / abs(netOutflow)
  }

  /// R/(1 + R), the share of forced in all sales: not a share of depth.
  public var impliedGain: Double? { value.map { $0 / (1 + $0) } }

  /// 1 + R.
  public var impliedMultiplier: Double? { value.map { 1 + $0 } }
}
