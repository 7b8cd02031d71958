import Foundation
import Observatory
import Quantities
import Statistics

/// Claims on ether, other coins, stablecoins and funding.
enum AltcoinEvidence {
  static let rules: [String: EvidenceRule] = [
    "S1.C14": asymmetricBeta, "S1.C20": supplyFollows, "S1.C22": fundingAndVolatility,
    "S3.C08": altRally,
  ]

  /// Slopes of r_alt = a + β⁺·max(r, 0) + β⁻·min(r, 0) and the standard error of β⁻ − β⁺ (HC0).
  private static func slopes(
    _ coin: [Double],
    _ bitcoin: [Double]
  ) -> (up: Double, down: Double, error: Double)? {
    let rows = bitcoin.map { [1, max($0, 0), min($0, 0)] }
    guard let inverse = inverse(rows.reduce(zero3) { plus($0, outer($1, 1)) }) else { return nil }
    var moment = [0.0, 0, 0]
    for (row, value) in zip(rows, coin) {
      for index in 0..<3 { moment[index] += row[index] * value }
    }
    let beta = (0..<3).map { i in (0..<3).reduce(0) { $0 + inverse[i][$1] * moment[$1] } }
    var meat = zero3
    for (row, value) in zip(rows, coin) {
      let residual = value - (0..<3).reduce(0) { $0 + row[$1] * beta[$1] }
      meat = plus(meat, outer(row, residual * residual))
    }
    let contrast = (0..<3).map { inverse[2][$0] - inverse[1][$0] }
    var variance = 0.0
    for i in 0..<3 {
      for j in 0..<3 { variance += contrast[i] * meat[i][j] * contrast[j] }
    }
    return (beta[1], beta[2], variance.squareRoot())
  }

  private static let zero3 = [[Double]](repeating: [0, 0, 0], count: 3)

  private static func plus(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
    (0..<3).map { i in (0..<3).map { a[i][$0] + b[i][$0] } }
  }

  private static func outer(_ row: [Double], _ weight: Double) -> [[Double]] {
    row.map { left in row.map { left * $0 * weight } }
  }

  private static func inverse(_ m: [[Double]]) -> [[Double]]? {
    func minor(_ r: Int, _ c: Int) -> Double {
      let rows = (0..<3).filter { $0 != r }
      let columns = (0..<3).filter { $0 != c }
      return m[rows[0]][columns[0]] * m[rows[1]][columns[1]]
        - m[rows[0]][columns[1]] * m[rows[1]][columns[0]]
    }
    let determinant = (0..<3).reduce(0) { $0 + ($1 % 2 == 0 ? 1 : -1) * m[0][$1] * minor(0, $1) }
    guard abs(determinant) > 1e-300 else { return nil }
    return (0..<3).map { r in
      (0..<3).map { c in ((r + c) % 2 == 0 ? 1 : -1) * minor(c, r) / determinant }
    }
  }

  private static func asymmetricBeta(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let bitcoin = try exam.bitcoin().logReturns
    let range = try exam.span(from: Day.on(2021, 1, 1), to: Day.on(2025, 11, 20))
    let coins: [(String, String)] = [
      ("ETH", "yahoo_ethusd_1d/close"), ("SOL", "binance_perp_alts_1d/SOLUSDT/close"),
      ("DOGE", "binance_perp_alts_1d/DOGEUSDT/close"),
      ("LINK", "binance_perp_alts_1d/LINKUSDT/close"),
    ]
    var evidence: [Evidence] = []
    var (falls, rises) = (0, 0)
    for (name, series) in coins {
      guard let closes = try exam.dailyIfPresent(series) else { continue }
      let (a, b, days) = closes.logReturns.part(range).aligned(with: bitcoin.part(range))
      guard days.count >= 500, let found = slopes(a, b) else { continue }
      let difference = found.down - found.up
      if difference > 1.96 * found.error { falls += 1 }
      if found.up < 1 { rises += 1 }
      evidence.append(
        exam.data(
          "\(name): beta \(found.up.shown) when BTC rises, \(found.down.shown) when it falls.",
          ComputedNumber(
            raw: difference,
            unit: "beta down less beta up",
            interval: IndicatorInterval(
              low: difference - 1.96 * found.error,
              high: difference + 1.96 * found.error,
              level: 0.95,
              method: "normal, heteroskedasticity-consistent (HC0)"
            ),
            observations: days.count
          ),
          expected: "above 0 with its interval, beta up below 1",
          window: days[0]...days[days.count - 1]
        )
      )
    }
    guard !evidence.isEmpty else { throw Examination.gap(bitcoin, "2021 to 2025") }
    let verdict: ClaimAssessment.Decided =
      falls == evidence.count && rises == evidence.count
      ? .supported : falls == 0 && rises == 0 ? .contradicted : .mixed
    return .decided(verdict, by: evidence[0], further: Array(evidence.dropFirst()))
  }

