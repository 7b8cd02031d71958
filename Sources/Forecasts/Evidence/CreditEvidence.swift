import Observatory
import Quantities
import Statistics

/// Claims on credit, unemployment and composite stress.
enum CreditEvidence {
  static let rules: [String: EvidenceRule] = [
    "S1.C19": equitiesAfterCrypto, "S2.C03": fourEpisodes, "S2.C06": delinquencyTurns,
    "S2.C07": unemployment, "S2.C18": systemicEvent, "S2.C19": riskAssets, "S2.C20": tenYear,
    "S2.C21": contraction, "S2.C24": eveOfContraction,
  ]

  private static func fourEpisodes(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let stress = try exam.daily("fred_weekly_long/STLFSI4/value")
    let past: [(String, ClosedRange<Day>)] = [
      ("2019-09", Day.on(2019, 9, 1)...Day.on(2019, 10, 4)),
      ("2020-03", Day.on(2020, 3, 1)...Day.on(2020, 4, 3)),
      ("2023-03", Day.on(2023, 3, 1)...Day.on(2023, 4, 7)),
    ]
    var peaks: [(String, Double)] = []
    for (name, range) in past {
      let weeks = stress.part(range)
      if let top = weeks.maximum, weeks.count >= 4 { peaks.append((name, top.value)) }
    }
    let words = peaks.map { "\($0.0) \($0.1.shown)" }.joined(separator: ", ")
    if let first = peaks.first {
      exam.note(
        exam.data(
          "Peaks of the St. Louis stress index: \(words).",
          ComputedNumber(raw: first.1, unit: "index"),
          window: Day.on(2019, 9, 1)...Day.on(2023, 4, 7)
        )
      )
    }
    for day in [Day.on(2025, 9, 26), Day.on(2025, 12, 5)] {
      guard let found = stress.last(upTo: day, reach: 7) else { continue }
      exam.note(
        exam.data(
          "The index stood at \(found.value.shown) on \(found.day).",
          ComputedNumber(raw: found.value, unit: "index"),
          window: found.day...found.day
        )
      )
    }
    let november = try exam.need(
      stress,
      in: Day.on(2025, 11, 8)...Day.on(2025, 11, 28),
      atLeast: 2
    )
    guard let now = november.maximum, let least = peaks.map(\.1).min(), peaks.count >= 2 else {
      throw Examination.gap(stress, "the episodes")
    }
    let above = peaks.count { now.value > $0.1 }
    return .decided(
      above == peaks.count ? .supported : above == 0 ? .contradicted : .mixed,
      by: exam.data(
        "The index peaked at \(now.value.shown) in November 2025; the mildest of the episodes reached "
          + "\(least.shown).",
        ComputedNumber(raw: now.value, unit: "index", observations: november.count),
        expected: "above \(words)",
        window: november.span
      )
    )
  }

  private static func delinquencyTurns(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let delinquency = try exam.daily("fred_monthly_long/DRCCLACBS/value")
    let unemployment = try exam.daily("fred_monthly_long/UNRATE/value")
    let cycle = Day.on(2021, 7, 1)...Day.on(2025, 9, 30)
    let rates = try exam.need(delinquency, in: cycle, atLeast: 12)
    let jobless = try exam.need(unemployment, in: cycle, atLeast: 40)
    guard let peak = rates.maximum, let trough = jobless.minimum else {
      throw Examination.gap(delinquency, "2021 to 2025")
    }
    let months = Double(peak.day - trough.day) / (365.25 / 12)
    let rise = (jobless.values.last ?? 0) - trough.value
    let text =
      "Card delinquency peaked at \(peak.value.plain)% in the quarter of \(peak.day); unemployment had "
      + "turned up from \(trough.value.plain)% in the month of \(trough.day), \(months.shown) months "
      + "earlier, and has risen by \(rise.shown) points since."
    return .holds(
      months <= 0,
      by: exam.data(
        text,
        ComputedNumber(raw: months, unit: "months", observations: rates.count),
        expected: "0 or below: the peak before the rise",
        window: cycle
      )
    )
  }

