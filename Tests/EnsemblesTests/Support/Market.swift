import Quantities

@testable import Scenarios

/// A small market that slides easily.
enum Market {
  static let state = MarketState(
    name: "fixture",
    title: "A market of the tests",
    asset: "BTC",
    asOf: Instant(microseconds: 1_735_689_600_000_000),
    price: 100_000,
    priors: [
      .openInterest: .uniform(low: 3e9, high: 5e9), .dailyVolume: .fixed(6e9),
      .dailyVolatility: .fixed(0.05), .insuranceFund: .fixed(1e7),
    ]
  )

  static func stress(
    seed: UInt64 = 1,
    parcels: Int = 60,
    state: MarketState = state
  ) -> RunSetting {
    RunSetting(
      state: state,
      source: .shock(Drive.Shock(sale: 1e8, length: .minutes(20), news: -0.08)),
      seed: seed,
      parcels: parcels
    )
  }
}
