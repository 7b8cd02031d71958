import Quantities
import Statistics

/// How much open interest was destroyed from its peak.
///
///     headline = OI(trough)/OI(peak) − 1, the largest fall from a value to a later one within the last
///     60 days, both in USD
///     permanence = OI(peak + 180 days)/OI(peak) of the peak of the 60 days before it
///
/// Calendar: UTC days, closes. The part that is forced is bounded from below by the reported
/// liquidations between peak and trough. The interval takes each end as uncertain by 0.6 percent, the
/// largest disagreement of two copies of the series. Sources: CoinGlass over all venues; from 24 June
/// 2026 four venues; model specification I04 and row S41.
struct OpenInterestDestructionIndicator: Indicator {
  let id = "I04"
  let name = "Destruction of open interest, BTC, 60 days"
  let unit = "fraction"
  let systems = ["M0.2", "M0.1"]
  let summary = "The largest fall of open interest within 60 days, both ends in USD."
  let facts = ["S0.F14", "S0.F15", "S0.F16", "S0.F87", "S3.F34", "S3.F35"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: -0.28,
    meaning: "the fall that the source calls a lasting loss of leverage capacity",
    source: "S0.F16"
  )

  /// The days in which peak and trough are looked for.
  static let window = 60

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    var (name, interest) = try draft.newest(of: [
      CryptoSeries.openInterest, "funding_oi_multi_venue_1d_2026/BTC/oi_total_usd",
      "btc_open_interest_all_exchanges_1d/oi_usd",
    ])
    if name.hasPrefix("funding_oi_multi_venue") {
      interest = try sameVenues(interest, &draft)
    }
    let falls = Self.falls(interest.compactMap { $1 > 0 ? $1 : nil })
    guard let last = falls.last else { return draft.reading }
    var history = DailyValues()
    for fall in falls { history.append(fall.change, on: fall.day) }
    draft.headline(everyDay: history, interval: last.interval)
    draft.reading.threshold = threshold
    try forced(last, &draft)
    try coins(last, interest, &draft)
    draft.component("open_interest_peak_usd", last.peak, "USD")
    draft.component("open_interest_trough_usd", last.trough, "USD")
    draft.component("permanence_180d_fraction", Self.permanence(interest), "fraction of the peak")
    draft.remark(
      "peak on \(Day(daysSince1970: last.peakDay)), trough on \(Day(daysSince1970: last.troughDay))"
    )
    if name != CryptoSeries.openInterest {
      draft.remark("\(name) covers fewer venues than CoinGlass: levels cannot be compared")
    }
    draft.remarkOnHoles(interest, of: name)
    return draft.reading
  }

  /// The days since the number of venues in the sum last changed: a venue that leaves is no fall.
  private func sameVenues(
    _ interest: DailyValues,
    _ draft: inout ReadingDraft
  ) throws(StoreError) -> DailyValues {
    let venues = try draft.values("funding_oi_multi_venue_1d_2026/BTC/n_venues")
    let counts = interest.compactMap { day, _ in venues.value(on: day) }
    guard let last = counts.last else { return interest }
    let change = counts.days.indices.last { counts.values[$0] != last.value }
    guard let change else { return interest }
    let first = counts.days[change] + 1
    draft.remark(
      "before \(Day(daysSince1970: first)) the sum has another number of venues and is left out"
    )
    return interest.since(first)
  }

  /// The deepest fall in the window that ends on a day.
  struct Fall {
    let day: Int
    let peak: Double
    let peakDay: Int
    let trough: Double
    let troughDay: Int

    var change: Double { OpenInterestDestruction.change(before: peak, after: trough) }

    var interval: IndicatorInterval {
      IndicatorInterval(
        low: max(-1, trough * 0.994 / (peak * 1.006) - 1),
        high: min(0, trough * 1.006 / (peak * 0.994) - 1),
        level: 1,
        method:
          "each end uncertain by 0.6 percent, the largest gap between two copies of the series"
      )
    }
  }

  /// The fall of every day with at least half of the window's days, in O(n · window).
  static func falls(_ values: DailyValues) -> [Fall] {
    var result: [Fall] = []
    var start = 0
    for end in values.days.indices {
      while values.days[start] <= values.days[end] - window { start += 1 }
      guard 2 * (end - start + 1) >= window else { continue }
      let readings = Array(values.values[start...end])
      guard let fall = OpenInterestDestruction.peakToTrough(readings) else { continue }
      result.append(
        Fall(
          day: values.days[end],
          peak: readings[fall.peak],
          peakDay: values.days[start + fall.peak],
          trough: readings[fall.trough],
          troughDay: values.days[start + fall.trough]
        )
      )
    }
    return result
  }

  /// Open interest 180 days after the highest value of the 60 days before that, over that value.
  static func permanence(_ values: DailyValues) -> Double? {
    guard let last = values.last else { return nil }
    let before = values.values(in: (last.day - 180 - window + 1)...(last.day - 180))
    guard before.count * 2 >= window, let peak = before.max(), peak > 0 else { return nil }
    return last.value / peak
  }

  private func forced(_ fall: Fall, _ draft: inout ReadingDraft) throws(StoreError) {
    let stem = "coinglass_liquidations_1d/BTC"
    let long = try draft.values("\(stem)/liq_long_usd")
    let short = try draft.values("\(stem)/liq_short_usd")
    let days = (fall.peakDay + 1)...max(fall.peakDay + 1, fall.troughDay)
    let liquidated = long.adding(short).values(in: days)
    guard liquidated.count == fall.troughDay - fall.peakDay, fall.trough < fall.peak else {
      draft.component("forced_share_at_least", nil, "fraction")
      draft.missing(
        "liquidations and auto-deleveraging of BTC for every day from peak to trough",
        remedy: "clino data import a catalogue whose coinglass_liquidations_1d covers the fall; "
          + "venues do not publish auto-deleveraging"
      )
      return
    }
    let sum = liquidated.reduce(0, +)
    draft.component("liquidations_peak_to_trough_usd_at_least", sum, "USD")
    draft.component(
      "forced_share_at_least",
      sum / (fall.peak - fall.trough),
      "fraction",
      interval: IndicatorInterval(
        low: sum / (fall.peak - fall.trough),
        high: .infinity,
        level: 1,
        method:
          "reported liquidations are a lower bound, auto-deleveraging is not published; a ratio "
          + "above 1 says that positions were opened in between"
      )
    )
    try draft.censoringComponent()
  }

  private func coins(
    _ fall: Fall,
    _ interest: DailyValues,
    _ draft: inout ReadingDraft
  ) throws(StoreError) {
    let price = try draft.catalogued(CryptoSeries.bitcoinClose)
    guard let before = price.value(on: fall.peakDay), let after = price.value(on: fall.troughDay)
    else {
      return draft.component("change_in_coins_fraction", nil, "fraction")
    }
    draft.component(
      "change_in_coins_fraction",
      (fall.trough / after) / (fall.peak / before) - 1,
      "fraction"
    )
  }
}
