import Foundation
import Observatory
import Quantities
import Statistics

/// Claims on realised and implied volatility.
enum VolatilityEvidence {
  static let rules: [String: EvidenceRule] = [
    "S0.C34": ladder, "S0.C35": yearEnd2026, "S0.C36": yearEnd2028, "S3.C19": afterReset,
    "S3.C25": rises,
  ]

  private static let equities: [(name: String, series: String)] = [
    ("S&P 500 (SPY)", "us_etfs_1d/SPY/close"), ("gold (GLD)", "us_etfs_1d/GLD/close"),
    ("Treasuries 7-10 years (IEF)", "us_etfs_1d/IEF/close"),
  ]

  private static func ladder(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let bitcoin = try exam.bitcoin()
    var others: [(String, DailyValues)] = []
    for (name, series) in equities { others.append((name, try exam.daily(series))) }
    for day in [Day.on(2025, 9, 30), Day.on(2026, 1, 30)] {
      if let rungs = rungs(bitcoin, others, day) {
        exam.note(
          exam.data(
            "On \(day): \(sentence(rungs)).",
            ComputedNumber(raw: rungs[0].1, unit: "fraction per year", observations: 30),
            window: (day + -30)...day
          )
        )
      }
    }
    let day = Day.on(2025, 11, 21)
    guard let rungs = rungs(bitcoin, others, day), let first = rungs.first else {
      throw Examination.gap(bitcoin, "2025-10-22 to 2025-11-21")
    }
    let stated = [0.60, 0.18, 0.15, 0.05]
    let right = zip(rungs, stated).map { abs($0.1 - $1) < 0.05 }
    let decisive = exam.data(
      "On \(day): \(sentence(rungs)).",
      ComputedNumber(raw: first.1, unit: "fraction per year", observations: 30),
      expected: "BTC 60%, S&P 18%, gold 15%, Treasuries below 5%",
      window: (day + -30)...day
    )
    let corrections = [
      exam.correction(
        "E16",
        "30-day realised volatility of bitcoin on \(day) was \(first.1.share)",
        ComputedNumber(raw: first.1, unit: "fraction per year", observations: 30)
      )
    ]
    let verdict: ClaimAssessment.Decided =
      right.allSatisfy { $0 } ? .supported : right[0] ? .mixed : .contradicted
    return .decided(verdict, by: decisive, corrections: corrections)
  }

  private static func rungs(
    _ bitcoin: DailyValues,
    _ others: [(String, DailyValues)],
    _ day: Day
  ) -> [(String, Double)]? {
    guard let first = bitcoin.realisedVolatility30(upTo: day) else { return nil }
    var result = [("BTC", first)]
    for (name, closes) in others {
      guard
        let value = closes.realisedVolatility(upTo: day, count: 21, perYear: 252, reach: 35)
      else { return nil }
      result.append((name, value))
    }
    return result
  }

  private static func sentence(_ rungs: [(String, Double)]) -> String {
    rungs.map { "\($0.0) \(($0.1 * 1_000).rounded() / 10)%" }.joined(separator: ", ")
  }

  private static func yearEnd2026(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    try yearEnd(&exam, limit: 0.25, day: Day.on(2026, 12, 31))
  }

  private static func yearEnd2028(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    try yearEnd(&exam, limit: 0.15, day: Day.on(2028, 12, 31))
  }

  private static func yearEnd(
    _ exam: inout Examination,
    limit: Double,
    day: Day
  ) throws(EvidenceGap) -> Finding {
    let history = try exam.bitcoin().realisedVolatility30
    guard let low = history.part(try exam.span(from: Day.on(2017, 8, 17))).minimum,
      let newest = history.days.last, let now = history.values.last
    else { throw Examination.gap(history, "30 consecutive days") }
    let error = now / (60.0).squareRoot()
    let number = ComputedNumber(
      raw: now,
      unit: "fraction per year",
      interval: IndicatorInterval(
        low: now - 1.96 * error,
        high: now + 1.96 * error,
        level: 0.95,
        method: "normal, relative error 1/sqrt(60) for Gaussian returns"
      ),
      observations: 30
    )
    if exam.isDue, let final = history.value(on: day) {
      return .holds(
        final < limit,
        by: exam.data(
          "30-day realised volatility on \(day) was \(final.share).",
          ComputedNumber(raw: final, unit: "fraction per year", observations: 30),
          expected: "below \(limit.share)",
          window: (day + -30)...day
        )
      )
    }
    return .open([
      exam.data(
        "30-day realised volatility on \(newest) is \(now.share); the lowest since "
          + "August 2017 was \(low.value.share) on \(low.day).",
        number,
        expected: "below \(limit.share) on \(day)",
        window: history.days[0]...newest
      )
    ])
  }

