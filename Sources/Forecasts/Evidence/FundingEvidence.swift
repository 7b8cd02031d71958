import Observatory
import Quantities

/// Claims on reserves, repo rates, the policy rate and the Federal Reserve's purchases.
enum FundingEvidence {
  static let rules: [String: EvidenceRules.Rule] = [
    "S2.C02": reservesOfTheWeek, "S2.C04": administeredRate, "S2.C05": refusalOrScarcity,
    "S2.C15": sincePurchases, "S2.C23": policyRate, "S3.C01": decemberCut,
    "S3.C02": purchases, "S3.C22": septemberRates, "S3.C28": tightReserves,
  ]

  private static let reserves = "fred_weekly_long/WRESBAL/value"

  private static func reservesOfTheWeek(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let balances = try exam.daily(reserves)
    let week = Day.on(2025, 11, 12)
    for (words, found) in [
      ("before", balances.last(upTo: week + -8, reach: 60)),
      ("after", balances.first(from: week + 8, reach: 30)),
    ] {
      guard let found else { continue }
      exam.note(
        exam.data(
          "Nearest week \(words): \((found.value / 1e6).shown) trillion (\(found.day)).",
          ComputedNumber(found.value * 1e6, unit: "USD"),
          expected: "3.28e12",
          window: found.day...found.day
        )
      )
    }
    guard
      let (day, balance) = balances.last(upTo: week, reach: 7)
        ?? balances.first(from: week, reach: 2)
    else { throw Examination.gap(balances, "the week of 2025-11-12") }
    let dollars = balance * 1e6
    return .holds(
      abs(dollars / 3.28e12 - 1) < 0.02,
      by: exam.data(
        "Reserve balances of the week of \(day): \((dollars / 1e12).shown) trillion.",
        ComputedNumber(dollars, unit: "USD"),
        expected: "3.28e12 ± 2%",
        window: day...day
      ),
      corrections: [
        exam.correction(
          "E30",
          "reserve balances were \((dollars / 1e12).shown) trillion",
          ComputedNumber(dollars, unit: "USD")
        )
      ]
    )
  }

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
    let number = ComputedNumber(max(before.value, after.value), unit: "percent per year")
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

  /// The change of a quantity's mean from July-September 2025 to the four weeks around a date.
  private static func change(
    _ values: DailyValues,
    _ exam: Examination
  ) throws(EvidenceGap) -> (before: Double, after: Double) {
    let early = try exam.need(values, in: Day.on(2025, 7, 1)...Day.on(2025, 9, 26), atLeast: 5)
    let november = values.part(Day.on(2025, 11, 3)...Day.on(2025, 11, 28))
    let late =
      november.count >= 3
      ? november
      : try exam.need(values, in: Day.on(2025, 12, 1)...Day.on(2025, 12, 26), atLeast: 3)
    return (early.mean, late.mean)
  }

  private static func refusalOrScarcity(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let reserves = try change(try exam.daily(reserves), exam)
    let sofr = try exam.daily("sofr_percentiles_1d/sofr_bp")
    let floor = try exam.daily("fred_daily_long/IORB/value").map { $0 * 100 }
    let spread = try change(sofr.combined(with: floor) { $0 - $1 }, exam)
    let volume = try change(try exam.daily("sofr_percentiles_1d/volume_bn"), exam)
    let facility = try change(try exam.daily("fred_daily_long/RRPONTSYD/value"), exam)
    let reservesChange = reserves.after / reserves.before - 1
    let isScarcity = [
      reservesChange < 0, spread.after > spread.before, volume.after >= volume.before,
      facility.after <= facility.before,
    ]
    let window = try exam.span(from: Day.on(2025, 7, 1), to: Day.on(2025, 12, 26))
    let decisive = exam.data(
      "Mean reserves changed by \(reservesChange.percent) from the third quarter of 2025 to the weeks "
        + "after; refusal needs them unchanged or higher.",
      .fraction(reservesChange),
      expected: "0 or above",
      window: window
    )
    let further = [
      exam.data(
        "SOFR less the rate on reserves: \(spread.before.shown) to \(spread.after.shown) basis points.",
        ComputedNumber(spread.after - spread.before, unit: "basis points"),
        expected: "above 0 in both readings",
        window: window
      ),
      exam.data(
        "SOFR volume: \(volume.before.shown) to \(volume.after.shown) billion; refusal needs a fall.",
        ComputedNumber((volume.after - volume.before) * 1e9, unit: "USD"),
        expected: "below 0",
        window: window
      ),
      exam.data(
        "Overnight reverse repo: \(facility.before.shown) to \(facility.after.shown) billion; refusal "
          + "needs a rise.",
        ComputedNumber((facility.after - facility.before) * 1e9, unit: "USD"),
        expected: "above 0",
        window: window
      ),
    ]
    let signs = isScarcity.count { $0 }
    return .decided(
      signs == isScarcity.count ? .contradicted : signs <= 1 ? .supported : .mixed,
      by: decisive,
      further: further
    )
  }

