import Observatory
import Quantities
import Statistics

/// Made-up series for the tests of the crypto indicators.
enum CryptoBatches {
  /// The first day of the made-up worlds: 2024-06-03, a Monday.
  static let start = 19_877

  /// A daily series from a day on, each value known when its day is over.
  static func daily(_ name: String, from day: Int = start, _ values: [Double]) -> SeriesBatch {
    batch(name, values.indices.map { day + $0 }, values)
  }

  /// A series with one value for each listed day.
  static func batch(_ name: String, _ days: [Int], _ values: [Double]) -> SeriesBatch {
    let scale = (values.map(abs).max() ?? 0) < 9e8 ? 9 : 2
    return MacroSeries.batch(
      name,
      zip(days, values).map { day, value in
        let start = Instant(startOf: Day(daysSince1970: day))
        return Observation(
          refersTo: start,
          knowableAt: start + .days(1),
          value: decimal(value, scale)
        )
      }
    )
  }

  /// A series of bars with the bars' opens as times.
  static func bars(
    _ name: String,
    from start: Instant,
    length: Duration,
    _ values: [Double]
  ) -> SeriesBatch {
    MacroSeries.batch(
      name,
      values.indices.map { index in
        let open = start + length * Int64(index)
        return Observation(
          refersTo: open,
          knowableAt: open + length,
          value: decimal(values[index], 9)
        )
      },
      period: .fixed(length)
    )
  }

  /// Events at seconds since 1970; events of one second get ordinals.
  static func events(_ name: String, _ seconds: [Double]) -> SeriesBatch {
    var observations: [Observation] = []
    for second in seconds.sorted() {
      let time = Instant(microseconds: Int64(second) * 1_000_000)
      let ordinal = observations.last.map { $0.refersTo == time ? $0.ordinal + 1 : 0 } ?? 0
      observations.append(
        Observation(refersTo: time, ordinal: ordinal, knowableAt: time, value: decimal(1, 0))
      )
    }
    return MacroSeries.batch(name, observations, period: .instant)
  }

  /// Prices from returns, starting at 100.
  static func prices(_ returns: [Double], from first: Double = 100) -> [Double] {
    var level = first
    return [first]
      + returns.map {
        level *= Libm.exp($0)
        return level
      }
  }

  /// Hourly closes over whole UTC days whose value at each New York close is the one listed.
  static func hourly(_ name: String, closes: [(day: Int, value: Double)]) -> SeriesBatch {
    guard let first = closes.first?.day, let last = closes.last?.day else {
      preconditionFailure("no closes")
    }
    let start = Instant(startOf: Day(daysSince1970: first))
    var values = [Double](repeating: closes[0].value, count: (last - first + 1) * 24)
    for (day, value) in closes {
      guard let close = TradingCalendar.newYork.close(of: Day(daysSince1970: day)) else { continue }
      let index = Int((close - .hours(1) - start).microseconds / 3_600_000_000)
      for later in index..<values.count { values[later] = value }
    }
    return bars(name, from: start, length: .hours(1), values)
  }

  /// Independent normal draws.
  static func normals(_ count: Int, deviation: Double, seed: Int, _ purpose: UInt32) -> [Double] {
    var stream = Stream(seed: UInt64(seed), run: 0, purpose: Purpose(room: 4, index: 700 + purpose))
    return (0..<count).map { _ in deviation * stream.nextNormal() }
  }

  static func decimal(_ value: Double, _ decimals: Int) -> ExactDecimal {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    return ExactDecimal(units: Int64((value * scale).rounded()), decimals: decimals)
  }
}

extension Indicator {
  /// The reading of a store at the end of everything in it.
  func reading(of batches: [SeriesBatch]) throws -> IndicatorReading {
    let store = MemoryStore(batches)
    let newest = try store.newestKnowable() ?? Instant(microseconds: 0)
    return try reading(MarketView(store, asOf: newest))
  }
}

extension IndicatorReading {
  /// A component by name.
  func component(_ name: String) -> IndicatorComponent? { components.first { $0.name == name } }
}
