import Observatory
import Quantities
import Reports

extension ObservationDocument {
  /// One block an indicator; what is stale or missing stands above the number.
  var text: String {
    let stale = results.count { $0.reading.staleness(at: asOf) != nil }
    let missing = results.count { $0.reading.value == nil }
    let noun = results.count == 1 ? "indicator" : "indicators"
    let headline =
      "As of \(asOf): \(results.count) \(noun), \(results.count - missing) with a value, "
      + "\(stale) of them stale, \(missing) without."
    return ([headline] + results.map { block($0) }).joined(separator: "\n\n")
  }

  private func block(_ result: ObservationJob.Result) -> String {
    let (indicator, reading) = (result.indicator, result.reading)
    var lines: [String] = []
    if let age = reading.staleness(at: asOf) {
      let day = reading.observedAt.map { "\(Self.lastDay($0))" } ?? "nothing"
      lines.append("STALE \(Self.days(age)) days: \(indicator.id) rests on data up to \(day)")
    } else if reading.value == nil {
      let first = reading.missing.first.map { $0.what } ?? "see the remarks"
      lines.append("NO VALUE: \(indicator.id) lacks \(first)")
    }
    lines.append("\(indicator.id)  \(indicator.name)")
    lines.append("  " + value(indicator, reading))
    lines += context(reading)
    for component in reading.components {
      let interval = component.interval.map { " " + Self.range($0) } ?? ""
      let number = component.value.map { "\(Self.digits($0)) \(component.unit)" }
      lines.append("    \(component.name): \(number ?? "no value")\(interval)")
    }
    for data in reading.missing { lines.append("  missing: \(data.what) -> \(data.remedy)") }
    for remark in reading.remarks { lines.append("  note: \(remark)") }
    let files = Set(reading.sources.flatMap { $0.provenance.map(\.origin) }).sorted()
    if !files.isEmpty { lines.append("  from: \(files.joined(separator: ", "))") }
    return lines.joined(separator: "\n")
  }

  private func value(_ indicator: any Indicator, _ reading: IndicatorReading) -> String {
    guard let value = reading.value else { return "no value (\(indicator.unit))" }
    let bound = reading.isLowerBound ? ">= " : ""
    guard let interval = reading.interval else {
      return "\(bound)\(Self.digits(value)) \(indicator.unit)"
    }
    return "\(bound)\(Self.digits(value)) \(indicator.unit) \(Self.range(interval)) "
      + "\(NumberText.fixed(100 * interval.level, decimals: 0)) %, \(interval.method)"
  }

  private func context(_ reading: IndicatorReading) -> [String] {
    var lines: [String] = []
    if let percentile = reading.percentile {
      lines.append(
        "  at or above \(NumberText.fixed(100 * percentile, decimals: 1)) % of its own history"
      )
    }
    if let threshold = reading.threshold {
      lines.append(
        "  threshold \(Self.digits(threshold.value)): \(threshold.meaning) (\(threshold.source))"
      )
    }
    if let coverage = reading.coverage {
      lines.append(
        "  coverage \(coverage.count) of \(coverage.expectedCount), \(coverage.start.day) to "
          + "\(Self.lastDay(coverage.end))"
      )
    }
    return lines
  }

  /// The last day before an end: a window up to midnight does not hold the day that then begins.
  private static func lastDay(_ end: Instant) -> Day { (end - Duration(microseconds: 1)).day }

  private static func range(_ interval: IndicatorInterval) -> String {
    let high = interval.high.isFinite ? "\(digits(interval.high))]" : "open)"
    return "[\(digits(interval.low)), \(high)"
  }

  /// Enough digits to compare two readings.
  private static func digits(_ value: Double) -> String {
    let size = abs(value)
    guard size.isFinite else { return "open" }
    if size >= 1e6 { return NumberText.abbreviated(value) }
    if size >= 1_000 { return NumberText.fixed(value, decimals: 0) }
    if size >= 10 { return NumberText.fixed(value, decimals: 2) }
    if size >= 1e-4 || size == 0 { return NumberText.fixed(value, decimals: 4) }
    return "\(value)"
  }
}
