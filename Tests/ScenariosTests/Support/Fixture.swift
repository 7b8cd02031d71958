import Exchange
import Observatory
import Quantities
import Statistics

@testable import Scenarios

/// Small markets for the tests of the room.
enum Fixture {
  /// A market that slides easily: much open interest over little volume.
  static let fragile = state(openInterest: 4e9, volume: 6e9, volatility: 0.05)

  /// A market whose forced sales stay well below a cascade, so that every path can be followed.
  static let calm = state(openInterest: 1e9, volume: 2e10, volatility: 0.04)

  /// The built-in event.
  static func november() throws -> MarketState { try BuiltInStates.state(named: "2025-11-21") }

  /// A state whose other inputs are the standard ones.
  static func state(
    price: Double = 100_000,
    openInterest: Double = 1e9,
    volume: Double = 3e9,
    volatility: Double = 0.03,
    priors: [Parameter: Prior] = [:],
    event: EventRecord? = nil
  ) -> MarketState {
    let given: [Parameter: Prior] = [
      .openInterest: .fixed(openInterest), .dailyVolume: .fixed(volume),
      .dailyVolatility: .fixed(volatility), .insuranceFund: .fixed(0.002 * openInterest),
    ]
    return MarketState(
      name: "fixture",
      title: "A market of the tests",
      asset: "BTC",
      asOf: Instant(microseconds: 1_735_689_600_000_000),
      price: price,
      priors: given.merging(priors) { $1 },
      event: event
    )
  }

  /// A fall over six hours.
  static func event(end: Double = 0.85, of state: MarketState) -> EventRecord {
    EventRecord(
      window: .hours(6),
      endPrice: end * state.price,
      netOutflow: 2e7,
      facts: [],
      remarks: []
    )
  }

  /// The event as a setting.
  static func replay(
    _ state: MarketState = calm,
    without: Set<Mechanism> = [],
    seed: UInt64 = 1,
    parcels: Int = 60
  ) -> RunSetting {
    RunSetting(
      state: state,
      source: .event(event(of: state)),
      without: without,
      seed: seed,
      parcels: parcels
    )
  }

  /// A sale at once and a fall by news as a setting.
  static func stress(
    _ state: MarketState = fragile,
    sale: Double = 2e8,
    length: Duration = .minutes(30),
    news: Double = -0.06,
    without: Set<Mechanism> = [],
    seed: UInt64 = 1,
    parcels: Int = 60
  ) -> RunSetting {
    RunSetting(
      state: state,
      source: .shock(Drive.Shock(sale: sale, length: length, news: news)),
      without: without,
      seed: seed,
      parcels: parcels
    )
  }

  /// The market, book and engine of a run of a setting.
  static func factory(_ setting: RunSetting, run: UInt64 = 0) throws -> MarketFactory {
    let parameters = RunParameters(of: setting.state, seed: setting.seed, run: run)
    return MarketFactory(
      state: setting.state,
      opening: try setting.openingBook(parameters, run: run)
    )
  }

  /// Whether an isolated linear position still has more equity than its maintenance margin.
  ///
  /// Per unit of the asset: margin e/L and profit ±(p − e) against m p.
  static func isAlive(
    _ side: OrderSide,
    entry: Double,
    leverage: Double,
    maintenanceRate: Double,
    at price: Double
  ) -> Bool {
    let profit = side == .buy ? price - entry : entry - price
    return entry / leverage + profit > maintenanceRate * price
  }
}
