import Observatory
import Quantities

/// Claims on the flows into and out of the spot bitcoin ETFs.
enum FundFlowEvidence {
  static let rules: [String: EvidenceRule] = [
    "S0.C03": outflowOfTheDay, "S0.C04": ratioWithMeasuredFlow, "S0.C29": recordDay,
    "S0.C30": novemberFlow, "S0.C31": costOfInflows, "S3.C10": twoMonthFlow,
    "S3.C11": bothLegs, "S3.C15": twoIssuers, "S3.C18": coinsHeld, "S4.C04": outflowBeforeHack,
    "S4.C28": fallAroundHack,
  ]

  private static let total = "btc_etf_flows_by_issuer_1d/total"

  private static func outflowOfTheDay(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let flows = try exam.daily(total)
    let day = Day.on(2025, 11, 20)
    let flow = try exam.need(flows, on: day)
    return .holds(
      abs(flow + 200) < 50,
      by: exam.data(
        "ETF flow on \(day), the last session before the low: \(flow.shown) million. Spot selling comes "
          + "on top.",
        ComputedNumber(raw: flow * 1e6, unit: "USD"),
        expected: "about -200 million with spot selling",
        window: day...day
      ),
      corrections: [
        exam.correction(
          "E12",
          "ETF flow on \(day) alone was \(flow.shown) million",
          ComputedNumber(raw: flow * 1e6, unit: "USD")
        )
      ]
    )
  }

  private static func ratioWithMeasuredFlow(
    _ exam: inout Examination
  ) throws(EvidenceGap) -> Finding {
    let flows = try exam.daily(total)
    let day = Day.on(2025, 11, 20)
    let flow = try exam.need(flows, on: day)
    guard flow < 0 else { throw Examination.gap(flows, "an outflow on \(day)") }
    let ratio = 1_900 / -flow
    return .holds(
      abs(ratio - 10) <= 2,
      by: exam.data(
        "The stated 1.9bn over the ETF outflow of \(day), \((-flow).shown) million, is "
          + "\(ratio.shown): an upper bound, since spot selling comes on top.",
        ComputedNumber(raw: ratio, unit: "ratio"),
        expected: "10 ± 2",
        window: day...day
      ),
      corrections: [
        exam.correction(
          "E12",
          "the ratio is at most \(ratio.shown)",
          ComputedNumber(raw: ratio, unit: "ratio")
        )
      ]
    )
  }

  private static func recordDay(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let flows = try exam.daily("btc_etf_flows_by_issuer_1d/IBIT")
    let range = Day.on(2025, 11, 10)...Day.on(2025, 11, 21)
    let days = try exam.need(flows, in: range, atLeast: 9)
    guard let record = days.minimum else { throw Examination.gap(flows, "\(range)") }
    return .holds(
      record.day == Day.on(2025, 11, 19),
      by: exam.data(
        "IBIT's largest outflow of those days was \(record.value.shown) million on \(record.day).",
        ComputedNumber(raw: record.value * 1e6, unit: "USD"),
        expected: "-523 million on 2025-11-19",
        window: range
      ),
      corrections: [
        exam.correction(
          "E03",
          "the record day was \(record.day)",
          ComputedNumber(raw: record.value * 1e6, unit: "USD")
        )
      ]
    )
  }

  private static func novemberFlow(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let range = Day.on(2025, 11, 1)...Day.on(2025, 11, 30)
    let all = try exam.need(try exam.daily(total), in: range, atLeast: 18)
    let first = try exam.need(
      try exam.daily("btc_etf_flows_by_issuer_1d/IBIT"),
      in: range,
      atLeast: 18
    )
    guard all.sum != 0 else { throw Examination.gap(all, "flows other than zero") }
    let share = first.sum / all.sum
    let amount = abs(all.sum + 2_470) < 250
    return .decided(
      amount && abs(share - 0.63) < 0.05 ? .supported : amount ? .mixed : .contradicted,
      by: exam.data(
        "November's flow was \(all.sum.shown) million, IBIT's \(first.sum.shown) million "
          + "(\(share.share) of it).",
        ComputedNumber(raw: all.sum * 1e6, unit: "USD", observations: all.count),
        expected: "-2470 million, BlackRock 63%",
        window: range
      ),
      corrections: [
        exam.correction(
          "E05",
          "all ETFs lost \((-all.sum).shown) million, IBIT \((-first.sum).shown) million",
          ComputedNumber(raw: all.sum * 1e6, unit: "USD", observations: all.count)
        )
      ]
    )
  }