  private static func sincePurchases(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let held = try exam.daily("fred_weekly_long/TREAST/value")
    let start = try exam.need(held, upTo: Day.on(2025, 12, 10), reach: 7)
    let end = try exam.need(held, upTo: exam.today, reach: 250)
    let sofr = try exam.daily("sofr_percentiles_1d/sofr_bp")
    let floor = try exam.daily("fred_daily_long/IORB/value").map { $0 * 100 }
    let spread = sofr.combined(with: floor) { $0 - $1 }
    let before = try exam.need(spread, in: Day.on(2025, 11, 12)...Day.on(2025, 12, 10), atLeast: 5)
    let after = try exam.need(spread, in: Day.on(2026, 1, 5)...Day.on(2026, 5, 29), atLeast: 40)
    let moved = after.mean - before.mean
    return .open([
      exam.data(
        "Treasuries held rose by \(((end.value - start.value) / 1e3).shown) billion from \(start.day) to "
          + "\(end.day); SOFR less the rate on reserves went from \(before.mean.shown) to "
          + "\(after.mean.shown) basis points.",
        ComputedNumber(moved, unit: "basis points", observations: before.count + after.count),
        expected: "near 0 if purchases do nothing",
        window: start.day...end.day
      )
    ])
  }

  private static func policyRate(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let rates = try exam.daily("fred_monthly_long/FEDFUNDS/value")
    let years = try exam.need(rates, in: Day.on(2021, 1, 1)...Day.on(2024, 12, 31), atLeast: 47)
    let high = years.values.count { $0 > 5 }
    let number = ComputedNumber(years.mean, unit: "percent per year", observations: years.count)
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
        ComputedNumber(change, unit: "basis points"),
        expected: "-25",
        window: Day.on(2025, 12, 10)...Day.on(2025, 12, 12)
      )
    )
  }

  private static func purchases(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let held = try exam.daily("fred_weekly_long/TREAST/value")
    let start = try exam.need(held, upTo: Day.on(2025, 12, 31), reach: 7)
    let end = try exam.need(held, upTo: Day.on(2026, 3, 31), reach: 7)
    let months = Double(end.day - start.day) / (365.25 / 12)
    let monthly = (end.value - start.value) * 1e6 / months
    let december = try exam.need(held, upTo: Day.on(2025, 12, 10), reach: 7)
    let early = (start.value - december.value) * 1e6
    let number = ComputedNumber(monthly, unit: "USD per month")
    return .decided(
      abs(monthly - 45e9) <= 4.5e9 && early < 10e9
        ? .supported : monthly > 0 ? .mixed : .contradicted,
      by: exam.data(
        "Treasuries held rose by \((monthly / 1e9).shown) billion a month from \(start.day) to "
          + "\(end.day), and by \((early / 1e9).shown) billion between \(december.day) and "
          + "\(start.day) already.",
        number,
        expected: "45e9 ± 10%, from January",
        window: december.day...end.day
      ),
      corrections: [
        exam.correction(
          "E56",
          "\((early / 1e9).shown) billion in December, \((monthly / 1e9).shown) billion a month after",
          number
        )
      ]
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
      moved,
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

  private static func tightReserves(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let sofr = try exam.daily("sofr_percentiles_1d/sofr_bp")
    let floor = try exam.daily("fred_daily_long/IORB/value").map { $0 * 100 }
    let spread = sofr.combined(with: floor) { $0 - $1 }
    let now = try exam.need(spread, in: Day.on(2025, 9, 1)...Day.on(2025, 12, 10), atLeast: 20)
    let ample = try exam.need(spread, in: Day.on(2022, 1, 1)...Day.on(2023, 12, 31), atLeast: 300)
    guard let mean = now.meanEstimate(unit: "basis points") else {
      throw Examination.gap(spread, "September to December 2025")
    }
    return .holds(
      (mean.interval?.low ?? 0) > 0,
      by: exam.data(
        "SOFR lay \(mean.value.shown) basis points above the rate on reserves on average, against "
          + "\(ample.mean.shown) in 2022 and 2023.",
        mean,
        expected: "above 0 with its interval",
        window: now.span
      )
    )
  }
}
