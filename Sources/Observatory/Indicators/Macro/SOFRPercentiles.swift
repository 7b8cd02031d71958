import Quantities
import Statistics

/// The published percentiles of the SOFR trades, day by day, in basis points.
struct SOFRPercentiles {
  /// One day.
  struct Row {
    let day: Day
    /// The percentiles, in basis points: whole numbers, so that the ratios are exact.
    let skew: FundingRateSkew
    /// USD billion.
    let volume: Double?

    /// The rate itself, the median, in basis points.
    var median: Double { skew.p50 }

    /// Bowley's skew where p75 − p25 is one basis point or more.
    var bowley: Double? { skew.interquartileRange < 1 ? nil : skew.bowley }

    /// What percentiles within half a basis point allow.
    ///
    /// The skew rises with both quartiles and falls with the median.
    var bowleyRange: IndicatorInterval {
      let range = skew.interquartileRange
      let middle = skew.p75 + skew.p25 - 2 * skew.p50
      return .rounding(
        max(-1, (middle - 2) / range),
        min(1, (middle + 2) / range),
        of: "the percentiles to whole basis points"
      )
    }

    /// Whether the day is the last trading day of its quarter.
    var isQuarterEnd: Bool {
      let next = TradingCalendar.newYork.next(after: day)
      return (next.civil.month - 1) / 3 != (day.civil.month - 1) / 3
    }
  }

  /// The days on which all five percentiles were published, in order.
  let rows: [Row]
  /// The number of days left out because their percentiles do not ascend.
  let disorderedCount: Int

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
    var disordered = 0
    rows.reserveCapacity(columns[2].count)
    for (day, median) in zip(columns[2].days, columns[2].values) {
      guard let p1 = columns[0].value(atOrBefore: day, within: 0),
        let p25 = columns[1].value(atOrBefore: day, within: 0),
        let p75 = columns[3].value(atOrBefore: day, within: 0),
        let p99 = columns[4].value(atOrBefore: day, within: 0)
      else { continue }
      guard p1 <= p25, p25 <= median, median <= p75, p75 <= p99 else {
        disordered += 1
        continue
      }
      let skew = FundingRateSkew(p01: p1, p25: p25, p50: median, p75: p75, p99: p99)
      let volume = volumes.value(atOrBefore: day, within: 0)
      rows.append(Row(day: Day(daysSince1970: day), skew: skew, volume: volume))
    }
    self.rows = rows
    disorderedCount = disordered
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
