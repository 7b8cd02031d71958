import Quantities
import Statistics

/// How often a rebound within a New York session is gone by the next opening.
///
///     b = max ln P − ln P(open), 09:30 to 16:00;  fade = (max ln P − ln P(next 09:30))/b;  event: b ≥ 3 %
///     headline = share of events with fade ≥ 1
///
/// Prices: closes of 15-minute bars of the Binance perpetual, since August 2025; the night runs to the
/// next trading day's opening, weekends included. Interval: Wilson. Null: a driftless Brownian motion
/// with the volatility of the sample's days, observed every 15 minutes. The hourly version from 10:00 to
/// 16:00 reaches back to 2018 and is given under its own name. Calendar: New York trading days.
/// Source: Binance; model specification I14.
struct BounceFadeIndicator: Indicator {
  let id = "I14"
  let name = "Share of intraday rebounds of 3 % lost by the next opening"
  let unit = "fraction of events"
  let systems = ["M2.4"]
  let summary =
    "How often a rise of 3 % within a New York session is gone by the next "
    + "opening; its null is a driftless Brownian motion."
  let facts = ["S2.F16", "S2.F17"]

  /// The least rebound, in log price.
  static let rebound = 0.03

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    if let series = try draft.series(
      "binance_um_btcusdt_perp_15m/close",
      remedy: CryptoSeries.remedy("binance_um_btcusdt_perp_15m")
    ) {
      let sessions = TradingSessions(series, bar: .minutes(15), openBeforeClose: .minutes(390))
      headline(sessions, &draft)
    }
    if let series = try draft.series(CryptoSeries.bitcoinHourly) {
      let sessions = TradingSessions(series, bar: .hours(1), openBeforeClose: .hours(6))
      let tally = Self.tally(sessions)
      draft.component(
        "hourly_10_to_16_since_2018_share",
        tally.count > 0 ? Double(tally.faded) / Double(tally.count) : nil,
        "fraction of events",
        interval: Self.wilson(tally)
      )
      draft.component("hourly_10_to_16_since_2018_events", Double(tally.count), "events")
      draft.component(
        "hourly_10_to_16_since_2018_null",
        Self.null(sessions, sessionMinutes: 360, barMinutes: 60),
        "fraction of events"
      )
      let (day, night) = sessions.split
      draft.component("hourly_session_return_mean", day.mean, "log return per session")
      draft.component("hourly_overnight_return_mean", night.mean, "log return per night")
    }
    return draft.reading
  }

  private func headline(_ sessions: TradingSessions, _ draft: inout ReadingDraft) {
    let tally = Self.tally(sessions)
    draft.component("events_count", Double(tally.count), "events")
    if let first = sessions.all.first, let last = sessions.all.last {
      let end = TradingCalendar.newYork.close(of: Day(daysSince1970: last.day))
      draft.reading.observedAt = end
      draft.reading.coverage = IndicatorCoverage(
        start: Instant(startOf: Day(daysSince1970: first.day)),
        end: end ?? Instant(startOf: Day(daysSince1970: last.day + 1)),
        count: sessions.all.count,
        expectedCount: ReadingDraft.tradingDays(from: first.day, through: last.day)
      )
    }
    let null = Self.null(sessions, sessionMinutes: 390, barMinutes: 15)
    draft.component("brownian_null", null, "fraction of events")
    if let null {
      draft.reading.threshold = IndicatorThreshold(
        value: null,
        meaning: "what a driftless Brownian motion gives: above: rebounds are sold",
        source: "model specification I14"
      )
    }
    guard tally.count > 0 else {
      draft.missing(
        "a session with a rebound of 3 % since the 15-minute bars begin",
        remedy: "none: there was none; ask as of a later date"
      )
      return
    }
    // The share after each event: its own history.
    var (shares, faded) = ([Double](), 0)
    for (index, isFaded) in tally.outcomes.enumerated() {
      faded += isFaded ? 1 : 0
      shares.append(Double(faded) / Double(index + 1))
    }
    draft.reading.value = shares[shares.count - 1]
    draft.reading.interval = Self.wilson(tally)
    let newest = shares[shares.count - 1]
    draft.reading.percentile = Double(shares.count { $0 <= newest }) / Double(shares.count)
    let (day, night) = sessions.split
    draft.component("session_return_mean", day.mean, "log return per session")
    draft.component("overnight_return_mean", night.mean, "log return per night")
    if tally.count < 10 { draft.remark("\(tally.count) events: the interval says it all") }
  }

  /// The events in order and how many faded wholly.
  struct Tally {
    var outcomes: [Bool] = []
    var count: Int { outcomes.count }
    var faded: Int { outcomes.count { $0 } }
  }

  static func tally(_ sessions: TradingSessions) -> Tally {
    var tally = Tally()
    for session in sessions.all {
      guard session.rise >= rebound, let next = session.nextOpen else { continue }
      tally.outcomes.append((session.rise - next) / session.rise >= 1)
    }
    return tally
  }

  static func wilson(_ tally: Tally) -> IndicatorInterval? {
    guard tally.count > 0,
      let interval = try? ConfidenceInterval.wilson(successes: tally.faded, trials: tally.count)
    else { return nil }
    return IndicatorInterval(interval, method: "Wilson")
  }

  /// The null at the deviation of the returns from one opening to the next day's.
  static func null(
    _ sessions: TradingSessions,
    sessionMinutes: Double,
    barMinutes: Double
  ) -> Double? {
    let daily = sessions.all.compactMap { $0.isNextCalendarDay ? $0.nextOpen : nil }
    guard daily.count >= 20, let deviation = Moments(of: daily).standardDeviation, deviation > 0
    else { return nil }
    return BounceFadeNull(
      dailyVolatility: deviation,
      sessionMinutes: sessionMinutes,
      barMinutes: barMinutes
    ).probability(threshold: rebound)
  }
}
