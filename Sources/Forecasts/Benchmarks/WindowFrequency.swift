import Observatory
import Quantities

/// The share of past windows of one length in which a series changed by so much.
///
/// The change runs from the first value of a window to its last, or to its lowest or highest.
public struct WindowFrequency: Hashable, Sendable, Codable {
  /// The series, in order of preference.
  public let series: [String]
  /// The number of values after the first.
  public let steps: Int
  /// The first day whose values count; nil for all history.
  public let since: CalendarDay?
  /// Which value of the window is compared with its first.
  public let to: Target
  /// How the change is measured.
  public let measure: ChangesRule.Measure
  /// The lowest change that counts; nil for no bound.
  public let low: Double?
  /// The highest change that counts; nil for no bound.
  public let high: Double?
  /// With a level here, `low` is what would take the newest value to it (`high` if it lies below).
  public let toReach: Double?

  /// A value of a window.
  public enum Target: String, Hashable, Sendable, Codable, CaseIterable {
    /// The last.
    case last
    /// The lowest.
    case lowest
    /// The highest.
    case highest
  }

  enum CodingKeys: String, CodingKey {
    case series, steps, since, to, measure, low, high
    case toReach = "to_reach"
  }
}

extension WindowFrequency: BenchmarkEstimator {
  func estimate(_ history: MarketView) throws(StoreError) -> BenchmarkEstimate {
    let found: Series
    switch try history.choice(series) {
    case .missing(let names): return .missing("no series \(names) in the store")
    case .found(let series): found = series
    }
    let values = found.values(from: since.map { Instant(startOf: $0.day) }, to: nil).values
    guard values.count > steps, let newest = values.last else {
      return .missing("\(found.id) has \(values.count) values, \(steps + 1) are needed")
    }
    let bounds = bounds(newest: newest)
    let targets = Self.targets(values, steps: steps, to: to)
    var hits = 0
    for (first, target) in zip(values, targets) {
      let change = measured(first: first, last: target)
      if change >= bounds.low && change <= bounds.high { hits += 1 }
    }
    let range =
      "\(bounds.low.isFinite ? shown(bounds.low) : "any") to "
      + "\(bounds.high.isFinite ? shown(bounds.high) : "any")"
    return .frequency(
      hits: hits,
      of: targets.count,
      independent: targets.count / steps,
      "windows of \(steps) values of \(found.id) with a \(measure.rawValue) change "
        + "(\(to.rawValue)) of \(range)"
    )
  }

  private func bounds(newest: Double) -> (low: Double, high: Double) {
    guard let toReach else { return (low ?? -.infinity, high ?? .infinity) }
    let change = measured(first: newest, last: toReach)
    return toReach >= newest ? (change, .infinity) : (-.infinity, change)
  }

  private func measured(first: Double, last: Double) -> Double {
    switch measure {
    case .relative, .annual: last / first - 1
    case .inverse: first / last - 1
    case .difference: last - first
    }
  }

  /// The last, lowest or highest value of each window of `steps` values after each start.
  ///
  /// - Complexity: O(values) for each kind: extremes keep a queue of candidates.
  static func targets(_ values: [Double], steps: Int, to: Target) -> [Double] {
    let count = values.count - steps
    guard to != .last else { return (0..<count).map { values[$0 + steps] } }
    let sign = to == .lowest ? 1.0 : -1.0
    var queue: [Int] = []
    var head = 0
    var result: [Double] = []
    result.reserveCapacity(count)
    for index in 1..<values.count {
      while queue.count > head, sign * values[queue[queue.count - 1]] >= sign * values[index] {
        queue.removeLast()
      }
      queue.append(index)
      let start = index - steps
      guard start >= 0 else { continue }
      while queue[head] <= start { head += 1 }
      result.append(values[queue[head]])
    }
    return result
  }

  var fault: (field: String, value: String, expected: String)? {
    if steps < 1 { return ("benchmark.steps", "\(steps)", "at least 1") }
    if low == nil, high == nil, toReach == nil {
      return ("benchmark.low", "nothing", "low, high or to_reach")
    }
    return series.isEmpty ? ("benchmark.series", "[]", "at least one series") : nil
  }
}