  private static func unemployment(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let rates = try exam.daily("fred_monthly_long/UNRATE/value")
    let quarter = Day.on(2026, 1, 1)...Day.on(2026, 3, 31)
    guard exam.isDue else {
      let last = try exam.need(rates, upTo: exam.today, reach: 92)
      return .open([
        exam.data(
          "The unemployment rate of \(last.day) was \(last.value.plain)%.",
          ComputedNumber(raw: last.value, unit: "percent"),
          expected: "5.5 to 6.0 in the first quarter of 2026"
        )
      ])
    }
    let months = try exam.need(rates, in: quarter, atLeast: 3)
    return .holds(
      months.mean >= 5.45 && months.mean < 6.05,
      by: exam.data(
        "The unemployment rate of January to March 2026 averaged \(months.mean.shown)%: the condition "
          + "of the claim, so what it says of losses is "
          + (months.mean >= 5.45 ? "open." : "void."),
        ComputedNumber(raw: months.mean, unit: "percent", observations: months.count),
        expected: "5.5 to 6.0",
        window: quarter
      )
    )
  }

  private static func systemicEvent(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let half = Day.on(2026, 1, 1)...Day.on(2026, 6, 30)
    let spreads = try exam.daily("fred_daily_long/BAMLH0A0HYM2/value")
    let conditions = try exam.daily("fred_weekly_long/NFCI/value")
    for (name, unit, values, limit) in [
      ("high-yield spread", "percentage points", spreads, "above 8"),
      ("reading of the Chicago Fed's conditions index", "index", conditions, "above 0"),
    ] {
      guard let top = values.part(half).maximum else { continue }
      exam.note(
        exam.data(
          "The highest \(name) of the half year was \(top.value.shown) on \(top.day).",
          ComputedNumber(raw: top.value, unit: unit),
          expected: limit,
          window: values.part(half).span
        )
      )
    }
    let stress = try exam.daily("fred_weekly_long/STLFSI4/value")
    let weeks = stress.part(half)
    if let top = weeks.maximum, top.value >= 1.09 {
      return .holds(
        true,
        by: exam.data(
          "The St. Louis stress index reached \(top.value.shown) on \(top.day).",
          ComputedNumber(raw: top.value, unit: "index", observations: weeks.count),
          expected: "at least 1.09",
          window: weeks.span
        )
      )
    }
    guard exam.isDue else {
      return .open([exam.data("No week of the half year so far reached 1.09.", window: weeks.span)])
    }
    let whole = try exam.need(stress, in: half, atLeast: 25)
    guard let top = whole.maximum else { throw Examination.gap(stress, "2026") }
    return .holds(
      false,
      by: exam.data(
        "The St. Louis stress index peaked at \(top.value.shown) on \(top.day).",
        ComputedNumber(raw: top.value, unit: "index", observations: whole.count),
        expected: "at least 1.09",
        window: whole.span
      )
    )
  }

  private static func riskAssets(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let equities = try exam.daily("us_etfs_1d/SPY/close")
    let bitcoin = try exam.bitcoin()
    var evidence: [Evidence] = []
    for (name, closes) in [("S&P 500 (SPY)", equities), ("BTC", bitcoin)] {
      guard let start = closes.first(from: Day.on(2025, 11, 21), reach: 12) else { continue }
      let after = closes.part(start.day...exam.today)
      guard let low = after.minimum, after.count >= 10 else { continue }
      let fall = low.value / start.value - 1
      evidence.append(
        exam.data(
          "\(name): lowest close since \(start.day), the first known from publication, "
            + "\(fall.percent) on \(low.day).",
          .fraction(fall, observations: after.count),
          expected: "-20% to -40%",
          window: after.span
        )
      )
    }
    guard !evidence.isEmpty else { throw Examination.gap(equities, "after 2025-11-21") }
    return .open(evidence)
  }

  private static func tenYear(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let yields = try exam.daily("us_treasury_par_curve_1d/y10_bp").map { $0 / 100 }
    let range = try exam.span(from: Day.on(2025, 11, 21), to: Day.on(2026, 12, 31))
    guard range.upperBound > range.lowerBound + 20 else {
      throw Examination.gap(yields, "after 2025-11-21")
    }
    let since = try exam.need(yields, in: range, atLeast: 10)
    guard let low = since.minimum else { throw Examination.gap(yields, "\(range)") }
    let evidence = exam.data(
      "The lowest 10-year yield since publication is \(low.value.shown)% on \(low.day).",
      ComputedNumber(raw: low.value, unit: "percent per year", observations: since.count),
      expected: "below 2.5",
      window: since.span
    )
    if low.value < 2.5 || exam.isDue { return .holds(low.value < 2.5, by: evidence) }
    return .open([evidence])
  }

