import Quantities

/// The published percentiles of the SOFR trades, day by day, in basis points.
struct SOFRPercentiles {
  /// One day.
  struct Row {
    let day: Day
    let p1, p25, p50, p75, p99: Double
    /// USD billion.
    let volume: Double?

    /// (p75 + p25 − 2 p50)/(p75 − p25); nil below one basis point of p75 − p25.
    var bowley: Double? {
      p75 - p25 < 1 ? nil : Self.skew(low: p25, middle: p50, high: p75)
    }

    /// (p99 + p1 − 2 p50)/(p99 − p1); nil below one basis point.
    var kelly: Double? {
      p99 - p1 < 1 ? nil : Self.skew(low: p1, middle: p50, high: p99)
    }

    /// (p99 − p50)/(p50 − p1); nil if no trade is cheaper than the median.
    var tail: Double? { p50 > p1 ? (p99 - p50) / (p50 - p1) : nil }

    /// What percentiles within half a basis point allow: the skew rises with both quartiles and
    /// falls with the median.
    var bowleyRange: IndicatorInterval {
      let low = Self.skew(low: p25 - 0.5, middle: p50 + 0.5, high: p75 - 0.5)
      let high = Self.skew(low: p25 + 0.5, middle: p50 - 0.5, high: p75 + 0.5)
      return .rounding(max(-1, low), min(1, high), of: "the percentiles to whole basis points")
    }

    /// Whether the day is the last trading day of its quarter.
    var isQuarterEnd: Bool {
      let next = TradingCalendar.newYork.next(after: day)
      return (next.civil.month - 1) / 3 != (day.civil.month - 1) / 3
    }

    private static func skew(low: Double, middle: Double, high: Double) -> Double {
      (high + low - 2 * middle) / (high - low)
    }
  }

  /// The days on which all five percentiles were published, in order.
  let rows: [Row]

  var count: Int { rows.count }
  var newest: Row? { rows.last }

  /// Reads the table; nil, with the missing series named, if a percentile is not there.
  init?(_ draft: inout ReadingDraft) throws(StoreError) {
    let remedy = "clino data import of sofr_percentiles_1d, or clino data pull (New York Fed, SOFR)"
    var columns: [DailyValues] = []
    for column in ["p1_bp", "p25_bp", "sofr_bp", "p75_bp", "p99_bp"] {
      columns.append(try draft.values("sofr_percentiles_1d/\(column)", remedy: remedy))
    }
    guard columns.allSatisfy({ !$0.isEmpty }) else { return nil }
    let volumes = try draft.values("sofr_percentiles_1d/volume_bn")
    var rows: [Row] = []
    rows.reserveCapacity(columns[2].count)
    for (day, median) in zip(columns[2].days, columns[2].values) {
      guard let p1 = columns[0].value(atOrBefore: day, within: 0),
        let p25 = columns[1].value(atOrBefore: day, within: 0),
        let p75 = columns[3].value(atOrBefore: day, within: 0),
        let p99 = columns[4].value(atOrBefore: day, within: 0)
      else { continue }
      rows.append(
        Row(
          day: Day(daysSince1970: day),
          p1: p1,
          p25: p25,
          p50: median,
          p75: p75,
          p99: p99,
          volume: volumes.value(atOrBefore: day, within: 0)
        )
      )
    }
    self.rows = rows
  }

  /// A figure of each day; days without it are left out.
  func history(_ figure: (Row) -> Double?) -> DailyValues {
    var result = DailyValues()
    for row in rows {
      if let value = figure(row) { result.append(value, on: row.day.daysSince1970) }
    }
    return result
  }
}
