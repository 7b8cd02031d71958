import Quantities
import Statistics

/// An hourly series at the closes of New York.
package enum NewYorkCloses {
  /// The value of the bar that ends at 16:00 New York, for each trading day that has one.
  ///
  /// The series holds the opens of its bars as times, so that the wanted bar starts an hour earlier.
  /// - Complexity: O(days · log n).
  package static func of(_ series: Series) -> DailyValues {
    at(series, before: .hours(1))
  }

  /// The value of the bar that starts some time before the close, for each trading day that has one.
  static func at(_ series: Series, before: Duration) -> DailyValues {
    var result = DailyValues()
    guard let first = series.observations.first?.refersTo.day, let last = series.last?.refersTo.day
    else { return result }
    let calendar = TradingCalendar.newYork
    for number in first.daysSince1970...last.daysSince1970 {
      guard let close = calendar.close(of: Day(daysSince1970: number)) else { continue }
      let index = series.index(atOrAfter: close - before)
      guard index < series.count, series.observations[index].refersTo == close - before else {
        continue
      }
      result.append(series.observations[index].value.doubleValue, on: number)
    }
    return result
  }
}

/// The log returns of two histories from one New York trading day to the next, where both have both.
///
/// What indicators and claims say of markets that move together rests on these pairs alone, so that one
/// window has one number everywhere.
package struct AlignedReturns {
  /// The days that the returns end on, since 1970-01-01.
  package private(set) var days: [Int] = []
  /// The returns of the first history.
  package private(set) var first: [Double] = []
  /// The returns, or steps, of the second.
  package private(set) var second: [Double] = []

  /// Aligns two histories.
  ///
  /// - Parameters:
  ///   - left: Prices.
  ///   - right: Prices, or what `step` measures.
  ///   - step: The move from one value of `right` to the next; nil leaves the pair out.
  package init(
    _ left: DailyValues,
    _ right: DailyValues,
    step: (_ before: Double, _ now: Double) -> Double? = AlignedReturns.logReturn
  ) {
    let pairs = left.aligned(with: right)
    let calendar = TradingCalendar.newYork
    for index in pairs.days.indices.dropFirst() {
      let before = Day(daysSince1970: pairs.days[index - 1])
      guard calendar.next(after: before).daysSince1970 == pairs.days[index],
        let move = Self.logReturn(pairs.first[index - 1], pairs.first[index]),
        let other = step(pairs.second[index - 1], pairs.second[index])
      else { continue }
      days.append(pairs.days[index])
      first.append(move)
      second.append(other)
    }
  }

  /// The log return between two prices; nil unless both are positive.
  package static func logReturn(_ before: Double, _ now: Double) -> Double? {
    before > 0 && now > 0 ? Libm.log(now / before) : nil
  }

  /// The returns that end in a range of days, ends included.
  package func part(_ range: ClosedRange<Int>) -> AlignedReturns {
    let kept = days.indices.filter { range.contains(days[$0]) }
    var result = self
    result.days = kept.map { days[$0] }
    result.first = kept.map { first[$0] }
    result.second = kept.map { second[$0] }
    return result
  }

  /// The correlation of every window of returns that is not torn by a hole of more than ten days.
  package func correlations(window: Int) -> DailyValues {
    var result = DailyValues()
    var start = 0
    while start < days.count {
      var end = start + 1
      while end < days.count, days[end] - days[end - 1] <= 10 { end += 1 }
      let part = start..<end
      let found = try? RollingCorrelation.pearson(
        Array(first[part]),
        Array(second[part]),
        window: window
      )
      for (offset, value) in (found ?? []).enumerated() where value.isFinite {
        result.append(value, on: days[start + offset + window - 1])
      }
      start = end
    }
    return result
  }

  /// The correlation of the newest untorn window, with Fisher's interval; nil below ten pairs.
  func newest(_ window: Int) -> (value: Double, interval: IndicatorInterval)? {
    guard let last = correlations(window: window).last,
      let end = days.lastIndex(of: last.day), window >= CorrelationEstimate.observationsMin
    else { return nil }
    return estimate(of: (end - window + 1)..<(end + 1)).map { (last.value, $0.interval) }
  }

  /// The correlation of all pairs, with Fisher's interval; nil below ten pairs.
  package func estimate() -> (value: Double, interval: IndicatorInterval)? {
    estimate(of: days.indices)
  }

  private func estimate(of range: Range<Int>) -> (value: Double, interval: IndicatorInterval)? {
    guard let estimate = try? CorrelationEstimate(Array(first[range]), Array(second[range])) else {
      return nil
    }
    return (
      estimate.correlation,
      IndicatorInterval(
        estimate.interval,
        method: "Fisher with \(Int(estimate.effectiveObservations.rounded())) effective pairs"
      )
    )
  }
}

extension [Double] {
  /// The arithmetic mean; nil without values.
  var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }
}
