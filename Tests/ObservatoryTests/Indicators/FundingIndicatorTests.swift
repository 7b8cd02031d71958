import Quantities
import Testing

@testable import Observatory

@Suite("Indicators of dollar funding")
struct FundingIndicatorTests {
  /// 2019-01-02.
  private static let start = 17_898

  /// A store of SOFR percentiles in basis points, one row a trading day.
  private func store(_ rows: [[Double]], volume: Double = 1_000) -> MemoryStore {
    let days = MacroSeries.tradingDays(from: Self.start, count: rows.count)
    let columns = ["p1_bp", "p25_bp", "sofr_bp", "p75_bp", "p99_bp"]
    var batches = columns.indices.map { column in
      MacroSeries.batch(
        "sofr_percentiles_1d/\(columns[column])",
        days: days,
        values: rows.map { $0[column] }
      )
    }
    batches.append(
      MacroSeries.batch(
        "sofr_percentiles_1d/volume_bn",
        days: days,
        values: days.map { _ in volume }
      )
    )
    return MemoryStore(batches)
  }

  private func reading(_ store: MemoryStore) throws -> IndicatorReading {
    let asOf = try #require(try store.newestKnowable())
    return try SOFRSkewIndicator().reading(MarketView(store, asOf: asOf))
  }

  @Test(
    "Published rows give the reference skews of S30",
    arguments: [
      ([240.0, 256, 265, 318, 370], 0.709_677_419_354_838_7, 0.615_384_615_384_615_4, 4.2),
      ([235.0, 253, 255, 263, 278], 0.6, 0.069_767_441_860_465_1, 1.15),
      ([225.0, 500, 525, 585, 900], 0.411_764_705_882_352_9, 0.111_111_111_111_111_1, 1.25),
    ]
  )
  func publishedRows(row: [Double], bowley: Double, kelly: Double, tail: Double) throws {
    let reading = try reading(store([[90, 95, 100, 105, 110], row]))
    #expect(abs(try #require(reading.value) - bowley) < 1e-12)
    #expect(abs(try #require(reading.number("kelly_99_ratio")) - kelly) < 1e-12)
    #expect(abs(try #require(reading.number("tail_ratio")) - tail) < 1e-12)
    let interval = try #require(reading.interval)
    #expect(interval.low < bowley && bowley < interval.high && interval.level == 1)
    #expect(reading.percentile == 1)
  }

  @Test("A symmetric distribution has skew zero; a degenerate one has none")
  func symmetry() throws {
    let symmetric = try reading(store([[90, 95, 100, 105, 110]]))
    #expect(symmetric.value == 0)
    let degenerate = try reading(store([[90, 95, 100, 105, 110], [99, 100, 100, 100, 101]]))
    #expect(degenerate.value == nil)
    #expect(degenerate.remarks.contains { $0.contains("undefined") })
  }

  @Test("The interval of rounding holds every skew that unrounded percentiles can have")
  func rounding() throws {
    let row = [235.0, 253, 255, 263, 278]
    let interval = try #require(try reading(store([row])).interval)
    var extremes: [Double] = []
    for low in [-0.5, 0.5] {
      for middle in [-0.5, 0.5] {
        for high in [-0.5, 0.5] {
          let (p25, p50, p75) = (row[1] + low, row[2] + middle, row[3] + high)
          extremes.append((p75 + p25 - 2 * p50) / (p75 - p25))
        }
      }
    }
    #expect(abs(interval.low - (extremes.min() ?? 0)) < 1e-12)
    #expect(abs(interval.high - (extremes.max() ?? 0)) < 1e-12)
  }

  @Test("A row whose percentiles do not ascend is left out and counted")
  func disorder() throws {
    let reading = try reading(store([[90, 95, 100, 105, 110], [90, 105, 100, 95, 110]]))
    #expect(reading.value == 0)
    #expect(reading.remarks.contains { $0.contains("do not ascend") })
  }

  @Test("The last trading day of a quarter is flagged, the one before is not")
  func quarterEnd() throws {
    // 2019-03-29 is a Friday and the last trading day of its quarter.
    let rows = [[Double]](repeating: [90, 95, 100, 105, 110], count: 61)
    #expect(try reading(store(rows)).number("quarter_end_flag") == 1)
    #expect(try reading(store(rows.dropLast())).number("quarter_end_flag") == 0)
  }

