import Observatory
import Quantities

/// Claims on the dollar, gold, prices of goods, the curve, and what followed the article of February 2025.
enum DollarAndGoldEvidence {
  static let rules: [String: EvidenceRule] = [
    "S3.C21": termPremium, "S3.C23": goldAndEquities, "S3.C26": slopeAndBreakevens,
    "S3.C30": returnToDeadline, "S4.C05": billsAndPolicyRate, "S4.C10": deepSeekWeek,
    "S4.C13": goldPrice, "S4.C17": consumerPrices, "S4.C18": dollarPath, "S4.C19": overshoot,
    "S4.C20": shortTerm,
  ]

  private static func dollarIndex(_ exam: inout Examination) throws(EvidenceGap) -> DailyValues {
    let long = try exam.daily("dxy_1d/dxy")
    guard let recent = try exam.dailyIfPresent("dxy_1d_2024_2026/dxy"), let end = long.days.last,
      let newest = recent.days.last, newest > end
    else { return long }
    let rest = recent.part((end + 1)...newest)
    return DailyValues(
      name: long.name,
      days: long.days + rest.days,
      values: long.values + rest.values
    )
  }

  private static func dollarPath(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let index = try dollarIndex(&exam)
    let start = try exam.need(index, upTo: Day.on(2025, 2, 26))
    let half = try exam.need(index, upTo: Day.on(2025, 8, 26))
    let first = half.value / start.value - 1
    var further: [Evidence] = []
    if let now = index.last(upTo: exam.today, reach: 60) {
      let change = now.value / start.value - 1
      further.append(
        exam.data(
          "To \(now.day): \(change.percent).",
          .fraction(change),
          window: start.day...now.day
        )
      )
    }
    return .holds(
      first > 0,
      by: exam.data(
        "The dollar index moved \(first.percent) in the six months after the article: first strong needs "
          + "a rise.",
        .fraction(first),
        expected: "above 0 over 6 months, below 0 over 24",
        window: start.day...half.day
      ),
      further: further
    )
  }

  private static func goldPrice(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let gold = try exam.daily("gold_comex_1d/close")
    let (day, price) = try exam.need(gold, upTo: Day.on(2025, 2, 26))
    let ounces = 8_133 * 32_150.7466
    let gain = ounces * (price - 42.2222)
    return .holds(
      abs(gain - 750e9) <= 10e9,
      by: exam.data(
        "At COMEX gold of \(day), \(price.shown) an ounce, the gain is \((gain / 1e9).shown) billion.",
        ComputedNumber(raw: gain, unit: "USD"),
        expected: "750e9 ± 10e9",
        window: day...day
      )
    )
  }

  private static func consumerPrices(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let index = try exam.daily("fred_monthly_long/CPIAUCSL/value")
    var (days, rates): ([Day], [Double]) = ([], [])
    for (day, value) in zip(index.days, index.values) {
      let (year, month, _) = day.civil
      guard let before = Day(year: year - 1, month: month, day: 1).flatMap({ index.value(on: $0) }),
        before > 0
      else { continue }
      days.append(day)
      rates.append((value / before - 1) * 100)
    }
    let inflation = DailyValues(name: index.name, days: days, values: rates)
    let range = try exam.span(from: Day.on(2025, 3, 1), to: Day.on(2026, 2, 1))
    guard range.lowerBound + 60 < range.upperBound else {
      throw Examination.gap(inflation, "March 2025 to February 2026")
    }
    let year = try exam.need(inflation, in: range, atLeast: exam.isDue ? 10 : 2)
    guard let top = year.maximum else { throw Examination.gap(inflation, "\(range)") }
    let evidence = exam.data(
      "Consumer prices rose by at most \(top.value.shown)% over a year (\(top.day)) in the twelve months "
        + "after the article.",
      ComputedNumber(raw: top.value, unit: "percent over a year", observations: year.count),
      expected: "below 4: controllable",
      window: year.span
    )
    return exam.isDue ? .holds(top.value < 4, by: evidence) : .open([evidence])
  }

  private static func after(
    _ exam: inout Examination,
    _ day: Day
  ) throws(EvidenceGap) -> (value: Double, evidence: Evidence) {
    let closes = try exam.bitcoin()
    let start = try exam.need(closes, on: Day.on(2025, 2, 26))
    let end = try exam.need(closes, on: day)
    let change = end / start - 1
    return (
      change,
      exam.data(
        "BTC from 2025-02-26 to \(day): \(change.percent).",
        .fraction(change),
        window: Day.on(2025, 2, 26)...day
      )
    )
  }

  private static func overshoot(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let half = try after(&exam, Day.on(2025, 8, 26))
    guard exam.isDue else { return .open([half.evidence]) }
    let year = try after(&exam, Day.on(2026, 2, 26))
    let parts = [half.value > 0, year.value > 0]
    return .decided(
      parts.allSatisfy { $0 } ? .supported : parts.contains(true) ? .mixed : .contradicted,
      by: half.evidence,
      further: [year.evidence]
    )
  }

  private static func shortTerm(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let month = try after(&exam, Day.on(2025, 3, 26))
    guard exam.isDue else { return .open([month.evidence]) }
    let quarter = try after(&exam, Day.on(2025, 5, 26))
    let parts = [month.value < 0, quarter.value < 0]
    return .decided(
      parts.allSatisfy { $0 } ? .supported : parts.contains(true) ? .mixed : .contradicted,
      by: quarter.evidence,
      further: [month.evidence]
    )
  }

