import Observatory
import Quantities

/// Claims on companies that hold coins.
enum TreasuryCompanyEvidence {
  static let rules: [String: EvidenceRule] = [
    "S1.C09": companiesWithDebt, "S1.C10": etherCompanies, "S3.C03": largePurchase,
    "S3.C04": threeMonthsBefore, "S3.C05": boughtNearOne, "S3.C06": bitMine,
    "S3.C07": scaledImpact, "S3.C29": responseToPurchases,
  ]

  private static let purchases = "mstr_btc_purchases_sec/btc_acquired"
  private static let week = Day.on(2025, 12, 8)

  private static func companiesWithDebt(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let debts = try exam.series(
      dataset: "dat_holdings_history_by_company",
      column: "total_debt_usd"
    )
    let limit = try exam.span(from: Day.on(2025, 9, 30)).lowerBound
    var names: [String] = []
    var owed = 0.0
    for series in debts {
      let name = series.id.name.split(separator: "/")[1]
      guard name != "MSTR", let last = DailyValues(series).last(upTo: limit, reach: 400),
        last.value > 0, !names.contains(String(name))
      else { continue }
      names.append(String(name))
      owed += last.value
    }
    let number = ComputedNumber(
      raw: Double(names.count),
      unit: "companies other than Strategy with debt",
      observations: debts.count
    )
    return .holds(
      names.isEmpty,
      by: exam.data(
        "\(names.count) other treasury companies reported debt in the year to September 2025, "
          + "\((owed / 1e9).shown) billion together: \(names.joined(separator: ", ")).",
        number,
        expected: "0",
        window: (limit + -400)...limit
      )
    )
  }

  /// Market value over the value of the ether held, day by day; nil where shares or holdings are not
  /// filed.
  private static func netAssetRatios(
    _ exam: inout Examination,
    of ticker: String,
    _ range: ClosedRange<Day>
  ) throws(EvidenceGap) -> DailyValues? {
    let prefix = "dat_holdings_history_by_company/\(ticker)/ETH"
    let ether = try exam.daily("yahoo_ethusd_1d/close")
    guard let coins = try exam.dailyIfPresent("\(prefix)/holdings"),
      let shares = try exam.dailyIfPresent("\(prefix)/shares_outstanding"),
      let prices = try exam.dailyIfPresent("dat_stock_prices_1d/\(ticker)/close")
    else { return nil }
    let part = prices.part(range)
    var (days, ratios): ([Day], [Double]) = ([], [])
    for (day, price) in zip(part.days, part.values) {
      guard let coin = ether.value(on: day), let held = coins.last(upTo: day, reach: 45),
        let count = shares.last(upTo: day, reach: 120), held.value > 0
      else { continue }
      days.append(day)
      ratios.append(price * count.value / (held.value * coin))
    }
    guard days.count >= 10 else { return nil }
    return DailyValues(name: prefix, days: days, values: ratios)
  }

  private static func etherCompanies(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let last = try exam.span(from: Day.on(2025, 9, 30)).lowerBound
    let range = Day.on(2025, 8, 1)...last
    var found: [(name: String, mean: Double, below: Double, evidence: Evidence)] = []
    var missing: [MissingSeries] = []
    for ticker in ["BMNR", "SBET"] {
      guard let ratios = try netAssetRatios(&exam, of: ticker, range) else {
        missing.append(
          MissingSeries(
            what: "shares and ether of \(ticker) in August and September 2025",
            remedy: "add the filings of \(ticker) as a source"
          )
        )
        continue
      }
      let below = ratios.values.count { $0 < 1 }
      found.append(
        (
          ticker, ratios.mean, Double(below) / Double(ratios.count),
          exam.data(
            "\(ticker): market value over ether held averaged \(ratios.mean.shown) in August and "
              + "September 2025, below 1 on \(below) of \(ratios.count) days (share counts as filed).",
            ComputedNumber(raw: ratios.mean, unit: "ratio", observations: ratios.count),
            expected: "below 1",
            window: range
          )
        )
      )
    }
    let corrections = found.filter { $0.name == "BMNR" }.map { company in
      exam.correction(
        "E28",
        "BitMine's market value averaged \(company.mean.shown) times its ether",
        ComputedNumber(raw: company.mean, unit: "ratio")
      )
    }
    guard let first = found.first else { return .open([], missing: missing) }
    let isAlways = found.allSatisfy { $0.below == 1 }
    guard !isAlways || missing.isEmpty else {
      return .open(found.map(\.evidence), missing: missing)
    }
    return .decided(
      isAlways ? .supported : found.allSatisfy { $0.below == 0 } ? .contradicted : .mixed,
      by: first.evidence,
      further: found.dropFirst().map(\.evidence),
      corrections: corrections
    )
  }

