import Quantities
import Statistics

/// The volatility of bitcoin over 30 days, and the state it is in.
///
///     RV₃₀ = √(365/30 · Σ r²), r the log returns of 30 UTC days, uncentred
///
/// The state is a two-state Gaussian hidden Markov chain on ln RV₃₀ every fifth day (EM, 50 starts, fixed
/// seed); a change of regime would need two states by the BIC, P(low) above 0.95 for 250 days, and a low
/// state below 25 percent. Windows with a missing day are left out. Interval: block bootstrap of the 30
/// returns in blocks of 10 days. Calendar: UTC days. Sources: Binance spot closes, Deribit DVOL; model
/// specification §5.1, §5.6, I27, row S42.
struct VolatilityStateIndicator: Indicator {
  let id = "I27"
  let name = "Realised volatility of BTC, 30 days"
  let unit = "per year"
  let systems = ["M0.3", "M0.4"]
  let summary =
    "The square root of the yearly mean of squared daily returns over 30 days, "
    + "and which of two states it is in."
  let facts = ["S0.F57", "S0.F61", "S0.F62", "S0.F63", "S0.F70", "S0.F95", "S3.F54", "S3.F55"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 0.25,
    meaning: "below: where the source forecasts it by the end of 2026",
    source: "S0.F62"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    let closes = try draft.catalogued(CryptoSeries.bitcoinClose)
    let history = closes.realisedVolatility(window: 30, periodsPerYear: 365, gapDaysMax: 1)
    guard let last = history.last else { return draft.reading }
    let returns = closes.logReturns()
    let window = returns.values(in: (last.day - 29)...last.day)
    let interval = IndicatorInterval.blockBootstrap(
      count: window.count,
      blockLength: 10,
      of: "days",
      key: 27,
      replicates: 1_000
    ) { indices in
      (365 / Double(window.count) * indices.reduce(0) { $0 + window[$1] * window[$1] }).squareRoot()
    }
    draft.headline(everyDay: history, interval: interval)
    draft.reading.threshold = threshold
    draft.component(
      "rv30_centred",
      try? RealisedVolatility.centred(of: window, periodsPerYear: 365),
      "per year"
    )
    draft.component(
      "rv90",
      closes.realisedVolatility(window: 90, periodsPerYear: 365, gapDaysMax: 1).value(on: last.day),
      "per year"
    )
    extremes(history, &draft)
    volatilityOfVolatility(history, &draft)
    regimes(history, &draft)
    let implied = try draft.values("deribit_dvol_1d/dvol_btc")
    draft.component("dvol_implied_30d", implied.last.map { $0.value / 100 }, "per year")
    draft.remarkOnHoles(closes, of: CryptoSeries.bitcoinClose)
    return draft.reading
  }

  private func extremes(_ history: DailyValues, _ draft: inout ReadingDraft) {
    let share = Double(history.values.count { $0 < 0.25 }) / Double(history.count)
    draft.component("days_below_25_percent_share", share, "share")
    guard let least = history.values.min(), let index = history.values.firstIndex(of: least) else {
      return
    }
    draft.component("rv30_least", least, "per year")
    draft.remark("the least 30-day volatility was on \(Day(daysSince1970: history.days[index]))")
  }

  /// The deviation of daily changes of ln RV₃₀ over 90 days, per year.
  private func volatilityOfVolatility(_ history: DailyValues, _ draft: inout ReadingDraft) {
    guard let last = history.last else { return }
    let changes = history.logReturns().values(in: (last.day - 89)...last.day)
    draft.component(
      "volatility_of_rv30_90d",
      changes.count >= 60
        ? try? RealisedVolatility.centred(of: changes, periodsPerYear: 365) : nil,
      "per year"
    )
  }

  private func regimes(_ history: DailyValues, _ draft: inout ReadingDraft) {
    let sampled = Self.everyFifthDay(history)
    var stream = Stream(seed: 1, run: 0, participant: 27, purpose: .regimeStarts)
    guard let fit = try? GaussianRegimes(of: sampled.values, using: &stream) else {
      return draft.component("low_state_probability_filtered", nil, "probability")
    }
    draft.component("low_state_probability_filtered", fit.filteredLow.last, "probability")
    draft.component("low_state_rv30", Libm.exp(fit.means[0]), "per year")
    draft.component("high_state_rv30", Libm.exp(fit.means[1]), "per year")
    draft.component("low_state_duration_days", 5 * fit.expectedDurations[0], "days")
    let quiet = fit.filteredLow.reversed().prefix { $0 > 0.95 }.count * 5
    let isDeclared = fit.prefersTwoStates && quiet >= 250 && Libm.exp(fit.means[0]) < 0.25
    draft.component("regime_change_declared_flag", isDeclared ? 1 : 0, "0 or 1")
    draft.remark(
      "regimes: the BIC prefers \(fit.prefersTwoStates ? "two states" : "one state"); the low state "
        + "has held with probability above 0.95 for \(quiet) days (a declared change needs 250 and a "
        + "low state below 25 percent)"
    )
  }

  /// ln RV₃₀ on every fifth value, the newest included.
  static func everyFifthDay(_ history: DailyValues) -> DailyValues {
    var result = DailyValues()
    for index in stride(from: (history.count - 1) % 5, to: history.count, by: 5) {
      result.append(Libm.log(history.values[index]), on: history.days[index])
    }
    return result
  }
}

extension Purpose {
  /// The random starts of the hidden Markov chain.
  fileprivate static let regimeStarts = Purpose(room: 4, index: 601)
}