  private static func returnToDeadline(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let closes = try exam.bitcoin()
    let start = try exam.need(closes, on: Day.on(2025, 12, 10))
    let end = try exam.need(closes, upTo: min(exam.today, Day.on(2026, 6, 10)))
    let change = end.value / start - 1
    let evidence = exam.data(
      "BTC from 2025-12-10 to \(end.day): \(change.percent).",
      .fraction(change),
      expected: "above 0",
      window: Day.on(2025, 12, 10)...end.day
    )
    return exam.isDue ? .holds(change > 0, by: evidence) : .open([evidence])
  }

  private static func deepSeekWeek(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let equities = try exam.daily("us_etfs_1d/SMH/close").logReturns
    let day = Day.on(2025, 1, 27)
    let fall = try exam.need(equities, on: day)
    let before = try exam.need(equities, in: (day + -365)...(day + -1), atLeast: 200)
    let spread = (before.values.reduce(0) { $0 + $1 * $1 } / Double(before.count)).squareRoot()
    return .open(
      [
        exam.data(
          "US semiconductors (SMH) moved \(fall.percent) on \(day), \((fall / spread).shown) daily "
            + "standard deviations of the year before.",
          ComputedNumber(
            raw: fall / spread,
            unit: "standard deviations",
            observations: before.count
          ),
          expected: "below -2",
          window: day...day
        )
      ],
      missing: [
        MissingSeries(
          what: "prices of Chinese technology shares around 2025-01-27",
          remedy: "no catalogue file holds them: add a source for them"
        )
      ]
    )
  }

  private static func termPremium(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let premium = try exam.daily("g8_overnight_and_bill_rates_1d_long/ACM_TP_10Y/value")
    let start = try exam.need(premium, upTo: Day.on(2025, 12, 10), reach: 10)
    let end = try exam.need(premium, upTo: min(exam.today, Day.on(2026, 12, 31)), reach: 150)
    let change = (end.value - start.value) * 100
    let evidence = exam.data(
      "The 10-year term premium (ACM) went from \(start.value.shown)% on \(start.day) to "
        + "\(end.value.shown)% on \(end.day).",
      ComputedNumber(raw: change, unit: "basis points"),
      expected: "below 0: compressed",
      window: start.day...end.day
    )
    return exam.isDue ? .holds(change < 0, by: evidence) : .open([evidence])
  }

  private static func goldAndEquities(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    var evidence: [(Double, Evidence)] = []
    for (name, series) in [
      ("gold (GLD)", "us_etfs_1d/GLD/close"), ("S&P 500 (SPY)", "us_etfs_1d/SPY/close"),
    ] {
      let closes = try exam.daily(series)
      let start = try exam.need(closes, upTo: Day.on(2025, 12, 10))
      let end = try exam.need(closes, upTo: min(exam.today, Day.on(2026, 12, 31)), reach: 250)
      let change = end.value / start.value - 1
      evidence.append(
        (
          change,
          exam.data(
            "\(name) from \(start.day) to \(end.day): \(change.percent).",
            .fraction(change),
            expected: "above 0",
            window: start.day...end.day
          )
        )
      )
    }
    guard exam.isDue else { return .open(evidence.map { $0.1 }) }
    let up = evidence.count { $0.0 > 0 }
    return .decided(
      up == 2 ? .supported : up == 1 ? .mixed : .contradicted,
      by: evidence[0].1,
      further: [evidence[1].1]
    )
  }

  private static func slopeAndBreakevens(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let long = try exam.daily("us_treasury_par_curve_1d/y10_bp")
    let short = try exam.daily("us_treasury_par_curve_1d/y1_bp")
    let slope = long.combined(with: short) { $0 - $1 }.steps { $1 - $0 }
    let breakevens = try exam.daily("fred_daily_long/T10YIE/value").steps { $1 - $0 }
    let range = try exam.span(from: Day.on(2024, 1, 1), to: Day.on(2025, 12, 10))
    guard
      let number = slope.part(range).correlation(with: breakevens.part(range), minimum: 100)
    else { throw Examination.gap(slope, "2024 and 2025") }
    return .open([
      exam.data(
        "Daily changes of the 10-year less 12-month spread correlate \(number.value.shown) with those of "
          + "10-year breakeven inflation in 2024 and 2025: part of the spread's moves is news on "
          + "inflation and growth.",
        number,
        expected: "near 0 if only the question of who sets rates moves it",
        window: range
      )
    ])
  }

  private static func billsAndPolicyRate(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let bills = try exam.daily("us_treasury_par_curve_1d/m3_bp")
    let policy = try exam.daily("effr_1d/effr_bp")
    let spread = bills.combined(with: policy) { $0 - $1 }
    let range = Day.on(2022, 3, 1)...Day.on(2024, 12, 31)
    let months = try exam.need(spread, in: range, atLeast: 400)
    let levels = bills.part(range)
    let rise = (levels.maximum?.value ?? 0) - (levels.values.first ?? 0)
    return .open([
      exam.data(
        "From March 2022 to 2024 the 3-month bill rose by up to \(rise.shown) basis points, and lay on "
          + "average \(months.mean.shown) basis points from the federal funds rate.",
        ComputedNumber(raw: months.mean, unit: "basis points", observations: months.count),
        expected: "far above 0 if bill supply and not policy lifted it",
        window: range
      )
    ])
  }
}