  private static func supplyFollows(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let supply = try exam.daily("usdt_supply_1d_2025/usdt_supply_usd")
    let price = try exam.bitcoin()
    let growth = weekly(supply)
    let returns = weekly(price)
    func lagged(_ days: Int) -> ComputedNumber? {
      let moved = DailyValues(
        name: returns.name,
        days: returns.days.map { $0 + days },
        values: returns.values
      )
      // Every seventh day alone: overlapping weeks are not independent.
      let (a, b, common) = growth.aligned(with: moved)
      let kept = common.indices.filter { common[$0].daysSince1970 % 7 == 0 }
      return DailyValues.correlation(kept.map { a[$0] }, kept.map { b[$0] }, minimum: 20)
    }
    guard let follows = lagged(7), let leads = lagged(-7) else {
      throw Examination.gap(supply, "20 weeks")
    }
    let decisive = exam.data(
      "Correlation of a week's USDT growth with bitcoin's return of the week before: "
        + "\(follows.value.shown); with that of the week after: \(leads.value.shown).",
      follows,
      expected: "above 0 with its interval, the other around 0",
      window: growth.span
    )
    let isLed = (follows.interval?.low ?? -1) > 0
    let isLeading = (leads.interval?.low ?? -1) > 0
    if !isLed && !isLeading { return .open([decisive]) }
    return .decided(
      isLed && !isLeading ? .supported : isLed ? .mixed : .contradicted,
      by: decisive,
      further: [exam.data("The opposite lead: \(leads.value.shown).", leads)]
    )
  }

  private static func weekly(_ values: DailyValues) -> DailyValues {
    var (days, changes): ([Day], [Double]) = ([], [])
    for (day, value) in zip(values.days, values.values) {
      guard let before = values.value(on: day + -7) else { continue }
      days.append(day)
      changes.append(log(value / before))
    }
    return DailyValues(name: values.name, days: days, values: changes)
  }

  private static func fundingAndVolatility(
    _ exam: inout Examination
  ) throws(EvidenceGap) -> Finding {
    let rates = try exam.series("binance_um_btcusdt_funding_8h/funding_rate")
    var sums: [Day: Double] = [:]
    for observation in rates.observations {
      sums[observation.refersTo.day, default: 0] += observation.value.doubleValue
    }
    let days = sums.keys.sorted()
    let funding = DailyValues(
      name: rates.id.name,
      days: days,
      values: days.map { sums[$0, default: 0] * 365 }
    )
    let volatility = try exam.bitcoin().realisedVolatility30
    // One pair every 30 days: windows that do not overlap.
    var (earned, realised): ([Double], [Double]) = ([], [])
    var next = funding.days.first ?? Day.on(2019, 9, 10)
    for (day, value) in zip(volatility.days, volatility.values) where day >= next {
      let month = funding.part((day + -29)...day)
      guard month.count == 30 else { continue }
      earned.append(month.mean)
      realised.append(value)
      next = day + 30
    }
    guard let number = DailyValues.correlation(earned, realised, minimum: 24),
      let interval = number.interval
    else { throw Examination.gap(funding, "24 months") }
    let evidence = exam.data(
      "Correlation of a month's mean funding with its realised volatility, \(earned.count) months: "
        + "\(number.value.shown).",
      number,
      expected: "above 0 with its interval",
      window: volatility.span
    )
    if interval.low > 0 { return .holds(true, by: evidence) }
    if interval.high < 0 { return .holds(false, by: evidence) }
    return .open([evidence])
  }

  private static func altRally(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let bitcoin = try exam.bitcoin()
    let window = try exam.span(from: Day.on(2025, 12, 10), to: Day.on(2026, 6, 5))
    let (start, end) = (window.lowerBound, window.upperBound)
    let base = try exam.need(bitcoin, upTo: start)
    var excesses: [(String, Double)] = []
    for name in ["ENA", "SOL", "BNB", "XRP", "DOGE", "LINK", "AAVE"] {
      guard
        let closes = try exam.dailyIfPresent("binance_perp_alts_1d/\(name)USDT/close"),
        let first = closes.last(upTo: start, reach: 3)
      else { continue }
      let relative = closes.part(start...end).combined(with: bitcoin) {
        $0 / first.value * base.value / $1 - 1
      }
      guard let best = relative.maximum, relative.count >= 30 else { continue }
      excesses.append((name, best.value))
    }
    guard excesses.count >= 5 else {
      throw Examination.gap(DailyValues(name: "binance_perp_alts_1d/SOLUSDT/close"), "to \(end)")
    }
    let sorted = excesses.map(\.1).sorted()
    let median = sorted[sorted.count / 2]
    let evidence = exam.data(
      "Best gain over bitcoin between \(start) and \(end), median of \(excesses.count) coins: "
        + "\(median.percent) (\(excesses.map { "\($0.0) \($0.1.percent)" }.joined(separator: ", "))).",
      .fraction(median, observations: excesses.count),
      expected: "above +20%",
      window: start...end
    )
    guard exam.isDue else { return .open([evidence]) }
    return .holds(median > 0.2, by: evidence)
  }
}
