import Quantities
import Statistics
import Testing

@testable import Observatory

@Suite("Indicators of crypto prices")
struct CryptoPriceIndicatorTests {
  /// Trading days with prices whose returns are given.
  private func correlated(_ first: [Double], _ second: [Double]) -> [SeriesBatch] {
    let days = MacroSeries.tradingDays(from: CryptoBatches.start, count: first.count + 1)
    return [
      CryptoBatches.hourly(
        CryptoSeries.bitcoinHourly,
        closes: Array(zip(days, CryptoBatches.prices(first)).map { ($0, $1) })
      ),
      CryptoBatches.batch("us_etfs_1d/SPY/close", days, CryptoBatches.prices(second)),
    ]
  }

  @Test("A sum of two orthogonal patterns has a correlation of one over root two")
  func correlation() throws {
    let first = (0..<120).map { $0 % 2 == 0 ? 0.01 : -0.01 }
    let other = (0..<120).map { $0 % 4 < 2 ? 0.01 : -0.01 }
    let reading = try RollingCorrelationIndicator().reading(
      of: correlated(first, zip(first, other).map { $0 + $1 })
    )
    #expect(abs(try #require(reading.value) - 0.5.squareRoot()) < 1e-6)
    let interval = try #require(reading.interval)
    #expect(interval.low < 0.7 && interval.high > 0.72)
    #expect(reading.sources.contains { $0.description.id.name == "us_etfs_1d/SPY/close" })
  }

  @Test("Independent returns have an interval that covers zero in most worlds")
  func correlationControl() throws {
    var covered = 0
    for seed in 0..<20 {
      let reading = try RollingCorrelationIndicator().reading(
        of: correlated(
          CryptoBatches.normals(100, deviation: 0.02, seed: seed, 1),
          CryptoBatches.normals(100, deviation: 0.01, seed: seed, 2)
        )
      )
      let interval = try #require(reading.interval)
      covered += interval.low <= 0 && interval.high >= 0 ? 1 : 0
    }
    #expect(covered >= 16, "\(covered) of 20 cover 0")
  }

  @Test("Five pairs at 0.91 allow almost any positive correlation")
  func fivePairs() throws {
    let interval = try ConfidenceInterval.fisher(correlation: 0.91, observations: 5)
    #expect(abs(interval.lower - 0.140681) < 1e-6 && abs(interval.upper - 0.994123) < 1e-6)
    #expect(AlignedReturns(DailyValues(), DailyValues()).newest(5) == nil)
  }

