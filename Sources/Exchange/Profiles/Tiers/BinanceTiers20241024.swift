/// Binance USDS-M leverage brackets, snapshot of 2024-10-24.
///
/// Source: `exchange-mechanics.md` §2 [BN-tier]. Rows are cap in whole USDT, maintenance rate in parts
/// per million, largest leverage; deductions follow from the recurrence.
public enum BinanceTiers20241024 {
  /// BTCUSDT.
  public static let btcusdt: [PublishedTier] = [
    PublishedTier(50_000, 4_000, 125),
    PublishedTier(600_000, 5_000, 100),
    PublishedTier(3_000_000, 6_500, 75),
    PublishedTier(12_000_000, 10_000, 50),
    PublishedTier(70_000_000, 20_000, 25),
    PublishedTier(100_000_000, 25_000, 20),
    PublishedTier(230_000_000, 50_000, 10),
    PublishedTier(480_000_000, 100_000, 5),
    PublishedTier(600_000_000, 125_000, 4),
    PublishedTier(800_000_000, 150_000, 3),
    PublishedTier(1_200_000_000, 250_000, 2),
    PublishedTier(1_800_000_000, 500_000, 1),
  ]

  /// ETHUSDT.
  public static let ethusdt: [PublishedTier] = [
    PublishedTier(50_000, 4_000, 125),
    PublishedTier(600_000, 5_000, 100),
    PublishedTier(3_000_000, 6_500, 75),
    PublishedTier(12_000_000, 10_000, 50),
    PublishedTier(50_000_000, 20_000, 25),
    PublishedTier(65_000_000, 25_000, 20),
    PublishedTier(150_000_000, 50_000, 10),
    PublishedTier(320_000_000, 100_000, 5),
    PublishedTier(400_000_000, 125_000, 4),
    PublishedTier(530_000_000, 150_000, 3),
    PublishedTier(800_000_000, 250_000, 2),
    PublishedTier(1_200_000_000, 500_000, 1),
  ]

  /// DOGEUSDT: the shape of a smaller coin.
  public static let dogeusdt: [PublishedTier] = [
    PublishedTier(10_000, 5_000, 75),
    PublishedTier(50_000, 7_000, 50),
    PublishedTier(750_000, 10_000, 40),
    PublishedTier(800_000, 20_000, 25),
    PublishedTier(1_600_000, 25_000, 20),
    PublishedTier(8_000_000, 50_000, 10),
    PublishedTier(16_000_000, 100_000, 5),
    PublishedTier(20_000_000, 125_000, 4),
    PublishedTier(40_000_000, 250_000, 2),
    PublishedTier(80_000_000, 500_000, 1),
  ]

  /// The rows of a symbol, or nil for one that is not in the table.
  public static func rows(of symbol: String) -> [PublishedTier]? {
    switch symbol {
    case "BTCUSDT": btcusdt
    case "ETHUSDT": ethusdt
    case "DOGEUSDT": dogeusdt
    default: nil
    }
  }
}
