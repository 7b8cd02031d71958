import Quantities
import Statistics

/// Four-quarter changes of delinquency, each with those of unemployment at every lag.
struct LeadSample {
  /// The furthest lag on either side, in quarters.
  static let lagMax = 4

  /// One quarter: the change of delinquency, and of unemployment from `lagMax` quarters before on.
  struct Row {
    let delinquency: Double
    let unemployment: [Double]
  }

  /// The quarters for which every lag is known, in order.
  let rows: [Row]
  /// The first day of each row's quarter.
  let days: [Int]

  /// Joins a quarterly and a monthly history; a quarter of unemployment needs its three months.
  init(delinquency: DailyValues, monthlyUnemployment: DailyValues) {
    let rate = Self.byQuarter(delinquency, valuesPerQuarter: 1)
    let jobless = Self.byQuarter(monthlyUnemployment, valuesPerQuarter: 3)
    var rows: [Row] = []
    var days: [Int] = []
    for (day, _) in zip(delinquency.days, delinquency.values) {
      let quarter = Self.quarter(of: day)
      guard let now = rate[quarter], let before = rate[quarter - 4] else { continue }
      var changes: [Double] = []
      for lag in -Self.lagMax...Self.lagMax {
        guard let later = jobless[quarter + lag], let earlier = jobless[quarter + lag - 4] else {
          break
        }
        changes.append(later - earlier)
      }
      guard changes.count == 2 * Self.lagMax + 1 else { continue }
      rows.append(Row(delinquency: now - before, unemployment: changes))
      days.append(day)
    }
    self.rows = rows
    self.days = days
  }

  /// The rows whose quarter lies in a range of years.
  func rows(from first: Int, through last: Int) -> [Int] {
    days.indices.filter { (first...last).contains(Day(daysSince1970: days[$0]).civil.year) }
  }

  /// The number of quarters from a row's to the last row's, both included.
  func quarterCount(from row: Int) -> Int {
    guard let last = days.last else { return 0 }
    return Self.quarter(of: last) - Self.quarter(of: days[row]) + 1
  }

  /// The correlation at a lag in quarters over some rows; nil if it is undefined.
  func correlation(lag: Int, _ indices: some Collection<Int>) -> Double? {
    let place = lag + Self.lagMax
    return try? Correlation.pearson(
      indices.map { rows[$0].delinquency },
      indices.map { rows[$0].unemployment[place] }
    )
  }

  /// The lag of the highest correlation, nearer zero on a tie, and the correlation there.
  func best(_ indices: some Collection<Int>) -> (lag: Int, correlation: Double)? {
    guard indices.count >= 8 else { return nil }
    var best: (lag: Int, correlation: Double)?
    for distance in 0...Self.lagMax {
      for lag in distance == 0 ? [0] : [distance, -distance] {
        guard let value = correlation(lag: lag, indices) else { continue }
        if let held = best, held.correlation >= value { continue }
        best = (lag, value)
      }
    }
    return best
  }

  /// The mean of each quarter that has all its values, by quarters since year 0.
  private static func byQuarter(_ values: DailyValues, valuesPerQuarter: Int) -> [Int: Double] {
    var sums: [Int: (sum: Double, count: Int)] = [:]
    for (day, value) in zip(values.days, values.values) {
      let quarter = quarter(of: day)
      let held = sums[quarter] ?? (0, 0)
      sums[quarter] = (held.sum + value, held.count + 1)
    }
    return sums.filter { $0.value.count == valuesPerQuarter }
      .mapValues { $0.sum / Double($0.count) }
  }

  private static func quarter(of day: Int) -> Int {
    let (year, month, _) = Day(daysSince1970: day).civil
    return year * 4 + (month - 1) / 3
  }
}
