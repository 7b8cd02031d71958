import Quantities
import Statistics

/// The common factor of some forty stress series, after the financial stress index of the OFR.
///
///     index = Σ wᵢ (xᵢ − meanᵢ)/deviationᵢ / Σ wᵢ²     over the members that have a value
///
/// w are the loadings of the first principal component of the standardised members (Monin 2019),
/// estimated again every 252 trading days on every fifth day of the past alone: the history is what could
/// have been computed then. A member joins with 52 sampled values; an estimate needs ten
/// members, and a day those with half of the squared loadings. Unit: standard deviations along the component, 0 = the members' mean so far.
/// Parts by block add up to the index exactly. Cross-check: correlation with the published OFR index in
/// levels and in changes over 21 days. Calendar: trading days of New York. Interval: delete-one jackknife
/// over the members, loadings held. The OFR's own 33 members are not all here.
struct PrincipalStressIndicator: Indicator {
  let id = "I19"
  let name = "Common factor of stress series (OFR-FSI type)"
  let unit = "standard deviations"
  let systems = ["M0.13"]
  let summary =
    "The first principal component of some forty stress series, estimated from "
    + "the past of each day alone."
  let facts = ["S2.F02", "S2.F30", "S2.F24"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 0,
    meaning: "above: stress above the mean of the past",
    source: "Monin (2019)"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    let index = StressComponent(try StressMembers.broad(&draft))
    guard let newest = index.history.last else {
      draft.missing(
        "504 trading days with at least ten stress series",
        remedy: "clino data import of ../shared/data"
      )
      return draft.finished()
    }
    draft.headline(
      index.history,
      interval: Jackknife.interval(
        newest.value,
        index.withoutOneMember,
        method: "delete-one jackknife over the members, loadings held"
      )
    )
    for block in StressBlock.allCases {
      let rows = index.panel.members.indices.filter { index.panel.members[$0].block == block }
      let parts = rows.compactMap { index.contributions[$0] }
      draft.component(
        "contribution_\(block.label)_deviations",
        parts.isEmpty ? nil : parts.reduce(0, +),
        "standard deviations"
      )
    }
    draft.component("explained_share", index.explainedShare, "share")
    draft.component("members_count", Double(index.presentCount), "members")
    try compare(index.history, &draft)
    draft.reading.threshold = threshold
    draft.remark("the index is a cross-check of the composite index, not a copy of the OFR's")
    return draft.finished()
  }

  /// Correlation with the published index on the days that both have.
  private func compare(
    _ history: DailyValues,
    _ draft: inout ReadingDraft
  ) throws(StoreError) {
    let published = try draft.values(
      "ofr_fsi_1d/ofr_fsi",
      remedy: "clino data import of ofr_fsi_1d, or clino data pull (OFR)"
    )
    draft.component("ofr_fsi_index", newestOf: published, "index")
    let common = history.combined(with: published, within: 0) { first, _ in first }
    let other = history.combined(with: published, within: 0) { _, second in second }
    correlate("correlation_with_ofr_fsi_levels", common, other, &draft)
    correlate(
      "correlation_with_ofr_fsi_changes_21d",
      Self.changes(common),
      Self.changes(other),
      &draft
    )
  }

  private func correlate(
    _ name: String,
    _ first: DailyValues,
    _ second: DailyValues,
    _ draft: inout ReadingDraft
  ) {
    if let estimate = try? CorrelationEstimate(first.values, second.values) {
      draft.component(
        name,
        estimate.correlation,
        "correlation",
        interval: IndicatorInterval(
          low: estimate.interval.lower,
          high: estimate.interval.upper,
          level: estimate.interval.confidence,
          method: "Fisher, effective number of pairs"
        )
      )
    } else {
      let plain = try? Correlation.pearson(first.values, second.values)
      draft.component(name, plain, "correlation")
    }
  }

  /// The change over 21 values, every 21st one: changes that do not overlap.
  static func changes(_ history: DailyValues) -> DailyValues {
    var result = DailyValues()
    for place in stride(from: 21, to: history.count, by: 21) {
      result.append(history.values[place] - history.values[place - 21], on: history.days[place])
    }
    return result
  }
}
