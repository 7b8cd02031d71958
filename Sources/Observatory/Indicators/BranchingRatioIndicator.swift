import Quantities
import Statistics

/// The branching ratio of liquidations: how many further ones each one sets off.
///
///     λ(t) = μ + Σ n β e^(−β(t − tᵢ)), maximum likelihood of n over the last seven days
///
/// Estimated on the liquidation calls of Aave against BTC collateral, the only venue whose events are
/// published one by one. Block times are put on Ethereum's grid of twelve seconds and calls of one block
/// are spread over it. Interval: normal, standard error from the Hessian. Fewer than 200 events are no
/// estimate. The percentile is among disjoint weeks with 200 events. A common cause (the price falls)
/// also clusters events: n̂ is an upper bound of what one liquidation causes. Source: subgraph of Aave V2
/// and V3; model specification I03; Hawkes (1971).
struct BranchingRatioIndicator: Indicator {
  let id = "I03"
  let name = "Branching ratio of liquidations (Aave, BTC collateral, 7 days)"
  let unit = "offspring per event"
  let systems = ["M0.1"]
  let summary =
    "How many further liquidations each one sets off, from the times of Aave's "
    + "liquidations (Hawkes process)."
  let facts = ["S0.F10", "S0.F88"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 1,
    meaning: "at 1 each liquidation replaces itself and the cascade does not die out",
    source: "model specification §2.3"
  )

  /// Seven days in seconds.
  static let horizon = 604_800.0

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    draft.missing(
      "time-stamped liquidations of each exchange",
      remedy:
        "clino data pull (deribit, dydx or okx, liquidations) from now on; Binance and OKX publish at "
        + "most one order per symbol and second, and the stored files hold daily sums"
    )
    draft.reading.threshold = threshold
    let events = try Self.events("aave_btc_collateral_liquidations", "amount_usd", &draft)
    if let newest = events.last {
      estimate(events, end: min(view.asOf.seconds, newest + 12), &draft)
    } else {
      draft.missing(
        "liquidation calls of Aave against BTC collateral",
        remedy: CryptoSeries.remedy("aave_btc_collateral_liquidations")
      )
    }
    let all = try Self.events("aave_v2_liquidations_2020_2022", "debt_amount", &draft)
    let week = all.last.flatMap { Self.fit(all, end: min(view.asOf.seconds, $0 + 12)) }
    draft.component(
      "aave_v2_all_assets_branching_ratio",
      week?.branchingRatio,
      "offspring per event",
      interval: week.flatMap { Self.interval($0) }
    )
    return draft.reading
  }

  private func estimate(_ events: [Double], end: Double, _ draft: inout ReadingDraft) {
    let count = events.count { $0 > end - Self.horizon && $0 <= end }
    draft.component("events_7d_count", Double(count), "events")
    let observedAt = Instant(microseconds: Int64(end) * 1_000_000)
    draft.reading.observedAt = observedAt
    draft.reading.coverage = IndicatorCoverage(
      start: observedAt - .days(7),
      end: observedAt,
      count: count,
      expectedCount: max(count, HawkesFit.eventCountMin)
    )
    guard let fit = Self.fit(events, end: end) else {
      draft.missing(
        "\(HawkesFit.eventCountMin) events within seven days (there are \(count))",
        remedy: "none: a quiet week has no estimate; ask as of a date with a fall"
      )
      return
    }
    draft.reading.value = fit.branchingRatio
    draft.reading.interval = Self.interval(fit)
    draft.component("decay_per_second", fit.decayRate, "1/s")
    draft.component(
      "log_likelihood_over_poisson",
      fit.logLikelihood - fit.logLikelihoodPoisson,
      "nats"
    )
    var history: [Double] = []
    var weekEnd = end
    while let first = events.first, weekEnd - Self.horizon >= first {
      if let fit = Self.fit(events, end: weekEnd) { history.append(fit.branchingRatio) }
      weekEnd -= Self.horizon
    }
    draft.component("weeks_with_an_estimate_count", Double(history.count), "weeks")
    draft.reading.percentile =
      history.isEmpty
      ? nil : Double(history.count { $0 <= fit.branchingRatio }) / Double(history.count)
  }

  /// The events of a data set in seconds since 1970, on the grid of blocks, in order.
  static func events(
    _ dataset: String,
    _ column: String,
    _ draft: inout ReadingDraft
  ) throws(StoreError) -> [Double] {
    var times: [Double] = []
    let found = try draft.view.series(dataset: dataset, column: column)
    for series in found {
      if series.id == found[0].id { _ = try draft.series(series.id.name) }
      times += series.observations.map { ($0.refersTo.seconds / 12).rounded(.down) * 12 }
    }
    return times.sorted()
  }

  /// The fit of the seven days up to an end; nil with too few events or no maximum.
  static func fit(_ events: [Double], end: Double) -> HawkesFit? {
    let start = end - horizon
    let low = events.partitioningIndex { $0 >= start }
    let high = events.partitioningIndex { $0 > end - 12 }
    guard high - low >= HawkesFit.eventCountMin else { return nil }
    let readings = events[low..<high].map { $0 - start }
    return try? HawkesFit(
      to: EventTimes.spreadingTies(in: readings, resolution: 12),
      until: horizon
    )
  }

  static func interval(_ fit: HawkesFit) -> IndicatorInterval? {
    (try? fit.branchingRatioInterval()).map {
      IndicatorInterval($0, method: "normal, standard error from the Hessian of the likelihood")
    }
  }
}

extension Instant {
  /// Seconds since 1970.
  fileprivate var seconds: Double { Double(microseconds) / 1e6 }
}

extension [Double] {
  /// The first index from which a condition holds, in an array that it splits, in O(log n).
  fileprivate func partitioningIndex(where condition: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
