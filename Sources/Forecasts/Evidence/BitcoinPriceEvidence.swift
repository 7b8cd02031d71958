import Foundation
import Observatory
import Quantities

/// Claims on the level and the path of bitcoin's price.
enum BitcoinPriceEvidence {
  static let rules: [String: EvidenceRule] = [
    "S0.C17": sameDayFalls, "S0.C19": winterPrice, "S0.C20": averageSalePrice,
    "S0.C22": novemberReturn, "S0.C40": marketValue, "S0.C43": closesBelowFiftyThousand,
    "S0.C48": decemberReturn, "S0.C50": supplyBelowCap, "S0.C51": returnAfterShutdown,
    "S1.C05": marketValue, "S1.C06": closesAboveAltTreasuries, "S1.C08": closesInRange,
    "S3.C24": closesSincePublication,
  ]

  private static func sameDayFalls(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let day = Day.on(2025, 11, 21)
    var further: [Evidence] = []
    var isRight = true
    var corrections: [Correction] = []
    var decisive: Evidence?
    let (bitcoin, sampling) = try exam.bitcoinAtNewYorkCloses(in: (day + -1)...day)
    let stated: [(String, DailyValues, Double)] = [
      ("BTC", bitcoin, -0.109),
      ("S&P 500 (SPY)", try exam.daily("us_etfs_1d/SPY/close"), -0.0156),
      ("NASDAQ-100 (QQQ)", try exam.daily("us_etfs_1d/QQQ/close"), -0.0215),
    ]
    for (name, closes, claimed) in stated {
      let today = try exam.need(closes, on: day)
      let before = try exam.need(closes, on: day + -1)
      let change = today / before - 1
      let evidence = exam.data(
        "\(name) from the close of 2025-11-20 to that of 2025-11-21: \(change.percent)."
          + (name == "BTC" ? " \(sampling.rawValue)" : ""),
        .fraction(change),
        expected: claimed.percent,
        window: (day + -1)...day
      )
      let agrees = abs(change - claimed) < 0.005
      isRight = isRight && agrees
      if decisive == nil, !agrees { decisive = evidence } else { further.append(evidence) }
      if name.hasPrefix("S&P"), !agrees, exam.errors.contains(where: { $0.id == "E02" }) {
        corrections.append(
          exam.correction("E02", "the day's return was \(change.percent)", .fraction(change))
        )
      }
    }
    return .holds(
      isRight,
      by: decisive ?? further.removeFirst(),
      further: further,
      corrections: corrections
    )
  }

  private static func winterPrice(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let closes = try exam.bitcoin()
    let implied = 209e6 / 11_000
    let winter = try exam.need(closes, in: Day.on(2018, 11, 15)...Day.on(2019, 2, 28), atLeast: 90)
    let later = try exam.need(closes, in: Day.on(2022, 6, 1)...Day.on(2023, 1, 31), atLeast: 200)
    guard let low = winter.minimum, let high = winter.maximum, let second = later.minimum else {
      throw Examination.gap(closes, "2018-11-15 to 2019-02-28")
    }
    let number = ComputedNumber(raw: low.value, unit: "USD per BTC", observations: winter.count)
    let text =
      "209m over 11,000 BTC is \(implied.shown) a coin. Closes of the 2018 winter lay between "
      + "\(low.value.shown) (\(low.day)) and \(high.value.shown); the low of 2022 was "
      + "\(second.value.shown) on \(second.day)."
    return .holds(
      winter.values.contains { abs($0 / implied - 1) < 0.1 },
      by: exam.data(text, number, expected: "closes near \(implied.shown)", window: winter.span),
      corrections: [
        exam.correction(
          "E09",
          "the 2018 winter's lowest close was \(low.value.shown); 209m at the 2022 low is "
            + "\((209e6 / second.value).shown) BTC",
          number
        )
      ]
    )
  }