  /// The mean price of inflows, each day's inflow at the day's close.
  private static func costOfInflows(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let flows = try exam.daily(total)
    let range = try exam.span(from: Day.on(2024, 1, 11), to: Day.on(2025, 11, 21))
    let (closes, sampling) = try exam.bitcoinAtNewYorkCloses(in: range)
    let inflows = try exam.need(flows, in: range, atLeast: 200).filter { $0 > 0 }
    let (dollars, prices, days) = inflows.aligned(with: closes)
    let coins = zip(dollars, prices).reduce(0) { $0 + $1.0 / $1.1 }
    guard coins > 0 else { throw Examination.gap(flows, "inflows") }
    let cost = dollars.reduce(0, +) / coins
    return .open([
      exam.data(
        "Inflows of \(days.count) days, each at its close, cost \(cost.shown) a coin on average; the "
          + "article says 90,146. \(sampling.rawValue)",
        ComputedNumber(raw: cost, unit: "USD per BTC", observations: days.count),
        expected: "90146",
        window: range
      )
    ])
  }

  private static func twoMonthFlow(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let cumulative = try exam.daily("etf_net_assets_1d/BTC/cumulative_inflow_usd")
    let start = try exam.need(cumulative, upTo: Day.on(2025, 9, 30))
    guard let end = cumulative.first(from: Day.on(2025, 11, 26), reach: 6) else {
      throw Examination.gap(cumulative, "2025-11-26 to 2025-12-02")
    }
    let flow = end.value - start.value
    let net = exam.data(
      "Cumulative inflow changed by \((flow / 1e9).shown) billion from \(start.day) to \(end.day): "
        + "October's inflow is part of the two months.",
      ComputedNumber(raw: flow, unit: "USD"),
      expected: "-4e9 ± 0.5e9",
      window: start.day...end.day
    )
    exam.note(net)
    let window = try exam.need(cumulative, in: start.day...end.day, atLeast: 35)
    var (peak, fall) = (start.value, 0.0)
    for value in window.values {
      peak = max(peak, value)
      fall = min(fall, value - peak)
    }
    return .decided(
      abs(fall + 4e9) < 0.5e9 ? (abs(flow + 4e9) < 0.5e9 ? .supported : .mixed) : .contradicted,
      by: exam.data(
        "From the highest cumulative inflow of the window to the lowest after it: "
          + "\((fall / 1e9).shown) billion.",
        ComputedNumber(raw: fall, unit: "USD", observations: window.count),
        expected: "-4e9 ± 0.5e9",
        window: window.span
      )
    )
  }

  private static func bothLegs(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let cumulative = try exam.daily("etf_net_assets_1d/BTC/cumulative_inflow_usd")
    let start = try exam.need(cumulative, upTo: Day.on(2025, 9, 30))
    guard let end = cumulative.first(from: Day.on(2025, 12, 1), reach: 5) else {
      throw Examination.gap(cumulative, "2025-12-01 to 2025-12-06")
    }
    let flow = end.value - start.value
    return .open([
      exam.data(
        "Between \(start.day) and \(end.day) the ETFs' net flow was \((flow / 1e9).shown) billion; an "
          + "unwind of 4 billion would need that outflow and as much bought back in futures.",
        ComputedNumber(raw: flow, unit: "USD"),
        expected: "-4e9",
        window: start.day...end.day
      )
    ])
  }

