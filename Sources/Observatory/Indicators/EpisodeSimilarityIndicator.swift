import Quantities
import Statistics

/// How the present stress compares with September 2019, March 2020 and March 2023.
///
///     headline       min over the episodes of CISS_t / max of CISS in the episode
///     cosine         of u_t with the episode's mean vector ū_e
///     Mahalanobis    √((u_t − ū_e)ᵀ M⁻¹ (u_t − ū_e)), M shrunk after Ledoit and Wolf (2004)
///
/// u holds the five block means of the members' standard scores (mean and deviation of the past alone),
/// each divided by its largest size since 2018. "Stronger than all three" needs every ratio above one: a
/// single ratio at or below one refutes it, and an episode that is absent from the store cannot support
/// it. An episode counts as present with ten trading days; March 2023 is held out of the shared data and
/// comes back by import. Beside it the public indices: St. Louis FSI, VIX and high-yield spread, their
/// percentiles and their maxima in each episode. Calendar: trading days of New York. Interval: that of
/// the composite index over the episode's maximum, which is held. Source: `model.md` §6 and the reality
/// check below its table.
struct EpisodeSimilarityIndicator: Indicator {
  let id = "I20"
  let name = "Stress against 2019-09, 2020-03 and 2023-03"
  let unit = "ratio to the strongest episode"
  let systems = ["M0.13", "M2.1"]
  let summary =
    "Composite stress of the day over the highest peak it had in the three "
    + "episodes: above 1 only if it exceeds all that are in the store."
  let facts = ["S2.F02", "S2.F04", "S2.F06", "S2.F24", "S2.F30"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 1,
    meaning: "above: stronger than every episode in the store",
    source: "S2.C03, S2.F02"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    let composite = StressComposite(try StressMembers.composite(&draft))
    let present = StressEpisode.all.filter {
      composite.history.values(in: $0.days).count >= StressEpisode.daysMin
    }
    for episode in StressEpisode.all where !present.contains(where: { $0.name == episode.name }) {
      draft.missing(
        "the window \(Day(daysSince1970: episode.days.lowerBound)) to "
          + "\(Day(daysSince1970: episode.days.upperBound)) (\(episode.title))",
        remedy: "import the held-out files under the same names; before the window there is none"
      )
    }
    headline(composite, present, &draft)
    try publicIndices(composite.panel.members, &draft)
    draft.reading.threshold = threshold
    return draft.finished()
  }

  /// The ratios, distances and the verdict.
  private func headline(
    _ composite: StressComposite,
    _ present: [StressEpisode],
    _ draft: inout ReadingDraft
  ) {
    guard let newest = composite.history.last, !present.isEmpty else { return }
    var peaks: [Double] = []
    for episode in present {
      let values = composite.history.values(in: episode.days)
      let peak = values.max() ?? 0
      peaks.append(peak)
      draft.component("ratio_\(episode.name)", newest.value / peak, "ratio")
      draft.component("ciss_max_\(episode.name)_index", peak, "index")
      let mean = values.reduce(0, +) / Double(values.count)
      draft.component("ciss_mean_\(episode.name)_index", mean, "index")
    }
    let history = Self.ratios(composite.history, present)
    let strongest = peaks.max() ?? 0
    let interval = CompositeStressIndicator.interval(composite).map {
      IndicatorInterval(
        low: $0.low / strongest,
        high: $0.high / strongest,
        level: $0.level,
        method: "\($0.method); the episode's maximum held"
      )
    }
    draft.headline(history, interval: interval)
    similarities(composite, present, &draft)
    draft.remark(Self.verdict(newest.value, peaks: peaks))
  }

  /// Whether "stronger than all three" holds, in words.
  static func verdict(_ value: Double, peaks: [Double]) -> String {
    let total = StressEpisode.all.count
    let above = peaks.count { value > $0 }
    if above < peaks.count {
      return
        "'stronger than all three' is not supported: above \(above) of \(peaks.count) episodes here"
    }
    if peaks.count < total {
      return
        "'stronger than all three' is not decided: above the \(above) here, \(total - above) absent"
    }
    return "'stronger than all three' holds on this index"
  }

  /// The headline of every day, against the episodes that were over by then.
  static func ratios(_ history: DailyValues, _ episodes: [StressEpisode]) -> DailyValues {
    let peaks = episodes.map { (end: $0.days.upperBound, peak: history.values(in: $0.days).max()) }
    let newest = history.last?.day
    return history.compactMap { day, value in
      // The newest day may lie inside an episode; it is compared with that episode's days so far.
      let known = peaks.filter { $0.end < day || day == newest }.compactMap(\.peak)
      return known.max().map { value / $0 }
    }
  }

  /// Cosine and distance to each episode's mean vector.
  private func similarities(
    _ composite: StressComposite,
    _ present: [StressEpisode],
    _ draft: inout ReadingDraft
  ) {
    let vectors = StressVectors(composite)
    guard let newest = vectors.rows.last,
      let covariance = try? ShrinkageCovariance(of: vectors.rows)
    else { return }
    for episode in present {
      guard let mean = vectors.mean(in: episode.days) else { continue }
      draft.component(
        "cosine_\(episode.name)",
        try? CosineSimilarity.between(newest, mean),
        "cosine"
      )
      draft.component(
        "mahalanobis_\(episode.name)_deviations",
        try? covariance.mahalanobisDistance(from: newest, to: mean),
        "standard deviations"
      )
    }
  }

  /// The reality check: three published indices and the distance of SOFR from its range now, their rank, and their maxima in the episodes.
  private func publicIndices(
    _ members: [StressMember],
    _ draft: inout ReadingDraft
  ) throws(StoreError) {
    let indices = [
      ("stlfsi4_index", "fred_weekly_long/STLFSI4/value", "index"),
      ("vix_index", "vix_1d/close", "index points"),
      ("high_yield_oas_percent", "fred_daily_long/BAMLH0A0HYM2/value", "percent"),
    ]
    var histories: [(name: String, history: DailyValues, unit: String)] = []
    for (name, series, unit) in indices {
      let dataset = series.prefix { $0 != "/" }
      let history = try draft.values(series, remedy: "clino data import of \(dataset)")
      histories.append((name, history, unit))
    }
    if let funding = members.first(where: { $0.name == "sofr_minus_target_upper_bp" }) {
      histories.append((funding.name, funding.history, "basis points"))
    }
    for (name, history, unit) in histories {
      draft.component(name, newestOf: history, unit)
      for episode in StressEpisode.all {
        draft.component("\(name)_max_\(episode.name)", history.values(in: episode.days).max(), unit)
      }
    }
  }
}