  private static func largePurchase(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let bought = try exam.need(try exam.daily(purchases), on: week)
    let cost = try exam.need(try exam.daily("mstr_btc_purchases_sec/total_cost_usd"), on: week)
    let price = bought > 0 ? cost / bought : 0
    return .holds(
      bought == 10_624 && abs(cost - 963e6) < 1e6,
      by: exam.data(
        "The filing of \(week): \(bought.plain) BTC for \((cost / 1e6).shown) million, "
          + "\(price.rounded().plain) each.",
        ComputedNumber(raw: bought, unit: "BTC"),
        expected: "10624 for 963 million",
        window: week...week
      )
    )
  }

  private static func threeMonthsBefore(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let held = try exam.daily("mstr_btc_purchases_sec/cumulative_holdings")
    guard let start = held.first(from: Day.on(2025, 9, 2), reach: 14),
      let end = held.last(upTo: week + -1, reach: 14)
    else { throw Examination.gap(held, "2025-09-02 to 2025-12-07") }
    let bought = end.value - start.value
    return .holds(
      bought < 10_624,
      by: exam.data(
        "Holdings rose by \(bought.plain) BTC from the filing of \(start.day) to that of \(end.day), in "
          + "the three months before.",
        ComputedNumber(raw: bought, unit: "BTC"),
        expected: "below 10624",
        window: start.day...end.day
      ),
      corrections: [
        exam.correction(
          "E51",
          "the three months before brought \(bought.plain) BTC",
          ComputedNumber(raw: bought, unit: "BTC")
        )
      ]
    )
  }

  private static func boughtNearOne(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let ratio = try exam.daily("mstr_mnav_1d/mnav")
    let days = try exam.need(ratio, in: Day.on(2025, 12, 1)...Day.on(2025, 12, 8), atLeast: 4)
    let bought = try exam.need(try exam.daily(purchases), on: week)
    return .holds(
      bought > 0 && abs(days.mean - 1) < 0.2,
      by: exam.data(
        "mNAV averaged \(days.mean.shown) in the week, and \(bought.plain) BTC were bought.",
        ComputedNumber(raw: days.mean, unit: "ratio", observations: days.count),
        expected: "1 ± 0.2 with a purchase",
        window: days.span
      )
    )
  }

  private static func bitMine(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let held = try exam.daily("bmnr_eth_holdings/eth_holdings")
    let ether = try exam.daily("yahoo_ethusd_1d/close")
    let (day, coins) = try exam.need(held, upTo: Day.on(2025, 12, 14), reach: 13)
    let price = try exam.need(ether, upTo: day)
    let value = coins * price.value
    var further: [Evidence] = []
    if let cash = try exam.dailyIfPresent("bmnr_eth_holdings/cash_usd")?
      .last(upTo: Day.on(2025, 12, 14), reach: 13)
    {
      further.append(
        exam.data(
          "Cash stated on \(cash.day): \((cash.value / 1e9).shown) billion.",
          ComputedNumber(raw: cash.value, unit: "USD"),
          expected: "1e9"
        )
      )
    }
    return .holds(
      abs(value / 12e9 - 1) < 0.1,
      by: exam.data(
        "\(coins.plain) ETH on \(day) at \(price.value.shown) are \((value / 1e9).shown) billion.",
        ComputedNumber(raw: value, unit: "USD"),
        expected: "12e9 ± 10%",
        window: day...day
      ),
      further: further
    )
  }

  private static func scaledImpact(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let coin = try exam.daily("btc_eth_mvrv_1d/btc/market_cap_usd")
    let ether = try exam.daily("btc_eth_mvrv_1d/eth/market_cap_usd")
    let ratios = coin.combined(with: ether) { $0 / $1 }
    let (day, ratio) = try exam.need(ratios, upTo: week, reach: 7)
    let impact = 429.0 / 963 * ratio
    return .holds(
      abs(impact - 2) <= 0.5,
      by: exam.data(
        "Bitcoin's market value was \(ratio.shown) times ether's on \(day): per dollar of market value "
          + "429m of ether is \(impact.shown) times 963m of bitcoin. Under a square-root law of impact "
          + "the ratio is another.",
        ComputedNumber(raw: impact, unit: "ratio"),
        expected: "2 ± 0.5",
        window: day...day
      )
    )
  }

  private static func responseToPurchases(
    _ exam: inout Examination
  ) throws(EvidenceGap) -> Finding {
    let bought = try exam.daily(purchases)
    let returns = try exam.bitcoin().logReturns
    var weeks = DailyValues(name: "returns after filings")
    var (days, values): ([Day], [Double]) = ([], [])
    for day in bought.part(try exam.span(from: Day.on(2023, 1, 1))).days {
      let after = returns.part((day + 1)...(day + 7))
      guard after.count == 7 else { continue }
      days.append(day)
      values.append(after.sum)
    }
    weeks = DailyValues(name: weeks.name, days: days, values: values)
    guard let mean = weeks.meanEstimate(unit: "log return over 7 days") else {
      throw Examination.gap(bought, "2023 to 2026")
    }
    return .open([
      exam.data(
        "Over the seven days after \(weeks.count) filings of purchases bitcoin returned "
          + "\(mean.value.percent) on average; the filings come after the purchases.",
        mean,
        expected: "above 0 with its interval",
        window: weeks.span
      )
    ])
  }
}
