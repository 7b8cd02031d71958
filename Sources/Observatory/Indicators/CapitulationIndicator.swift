import Quantities
import Statistics

/// Whether an outflow is capitulation or the unwinding of a carry trade.
///
///     score = logistic(−1 − 3(breadth − ½) + 3(top3 − ½) + 2 corr(ΔOI, Δbasis) + 2(shareBelow − ½)
///             + 3 neutral − z(volume));  above 0.7 unwind, below 0.3 capitulation, else mixed
///
/// The basis is not in the data, so two of the six features are unknown and the score as defined cannot
/// be computed: the headline stays empty. Components give the range that the unknown features
/// leave, and the score with the funding of perpetuals in the place of the basis, under that name.
/// Calendar: New York trading days for flows (57 calendar days), UTC days else. Sources: flows by issuer,
/// CoinGlass open interest, Binance funding, CFTC positions, Yahoo volume; model specification I11.
struct CapitulationIndicator: Indicator {
  let id = "I11"
  let name = "Capitulation (0) or unwind (1) of the fund outflow"
  let unit = "score, 0 to 1"
  let systems = ["M3.3", "M3.2"]
  let summary =
    "Breadth, concentration, open interest, basis, hedged share and volume of a "
    + "fund outflow, in one logistic score."
  let facts = ["S3.F26", "S3.F31", "S3.F36", "S3.F38", "S3.F40", "S3.F50", "S3.F53", "S3.F54"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 0.7,
    meaning: "above: unwind; below 0.3: capitulation",
    source: "model specification I11"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    draft.missing(
      "daily basis of dated futures: its correlation with open interest and its days below break-even",
      remedy: "CME DataMine settlements (paid); no source here reads dated futures yet"
    )
    draft.reading.threshold = threshold
    let table = FundFlowTable(try draft.fundFlows())
    guard let last = table.days.last,
      let flows = table.concentration(through: last, days: FlowConcentrationIndicator.window),
      let breadth = flows.breadth
    else { return draft.reading }
    draft.component("breadth_57d", breadth, "fraction of issuers")
    draft.component("top_3_share_57d", flows.topShare(3), "fraction")
    let neutral = try neutralShare(last, outflow: -flows.netFlow, &draft)
    draft.component("neutral_share_57d", neutral, "fraction of the outflow")
    let volume = try volumeScore(last, &draft)
    draft.component("volume_z_score_5d", volume, "standard deviations")
    let sentiment = try draft.values("fear_greed_1d/fear_greed").value(atOrBefore: last, within: 5)
    draft.component("fear_greed", sentiment, "index, 0 to 100")
    let proxies = try proxies(last, &draft)
    draft.component("proxy_correlation_oi_funding_60d", proxies.correlation, "correlation")
    draft.component("proxy_days_funding_below_5_percent_share", proxies.share, "share")
    scores(
      Features(breadth: breadth, top: flows.topShare(3), neutral: neutral, volume: volume),
      proxies,
      &draft
    )
    let end = Instant(startOf: Day(daysSince1970: last + 1))
    let start = end - .days(Int64(FlowConcentrationIndicator.window))
    draft.reading.observedAt = end
    // Four of six features are measured.
    draft.reading.coverage = IndicatorCoverage(start: start, end: end, count: 4, expectedCount: 6)
    draft.remark("features of the 57 days to \(Day(daysSince1970: last))")
    if flows.netFlow >= 0 {
      draft.remark("the funds took in money over the window: nothing to classify")
    }
    return draft.reading
  }

  /// What is measured without the basis.
  struct Features {
    let breadth: Double
    let top: Double?
    let neutral: Double?
    let volume: Double?
  }

  private func scores(
    _ known: Features,
    _ proxies: (correlation: Double?, share: Double?),
    _ draft: inout ReadingDraft
  ) {
    guard let top = known.top else {
      draft.component("score_lowest", nil, "score")
      draft.component("score_highest", nil, "score")
      return
    }
    func score(
      _ correlation: Double,
      _ share: Double,
      _ neutral: Double,
      _ volume: Double
    ) -> Double {
      Self.score(
        breadth: known.breadth,
        top: top,
        correlation: correlation,
        shareBelow: share,
        neutral: neutral,
        volume: volume
      )
    }
    draft.component(
      "score_lowest",
      score(-1, 0, known.neutral ?? 0, known.volume ?? 3),
      "score"
    )
    draft.component(
      "score_highest",
      score(1, 1, known.neutral ?? 1, known.volume ?? -3),
      "score"
    )
    if let correlation = proxies.correlation, let share = proxies.share {
      draft.component(
        "score_with_funding_in_place_of_basis",
        score(correlation, share, known.neutral ?? 0, known.volume ?? 0),
        "score"
      )
    } else {
      draft.component("score_with_funding_in_place_of_basis", nil, "score")
    }
  }

  /// The score of the specification, 0 to 1.
  static func score(
    breadth: Double,
    top: Double,
    correlation: Double,
    shareBelow: Double,
    neutral: Double,
    volume: Double
  ) -> Double {
    let sum =
      -1 - 3 * (breadth - 0.5) + 3 * (top - 0.5) + 2 * correlation + 2 * (shareBelow - 0.5)
      + 3 * neutral - volume
    return 1 / (1 + Libm.exp(-sum))
  }

  /// The fall of leveraged funds' net shorts on CME over the window, in USD, over the outflow.
  private func neutralShare(
    _ last: Int,
    outflow: Double,
    _ draft: inout ReadingDraft
  ) throws(StoreError) -> Double? {
    let shorts = try BasisIndicator.leveragedShorts(&draft)
    let price = try draft.values(CryptoSeries.bitcoinClose)
    guard outflow > 0,
      let after = shorts.value(atOrBefore: last, within: 10),
      let before = shorts.value(atOrBefore: last - FlowConcentrationIndicator.window, within: 10),
      let level = price.value(atOrBefore: last, within: 5)
    else { return nil }
    return min(1, max(0, (before - after) * level / outflow))
  }

  /// The mean volume of five days against the 90 days before it, in standard deviations.
  private func volumeScore(
    _ last: Int,
    _ draft: inout ReadingDraft
  ) throws(StoreError) -> Double? {
    let volume = try draft.values("yahoo_btcusd_1d/volume")
    let recent = volume.values(in: (last - 4)...last)
    let moments = Moments(of: volume.values(in: (last - 94)...(last - 5)))
    guard recent.count >= 3, moments.count >= 60, let deviation = moments.standardDeviation,
      deviation > 0, let mean = recent.mean
    else { return nil }
    return (mean - moments.mean) / deviation
  }

  private func proxies(
    _ last: Int,
    _ draft: inout ReadingDraft
  ) throws(StoreError) -> (correlation: Double?, share: Double?) {
    guard let series = try draft.series("binance_um_btcusdt_funding_8h/funding_rate") else {
      return (nil, nil)
    }
    let funding = DailyValues(meanOfEachDay: series).compactMap { 1_095 * $1 }
    let interest = try draft.values(CryptoSeries.openInterest)
    let pairs = interest.logReturns().since(last - 59, through: last)
      .aligned(with: funding.differences())
    let correlation =
      pairs.days.count >= 40 ? try? Correlation.pearson(pairs.first, pairs.second) : nil
    let days = funding.values(in: (last - 56)...last)
    let share = days.count >= 45 ? Double(days.count { $0 < 0.05 }) / Double(days.count) : nil
    return (correlation, share)
  }
}
