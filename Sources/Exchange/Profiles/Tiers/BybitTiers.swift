/// Bybit risk limits, the first tiers of several dates.
///
/// Source: `exchange-mechanics.md` §2 [BY-api, BY-ann]. Tables of first tiers end at their last row:
/// larger notionals are refused, not extrapolated.
public enum BybitTiers {
  /// BTCUSDT in 2024, first two tiers.
  public static let btcusdt2024: [PublishedTier] = [
    PublishedTier(2_000_000, 5_000, 100),
    PublishedTier(2_600_000, 5_600, 90),
  ]

  /// BTCUSDT in 2026, first three tiers.
  public static let btcusdt2026: [PublishedTier] = [
    PublishedTier(300_000, 3_300, 150),
    PublishedTier(2_000_000, 5_000, 100),
    PublishedTier(2_600_000, 5_600, 90),
  ]

  /// NEIROETHUSDT before 2025-06-20, first eight tiers.
  public static let neiroethusdtBefore20250620: [PublishedTier] = [
    PublishedTier(25_000, 20_000, 25),
    PublishedTier(50_000, 25_000, 20),
    PublishedTier(75_000, 30_000, hundredths: 1_667),
    PublishedTier(100_000, 35_000, hundredths: 1_429),
    PublishedTier(125_000, 40_000, hundredths: 1_250),
    PublishedTier(150_000, 45_000, hundredths: 1_112),
    PublishedTier(175_000, 50_000, 10),
    PublishedTier(200_000, 55_000, hundredths: 910),
  ]

  /// NEIROETHUSDT from 2025-06-20 on, first eight tiers: the same leverages reach a fifth as far.
  public static let neiroethusdtFrom20250620: [PublishedTier] = [
    PublishedTier(5_000, 25_000, 20),
    PublishedTier(9_000, 26_300, 19),
    PublishedTier(13_000, 27_800, 18),
    PublishedTier(17_000, 29_400, 17),
    PublishedTier(21_000, 31_300, 16),
    PublishedTier(25_000, 33_300, 15),
    PublishedTier(40_000, 35_700, 14),
    PublishedTier(55_000, 38_500, 13),
  ]
}
