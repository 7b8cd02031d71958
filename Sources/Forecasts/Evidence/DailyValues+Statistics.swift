import Foundation
import Observatory
import Quantities
import Statistics

extension DailyValues {
  /// Logarithmic returns, dated by the later day.
  var logReturns: DailyValues { steps { Foundation.log($1 / $0) } }

  /// Realised volatility up to a day, √(A/n · Σ r²) over the last `count` returns, uncentred.
  ///
  /// Nil unless the returns lie within `reach` days.
  func realisedVolatility(
    upTo day: Day,
    count: Int,
    perYear: Double,
    reach: Int
  ) -> Double? {
    let returns = logReturns.part((day + -reach)...day)
    guard returns.count >= count, let last = returns.days.last, day - last <= 4 else { return nil }
    let squares = returns.values.suffix(count).reduce(0) { $0 + $1 * $1 }
    return (perYear / Double(count) * squares).squareRoot()
  }

  /// Realised volatility of bitcoin over 30 calendar days, every one of them there.
  func realisedVolatility30(upTo day: Day) -> Double? {
    realisedVolatility(upTo: day, count: 30, perYear: 365, reach: 29)
  }

  /// Realised volatility on every day that has its 30 returns.
  var realisedVolatility30: DailyValues {
    let returns = logReturns
    var (days, values): ([Day], [Double]) = ([], [])
    var squares = 0.0
    for index in returns.days.indices {
      squares += returns.values[index] * returns.values[index]
      if index >= 30 { squares -= returns.values[index - 30] * returns.values[index - 30] }
      guard index >= 29, returns.days[index] - returns.days[index - 29] == 29 else { continue }
      days.append(returns.days[index])
      values.append((365.0 / 30 * max(0, squares)).squareRoot())
    }
    return DailyValues(name: name, days: days, values: values)
  }

  /// Pearson's correlation with another series on common days, with Fisher's 95 % interval for the
  /// effective number of pairs; nil below `minimum` pairs.
  func correlation(with other: DailyValues, minimum: Int = 10) -> ComputedNumber? {
    let (first, second, _) = aligned(with: other)
    return DailyValues.correlation(first, second, minimum: minimum)
  }

  /// The correlation of two aligned lists; see ``correlation(with:minimum:)``.
  static func correlation(
    _ first: [Double],
    _ second: [Double],
    minimum: Int = 10
  ) -> ComputedNumber? {
    guard first.count >= max(4, minimum),
      let value = try? Correlation.pearson(first, second), abs(value) < 1
    else { return nil }
    let own = (
      (try? Correlation.autocorrelation(of: first, lag: 1)) ?? 0,
      (try? Correlation.autocorrelation(of: second, lag: 1)) ?? 0
    )
    let count = Double(first.count)
    let effective =
      first.count < 10
      ? count
      : (try? ConfidenceInterval.effectiveObservations(
        count: first.count,
        autocorrelations: own
      )) ?? count
    guard
      let interval = try? ConfidenceInterval.fisher(
        correlation: value,
        observations: max(4, effective)
      )
    else { return nil }
    return ComputedNumber(
      value,
      unit: "correlation",
      interval: IndicatorInterval(
        low: interval.lower,
        high: interval.upper,
        level: 0.95,
        method: "Fisher, \(effective.shown) effective pairs"
      ),
      observations: first.count
    )
  }

  /// The mean with its 95 % normal interval over independent values.
  func meanEstimate(unit: String) -> ComputedNumber? {
    guard count >= 5 else { return nil }
    let centre = mean
    let variance = values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(count - 1)
    let half = 1.96 * (variance / Double(count)).squareRoot()
    return ComputedNumber(
      centre,
      unit: unit,
      interval: IndicatorInterval(
        low: centre - half,
        high: centre + half,
        level: 0.95,
        method: "normal, \(count) values"
      ),
      observations: count
    )
  }
}
