/// Hyperliquid mainnet margin tiers: maintenance is half the initial rate, `m = 1/(2 L)`.
///
/// Source: `exchange-mechanics.md` §2 [HL-tier].
public enum HyperliquidTiers {
  /// The rows of an asset, or nil for one that is not in the table.
  public static func rows(of asset: String) -> [PublishedTier]? {
    switch asset {
    case "BTC": rows(150_000_000, 40, 20)
    case "ETH": rows(100_000_000, 25, 15)
    case "SOL": rows(70_000_000, 20, 10)
    case "XRP": rows(40_000_000, 20, 10)
    case "DOGE", "kPEPE", "SUI", "LTC", "AAVE", "LINK", "AVAX", "HYPE": rows(20_000_000, 10, 5)
    case "OP", "ARB", "LDO", "TON", "INJ", "BNB", "DOT": rows(3_000_000, 10, 5)
    default: nil
    }
  }

  private static func rows(_ cap: Int64, _ lower: Int64, _ upper: Int64) -> [PublishedTier] {
    [PublishedTier(cap, nil, lower), PublishedTier(nil, nil, upper)]
  }
}