  private static func averageSalePrice(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let closes = try exam.bitcoin()
    let before = try exam.need(closes, in: Day.on(2011, 1, 1)...Day.on(2025, 9, 30), atLeast: 1_000)
    if let top = before.maximum {
      exam.note(
        exam.data(
          "The highest close up to 2025-09-30 was \(top.value.shown) on \(top.day).",
          ComputedNumber(raw: top.value, unit: "USD per BTC"),
          window: before.span
        )
      )
    }
    let weeks = try exam.need(closes, in: Day.on(2025, 10, 21)...Day.on(2025, 11, 20), atLeast: 28)
    let implied = 1.3e9 / 11_000
    guard let top = weeks.maximum else { throw Examination.gap(closes, "2025-10-21 to 2025-11-20") }
    let number = ComputedNumber(raw: top.value, unit: "USD per BTC", observations: weeks.count)
    return .holds(
      implied <= top.value,
      by: exam.data(
        "An average of \(implied.shown) needs prices that high; the highest close of the weeks of the "
          + "transfers was \(top.value.shown).",
        number,
        expected: "at least \(implied.shown)",
        window: weeks.span
      ),
      corrections: [
        exam.correction("E10", "the highest close of those weeks was \(top.value.shown)", number)
      ]
    )
  }

  private static func novemberReturn(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let closes = try exam.bitcoin()
    let start = try exam.need(closes, on: Day.on(2025, 10, 31))
    let november = try exam.need(
      closes,
      in: Day.on(2025, 11, 1)...Day.on(2025, 11, 30),
      atLeast: 30
    )
    guard let end = november.values.last, let low = november.minimum else {
      throw Examination.gap(closes, "November 2025")
    }
    let month = end / start - 1
    let fall = low.value / start - 1
    return .holds(
      abs(month + 0.1) < 0.02,
      by: exam.data(
        "November's return was \(month.percent); at its lowest close, \(low.day), \(fall.percent).",
        .fraction(month, observations: november.count),
        expected: "-10%",
        window: november.span
      )
    )
  }

  /// Price times the supply that market value over price gives on the nearest day.
  private static func marketValue(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let isFirst = exam.claim.id == "S0.C40"
    let (price, claimed, within) = isFirst ? (81_800.0, 1.6e12, 0.05e12) : (100_000, 2e12, 0.5e12)
    let day = isFirst ? Day.on(2025, 11, 21) : Day.on(2025, 9, 15)
    let (supplyDay, supply) = try supply(&exam, near: day)
    let value = price * supply
    return .holds(
      abs(value - claimed) < within,
      by: exam.data(
        "Supply on \(supplyDay) was \(supply.shown) BTC; at \(price.plain) that is "
          + "\((value / 1e12).shown) trillion.",
        ComputedNumber(raw: value, unit: "USD"),
        expected: "\(claimed.plain) ± \(within.plain)",
        window: supplyDay...supplyDay
      )
    )
  }

  private static func supply(
    _ exam: inout Examination,
    near day: Day
  ) throws(EvidenceGap) -> (Day, Double) {
    let value = try exam.daily("btc_eth_mvrv_1d/btc/market_cap_usd")
    let closes = try exam.bitcoin()
    let supplies = value.combined(with: closes) { $0 / $1 }
    guard
      let found = supplies.first(from: day, reach: 70) ?? supplies.last(upTo: day, reach: 70)
    else { throw Examination.gap(value, "\(day) and 70 days around it") }
    return found
  }

  private static func supplyBelowCap(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let (day, supply) = try supply(&exam, near: exam.today)
    return .holds(
      supply <= 21e6,
      by: exam.data(
        "Market value over price on \(day) implies \(supply.shown) BTC. That nobody can issue more is a "
          + "rule of the protocol, not a number.",
        ComputedNumber(raw: supply, unit: "BTC"),
        expected: "at most 21000000",
        window: day...day
      )
    )
  }

