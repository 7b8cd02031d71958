import Foundation
import Observatory
import Quantities
import Statistics

/// Claims on how far markets move together, and which moves first.
enum CorrelationEvidence {
  static let rules: [String: EvidenceRule] = [
    "S0.C16": carryAndEquities, "S0.C46": couplingBeforeAndAfter, "S1.C29": shareAndCoin,
    "S2.C08": longRun, "S2.C09": oneWeek, "S2.C12": leadsDown,
  ]

  private static func nasdaq(_ exam: inout Examination) throws(EvidenceGap) -> DailyValues {
    try exam.daily("us_etfs_1d/QQQ/close")
  }

  private static func longRun(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let range = Day.on(2021, 1, 1)...Day.on(2025, 11, 21)
    let equities = try nasdaq(&exam)
    let returns = try exam.sessionReturns(with: equities, in: range)
    guard returns.days.count >= 500 else { throw Examination.gap(equities, "2021 to 2025") }
    let rolling = returns.rolling(90)
    guard let low = rolling.minimum, let high = rolling.maximum,
      let whole = returns.correlation(minimum: 500)
    else { throw Examination.gap(equities, "2021 to 2025") }
    let share = Double(rolling.values.count { $0 >= 0.75 }) / Double(rolling.count)
    let number = ComputedNumber(
      raw: low.value,
      unit: "correlation",
      observations: returns.days.count
    )
    let text =
      "90-session correlation of BTC with the NASDAQ-100 (QQQ): mean \(rolling.mean.shown), lowest "
      + "\(low.value.shown) (\(low.day)), highest \(high.value.shown) (\(high.day)); at or above 0.75 "
      + "on \((share * 100).shown)% of \(rolling.count) windows. \(returns.sampling.rawValue)"
    return .holds(
      low.value >= 0.75,
      by: exam.data(
        text,
        number,
        expected: "at least 0.75 throughout",
        window: returns.span
      ),
      further: [exam.data("Correlation over the whole range: \(whole.value.shown).", whole)],
      corrections: [
        exam.correction(
          "E69",
          "rolling 90-session correlations ranged from \(low.value.shown) to \(high.value.shown)",
          number
        )
      ]
    )
  }

  private static func oneWeek(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let equities = try nasdaq(&exam)
    let range = Day.on(2025, 11, 10)...Day.on(2025, 11, 16)
    let before = Day.on(2021, 1, 1)...Day.on(2025, 9, 30)
    let history = try exam.sessionReturns(with: equities, in: before)
    let weeks = history.rolling(5).values
    if history.days.count >= 500, !weeks.isEmpty {
      let share = Double(weeks.count { $0 >= 0.91 }) / Double(weeks.count)
      exam.note(
        exam.data(
          "\((share * 100).shown)% of all five-session windows from 2021 to September 2025 reach 0.91: the "
            + "figure is not rare. \(history.sampling.rawValue)",
          .fraction(share, observations: weeks.count),
          window: before
        )
      )
    }
    let returns = try exam.sessionReturns(with: equities, in: range)
    // Five pairs are too few for the estimate that allows for autocorrelation.
    guard
      let week = DailyValues.correlation(returns.pairs.first, returns.pairs.second, minimum: 5)
    else { throw Examination.gap(equities, "2025-11-10 to 2025-11-16") }
    return .decided(
      abs(week.value - 0.91) < 0.05 ? .mixed : .contradicted,
      by: exam.data(
        "Correlation over the five sessions: \(week.value.shown); with five pairs the interval says "
          + "nothing about the coupling. \(returns.sampling.rawValue)",
        week,
        expected: "0.91 ± 0.05",
        window: range
      )
    )
  }

  private static func leadsDown(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let equities = try nasdaq(&exam)
    let range = try exam.span(from: Day.on(2018, 1, 1), to: Day.on(2025, 11, 21))
    let returns = try exam.sessionReturns(with: equities, in: range)
    let (days, pairs) = (returns.days, returns.pairs)
    // A session is followed by the next one alone: a hole in the data is no lead.
    let sessions = days.indices.dropLast().filter {
      TradingCalendar.newYork.next(after: days[$0]) == days[$0 + 1]
    }
    guard days.count >= 500,
      let leads = DailyValues.correlation(
        sessions.map { pairs.first[$0] },
        sessions.map { pairs.second[$0 + 1] }
      ),
      let follows = DailyValues.correlation(
        sessions.map { pairs.second[$0] },
        sessions.map { pairs.first[$0 + 1] }
      )
    else { throw Examination.gap(equities, "2018 to 2025") }
    let low = leads.interval?.low ?? 0
    let decisive = exam.data(
      "Correlation of BTC's return with the NASDAQ-100's next session: \(leads.value.shown). "
        + returns.sampling.rawValue,
      leads,
      expected: "above 0 with its interval, and above the opposite direction",
      window: returns.span
    )
    return .holds(
      low > 0 && leads.value > follows.value,
      by: decisive,
      further: [
        exam.data(
          "Correlation of the NASDAQ-100's return with BTC's next session: \(follows.value.shown).",
          follows
        )
      ]
    )
  }

