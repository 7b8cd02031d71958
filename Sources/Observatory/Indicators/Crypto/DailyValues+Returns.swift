import Quantities
import Statistics

extension DailyValues {
  /// The log returns between values at most `gapDaysMax` calendar days apart, by the later day.
  ///
  /// A return across a hole in the data is no return and is left out.
  func logReturns(gapDaysMax: Int = 1) -> DailyValues {
    var result = DailyValues()
    for index in days.indices.dropFirst() {
      let (before, now) = (values[index - 1], values[index])
      guard before > 0, now > 0, days[index] - days[index - 1] <= gapDaysMax else { continue }
      result.append(Libm.log(now / before), on: days[index])
    }
    return result
  }

  /// The changes between values at most `gapDaysMax` calendar days apart, by the later day.
  func differences(gapDaysMax: Int = 1) -> DailyValues {
    var result = DailyValues()
    for index in days.indices.dropFirst()
    where days[index] - days[index - 1] <= gapDaysMax {
      result.append(values[index] - values[index - 1], on: days[index])
    }
    return result
  }

  /// The values up to a day.
  func through(_ day: Int) -> DailyValues { since(Int.min, through: day) }

  /// The values from a day on, up to another.
  func since(_ first: Int, through last: Int = Int.max) -> DailyValues {
    compactMap { day, value in day >= first && day <= last ? value : nil }
  }

  /// The value of exactly one day, in O(log n).
  func value(on day: Int) -> Double? {
    guard let index = index(atOrBefore: day), days[index] == day else { return nil }
    return values[index]
  }

  /// The values of both histories on the days that both have, in O(n + m).
  func aligned(with other: DailyValues) -> (days: [Int], first: [Double], second: [Double]) {
    var (position, result) = (0, (days: [Int](), first: [Double](), second: [Double]()))
    for (day, value) in zip(days, values) {
      while position < other.count, other.days[position] < day { position += 1 }
      guard position < other.count, other.days[position] == day else { continue }
      result.days.append(day)
      result.first.append(value)
      result.second.append(other.values[position])
    }
    return result
  }

  /// The sum with another history on every day that one of both has.
  func adding(_ other: DailyValues) -> DailyValues {
    var result = DailyValues()
    var (left, right) = (0, 0)
    while left < count || right < other.count {
      let (a, b) = (
        left < count ? days[left] : Int.max, right < other.count ? other.days[right] : Int.max
      )
      var sum = 0.0
      if a <= b {
        sum += values[left]
        left += 1
      }
      if b <= a {
        sum += other.values[right]
        right += 1
      }
      result.append(sum, on: Swift.min(a, b))
    }
    return result
  }

  /// The mean of each stretch of `window` calendar days that has at least `countMin` values.
  func rollingMean(window: Int, countMin: Int) -> DailyValues {
    var result = DailyValues()
    var (start, sum) = (0, 0.0)
    for index in days.indices {
      sum += values[index]
      while days[start] <= days[index] - window {
        sum -= values[start]
        start += 1
      }
      if index - start + 1 >= countMin {
        result.append(sum / Double(index - start + 1), on: days[index])
      }
    }
    return result
  }

  /// The longest holes: first and last day without a value, where at least `length` days are absent.
  func holes(longerThan length: Int) -> [(first: Int, last: Int)] {
    zip(days, days.dropFirst()).compactMap { before, after in
      after - before - 1 >= length ? (before + 1, after - 1) : nil
    }
  }
}