  private static func decemberReturn(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let opens = try exam.daily("yahoo_btcusd_1d/open")
    let closes = try exam.bitcoin()
    let start = try exam.need(opens, on: Day.on(2025, 12, 1))
    let end = try exam.need(closes, on: Day.on(2025, 12, 31))
    let change = end / start - 1
    return .holds(
      change > 0,
      by: exam.data(
        "From the open of 2025-12-01 (\(start.shown)) to the close of 2025-12-31 (\(end.shown)): "
          + "\(change.percent).",
        .fraction(change),
        expected: "above 0",
        window: Day.on(2025, 12, 1)...Day.on(2025, 12, 31)
      )
    )
  }

  private static func returnAfterShutdown(_ exam: inout Examination) throws(EvidenceGap) -> Finding
  {
    let closes = try exam.bitcoin()
    let end = try exam.need(closes, on: Day.on(2025, 12, 12))
    let start = try exam.need(closes, on: Day.on(2025, 11, 12))
    let change = end / start - 1
    return .holds(
      change > 0,
      by: exam.data(
        "From the close of 2025-11-12 to that of 2025-12-12: \(change.percent).",
        .fraction(change),
        expected: "above 0",
        window: Day.on(2025, 11, 12)...Day.on(2025, 12, 12)
      )
    )
  }

  private static func closesBelowFiftyThousand(
    _ exam: inout Examination
  ) throws(EvidenceGap) -> Finding {
    let closes = try exam.bitcoin()
    let since = try exam.need(closes, in: try exam.span(from: Day.on(2025, 11, 22)), atLeast: 20)
    guard let low = since.minimum else { throw Examination.gap(closes, "after 2025-11-22") }
    return .open([
      exam.data(
        "The lowest close since publication is \(low.value.shown) on \(low.day). A close below 50,000 is "
          + "one of three conditions, and the others are not in series.",
        ComputedNumber(raw: low.value, unit: "USD per BTC", observations: since.count),
        expected: "below 50000",
        window: since.span
      )
    ])
  }

  private static func closesAboveAltTreasuries(
    _ exam: inout Examination
  ) throws(EvidenceGap) -> Finding {
    let closes = try exam.bitcoin()
    let atStart = try exam.need(closes, upTo: Day.on(2025, 9, 1))
    let since = try exam.need(closes, in: try exam.span(from: Day.on(2025, 9, 2)), atLeast: 20)
    guard let top = since.maximum else { throw Examination.gap(closes, "after 2025-09-01") }
    return .open([
      exam.data(
        "The highest close after 2025-09-01 (\(atStart.value.shown)) is \(top.value.shown) on \(top.day).",
        .fraction(top.value / atStart.value - 1, observations: since.count),
        expected: "not above 0 before the cycle ends",
        window: since.span
      )
    ])
  }

  private static func closesInRange(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let closes = try exam.bitcoin()
    let since = try exam.need(closes, in: try exam.span(from: Day.on(2025, 10, 1)), atLeast: 20)
    let below = since.filter { $0 < 80_000 }
    guard let low = since.minimum else { throw Examination.gap(closes, "after 2025-10-01") }
    let first = below.days.first.map { " The first below 80,000: \($0)." } ?? ""
    return .holds(
      below.isEmpty,
      by: exam.data(
        "\(below.count) of \(since.count) closes since October 2025 lie below 80,000; the lowest is "
          + "\(low.value.shown) on \(low.day).\(first)",
        ComputedNumber(raw: low.value, unit: "USD per BTC", observations: since.count),
        expected: "80000 to 125000",
        window: since.span
      )
    )
  }

  private static func closesSincePublication(
    _ exam: inout Examination
  ) throws(EvidenceGap) -> Finding {
    let closes = try exam.bitcoin()
    let since = try exam.need(closes, in: try exam.span(from: Day.on(2025, 12, 10)), atLeast: 10)
    guard let low = since.minimum, let high = since.maximum else {
      throw Examination.gap(closes, "after 2025-12-10")
    }
    return .open([
      exam.data(
        "Since 2025-12-10 closes lie between \(low.value.shown) (\(low.day)) and \(high.value.shown) "
          + "(\(high.day)); the article gives no level for its floor.",
        ComputedNumber(raw: low.value, unit: "USD per BTC", observations: since.count),
        window: since.span
      )
    ])
  }
}
