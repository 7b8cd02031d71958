import Quantities

/// How the values of a series in a window become one number.
public enum EpisodeMeasure: String, CaseIterable, Hashable, Sendable {
  /// The last value.
  case value
  /// The smallest value.
  case min
  /// The largest value.
  case max
  /// The mean of the values.
  case mean
  /// The sum of the values.
  case sum
  /// ln of the last value over the last one before the window.
  case logReturn = "return"
  /// ln of the smallest value over the last one before the window.
  case lowestReturn = "low_return"
  /// The last value over the last one before the window, less one.
  case change
  /// Annualised uncentred volatility of the log returns of the days: √(365/n · Σ r²), weekends without
  /// values included in the next return.
  case volatility

  /// Whether the last value before the window is needed.
  public var needsValueBefore: Bool {
    switch self {
    case .logReturn, .lowestReturn, .change, .volatility: true
    case .value, .min, .max, .mean, .sum: false
    }
  }

  /// The number of a window.
  ///
  /// - Parameters:
  ///   - values: The values of the window, in order.
  ///   - before: The last value before it.
  ///   - times: The times of the values.
  ///   - dayCount: The length of the window in days.
  /// - Returns: The number; nil where it is not defined.
  func number(
    of values: [Double],
    before: Double?,
    times: [Instant],
    dayCount: Int
  ) -> Double? {
    guard let last = values.last else { return nil }
    switch self {
    case .value: return last
    case .min: return values.min()
    case .max: return values.max()
    case .mean: return values.reduce(0, +) / Double(values.count)
    case .sum: return values.reduce(0, +)
    case .change: return before.flatMap { $0 > 0 ? last / $0 - 1 : nil }
    case .logReturn: return Self.log(last, over: before)
    case .lowestReturn: return Self.log(values.min() ?? last, over: before)
    case .volatility:
      guard let before else { return nil }
      var squares = 0.0
      var earlier = before
      for (place, value) in values.enumerated() {
        let isLastOfDay = place + 1 == values.count || times[place].day != times[place + 1].day
        guard isLastOfDay else { continue }
        guard let move = Self.log(value, over: earlier) else { return nil }
        squares += move * move
        earlier = value
      }
      return (squares * 365 / Double(dayCount)).squareRoot()
    }
  }

  private static func log(_ value: Double, over before: Double?) -> Double? {
    guard let before, before > 0, value > 0 else { return nil }
    return Libm.logarithm(value / before)
  }
}
