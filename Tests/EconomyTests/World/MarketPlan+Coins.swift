@testable import Economy

extension MarketPlan {
  /// Bitcoin as at the end of November 2025.
  static let bitcoin = MarketPlan(
    "BTC",
    price: 85_129.43,
    value: .news(annualVolatility: 0.28, common: 0.3),
    dailyVolume: 90e9,
    dailyVolatility: 0.024
  )

  /// Ether as at the end of November 2025.
  static let ether = MarketPlan(
    "ETH",
    price: 2800,
    value: .news(annualVolatility: 0.4, common: 0.3),
    dailyVolume: 40e9,
    dailyVolatility: 0.035
  )

  /// Bitcoin at a round price, moved by its own news only.
  static let roundBitcoin = MarketPlan(
    "BTC",
    price: 85_000,
    value: .news(annualVolatility: 0.3, common: 0),
    dailyVolume: 50e9,
    dailyVolatility: 0.025
  )
}

extension CoinPlan {
  /// Ether of some holders.
  static func ether(_ holders: [Holder]) -> CoinPlan {
    CoinPlan("ETH", price: 2800, quantityDecimals: 8, holders: holders)
  }
}
