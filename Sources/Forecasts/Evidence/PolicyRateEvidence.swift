import Observatory
import Quantities

/// Claims on administered rates, the policy rate and SOFR.
enum PolicyRateEvidence {
  static let rules: [String: EvidenceRule] = [
    "S2.C04": administeredRate, "S2.C23": policyRate, "S3.C01": decemberCut,
    "S3.C22": septemberRates,
  ]

  private static func administeredRate(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let ceiling = try exam.daily("fred_daily_long/DFEDTARU/value")
    let before = try exam.need(ceiling, upTo: Day.on(2025, 11, 12), reach: 60)
    guard let after = ceiling.first(from: Day.on(2025, 11, 12), reach: 30) else {
      throw Examination.gap(ceiling, "2025-11-12 to 2025-12-12")
    }
    let rates = try exam.daily("sofr_percentiles_1d/p99_bp")
    let high = rates.part(Day.on(2018, 4, 1)...Day.on(2025, 11, 12)).filter { $0 >= 530 }
    let last =
      high.days.last.map { "; the 99th percentile of SOFR was last that high on \($0)" } ?? ""
    let number = ComputedNumber(raw: max(before.value, after.value), unit: "percent per year")
    return .holds(
      number.value >= 5.30,
      by: exam.data(
        "The upper end of the target range was \(before.value.plain)% on \(before.day) and "
          + "\(after.value.plain)% on \(after.day)\(last).",
        number,
        expected: "at least 5.30",
        window: before.day...after.day
      ),
      corrections: [
        exam.correction(
          "E29",
          "the upper end of the target range was \(number.value.plain)% or less",
          number
        )
      ]
    )
  }

  private static func policyRate(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let rates = try exam.daily("fred_monthly_long/FEDFUNDS/value")
    let years = try exam.need(rates, in: Day.on(2021, 1, 1)...Day.on(2024, 12, 31), atLeast: 47)
    let high = years.values.count { $0 > 5 }
    let number = ComputedNumber(
      raw: years.mean,
      unit: "percent per year",
      observations: years.count
    )
    return .holds(
      (years.maximum?.value ?? 0) < 1,
      by: exam.data(
        "The federal funds rate of 2021 to 2024 averaged \(years.mean.shown)% and was above 5% in "
          + "\(high) of \(years.count) months.",
        number,
        expected: "below 1 throughout",
        window: years.span
      ),
      corrections: [
        exam.correction(
          "E33",
          "the rate averaged \(years.mean.shown)%, \(high) months above 5%",
          number
        )
      ]
    )
  }

  private static func decemberCut(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let ceiling = try exam.daily("fred_daily_long/DFEDTARU/value")
    let before = try exam.need(ceiling, on: Day.on(2025, 12, 10))
    let after = try exam.need(ceiling, on: Day.on(2025, 12, 12))
    let change = ((after - before) * 100).rounded()
    return .holds(
      change == -25,
      by: exam.data(
        "The upper end of the target range went from \(before.plain)% to \(after.plain)%.",
        ComputedNumber(raw: change, unit: "basis points"),
        expected: "-25",
        window: Day.on(2025, 12, 10)...Day.on(2025, 12, 12)
      )
    )
  }

  private static func septemberRates(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let sofr = try exam.daily("sofr_percentiles_1d/sofr_bp")
    let ceiling = try exam.daily("fred_daily_long/DFEDTARU/value").map { $0 * 100 }
    let spread = sofr.combined(with: ceiling) { $0 - $1 }
    let before = try exam.need(spread, in: Day.on(2025, 9, 2)...Day.on(2025, 9, 16), atLeast: 8)
    let after = try exam.need(spread, in: Day.on(2025, 9, 18)...Day.on(2025, 9, 30), atLeast: 7)
    let level = try exam.need(sofr, in: Day.on(2025, 9, 2)...Day.on(2025, 9, 30), atLeast: 18)
    let moved = after.mean - before.mean
    let first = level.values[0]
    let last = level.values[level.count - 1]
    let number = ComputedNumber(
      raw: moved,
      unit: "basis points",
      observations: before.count + after.count
    )
    return .holds(
      moved < -10,
      by: exam.data(
        "SOFR against the target range moved by \(moved.shown) basis points over the cut of September; "
          + "its level went from \(first.shown) to \(last.shown).",
        number,
        expected: "below -10: a fall beyond the cut",
        window: level.span
      ),
      corrections: [
        exam.correction(
          "E52",
          "beyond the cut of 25 basis points SOFR moved by \(moved.shown)",
          number
        )
      ]
    )
  }
}
