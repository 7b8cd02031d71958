import Ensembles
import Scenarios

/// Numbers and conditions of experiments in words.
enum ExperimentText {
  /// A number to four digits that matter; an unbounded one says so.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return value > 0 ? "unbounded" : "unbounded below" }
    return value.magnitude >= 1e5
      ? NumberText.abbreviated(value) : NumberText.significant(value, digits: 4)
  }

  /// Median and range.
  static func band(_ band: Band) -> String {
    band.p05 == band.p95
      ? number(band.median)
      : "\(number(band.median)) [\(number(band.p05)), \(number(band.p95))]"
  }

  /// A sample's median and range, or its mean.
  static func sample(_ sample: ExperimentSample, _ plan: ExperimentPlan) -> String {
    guard let band = sample.band, let estimate = sample.estimate else { return "no value" }
    return plan.statistic.isMean ? number(estimate) : self.band(band)
  }

  /// Another number of an experiment, in the same form.
  static func companion(_ companion: ExperimentCompanion, _ plan: ExperimentPlan) -> String {
    plan.statistic.isMean ? number(companion.mean) : band(companion.band)
  }

  /// A sample's statistic with its interval.
  static func interval(_ sample: ExperimentSample) -> String {
    guard let estimate = sample.estimate, let interval = sample.interval else { return "no value" }
    guard interval.level < 1 else { return number(estimate) }
    let digits = interval.level > 0.99 ? 4 : 2
    let percent = NumberText.significant(interval.level * 100, digits: digits)
    return "\(number(estimate)), \(percent) % in "
      + "\(number(interval.lower)) to \(number(interval.upper))"
  }

  /// The condition of an experiment under a reading.
  static func condition(_ plan: ExperimentPlan, of reading: String) -> String {
    plan.expectation(of: reading).map { condition($0.condition) } ?? "nothing"
  }

  /// A condition.
  static func condition(_ condition: ExperimentExpectation.Condition) -> String {
    switch condition {
    case .value(let value, let tolerance): "\(number(value)) ± \(number(tolerance))"
    case .atLeast(let value): "at least \(number(value))"
    case .atMost(let value): "at most \(number(value))"
    case .positive(let null): "above \(number(null))"
    case .negative(let null): "below \(number(null))"
    case .order(let items, let correlationMin):
      "\(items.joined(separator: " < ")), rank correlation at least \(number(correlationMin))"
    }
  }

  /// When a control passes.
  static func rule(_ rule: ControlRule) -> String {
    switch rule {
    case .exactly(let null): "every run is exactly \(number(null))"
    case .contains(let null): "the interval contains \(number(null))"
    case .notAbove(let null): "the interval does not reach above \(number(null))"
    case .within(let null, let bound, let reason):
      "the interval lies within \(number(bound)) of \(number(null)): \(reason)"
    }
  }

  /// How the statistic and its interval are computed.
  static func method(_ statistic: ExperimentPlan.Statistic) -> String {
    switch statistic {
    case .median: "median, interval of order statistics"
    case .mean: "mean, percentile interval of 10 000 bootstrap resamples"
    case .share: "share of runs, Wilson interval"
    case .exact: "no draws"
    }
  }
}