  private static func twoIssuers(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let range = Day.on(2025, 10, 1)...Day.on(2025, 11, 26)
    var sums: [(String, Double, Evidence)] = []
    for issuer in ["IBIT", "FBTC"] {
      let flows = try exam.daily("btc_etf_flows_by_issuer_1d/\(issuer)")
      let part = try exam.need(flows, in: range, atLeast: 35)
      sums.append(
        (
          issuer, part.sum,
          exam.data(
            "\(issuer): net flow \(part.sum.shown) million over \(part.count) sessions.",
            ComputedNumber(raw: part.sum * 1e6, unit: "USD", observations: part.count),
            expected: "above 0",
            window: range
          )
        )
      )
    }
    let inflows = sums.count { $0.1 > 0 }
    return .decided(
      inflows == 2 ? .supported : inflows == 1 ? .mixed : .contradicted,
      by: sums[0].2,
      further: [sums[1].2]
    )
  }

  private static func coinsHeld(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let assets = try exam.daily("etf_net_assets_1d/BTC/net_assets_usd")
    let wanted = Day.on(2025, 12, 10)
    let (closes, sampling) = try exam.bitcoinAtNewYorkCloses(in: (wanted + -9)...wanted)
    let held = assets.combined(with: closes) { $0 / $1 }
    let (day, coins) = try exam.need(held, upTo: wanted, reach: 9)
    return .holds(
      abs(coins / 1.43e6 - 1) < 0.03,
      by: exam.data(
        "Net assets over price on \(day): \(coins.shown) BTC in the US spot ETFs. "
          + sampling.rawValue,
        ComputedNumber(raw: coins, unit: "BTC"),
        expected: "1430000 ± 3%",
        window: day...day
      ),
      corrections: [
        exam.correction(
          "E58",
          "the US spot ETFs held \(coins.shown) BTC on \(day)",
          ComputedNumber(raw: coins, unit: "BTC")
        )
      ]
    )
  }

  private static func outflowBeforeHack(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let flows = try exam.daily(total)
    let before = try exam.need(
      flows,
      in: Day.on(2025, 2, 18)...Day.on(2025, 2, 20),
      atLeast: 3
    )
    let after = try exam.need(flows, in: Day.on(2025, 2, 21)...Day.on(2025, 2, 28), atLeast: 5)
    guard let peak = after.minimum else { throw Examination.gap(flows, "2025-02-21 to 28") }
    let number = ComputedNumber(raw: before.sum * 1e6, unit: "USD", observations: before.count)
    let text =
      "The three sessions before the hack lost \((-before.sum).shown) million already, every one of "
      + "\(before.values.count { $0 < 0 }) an outflow; the six from 2025-02-21 lost "
      + "\((-after.sum).shown) million, most of it on \(peak.day) (\((-peak.value).shown) million), not "
      + "on the day of the hack."
    let began = before.values.allSatisfy { $0 < 0 }
    return .decided(
      began ? .contradicted : .mixed,
      by: exam.data(
        text,
        number,
        expected: "no outflow before 2025-02-21",
        window: Day.on(2025, 2, 18)...Day.on(2025, 2, 28)
      ),
      corrections: [
        exam.correction(
          "E65",
          "outflows began on \(before.days[0]) and peaked on \(peak.day)",
          ComputedNumber(raw: peak.value * 1e6, unit: "USD")
        )
      ]
    )
  }

  private static func fallAroundHack(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let closes = try exam.bitcoin()
    let start = try exam.need(closes, on: Day.on(2025, 2, 20))
    let weekend = try exam.need(closes, on: Day.on(2025, 2, 23))
    let end = try exam.need(closes, on: Day.on(2025, 2, 26))
    let atHack = weekend / start - 1
    let whole = end / start - 1
    return .open([
      exam.data(
        "BTC moved \(atHack.percent) from the close before the hack to the Sunday after it, and "
          + "\(whole.percent) to 2025-02-26: most of the fall came with the next week's news.",
        .fraction(atHack),
        window: Day.on(2025, 2, 20)...Day.on(2025, 2, 26)
      )
    ])
  }
}
