import Foundation
import Observatory
import Quantities
import Statistics

/// Claims on how far markets move together, and which moves first.
enum CorrelationEvidence {
  static let rules: [String: EvidenceRules.Rule] = [
    "S0.C16": carryAndEquities, "S0.C46": couplingBeforeAndAfter, "S1.C29": shareAndCoin,
    "S2.C08": longRun, "S2.C09": oneWeek, "S2.C12": leadsDown,
  ]

  private static func nasdaq(_ exam: inout Examination) throws(EvidenceGap) -> DailyValues {
    try exam.daily("us_etfs_1d/QQQ/close")
  }

  /// Returns of both over common sessions, so that bitcoin's weekends fall into Monday's return.
  private static func sessionReturns(
    _ first: DailyValues,
    _ second: DailyValues
  ) -> (first: DailyValues, second: DailyValues) {
    let (a, b, days) = first.aligned(with: second)
    return (
      DailyValues(name: first.name, days: days, values: a).logReturns,
      DailyValues(name: second.name, days: days, values: b).logReturns
    )
  }

  private static func longRun(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let range = Day.on(2021, 1, 1)...Day.on(2025, 11, 21)
    let (bitcoin, equities) = sessionReturns(try exam.bitcoin(), try nasdaq(&exam))
    let (a, b, days) = bitcoin.part(range).aligned(with: equities.part(range))
    guard days.count >= 500 else { throw Examination.gap(bitcoin, "2021 to 2025") }
    var rolling = DailyValues(name: "90-session correlation")
    var (when, values): ([Day], [Double]) = ([], [])
    for end in 90...days.count {
      let window = (end - 90)..<end
      guard let value = try? Correlation.pearson(Array(a[window]), Array(b[window])) else {
        continue
      }
      when.append(days[end - 1])
      values.append(value)
    }
    rolling = DailyValues(name: rolling.name, days: when, values: values)
    guard let low = rolling.minimum, let high = rolling.maximum,
      let whole = DailyValues.correlation(a, b)
    else { throw Examination.gap(bitcoin, "2021 to 2025") }
    let share = Double(values.count { $0 >= 0.75 }) / Double(values.count)
    let number = ComputedNumber(
      low.value,
      unit: "correlation",
      observations: days.count
    )
    let text =
      "90-session correlation of BTC with the NASDAQ-100 (QQQ): mean \(rolling.mean.shown), lowest "
      + "\(low.value.shown) (\(low.day)), highest \(high.value.shown) (\(high.day)); at or above 0.75 "
      + "on \((share * 100).shown)% of \(values.count) days."
    return .holds(
      low.value >= 0.75,
      by: exam.data(
        text,
        number,
        expected: "at least 0.75 throughout",
        window: days[0]...days[days.count - 1]
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
    let (bitcoin, equities) = sessionReturns(try exam.bitcoin(), try nasdaq(&exam))
    let range = Day.on(2025, 11, 10)...Day.on(2025, 11, 16)
    let before = Day.on(2021, 1, 1)...Day.on(2025, 9, 30)
    let (a, b, days) = bitcoin.part(before).aligned(with: equities.part(before))
    if days.count >= 500 {
      var high = 0
      for end in 5...days.count {
        let window = (end - 5)..<end
        if let value = try? Correlation.pearson(Array(a[window]), Array(b[window])), value >= 0.91 {
          high += 1
        }
      }
      let share = Double(high) / Double(days.count - 4)
      exam.note(
        exam.data(
          "\((share * 100).shown)% of all five-session windows from 2021 to September 2025 reach 0.91: the "
            + "figure is not rare.",
          .fraction(share, observations: days.count - 4),
          window: before
        )
      )
    }
    guard
      let week = bitcoin.part(range).correlation(with: equities.part(range), minimum: 5)
    else { throw Examination.gap(bitcoin, "2025-11-10 to 2025-11-16") }
    return .decided(
      abs(week.value - 0.91) < 0.05 ? .mixed : .contradicted,
      by: exam.data(
        "Correlation over the five sessions: \(week.value.shown); with five pairs the interval says "
          + "nothing about the coupling.",
        week,
        expected: "0.91 ± 0.05",
        window: range
      )
    )
  }

  private static func leadsDown(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let (bitcoin, equities) = sessionReturns(try exam.bitcoin(), try nasdaq(&exam))
    let range = try exam.span(from: Day.on(2018, 1, 1), to: Day.on(2025, 11, 21))
    let (a, b, days) = bitcoin.part(range).aligned(with: equities.part(range))
    guard days.count >= 500,
      let leads = DailyValues.correlation(Array(a.dropLast()), Array(b.dropFirst())),
      let follows = DailyValues.correlation(Array(b.dropLast()), Array(a.dropFirst()))
    else { throw Examination.gap(bitcoin, "2018 to 2025") }
    let low = leads.interval?.low ?? 0
    let decisive = exam.data(
      "Correlation of BTC's return with the NASDAQ-100's next session: \(leads.value.shown).",
      leads,
      expected: "above 0 with its interval, and above the opposite direction",
      window: days[0]...days[days.count - 1]
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
    let (bitcoin, equities) = sessionReturns(try exam.bitcoin(), try nasdaq(&exam))
    let early = Day.on(2022, 1, 1)...Day.on(2025, 9, 30)
    let late = try exam.span(from: Day.on(2025, 11, 1))
    guard
      let before = bitcoin.part(early).correlation(with: equities.part(early), minimum: 250)
    else { throw Examination.gap(bitcoin, "2022 to September 2025") }
    guard let after = bitcoin.part(late).correlation(with: equities.part(late), minimum: 60) else {
      throw Examination.gap(bitcoin, "60 sessions after November 2025")
    }
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
        + "(\(after.value.shown)); the change in correlation has z = \(z.shown).",
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
              + "\(value.value.shown).",
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
    let (coin, share) = sessionReturns(
      try exam.bitcoin(),
      try exam.daily("dat_stock_prices_1d/MSTR/close")
    )
    let range = try exam.span(from: Day.on(2020, 9, 1))
    guard let value = coin.part(range).correlation(with: share.part(range), minimum: 250) else {
      throw Examination.gap(share, "2020 to 2026")
    }
    let explained = value.value * value.value
    return .open([
      exam.data(
        "BTC explains \(explained.share) of the variance of Strategy's share (correlation "
          + "\(value.value.shown)). That borrowing makes it so is not in the number.",
        value,
        window: range
      )
    ])
  }
}