  /// The half years before and after the article of 2025-12-10.
  private static let halves = (
    before: Day.on(2025, 6, 10)...Day.on(2025, 12, 10),
    after: Day.on(2025, 12, 11)...Day.on(2026, 6, 10)
  )

  /// What a gauge lacks of the half year before, nil if nothing: a mean over half a half year that leaves
  /// out the fall would make every later mean look high.
  private static func hole(_ before: DailyValues, expected: Int) -> MissingSeries? {
    guard before.count * 20 < expected * 17 else { return nil }
    return MissingSeries(
      what:
        "\(before.name): \(before.count) of \(expected) days from \(halves.before.lowerBound) to "
        + "\(halves.before.upperBound) are in the store",
      remedy: "clino data import FOLDER, a folder whose catalogue lists those rows"
    )
  }

  private static func rises(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let gauges: [(String, DailyValues, Int)] = [
      ("BTC, 30-day realised (annual)", try exam.bitcoin().realisedVolatility30, 184),
      ("VIX", try exam.daily("vix_1d/close"), 127), ("MOVE", try exam.daily("move_1d/move"), 127),
    ]
    var changes: [(Double, Evidence)] = []
    var missing: [MissingSeries] = []
    for (name, values, expected) in gauges {
      let before = try exam.need(values, in: halves.before, atLeast: 60)
      let after = try exam.need(values, in: halves.after, atLeast: exam.isDue ? 90 : 20)
      let change = after.mean / before.mean - 1
      if let hole = hole(before, expected: expected) { missing.append(hole) }
      changes.append(
        (
          change,
          exam.data(
            "\(name): mean \(before.mean.shown) over \(before.count) days of the half year before, "
              + "\(after.mean.shown) over \(after.count) days after: \(change.percent).",
            .fraction(change, observations: before.count + after.count),
            expected: "above 0",
            window: halves.before.lowerBound...min(exam.today, halves.after.upperBound)
          )
        )
      )
    }
    guard exam.isDue, missing.isEmpty else {
      return .open(changes.map { $0.1 }, missing: missing)
    }
    let up = changes.count { $0.0 > 0 }
    let verdict: ClaimAssessment.Decided =
      up == changes.count ? .supported : up == 0 ? .contradicted : .mixed
    return .decided(verdict, by: changes[0].1, further: changes.dropFirst().map { $0.1 })
  }

  private static func afterReset(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let history = try exam.bitcoin().realisedVolatility30
    let before = try exam.need(history, in: halves.before, atLeast: 60)
    let after = try exam.need(history, in: halves.after, atLeast: exam.isDue ? 90 : 20)
    let change = after.mean / before.mean - 1
    let volatility = exam.data(
      "Mean 30-day realised volatility: \(before.mean.share) over \(before.count) days before, "
        + "\(after.mean.share) after.",
      .fraction(change, observations: before.count + after.count),
      expected: "below 0: lower drivers of volatility",
      window: halves.before.lowerBound...min(exam.today, halves.after.upperBound)
    )
    let flows = try exam.daily("btc_etf_flows_by_issuer_1d/total")
    let later = try exam.need(flows, in: halves.after, atLeast: exam.isDue ? 90 : 20)
    let pairs = zip(later.values, later.values.dropFirst())
    guard let memory = DailyValues.correlation(pairs.map(\.0), pairs.map(\.1)) else {
      throw Examination.gap(flows, "flows that vary")
    }
    let directional = exam.data(
      "Correlation of a day's ETF flow with the next day's, after the article: \(memory.value.shown).",
      memory,
      expected: "above 0 with its interval: flows in one direction",
      window: later.span
    )
    let missing = hole(before, expected: 184).map { [$0] } ?? []
    guard exam.isDue, missing.isEmpty else {
      return .open([volatility, directional], missing: missing)
    }
    let parts = [change < 0, (memory.interval?.low ?? -1) > 0]
    let verdict: ClaimAssessment.Decided =
      parts.allSatisfy { $0 } ? .supported : parts.contains(true) ? .mixed : .contradicted
    return .decided(verdict, by: volatility, further: [directional])
  }
}