  @Test("Bitcoin is sampled at 16:00 New York, in summer and in winter")
  func alignment() throws {
    for (text, hour) in [("2024-07-01", 19), ("2024-12-02", 20)] {
      let day = try Instant(parsing: text)
      let values = (0..<24).map { Double($0) }
      let store = MemoryStore([
        CryptoBatches.bars("binance_spot_btcusdt_1h/close", from: day, length: .hours(1), values)
      ])
      let series = try #require(
        try store.series(SeriesID("binance_spot_btcusdt_1h/close"), .latest)
      )
      // The bar that opens an hour before the close ends at it: 19:00 UTC in summer, 20:00 in winter.
      #expect(NewYorkCloses.of(series).values == [Double(hour)])
    }
  }

  @Test("Returns of one size have a volatility of that size times the root of 365")
  func volatility() throws {
    let returns = (0..<200).map { $0 % 2 == 0 ? 0.02 : -0.02 }
    let reading = try VolatilityStateIndicator().reading(of: [
      CryptoBatches.daily(CryptoSeries.bitcoinClose, CryptoBatches.prices(returns))
    ])
    #expect(abs(try #require(reading.value) - 0.02 * 365.0.squareRoot()) < 1e-6)
    let interval = try #require(reading.interval)
    #expect(abs(interval.high - interval.low) < 1e-6)
    #expect(reading.coverage?.share == 1)
  }

  @Test("Returns of one law declare no change of regime", arguments: 0..<3)
  func volatilityControl(seed: Int) throws {
    let returns = CryptoBatches.normals(900, deviation: 0.03, seed: seed, 3)
    let reading = try VolatilityStateIndicator().reading(of: [
      CryptoBatches.daily(CryptoSeries.bitcoinClose, CryptoBatches.prices(returns))
    ])
    #expect(reading.number("regime_change_declared_flag") == 0)
    let interval = try #require(reading.interval)
    #expect(interval.low < 0.6 && interval.high > 0.5)
  }

  @Test("A hole in the prices makes no return and no window")
  func hole() throws {
    var values = CryptoBatches.prices((0..<60).map { $0 % 2 == 0 ? 0.02 : -0.02 })
    values += CryptoBatches.prices((0..<40).map { $0 % 2 == 0 ? 0.01 : -0.01 }, from: 500)
    let days = Array(0..<61) + Array(122..<163)
    let reading = try VolatilityStateIndicator().reading(of: [
      CryptoBatches.batch(CryptoSeries.bitcoinClose, days.map { CryptoBatches.start + $0 }, values)
    ])
    #expect(abs(try #require(reading.value) - 0.01 * 365.0.squareRoot()) < 1e-6)
    #expect(reading.remarks.contains { $0.contains("no values from") })
    #expect(try #require(reading.coverage).share < 0.5)
  }

  @Test("The ladder of twice the daily returns is two times the root of 365 over 252")
  func ladder() throws {
    let gold = (0..<80).map { $0 % 2 == 0 ? 0.01 : -0.01 }
    let days = MacroSeries.tradingDays(from: CryptoBatches.start, count: 81)
    let length = days[80] - CryptoBatches.start
    let bitcoin = (0..<length).map { $0 % 2 == 0 ? 0.02 : -0.02 }
    let reading = try VolatilityLadderIndicator().reading(of: [
      CryptoBatches.daily(CryptoSeries.bitcoinClose, CryptoBatches.prices(bitcoin)),
      CryptoBatches.batch("gold_comex_1d/close", days, CryptoBatches.prices(gold)),
    ])
    #expect(abs(try #require(reading.value) - 2 * (365.0 / 252).squareRoot()) < 1e-5)
  }

  @Test("Assets of one volatility stand on one rung")
  func ladderControl() throws {
    let days = MacroSeries.tradingDays(from: CryptoBatches.start, count: 400)
    let length = days[399] - CryptoBatches.start
    let deviation = 0.2
    let reading = try VolatilityLadderIndicator().reading(of: [
      CryptoBatches.daily(
        CryptoSeries.bitcoinClose,
        CryptoBatches.prices(
          CryptoBatches.normals(length, deviation: deviation / 365.0.squareRoot(), seed: 4, 4)
        )
      ),
      CryptoBatches.batch(
        "gold_comex_1d/close",
        days,
        CryptoBatches.prices(
          CryptoBatches.normals(399, deviation: deviation / 252.0.squareRoot(), seed: 4, 5)
        )
      ),
    ])
    let interval = try #require(reading.interval)
    #expect(interval.low < 1.25 && interval.high > 0.8)
  }

  /// Bitcoin and ether with given betas.
  private func betas(up: Double, down: Double, noise: Double, seed: Int) -> [SeriesBatch] {
    let market = CryptoBatches.normals(700, deviation: 0.03, seed: seed, 6)
    let shocks = CryptoBatches.normals(700, deviation: noise, seed: seed, 7)
    let asset = zip(market, shocks).map { up * max($0, 0) + down * min($0, 0) + $1 }
    return [
      CryptoBatches.daily(CryptoSeries.bitcoinClose, CryptoBatches.prices(market)),
      CryptoBatches.daily(CryptoSeries.etherClose, CryptoBatches.prices(asset)),
    ]
  }

  @Test("An exact asymmetry is found exactly")
  func asymmetry() throws {
    let reading = try AsymmetricBetaIndicator().reading(
      of: betas(up: 0.9, down: 1.4, noise: 0, seed: 1)
    )
    #expect(abs(try #require(reading.value) - 0.5) < 1e-5)
    #expect(abs(try #require(reading.number("eth_beta_down")) - 1.4) < 1e-5)
  }

  @Test("Equal betas have an interval that covers zero in most worlds")
  func asymmetryControl() throws {
    var covered = 0
    for seed in 0..<20 {
      let reading = try AsymmetricBetaIndicator().reading(
        of: betas(up: 1.1, down: 1.1, noise: 0.02, seed: seed)
      )
      let interval = try #require(reading.interval)
      covered += interval.low <= 0 && interval.high >= 0 ? 1 : 0
    }
    #expect(covered >= 16, "\(covered) of 20 cover 0")
  }

  /// 15-minute bars with a rise to `top` at 13:00 New York and `after` from 17:00 on.
  private func sessions(top: Double, after: Double, count: Int) throws -> SeriesBatch {
    let days = MacroSeries.tradingDays(from: CryptoBatches.start, count: count)
    let start = Instant(startOf: Day(daysSince1970: days[0]))
    var values = [Double](repeating: 100, count: (days[count - 1] - days[0] + 1) * 96)
    for day in days {
      let close = try #require(TradingCalendar.newYork.close(of: Day(daysSince1970: day)))
      let index = Int((close - start).microseconds / 900_000_000)
      values[index - 12] = top
      for later in index + 4..<min(values.count, index + 40) { values[later] = after }
    }
    return CryptoBatches.bars(
      "binance_um_btcusdt_perp_15m/close",
      from: start,
      length: .minutes(15),
      values
    )
  }

  @Test("A rebound that is wholly gone by the next opening counts, one that is half gone does not")
  func bounce() throws {
    let reading = try BounceFadeIndicator().reading(
      of: [try sessions(top: 104, after: 100, count: 12)]
    )
    #expect(reading.value == 1)
    #expect(try #require(reading.number("events_count")) >= 9)
    #expect(try #require(reading.interval).low > 0.6)
  }

  @Test("A driftless walk loses its rebounds as often as the null says")
  func bounceControl() throws {
    let count = 96 * 900
    let steps = CryptoBatches.normals(count, deviation: 0.03 / 96.0.squareRoot(), seed: 8, 8)
    let reading = try BounceFadeIndicator().reading(of: [
      CryptoBatches.bars(
        "binance_um_btcusdt_perp_15m/close",
        from: Instant(startOf: Day(daysSince1970: CryptoBatches.start)),
        length: .minutes(15),
        CryptoBatches.prices(steps, from: 1_000)
      )
    ])
    let null = try #require(reading.number("brownian_null"))
    let interval = try #require(reading.interval)
    #expect(interval.low <= null && null <= interval.high, "\(interval) against \(null)")
  }
}
