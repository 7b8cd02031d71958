import Observatory
import Quantities

/// Claims on Japanese yields and the yen.
enum JapanEvidence {
  static let rules: [String: EvidenceRule] = [
    "S0.C09": leadOfYenAndYields, "S0.C10": yieldAYearEarlier, "S0.C11": stimulusInDollars,
    "S0.C12": fortyYearRecord, "S0.C15": yenGain,
  ]

  private static func yieldAYearEarlier(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let yields = try exam.daily("jgb_curve_1d/y10")
    let (day, before) = try exam.need(yields, upTo: Day.on(2024, 11, 21))
    let rise = (1.82 - before) * 100
    return .holds(
      abs(rise - 70) <= 10,
      by: exam.data(
        "The 10-year yield on \(day) was \(before.plain)%; the stated 1.82% is \(rise.shown) basis points "
          + "more.",
        ComputedNumber(raw: rise, unit: "basis points"),
        expected: "70 ± 10",
        window: day...day
      )
    )
  }

  private static func stimulusInDollars(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let rates = try exam.daily("usdjpy_1d/close")
    let wanted = Day.on(2025, 11, 18)
    guard let (day, rate) = rates.first(from: wanted, reach: 14) else {
      throw Examination.gap(rates, "\(wanted) to \(wanted + 14)")
    }
    let dollars = 17e12 / rate
    return .holds(
      abs(dollars - 110e9) <= 5e9,
      by: exam.data(
        "USDJPY closed at \(rate.shown) on \(day), the first close known from \(wanted) on: 17 trillion "
          + "yen are \((dollars / 1e9).shown) billion dollars.",
        ComputedNumber(raw: dollars, unit: "USD"),
        expected: "110e9 ± 5e9",
        window: day...day
      )
    )
  }

  private static func fortyYearRecord(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let yields = try exam.daily("jgb_curve_1d/y40")
    let before = try exam.need(
      yields,
      in: Day.on(2007, 11, 1)...Day.on(2025, 9, 30),
      atLeast: 1_000
    )
    guard let earlier = before.maximum else { throw Examination.gap(yields, "2007 to 2025") }
    exam.note(
      exam.data(
        "The highest 40-year yield up to 2025-09-30 was \(earlier.value.plain)% on \(earlier.day).",
        ComputedNumber(raw: earlier.value, unit: "percent per year", observations: before.count),
        expected: "below 3.697",
        window: before.span
      )
    )
    let weeks = try exam.need(yields, in: Day.on(2025, 10, 1)...Day.on(2025, 11, 21), atLeast: 30)
    guard let top = weeks.maximum else {
      throw Examination.gap(yields, "October and November 2025")
    }
    return .holds(
      top.value > earlier.value && abs(top.value - 3.697) < 0.03,
      by: exam.data(
        "The highest yield of October and November 2025 was \(top.value.plain)% on \(top.day), against "
          + "\(earlier.value.plain)% before.",
        ComputedNumber(raw: top.value, unit: "percent per year", observations: weeks.count),
        expected: "3.697 ± 0.03, above every earlier one",
        window: weeks.span
      )
    )
  }

  private static func yenGain(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let rates = try exam.daily("usdjpy_1d/close")
    let deadline = Day.on(2026, 5, 21)
    let (day, rate) = try exam.need(rates, upTo: min(exam.today, deadline), reach: 60)
    let gain = 154.5 / rate - 1
    let evidence = exam.data(
      "USDJPY on \(day) was \(rate.shown): the yen's gain from the implied 154.5 is \(gain.percent).",
      .fraction(gain),
      expected: "+4% to +8%",
      window: day...day
    )
    guard exam.isDue, deadline - day <= 5 else { return .open([evidence]) }
    return .holds(gain >= 0.04 && gain <= 0.08, by: evidence)
  }

  private static func leadOfYenAndYields(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let yen = try exam.daily("usdjpy_1d/close")
    let yields = try exam.daily("jgb_curve_1d/y10")
    let range = try exam.span(from: Day.on(2022, 1, 1), to: Day.on(2025, 9, 30))
    var evidence: [Evidence] = []
    for (name, returns) in [
      ("USDJPY", try exam.sessionReturns(with: yen, in: range)),
      (
        "the change of the 10-year JGB yield",
        try exam.sessionReturns(with: yields, in: range) { $1 - $0 }
      ),
    ] {
      guard let value = returns.correlation(minimum: 250) else { continue }
      evidence.append(
        exam.data(
          "Same-session correlation of BTC with \(name), 2022 to September 2025: "
            + "\(value.value.shown). \(returns.sampling.rawValue) Daily values of the yen and of yields "
            + "are not of that hour.",
          value,
          window: range
        )
      )
    }
    guard !evidence.isEmpty else { throw Examination.gap(yen, "2022 to 2025") }
    return .open(evidence)
  }
}
