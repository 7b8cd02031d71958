import Observatory
import Quantities

/// The values of a series by the UTC day they refer to, in order: the last value of each day.
struct DailyValues {
  let name: String
  private(set) var days: [Day] = []
  private(set) var values: [Double] = []

  init(name: String, days: [Day] = [], values: [Double] = []) {
    self.name = name
    self.days = days
    self.values = values
  }

  init(_ series: Series) {
    name = series.id.name
    days.reserveCapacity(series.count)
    values.reserveCapacity(series.count)
    for observation in series.observations {
      let day = observation.refersTo.day
      if days.last == day {
        values[values.count - 1] = observation.value.doubleValue
      } else {
        days.append(day)
        values.append(observation.value.doubleValue)
      }
    }
  }

  var count: Int { days.count }
  var isEmpty: Bool { days.isEmpty }
  var mean: Double { values.reduce(0, +) / Double(values.count) }
  var sum: Double { values.reduce(0, +) }
  var span: ClosedRange<Day>? {
    guard let first = days.first, let last = days.last else { return nil }
    return first...last
  }

  /// The smallest value and its first day.
  var minimum: (day: Day, value: Double)? {
    guard let index = values.indices.min(by: { values[$0] < values[$1] }) else { return nil }
    return (days[index], values[index])
  }

  /// The greatest value and its first day.
  var maximum: (day: Day, value: Double)? {
    guard let index = values.indices.max(by: { values[$0] < values[$1] }) else { return nil }
    return (days[index], values[index])
  }

  /// The value of exactly this day.
  func value(on day: Day) -> Double? {
    let index = index(atOrAfter: day)
    return index < count && days[index] == day ? values[index] : nil
  }

  /// The newest value at most `reach` days before the end of a day.
  func last(upTo day: Day, reach: Int) -> (day: Day, value: Double)? {
    let index = index(atOrAfter: day + 1) - 1
    guard index >= 0, day - days[index] <= reach else { return nil }
    return (days[index], values[index])
  }

  /// The first value at most `reach` days after a day, that day included.
  func first(from day: Day, reach: Int) -> (day: Day, value: Double)? {
    let index = index(atOrAfter: day)
    guard index < count, days[index] - day <= reach else { return nil }
    return (days[index], values[index])
  }

  /// The values of a range of days, ends included.
  func part(_ range: ClosedRange<Day>) -> DailyValues {
    let low = index(atOrAfter: range.lowerBound)
    let high = index(atOrAfter: range.upperBound + 1)
    return DailyValues(name: name, days: Array(days[low..<high]), values: Array(values[low..<high]))
  }

  /// The values at which a condition holds.
  func filter(_ isKept: (Double) -> Bool) -> DailyValues {
    let kept = values.indices.filter { isKept(values[$0]) }
    return DailyValues(name: name, days: kept.map { days[$0] }, values: kept.map { values[$0] })
  }

  /// Each value transformed.
  func map(_ transform: (Double) -> Double) -> DailyValues {
    DailyValues(name: name, days: days, values: values.map(transform))
  }

  /// The values of both series on the days that both have.
  func aligned(with other: DailyValues) -> (first: [Double], second: [Double], days: [Day]) {
    var (first, second, common): ([Double], [Double], [Day]) = ([], [], [])
    var index = 0
    for (day, value) in zip(days, values) {
      while index < other.count, other.days[index] < day { index += 1 }
      guard index < other.count, other.days[index] == day else { continue }
      first.append(value)
      second.append(other.values[index])
      common.append(day)
    }
    return (first, second, common)
  }

  /// A combination of both series on the days that both have.
  func combined(
    with other: DailyValues,
    _ combine: (Double, Double) -> Double
  ) -> DailyValues {
    let (first, second, common) = aligned(with: other)
    let values = zip(first, second).map(combine)
    let kept = values.indices.filter { values[$0].isFinite }
    return DailyValues(name: name, days: kept.map { common[$0] }, values: kept.map { values[$0] })
  }

  /// Steps from each value to the next, dated by the later; steps over more than `gap` days are left
  /// out, so that a hole in the data is never taken for one day's move.
  func steps(gap: Int = 5, _ step: (Double, Double) -> Double) -> DailyValues {
    var result = DailyValues(name: name)
    for index in days.indices.dropFirst() where days[index] - days[index - 1] <= gap {
      let value = step(values[index - 1], values[index])
      guard value.isFinite else { continue }
      result.days.append(days[index])
      result.values.append(value)
    }
    return result
  }

  private func index(atOrAfter day: Day) -> Int {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
