import Quantities
import Statistics

/// The way of the dollar over six and twenty-four months.
///
///     headline = 100 ln(DXY_t / DXY_{t − 182 days})     percent
///     pattern "first strong, then weak" from t0: DXY_{t0+6m}/DXY_t0 > 1 and DXY_{t0+24m}/DXY_{t0+6m} < 1
///
/// t0 is 2025-02-26, the day of the statement; it names no date for the turn, so 6 and 24 months are the
/// reading of `model.md` §4.9. The base rate is the share of past days from which the pattern followed,
/// with a Wilson interval on the number of windows that do not overlap. Calendar: trading days; a value
/// up to ten days older stands in for a day without one. The interval of the headline is exact, from the
/// rounding of the index to two decimals. Sources: ICE dollar index from two copies, the longer first;
/// the Federal Reserve's broad index beside it.
struct DollarPathIndicator: Indicator {
  let id = "I30"
  let name = "Change of the dollar index over six months, and its pattern"
  let unit = "percent"
  let systems = ["M4.7"]
  let summary =
    "The change of the dollar index over 182 days, and how often a rise was "
    + "followed by a fall in two years."
  let facts = ["S4.F27", "S4.F28", "S4.F45", "S4.F48"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 0,
    meaning: "above: the dollar is stronger than six months before",
    source: "S4.F45"
  )

  /// 2025-02-26, the day of the statement.
  static let statementDay = 20_145
  /// Six and twenty-four months in days.
  static let (shortDays, longDays) = (182, 730)

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    let long = try draft.values(
      "dxy_1d/dxy",
      remedy: "clino data import of dxy_1d and dxy_1d_2024_2026"
    )
    let recent = try draft.values("dxy_1d_2024_2026/dxy")
    let broad = try draft.values("fred_daily_long/DTWEXBGS/value")
    let index = Self.joined(long, recent)
    let history = Self.changes(index)
    if let last = history.last, let level = index.last?.value {
      let half = 100 * 0.005 * 2 / level
      draft.headline(
        history,
        interval: .rounding(last.value - half, last.value + half, of: "the index to two decimals")
      )
    }
    draft.component("dxy_index", index.last?.value, "index")
    let twoYears = Self.changes(index, days: Self.longDays)
    draft.component("change_24m_percent", newestOf: twoYears, "percent")
    draft.component("broad_dollar_change_6m_percent", newestOf: Self.changes(broad), "percent")
    pattern(index, &draft)
    draft.reading.threshold = threshold
    return draft.finished()
  }

  /// The two legs from the day of the statement, and how often the pattern followed before.
  private func pattern(_ index: DailyValues, _ draft: inout ReadingDraft) {
    let legs = Self.legs(index, from: Self.statementDay)
    draft.component("first_leg_6m_percent", legs.first, "percent")
    draft.component("second_leg_18m_percent", legs.second, "percent")
    switch (legs.first, legs.second) {
    case (nil, _): draft.remark("the first six months after 2025-02-26 are not over, or not here")
    case (let first?, _) where first <= 0:
      draft.remark("from 2025-02-26 the dollar fell in the first six months: not first strong")
    case (_, nil): draft.remark("the first leg rose; the second ends on 2027-02-26")
    case (_, let second?):
      draft.remark(
        second < 0 ? "first strong, then weak: it followed" : "strong, but not then weak"
      )
    }
    let base = Self.baseRate(index)
    draft.component("pattern_base_rate_share", base.share, "share", interval: base.interval)
  }

  /// The longer history, continued by the other after its end.
  static func joined(_ long: DailyValues, _ recent: DailyValues) -> DailyValues {
    var result = long
    for (day, value) in zip(recent.days, recent.values) where day > (long.days.last ?? .min) {
      result.append(value, on: day)
    }
    return result
  }

  /// 100 times the log change over a number of days, for every day that has both ends.
  static func changes(_ index: DailyValues, days: Int = shortDays) -> DailyValues {
    index.compactMap { day, value in
      change(index, from: day - days, to: day).map { $0 }
    }
  }

  /// 100 times the log change between two days; nil if either has no value within ten days before.
  static func change(_ index: DailyValues, from start: Int, to end: Int) -> Double? {
    guard let before = index.value(atOrBefore: start, within: 10), before > 0,
      let now = index.value(atOrBefore: end, within: 10), now > 0
    else { return nil }
    return 100 * Libm.log(now / before)
  }

  /// The change of the first six months from a day, and of the eighteen after them, once over.
  static func legs(_ index: DailyValues, from day: Int) -> (first: Double?, second: Double?) {
    guard let newest = index.days.last else { return (nil, nil) }
    let (turn, end) = (day + shortDays, day + longDays)
    return (
      turn <= newest ? change(index, from: day, to: turn) : nil,
      end <= newest ? change(index, from: turn, to: end) : nil
    )
  }

  /// The share of days from which the dollar first rose and then fell.
  static func baseRate(_ index: DailyValues) -> (share: Double?, interval: IndicatorInterval?) {
    var (hits, trials) = (0, 0)
    for day in index.days {
      guard case (let first?, let second?) = legs(index, from: day) else { continue }
      trials += 1
      if first > 0, second < 0 { hits += 1 }
    }
    guard trials > 0, let start = index.days.first, let end = index.days.last else {
      return (nil, nil)
    }
    let share = Double(hits) / Double(trials)
    let windows = max(1, (end - start) / longDays)
    let successes = Int((share * Double(windows)).rounded())
    guard
      let wilson = try? ConfidenceInterval.wilson(successes: successes, trials: windows)
    else { return (share, nil) }
    return (
      share,
      IndicatorInterval(
        low: wilson.lower,
        high: wilson.upper,
        level: wilson.confidence,
        method: "Wilson on \(windows) windows that do not overlap"
      )
    )
  }
}
