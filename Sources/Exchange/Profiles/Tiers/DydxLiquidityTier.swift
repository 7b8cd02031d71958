public import Quantities

/// dYdX v4 liquidity tiers of the genesis state.
///
/// Source: `exchange-mechanics.md` §2 [DY-gen]. Open-interest caps are in whole USDC.
public enum DydxLiquidityTier: Sendable, Hashable, CaseIterable {
  /// IMF 2 %, maintenance 60 %, not scaled.
  case largeCap
  /// IMF 5 %, maintenance 60 %, 40M/100M.
  case midCap
  /// IMF 10 %, maintenance 50 %, 20M/50M.
  case smallCap
  /// IMF 20 %, maintenance 50 %, 5M/10M.
  case longTail
  /// IMF 5 %, maintenance 60 %, 0.5M/1M.
  case isolated
  /// IMF 100 %, maintenance 20 %, 2M/5M.
  case safety

  /// The margin rule of the tier in an asset's minor units.
  public func margin(in asset: Asset) -> OpenInterestMargin {
    func rule(_ initial: Int64, _ maintenance: Int64, _ caps: (Int64, Int64)?) -> OpenInterestMargin
    {
      OpenInterestMargin(
        initialRate: Fraction(initial, over: 100),
        maintenanceFraction: Fraction(maintenance, over: 100),
        openInterestCaps: caps.map { lower, upper in
          OpenInterestMargin.OpenInterestCaps(
            lower: Amount(lower * asset.unitsPerOne),
            upper: Amount(upper * asset.unitsPerOne)
          )
        }
      )
    }
    return switch self {
    case .largeCap: rule(2, 60, nil)
    case .midCap: rule(5, 60, (40_000_000, 100_000_000))
    case .smallCap: rule(10, 50, (20_000_000, 50_000_000))
    case .longTail: rule(20, 50, (5_000_000, 10_000_000))
    case .isolated: rule(5, 60, (500_000, 1_000_000))
    case .safety: rule(100, 20, (2_000_000, 5_000_000))
    }
  }
}
