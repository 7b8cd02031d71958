import Quantities
import Statistics

/// Values by day in order of time, at most one a day: the working form of a series.
package struct DailyValues: Sendable {
  /// Days since 1970-01-01, strictly ascending.
  package private(set) var days: [Int] = []
  /// One value per day.
  package private(set) var values: [Double] = []

  /// Creates an empty history.
  package init() {}

  /// The values of a series by the day on which their period starts; the last of a day counts.
  ///
  /// - Parameters:
  ///   - series: The series.
  ///   - end: Values of later days are left out: what is dated in the future is no observation.
  init(_ series: Series, through end: Int = .max) {
    days.reserveCapacity(series.count)
    values.reserveCapacity(series.count)
    for observation in series.observations {
      let day = observation.refersTo.day.daysSince1970
      guard day <= end else { break }
      append(observation.value.doubleValue, on: day)
    }
  }

  var count: Int { days.count }
  var isEmpty: Bool { days.isEmpty }

  /// The newest value with its day.
  var last: (day: Int, value: Double)? {
    guard let day = days.last, let value = values.last else { return nil }
    return (day, value)
  }

  /// Adds a value on a day not before the last; a second value of a day replaces the first.
  package mutating func append(_ value: Double, on day: Int) {
    if let last = days.last {
      precondition(day >= last, "days ascend: \(day) after \(last)")
      if day == last {
        values[values.count - 1] = value
        return
      }
    }
    days.append(day)
    values.append(value)
  }

  /// The index of the newest value at or before a day; nil if there is none.
  ///
  /// - Complexity: O(log n).
  func index(atOrBefore day: Int) -> Int? {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }

  /// The newest value at or before a day that is not older than `limit` calendar days.
  func value(atOrBefore day: Int, within limit: Int) -> Double? {
    guard let index = index(atOrBefore: day), day - days[index] <= limit else { return nil }
    return values[index]
  }

  /// The values whose days lie in a range.
  func values(in range: ClosedRange<Int>) -> [Double] {
    let high = index(atOrBefore: range.upperBound).map { $0 + 1 } ?? 0
    let low = index(atOrBefore: range.lowerBound - 1).map { $0 + 1 } ?? 0
    return low < high ? Array(values[low..<high]) : []
  }

  /// A function of each value and its day; nil leaves the day out.
  func compactMap(_ transform: (_ day: Int, _ value: Double) -> Double?) -> DailyValues {
    var result = DailyValues()
    for (day, value) in zip(days, values) {
      if let transformed = transform(day, value) { result.append(transformed, on: day) }
    }
    return result
  }

  /// A function of each value and the other history's newest value, at most `limit` days old.
  func combined(
    with other: DailyValues,
    within limit: Int = 5,
    _ combine: (Double, Double) -> Double?
  ) -> DailyValues {
    var result = DailyValues()
    var position = 0
    for (day, value) in zip(days, values) {
      while position < other.count, other.days[position] <= day { position += 1 }
      guard position > 0, day - other.days[position - 1] <= limit else { continue }
      if let combined = combine(value, other.values[position - 1]) {
        result.append(combined, on: day)
      }
    }
    return result
  }

  /// Annualised volatility of the last `window` log returns, uncentred, as `model.md` §5.1.
  ///
  /// A day whose price, or the one before, is not positive has no return; a return across more than
  /// `gapDaysMax` calendar days is left out, so that a hole in the data is not read as a jump.
  func realisedVolatility(window: Int, periodsPerYear: Double, gapDaysMax: Int = 7) -> DailyValues {
    var result = DailyValues()
    var (returns, ends): ([Double], [Int]) = ([], [])
    func close() {
      defer {
        returns.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
      }
      let volatilities = try? RollingVolatility.uncentred(
        of: returns,
        window: window,
        periodsPerYear: periodsPerYear
      )
      for (day, volatility) in zip(ends.dropFirst(window - 1), volatilities ?? []) {
        result.append(volatility, on: day)
      }
    }
    for index in days.indices.dropFirst() {
      let (before, now) = (values[index - 1], values[index])
      guard before > 0, now > 0 else { continue }
      guard days[index] - days[index - 1] <= gapDaysMax else {
        close()
        continue
      }
      returns.append(Libm.log(now / before))
      ends.append(days[index])
    }
    close()
    return result
  }

  /// The loss against the highest value of the last `window` values, 1 − P/max.
  ///
  /// The CMAX of Patel and Sarkar (1998), with a queue of falling maxima.
  ///
  /// - Complexity: O(n).
  func drawdown(window: Int) -> DailyValues {
    var result = DailyValues()
    var queue: [Int] = []
    var head = 0
    for index in days.indices {
      while queue.count > head, values[queue[queue.count - 1]] <= values[index] {
        queue.removeLast()
      }
      queue.append(index)
      if queue[head] <= index - window { head += 1 }
      let highest = values[queue[head]]
      guard index + 1 >= window, highest > 0 else { continue }
      result.append(1 - values[index] / highest, on: days[index])
    }
    return result
  }

  /// The natural logarithm of the value over the value `count` places earlier, for positive values.
  func logChange(places count: Int) -> DailyValues {
    var result = DailyValues()
    for index in days.indices.dropFirst(count) {
      let (before, now) = (values[index - count], values[index])
      if before > 0, now > 0 { result.append(Libm.log(now / before), on: days[index]) }
    }
    return result
  }

  /// The share of the values that are at or below a value, 0 to 1; nil without values.
  func share(atOrBelow value: Double) -> Double? {
    guard !isEmpty else { return nil }
    return Double(values.count { $0 <= value }) / Double(count)
  }
}
