import Observatory
import Quantities

/// Claims on reserves, their scarcity, and the Federal Reserve's purchases.
enum ReservesEvidence {
  static let rules: [String: EvidenceRule] = [
    "S2.C01": reservesAgainstEpisodes, "S2.C02": reservesOfTheWeek,
    "S2.C05": refusalOrScarcity, "S2.C15": sincePurchases, "S3.C02": purchases,
    "S3.C28": tightReserves,
  ]

  private static let reserves = "fred_weekly_long/WRESBAL/value"

  /// Reserves of a week over those of the two episodes, less one.
  private static func reservesAgainstEpisodes(
    _ exam: inout Examination
  ) throws(EvidenceGap) -> Finding {
    let balances = try exam.daily(reserves)
    let first = try exam.need(balances, upTo: Day.on(2019, 9, 18), reach: 7)
    for found in [
      balances.last(upTo: Day.on(2025, 11, 4), reach: 60),
      balances.first(from: Day.on(2025, 11, 20), reach: 30),
    ] {
      guard let found else { continue }
      let ratio = found.value / first.value - 1
      exam.note(
        exam.data(
          "Measured reserves of \(found.day) were \(ratio.percent) above those of \(first.day).",
          ComputedNumber(raw: ratio, unit: "fraction"),
          expected: "+126%",
          window: first.day...found.day
        )
      )
    }
    let week = try exam.need(balances, in: Day.on(2025, 11, 6)...Day.on(2025, 11, 14), atLeast: 1)
    let second = try exam.need(balances, in: Day.on(2023, 3, 1)...Day.on(2023, 3, 31), atLeast: 1)
    let (overFirst, overSecond) = (week.mean / first.value - 1, week.mean / second.mean - 1)
    let agree = [abs(overFirst - 1.26) < 0.05, abs(overSecond - 0.17) < 0.05]
    return .decided(
      agree.allSatisfy { $0 } ? .supported : agree.contains(true) ? .mixed : .contradicted,
      by: exam.data(
        "Measured reserves of the week of 2025-11-12 were \(overFirst.percent) above September 2019 and "
          + "\(overSecond.percent) above March 2023.",
        ComputedNumber(raw: overFirst, unit: "fraction"),
        expected: "+126% and +17%",
        window: first.day...Day.on(2025, 11, 14)
      )
    )
  }

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
          ComputedNumber(raw: found.value * 1e6, unit: "USD"),
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
        ComputedNumber(raw: dollars, unit: "USD"),
        expected: "3.28e12 ± 2%",
        window: day...day
      ),
      corrections: [
        exam.correction(
          "E30",
          "reserve balances were \((dollars / 1e12).shown) trillion",
          ComputedNumber(raw: dollars, unit: "USD")
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
        ComputedNumber(raw: spread.after - spread.before, unit: "basis points"),
        expected: "above 0 in both readings",
        window: window
      ),
      exam.data(
        "SOFR volume: \(volume.before.shown) to \(volume.after.shown) billion; refusal needs a fall.",
        ComputedNumber(raw: (volume.after - volume.before) * 1e9, unit: "USD"),
        expected: "below 0",
        window: window
      ),
      exam.data(
        "Overnight reverse repo: \(facility.before.shown) to \(facility.after.shown) billion; refusal "
          + "needs a rise.",
        ComputedNumber(raw: (facility.after - facility.before) * 1e9, unit: "USD"),
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
        ComputedNumber(raw: moved, unit: "basis points", observations: before.count + after.count),
        expected: "near 0 if purchases do nothing",
        window: start.day...end.day
      )
    ])
  }

  private static func purchases(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let held = try exam.daily("fred_weekly_long/TREAST/value")
    let start = try exam.need(held, upTo: Day.on(2025, 12, 31), reach: 7)
    let end = try exam.need(held, upTo: Day.on(2026, 3, 31), reach: 7)
    let months = Double(end.day - start.day) / (365.25 / 12)
    let monthly = (end.value - start.value) * 1e6 / months
    let december = try exam.need(held, upTo: Day.on(2025, 12, 10), reach: 7)
    let early = (start.value - december.value) * 1e6
    let number = ComputedNumber(raw: monthly, unit: "USD per month")
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
