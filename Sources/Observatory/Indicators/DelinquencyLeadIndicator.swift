import Quantities
import Statistics

/// By how many months card delinquency leads unemployment.
///
///     lead = argmax_k corr(Δ₁₂ δ_t, Δ₁₂ u_{t+k}),  k ∈ {−12, −9, …, 12} months
///
/// δ is the delinquency rate of credit cards at all commercial banks (quarterly), u the unemployment rate
/// as the mean of a quarter's months, Δ₁₂ the change over four quarters. Above zero delinquency leads; an
/// exact tie goes to the lag nearer zero. The interval is the 95 % percentile range of the lead over 500
/// circular block resamples of 8 quarters; the history is the lead on every sample that ends earlier and
/// has at least 40 quarters. Both rates are of one vintage: revisions are small but not point in time
/// before the import. Calendar: quarters. Sources: FRED DRCCLACBS and UNRATE; check of `model.md` §4.5.
struct DelinquencyLeadIndicator: Indicator {
  let id = "I24"
  let name = "Lead of card delinquency over unemployment"
  let unit = "months, above zero delinquency leads"
  let systems = ["M2.2"]
  let summary =
    "The shift in months at which changes of card delinquency and of "
    + "unemployment fit best."
  let facts = ["S2.F12", "S2.F32", "S2.F13"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: -6,
    meaning: "at or below: delinquency lags by six months or more, as S2 says it always did",
    source: "S2.F12"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    let remedy = "clino data import of fred_monthly_long, or a FRED key"
    let delinquency = try draft.values("fred_monthly_long/DRCCLACBS/value", remedy: remedy)
    let unemployment = try draft.values("fred_monthly_long/UNRATE/value", remedy: remedy)
    let sample = LeadSample(delinquency: delinquency, monthlyUnemployment: unemployment)
    guard let best = sample.best(sample.rows.indices), sample.rows.count >= 40 else {
      draft.remark("a lead needs at least 40 quarters with every lag: \(sample.rows.count)")
      return draft.finished()
    }
    var history = DailyValues()
    for end in 40...sample.rows.count {
      if let lead = sample.best(0..<end) {
        history.append(Double(3 * lead.lag), on: sample.days[end - 1])
      }
    }
    draft.headline(
      history,
      interval: interval(of: sample),
      expectedCount: sample.quarterCount(from: 39),
      period: .quarter,
      // The newest quarter of the sample needs unemployment of the year after it.
      ageDaysMax: 3 * 366
    )
    draft.component("correlation_at_lead", best.correlation, "correlation")
    for quarters in -LeadSample.lagMax...LeadSample.lagMax {
      let name = quarters < 0 ? "minus_\(-3 * quarters)" : "plus_\(3 * quarters)"
      draft.component(
        "correlation_\(name)_months",
        sample.correlation(lag: quarters, sample.rows.indices),
        "correlation"
      )
    }
    let window = sample.rows(from: 2000, through: 2019)
    let past = sample.best(window)
    draft.component(
      "lead_2000_2019_months",
      past.map { Double(3 * $0.lag) },
      "months"
    )
    let calm = sample.rows(from: 1990, through: 2019) + sample.rows(from: 2022, through: 2200)
    draft.component(
      "lead_without_2020_2021_months",
      sample.best(calm).map { Double(3 * $0.lag) },
      "months"
    )
    draft.component("correlation_2000_2019", past?.correlation, "correlation")
    draft.component("delinquency_percent", delinquency.last?.value, "percent")
    draft.component("unemployment_percent", unemployment.last?.value, "percent")
    draft.reading.threshold = threshold
    draft.remark(
      "the product differs from the model's check (30 days past due, New York Fed panel): there the "
        + "lead over 2000 to 2019 is one to two quarters"
    )
    return draft.finished()
  }

  private func interval(of sample: LeadSample) -> IndicatorInterval? {
    let block = BlockBootstrap(blockLength: 8)
    var stream = Stream(seed: 24, run: 0, purpose: .delinquencyLead)
    var leads: [Double] = []
    for _ in 0..<500 {
      let rows = block.indices(count: sample.rows.count, using: &stream)
      if let lead = sample.best(rows) { leads.append(Double(3 * lead.lag)) }
    }
    guard let ends = try? SampleQuantile.type7(of: leads, at: [0.025, 0.975]) else { return nil }
    return IndicatorInterval(
      low: ends[0],
      high: ends[1],
      level: 0.95,
      method: "circular block bootstrap, blocks of 8 quarters, 500 resamples"
    )
  }
}

extension Purpose {
  /// Resamples of the quarters behind the lead of delinquency.
  static let delinquencyLead = Purpose(room: 4, index: 24)
}
