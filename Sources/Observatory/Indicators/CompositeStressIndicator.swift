import Quantities
import Statistics

/// The joint stress of five markets, after the CISS of Holló, Kremer and Lo Duca (2012).
///
///     member score  z = share of the member's own past, itself included, at or below it (250 values at least)
///     block score   zᵢ = mean of the scores of the block's members, half of them at least
///     index         Σᵢ Σⱼ wᵢzᵢ Cᵢⱼ wⱼzⱼ,  w = 1/5 each
///     part of i     wᵢzᵢ Σⱼ Cᵢⱼ wⱼzⱼ       the parts add up to the index exactly
///
/// C is the correlation of the block scores about one half, exponentially weighted with λ = 0.93 a day,
/// given from 60 days on. Blocks: funding (SOFR over the target range, SOFR p99 − p50, SOFR over the
/// one-month bill), credit (high-yield spread, Baa over 10-year, corporate spread), equity (VIX, volatility
/// and drawdown of SPY), crypto (volatility of BTC and ETH, drawdown of BTC, DVOL), currency and commodity
/// (volatility of the broad dollar, USDJPY, Brent, gold). Unit: 0 calm to 1; if no markets were correlated
/// the index would be Σ(wz)², if all moved as one (Σwz)²: both are components. Calendar: trading days of New York; a score is carried for at most seven days. Interval:
/// delete-one jackknife over the members with C held, the uncertainty of what was chosen. Every value is
/// computed from earlier ones only. Rows S43; limits in `docs/formulas/stress.md`.
struct CompositeStressIndicator: Indicator {
  let id = "I18"
  let name = "Composite stress of funding, credit, equity, crypto, currencies (CISS type)"
  let unit = "index, 0 to 1"
  let systems = ["M0.13", "M4.8"]
  let summary =
    "Ranks of stress series in five markets, weighted by how the markets move "
    + "together; the level is the most stressed twentieth of its own past."
  let facts = ["S2.F02", "S2.F30", "S2.F24"]

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    let composite = StressComposite(try StressMembers.composite(&draft))
    guard let newest = composite.history.last else {
      draft.missing(
        "310 trading days on which every block has a member",
        remedy: "clino data import of ../shared/data; the funding block starts in April 2018"
      )
      return draft.finished()
    }
    draft.headline(
      composite.history,
      interval: Self.interval(composite)
    )
    report(composite, &draft)
    if let high = try? SampleQuantile.type7(of: composite.history.values, at: 0.95) {
      draft.reading.threshold = IndicatorThreshold(
        value: high,
        meaning: "above: the most stressed twentieth of its own history",
        source:
          "own history to this date; Holló, Kremer and Lo Duca (2012) estimate theirs from output"
      )
    }
    let behind = draft.today - newest.day
    if behind > StressPanel.carryDaysMax {
      draft.remark(
        "the newest day with all five blocks is \(Day(daysSince1970: newest.day)), \(behind) days ago"
      )
    }
    draft.remark("one block alone adds at most 0.04: the index measures joint stress")
    return draft.finished()
  }

  /// Jackknife over members, cut to the range of the index.
  static func interval(_ composite: StressComposite) -> IndicatorInterval? {
    guard let value = composite.history.last?.value else { return nil }
    let raw = Jackknife.interval(
      value,
      composite.withoutOneMember,
      method: "delete-one jackknife over the members, correlations held"
    )
    return raw.map {
      IndicatorInterval(
        low: max(0, $0.low),
        high: min(1, $0.high),
        level: $0.level,
        method: $0.method
      )
    }
  }

  private func report(_ composite: StressComposite, _ draft: inout ReadingDraft) {
    guard let place = composite.newestPlace else { return }
    let scores = composite.newestScores
    let weight = 1 / Double(scores.count)
    for (index, block) in composite.blocks.enumerated() {
      draft.component("contribution_\(block.label)_index", composite.contributions[index], "index")
      draft.component("score_\(block.label)_ratio", scores[index], "ratio, 0 to 1")
      let all = composite.panel.members.indices.filter {
        composite.panel.members[$0].block == block
      }
      let there = all.count { composite.scores[$0][place] != nil }
      draft.component("members_\(block.label)_count", Double(there), "members")
      if there < all.count {
        draft.remark("block \(block.label) rests on \(there) of \(all.count) members on this day")
      }
    }
    draft.component(
      "value_if_uncorrelated_index",
      scores.reduce(0) { $0 + weight * $1 * weight * $1 },
      "index"
    )
    let sum = scores.reduce(0) { $0 + weight * $1 }
    draft.component("value_if_perfectly_correlated_index", sum * sum, "index")
    for (row, block) in composite.blocks.enumerated() {
      for column in 0..<row {
        draft.component(
          "correlation_\(composite.blocks[column].label)_\(block.label)",
          composite.correlation[row, column],
          "correlation"
        )
      }
    }
  }
}