  private static func contraction(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let spreads = try exam.daily("fred_daily_long/BAMLH0A0HYM2/value")
    let since = try exam.need(spreads, in: try exam.span(from: Day.on(2025, 12, 1)), atLeast: 20)
    let crisis = try exam.need(spreads, in: Day.on(2020, 2, 15)...Day.on(2020, 6, 30), atLeast: 60)
    guard let now = since.maximum, let then = crisis.maximum else {
      throw Examination.gap(spreads, "2020 and after 2025-12-01")
    }
    return .open([
      exam.data(
        "The widest high-yield spread since December 2025 is \(now.value.shown) points (\(now.day)), "
          + "against \(then.value.shown) in 2020 (\(then.day)).",
        ComputedNumber(raw: now.value, unit: "percentage points", observations: since.count),
        expected: "above \(then.value.shown)",
        window: since.span
      )
    ])
  }

  private static func eveOfContraction(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let conditions = try exam.daily("fred_weekly_long/NFCI/value")
    let after = try exam.need(
      conditions,
      in: Day.on(2025, 12, 1)...Day.on(2026, 5, 31),
      atLeast: 20
    )
    guard let top = after.maximum else { throw Examination.gap(conditions, "2026") }
    let spreads = try exam.daily("fred_daily_long/BAMLH0A0HYM2/value")
    let half = try exam.need(spreads, in: Day.on(2025, 12, 1)...Day.on(2026, 5, 31), atLeast: 90)
    let wide = half.maximum?.value ?? 0
    return .holds(
      top.value > 0 && wide > 5,
      by: exam.data(
        "In the half year after, the Chicago Fed's conditions index peaked at \(top.value.shown) "
          + "(\(top.day)); above 0 is tighter than average.",
        ComputedNumber(raw: top.value, unit: "index", observations: after.count),
        expected: "above 0",
        window: after.span
      ),
      further: [
        exam.data(
          "The high-yield spread peaked at \(wide.shown) points.",
          ComputedNumber(raw: wide, unit: "percentage points", observations: half.count),
          expected: "above 5",
          window: half.span
        )
      ]
    )
  }

  private static func equitiesAfterCrypto(_ exam: inout Examination) throws(EvidenceGap) -> Finding
  {
    let bitcoin = try exam.bitcoin()
    let equities = try exam.daily("us_etfs_1d/SPY/close")
    let range = try exam.span(from: Day.on(2025, 8, 1))
    let closes = try exam.need(bitcoin, in: range, atLeast: 60)
    guard let peak = closes.maximum else { throw Examination.gap(bitcoin, "\(range)") }
    let after = closes.part(peak.day...exam.today)
    let half = after.filter { $0 <= peak.value / 2 }
    guard let day = half.days.first, let start = equities.last(upTo: day, reach: 5) else {
      let low = after.minimum?.value ?? peak.value
      return .open([
        exam.data(
          "The condition has not come: the lowest close after the peak of \(peak.value.shown) "
            + "(\(peak.day)) is \((low / peak.value - 1).percent).",
          .fraction(low / peak.value - 1, observations: after.count),
          expected: "-50% or below",
          window: after.span
        )
      ])
    }
    let later = equities.part(start.day...exam.today)
    let low = later.minimum?.value ?? start.value
    let fall = low / start.value - 1
    let evidence = exam.data(
      "Bitcoin had lost half of its peak by \(day); the S&P 500 (SPY) has then fallen by at most "
        + "\(fall.percent) over \(later.count) sessions.",
      .fraction(fall, observations: later.count),
      expected: "-20% or below within 126 sessions",
      window: later.span
    )
    if fall <= -0.2 { return .holds(true, by: evidence) }
    return later.count >= 126 ? .holds(false, by: evidence) : .open([evidence])
  }
}