  /// Features that all stand at a level and jump by the signs of a case in the last 21 days.
  private func features(jump: (RefusalSigns) -> Double) -> [RefusalFeature] {
    let days = MacroSeries.tradingDays(from: Self.start, count: 400)
    return RefusalSigns.all.enumerated().map { number, signs in
      var level = DailyValues()
      for (place, day) in days.enumerated() {
        // A small deterministic wave keeps the past from being constant.
        let wave = Double((place * 7 + number * 3) % 11) / 11
        level.append(wave + (place >= days.count - 21 ? 5 * jump(signs) : 0), on: day)
      }
      return RefusalFeature(
        name: "\(number)",
        scarcity: signs.scarcity,
        refusal: signs.refusal,
        trainedSlope: [
          TrainedRefusalSlopes.idleCash, TrainedRefusalSlopes.median, TrainedRefusalSlopes.bowley,
          TrainedRefusalSlopes.rightTail, TrainedRefusalSlopes.logVolume, 0,
        ][number],
        level: level
      )
    }
  }

  private struct RefusalSigns {
    let scarcity, refusal: Double

    static let all = [(-1.0, 1.0), (1, 0), (0, 1), (0, 1), (0, -1), (-1, 0)].map {
      RefusalSigns(scarcity: $0.0, refusal: $0.1)
    }
  }

  @Test("Each case of the sign table is recognised, and no change leaves ordinary days likeliest")
  func posterior() throws {
    let refusal = try #require(RefusalPosterior.history(features { $0.refusal }).last)
    #expect(refusal.refusal > 0.9)
    let scarcity = try #require(RefusalPosterior.history(features { $0.scarcity }).last)
    #expect(scarcity.scarcity > 0.8 && scarcity.refusal < 0.05)
    let calm = try #require(RefusalPosterior.history(features { _ in 0 }).last)
    #expect(calm.ordinary > calm.refusal && calm.ordinary > calm.scarcity)
    #expect(refusal.trainedRefusal > 0.9 && refusal.isEvent)
    #expect(scarcity.trainedRefusal < 0.1 && scarcity.isEvent && !calm.isEvent)
    for posterior in [refusal, scarcity, calm] {
      #expect(abs(posterior.ordinary + posterior.scarcity + posterior.refusal - 1) < 1e-12)
      let interval = try #require(posterior.refusalInterval)
      #expect(interval.low <= posterior.refusal && posterior.refusal <= interval.high)
    }
  }

  @Test("Fewer than four features give no posterior")
  func fewFeatures() {
    #expect(RefusalPosterior.history(Array(features { $0.refusal }.prefix(3))).isEmpty)
  }

  @Test("No traded basis means no headline, however good the proxy")
  func crossCurrency() throws {
    let days = MacroSeries.tradingDays(from: 20_000, count: 30)
    let folder = "g8_overnight_and_bill_rates_1d_long"
    let levels = ["SOFR": 4.3, "US_BILL_3M": 4.2, "ESTR": 2.4, "EUR_BILL_3M": 2.35]
    let store = MemoryStore(
      levels.sorted { $0.key < $1.key }.map { name, level in
        MacroSeries.batch("\(folder)/\(name)/value", days: days, values: days.map { _ in level })
      }
    )
    let asOf = try #require(try store.newestKnowable())
    let reading = try CrossCurrencyIndicator().reading(MarketView(store, asOf: asOf))
    #expect(reading.value == nil)
    #expect(!reading.missing.isEmpty)
    let proxy = try #require(reading.number("proxy_safety_premium_gap_bp"))
    #expect(abs(proxy - 5) < 1e-9)
  }

  @Test("Days within five of a quarter's end are near it")
  func nearQuarterEnd() {
    // 2025-03-31 is day 20178.
    #expect(CrossCurrencyIndicator.isNearQuarterEnd(Day(daysSince1970: 20_173)))
    #expect(CrossCurrencyIndicator.isNearQuarterEnd(Day(daysSince1970: 20_183)))
    #expect(!CrossCurrencyIndicator.isNearQuarterEnd(Day(daysSince1970: 20_172)))
    #expect(!CrossCurrencyIndicator.isNearQuarterEnd(Day(daysSince1970: 20_184)))
  }
}

extension IndicatorReading {
  /// The value of a component by name.
  func number(_ name: String) -> Double? { components.first { $0.name == name }?.value }
}
