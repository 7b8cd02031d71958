import Observatory
import Quantities
import RealModule

/// Realised volatility of daily closes, day by day, only where every close of its window exists.
///
/// RV = √(365/n · Σ r²) over n daily log returns, uncentred (model specification §5.1). A return
/// across a gap would count several days as one: such days have no value.
struct VolatilityHistory {
  /// The days that have a value, in order.
  let days: [Day]
  /// The volatility of each day, per year, as a fraction.
  let values: [Double]

  /// Computes the history of a series of UTC daily closes with n returns a window.
  ///
  /// - Complexity: O(closes · n).
  init(closes: Series, returns count: Int) {
    var days: [Day] = []
    var values: [Double] = []
    var run: [Double] = []
    var previous: (day: Day, close: Double)?
    for observation in closes.observations {
      let day = observation.refersTo.day
      let close = observation.value.doubleValue
      if let previous, day - previous.day == 1, previous.close > 0, close > 0 {
        run.append(.log(close / previous.close))
      } else {
        run.removeAll(keepingCapacity: true)
      }
      previous = (day, close)
      guard run.count >= count else { continue }
      let squares = run.suffix(count).reduce(0) { $0 + $1 * $1 }
      days.append(day)
      values.append((365 / Double(count) * squares).squareRoot())
    }
    self.days = days
    self.values = values
  }

  /// The days and values from one day to another, both included.
  func window(from start: Day, to end: Day) -> [(day: Day, value: Double)] {
    zip(days, values).filter { $0.0 >= start && $0.0 <= end }.map { ($0.0, $0.1) }
  }
}
