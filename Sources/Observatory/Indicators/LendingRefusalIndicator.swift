import Quantities
import Statistics

/// Whether dear repo money looks like scarce reserves or like lenders that refuse.
///
/// A transparent likelihood over the sign table of `model.md` §4.1. Feature j is a change, the mean of 21
/// business days less that of the 63 before, standardised by the mean and deviation of the same change in
/// the past alone (125 values at least) and cut at ±3:
///
///     zⱼ | ordinary ~ N(0, 1);   zⱼ | case c ~ N(s_cj, 1)
///     feature                        scarcity  refusal
///     ON RRP over SOFR volume           −1        +1
///     SOFR less target upper bound      +1         0
///     Bowley skew                        0        +1
///     p99 − p50                          0        +1
///     ln SOFR volume                     0        −1
///     ln reserves                       −1         0
///
///     posterior ∝ prior · exp(½ Σⱼ (s_cj zⱼ − s_cj²/2))
///
/// Named priors: ordinary 0.6, scarcity 0.2, refusal 0.2; effect one standard deviation; weight ½ because
/// the features are correlated. The signs are the model's; the sizes are assumed. Beside it stands the
/// classifier that learned from simulated markets (``TrainedRefusalSlopes``), between refusal and scarcity
/// alone, on the same scores: for the newest day, and as the part of the days with an event on which it
/// says refusal. The use of the standing repo facility is not in the data and counts nothing. The headline
/// is the posterior of refusal, on the newest day with four features or more. Interval: delete-one
/// jackknife over the features on the log odds. Calendar: business days of the New York Fed. The target's
/// upper bound stands for IORB, which begins in July 2021 and has moved with it since.
struct LendingRefusalIndicator: Indicator {
  let id = "I08"
  let name = "Posterior of lending refusal against scarce reserves"
  let unit = "probability"
  let systems = ["M2.1", "M3.1"]
  let summary =
    "How probable it is that lenders refuse, against scarce reserves and "
    + "ordinary days, from six features of the repo market."
  let facts = ["S2.F03", "S2.F05", "S2.F07", "S2.F08", "S2.F10", "S2.F31", "S3.F43", "S3.F49"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 0.5,
    meaning: "above: refusal is likelier than not, under the named priors",
    source: "S2.C05, S2.F31"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    guard let table = try SOFRPercentiles(&draft) else { return draft.reading }
    let features = try features(table, &draft)
    try context(&draft)
    let history = RefusalPosterior.history(features)
    if let newest = history.last {
      headline(newest, history, features, &draft)
    } else {
      draft.remark("no day has four features with 125 earlier changes each")
    }
    draft.reading.threshold = threshold
    draft.remark(
      "named priors: ordinary 0.6, scarcity 0.2, refusal 0.2, effect of one standard deviation, weight "
        + "one half; signs from the model, sizes assumed"
    )
    draft.remark(
      "trained_…: slopes learned from simulated markets, applied to standard scores on the data's own past; "
        + "on a day without an event it means nothing"
    )
    draft.remark("one-sided evidence: refusal among lenders outside ON RRP is not excluded")
    draft.remark(
      "S2.F03 puts reserves at 3.28 tn on 2025-11-12; H.4.1 shows about 2.85 tn (E30)"
    )
    return draft.finished()
  }

  private func headline(
    _ newest: RefusalPosterior,
    _ history: [RefusalPosterior],
    _ features: [RefusalFeature],
    _ draft: inout ReadingDraft
  ) {
    var values = DailyValues()
    for posterior in history { values.append(posterior.refusal, on: posterior.day) }
    draft.headline(values, interval: newest.refusalInterval)
    keep("posterior_scarcity", history, &draft, \.scarcity)
    keep("posterior_ordinary", history, &draft, \.ordinary)
    keep("trained_refusal_against_scarcity", history, &draft, \.trainedRefusal)
    draft.component("posterior_scarcity", newest.scarcity, "probability")
    draft.component("posterior_ordinary", newest.ordinary, "probability")
    for (feature, score) in zip(features, newest.scores) {
      draft.component("z_\(feature.name)", score, "standard deviations")
    }
    draft.component(
      "trained_refusal_against_scarcity",
      newest.trainedRefusal,
      "probability, of refusal against scarcity"
    )
    let events = history.filter(\.isEvent)
    draft.component("days_with_posterior", Double(history.count), "days")
    draft.component("event_days", Double(events.count), "days")
    draft.component("event_days_refusal_share", share(events) { $0.refusal > $0.scarcity }, "share")
    draft.component(
      "event_days_trained_refusal_share",
      share(events) { $0.trainedRefusal > 0.5 },
      "share"
    )
    let used = newest.scores.count { $0 != nil }
    if used < features.count {
      draft.remark("rests on \(used) of \(features.count) features on this day")
    }
    if draft.today - newest.day > 7 {
      draft.remark("the newest day with four features is \(Day(daysSince1970: newest.day))")
    }
  }

