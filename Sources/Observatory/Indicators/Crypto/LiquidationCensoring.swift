import Quantities
import Statistics

/// The share of liquidations that venues still publish since 27 April 2021, estimated from the fall of
/// open interest.
///
/// On days on which the open interest of bitcoin falls by at least two percent,
/// q = reported liquidations / |fall of open interest|. The factor is exp(median ln q after − median
/// ln q before), the break being the day from which Binance publishes at most one order per symbol and
/// second. It takes the part of a fall that is forced to be the same on both sides of the break, which
/// nobody can check: it is an estimate of order, not of the second digit.
struct LiquidationCensoring {
  /// The first day of the throttled feeds: 2021-04-27.
  static let breakDay = 18_744
  /// How far before and after the break days count: the level of later years has other causes too.
  static let span = 365

  /// The reported share of the unthrottled report, 0 to 1.
  let factor: Double
  let interval: IndicatorInterval
  /// The number of days before and after the break.
  let counts: (before: Int, after: Int)

  /// Estimates the factor from liquidations and open interest in USD; nil with fewer than ten days on
  /// either side.
  init?(total: DailyValues, openInterest: DailyValues) {
    let changes = openInterest.differences()
    let levels = openInterest
    var before: [Double] = []
    var after: [Double] = []
    for (day, change) in zip(changes.days, changes.values) {
      guard abs(day - Self.breakDay) <= Self.span, let level = levels.value(on: day - 1),
        change < -0.02 * level, let liquidated = total.value(on: day), liquidated > 0
      else { continue }
      let quotient = Libm.log(liquidated / -change)
      if day < Self.breakDay { before.append(quotient) } else { after.append(quotient) }
    }
    guard before.count >= 10, after.count >= 10 else { return nil }
    let (first, second) = (before, after)
    let statistic: ([Int]) -> Double? = { indices in
      let drawnBefore = indices.filter { $0 < first.count }.map { first[$0] }
      let drawnAfter = indices.filter { $0 >= first.count }.map { second[$0 - first.count] }
      guard let a = Self.median(drawnBefore), let b = Self.median(drawnAfter) else { return nil }
      return Libm.exp(b - a)
    }
    let all = Array(0..<(first.count + second.count))
    guard let factor = statistic(all),
      let interval = IndicatorInterval.blockBootstrap(
        count: all.count,
        blockLength: 1,
        of: "days",
        key: 100,
        statistic
      )
    else { return nil }
    self.factor = factor
    self.interval = interval
    counts = (first.count, second.count)
  }

  static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    return SampleQuantile.type7(ofSorted: values.sorted(), at: 0.5)
  }
}

extension ReadingDraft {
  /// Adds the censoring factor of reported liquidations as a component, where it can be estimated.
  mutating func censoringComponent() throws(StoreError) {
    let stem = "coinglass_liquidations_1d/BTC"
    let long = try values("\(stem)/liq_long_usd")
    let short = try values("\(stem)/liq_short_usd")
    let openInterest = try values(CryptoSeries.openInterest)
    guard
      let censoring = LiquidationCensoring(
        total: long.adding(short),
        openInterest: openInterest
      )
    else { return component("reported_share_of_liquidations_after_2021_04_27", nil, "fraction") }
    component(
      "reported_share_of_liquidations_after_2021_04_27",
      censoring.factor,
      "fraction",
      interval: censoring.interval
    )
    remark(
      "liquidations are lower bounds: since 2021-04-27 venues publish at most one order per symbol "
        + "and second; the reported share is the median of BTC liquidations over the fall of open "
        + "interest on \(censoring.counts.after) days within a year after against "
        + "\(censoring.counts.before) before"
    )
  }
}