  private static func couplingBeforeAndAfter(
    _ exam: inout Examination
  ) throws(EvidenceGap) -> Finding {
    let equities = try nasdaq(&exam)
    let early = Day.on(2022, 1, 1)...Day.on(2025, 9, 30)
    let late = try exam.span(from: Day.on(2025, 11, 1))
    let first = try exam.sessionReturns(with: equities, in: early)
    guard let before = first.correlation(minimum: 250) else {
      throw Examination.gap(equities, "2022 to September 2025")
    }
    let second = try exam.sessionReturns(with: equities, in: late)
    guard let after = second.correlation(minimum: 60) else {
      throw Examination.gap(equities, "60 sessions after November 2025")
    }
    let samplings =
      first.sampling == second.sampling
      ? first.sampling.rawValue
      : "Before: \(first.sampling.rawValue) After: \(second.sampling.rawValue)"
    let change = after.value * after.value - before.value * before.value
    // Fisher's transform of both: the difference has the standard error of independent samples.
    let difference = atanh(after.value) - atanh(before.value)
    let error =
      (1 / Double((after.observations ?? 4) - 3) + 1 / Double((before.observations ?? 4) - 3))
      .squareRoot()
    let z = difference / error
    let decisive = exam.data(
      "Share of BTC's variance that the NASDAQ-100 explains: "
        + "\((before.value * before.value).share) from 2022 to September 2025 (correlation "
        + "\(before.value.shown)), \((after.value * after.value).share) from November 2025 "
        + "(\(after.value.shown)); the change in correlation has z = \(z.shown). "
        + samplings,
      .fraction(change, observations: (before.observations ?? 0) + (after.observations ?? 0)),
      expected: "above 0 with z above 1.96: a break",
      window: early.lowerBound...exam.today
    )
    return .holds(z > 1.96, by: decisive)
  }

  private static func carryAndEquities(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let yen = try exam.daily("usdjpy_1d/close")
    let equities = try exam.daily("us_etfs_1d/SPY/close")
    let range = try exam.span(from: Day.on(2000, 1, 1), to: Day.on(2025, 11, 21))
    let (a, b, days) = yen.part(range).aligned(with: equities.part(range))
    guard days.count >= 1_000 else { throw Examination.gap(yen, "2000 to 2025") }
    var found: [(ComputedNumber, Evidence)] = []
    for (name, step) in [("daily", 1), ("weekly", 5), ("monthly", 21)] {
      let ends = stride(from: step, to: days.count, by: step)
        .filter { days[$0] - days[$0 - step] <= 2 * step + 5 }
      let yenMoves = ends.map { log(a[$0] / a[$0 - step]) }
      let moves = ends.map { log(b[$0] / b[$0 - step]) }
      // An unwind is a rise of the yen: USDJPY falls.
      let down = yenMoves.indices.filter { yenMoves[$0] < 0 }
      guard
        let value = DailyValues.correlation(down.map { yenMoves[$0] }, down.map { moves[$0] })
      else { continue }
      found.append(
        (
          value,
          exam.data(
            "\(name) moves while the yen rises: correlation of USDJPY with the S&P 500 "
              + "\(value.value.shown). The yen's daily bars do not close at 16:00 New York.",
            value,
            expected: "0.55",
            window: days[0]...days[days.count - 1]
          )
        )
      )
    }
    guard let first = found.first else { throw Examination.gap(yen, "2000 to 2025") }
    let agrees = found.contains { number, _ in
      guard let interval = number.interval else { return false }
      return interval.low <= 0.55 && 0.55 <= interval.high
    }
    return .holds(agrees, by: first.1, further: found.dropFirst().map { $0.1 })
  }

  private static func shareAndCoin(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let share = try exam.daily("dat_stock_prices_1d/MSTR/close")
    let range = try exam.span(from: Day.on(2020, 9, 1))
    let returns = try exam.sessionReturns(with: share, in: range)
    guard let value = returns.correlation(minimum: 250) else {
      throw Examination.gap(share, "2020 to 2026")
    }
    let explained = value.value * value.value
    return .open([
      exam.data(
        "BTC explains \(explained.share) of the variance of Strategy's share (correlation "
          + "\(value.value.shown)). That borrowing makes it so is not in the number. "
          + returns.sampling.rawValue,
        value,
        window: range
      )
    ])
  }
}