  /// Keeps a number of every day beside the headline's.
  private func keep(
    _ name: String,
    _ history: [RefusalPosterior],
    _ draft: inout ReadingDraft,
    _ number: (RefusalPosterior) -> Double
  ) {
    var values = DailyValues()
    for posterior in history { values.append(number(posterior), on: posterior.day) }
    draft.reading.history.append(IndicatorHistory(name: name, values))
  }

  private func share(
    _ days: [RefusalPosterior],
    _ isSo: (RefusalPosterior) -> Bool
  ) -> Double? {
    days.isEmpty ? nil : Double(days.count(where: isSo)) / Double(days.count)
  }

  /// Take-up of the standing facility and the ratio of reserve demand (`model.md` §4.2).
  private func context(_ draft: inout ReadingDraft) throws(StoreError) {
    let facility = try draft.values(
      "nyfed/repo/amount_accepted",
      remedy: "clino data pull (nyfed, operations): take-up of the standing repo facility"
    )
    draft.component("srf_usd_billion", facility.last.map { $0.value / 1e9 }, "USD billion")
    let assets = try draft.values(
      "fred/TLAACBW027SBOG/value",
      remedy: "clino data pull (fred, TLAACBW027SBOG) with a key: assets of commercial banks"
    )
    let reserves = try draft.values("fred_weekly_long/WRESBAL/value")
    let ratio = reserves.combined(with: assets, within: 14) { $1 > 0 ? $0 / 1_000 / $1 : nil }
    draft.component("reserves_over_bank_assets_share", ratio.last?.value, "share")
  }

  private func features(
    _ table: SOFRPercentiles,
    _ draft: inout ReadingDraft
  ) throws(StoreError) -> [RefusalFeature] {
    let daily = "fred_daily_long"
    let facility = try draft.values(
      "\(daily)/RRPONTSYD/value",
      remedy: "clino data import of \(daily)"
    )
    let upper = try draft.values("\(daily)/DFEDTARU/value", remedy: "clino data import of \(daily)")
    let reserves = try draft.values(
      "fred_weekly_long/WRESBAL/value",
      remedy: "clino data import of fred_weekly_long"
    )
    let volume = table.history { $0.volume }
    let median = table.history { $0.median }
    draft.component("on_rrp_usd_billion", facility.last?.value, "USD billion")
    draft.component("reserves_usd_billion", reserves.last.map { $0.value / 1_000 }, "USD billion")
    return [
      RefusalFeature(
        name: "on_rrp_share",
        scarcity: -1,
        refusal: 1,
        trainedSlope: TrainedRefusalSlopes.idleCash,
        level: volume.combined(with: facility) { $0 > 0 ? $1 / $0 : nil }
      ),
      RefusalFeature(
        name: "sofr_minus_target_upper",
        scarcity: 1,
        refusal: 0,
        trainedSlope: TrainedRefusalSlopes.median,
        level: median.combined(with: upper) { $0 - 100 * $1 }
      ),
      RefusalFeature(
        name: "bowley",
        scarcity: 0,
        refusal: 1,
        trainedSlope: TrainedRefusalSlopes.bowley,
        level: table.history { $0.bowley }
      ),
      RefusalFeature(
        name: "p99_minus_p50",
        scarcity: 0,
        refusal: 1,
        trainedSlope: TrainedRefusalSlopes.rightTail,
        level: table.history { $0.skew.rightTail }
      ),
      RefusalFeature(
        name: "log_volume",
        scarcity: 0,
        refusal: -1,
        trainedSlope: TrainedRefusalSlopes.logVolume,
        level: volume.compactMap { $1 > 0 ? Libm.log($1) : nil }
      ),
      RefusalFeature(
        name: "log_reserves",
        scarcity: -1,
        refusal: 0,
        trainedSlope: 0,
        level: median.combined(with: reserves, within: 14) { $1 > 0 ? Libm.log($1) : nil }
      ),
    ]
  }
}
