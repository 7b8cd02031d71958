import Economy

/// A history of the market of Thurner, Farmer and Geanakoplos inside an experiment.
///
/// Histories of one run that differ in the leverage limit meet the same shocks.
enum FundMarketHistory {
  /// Sentences for the plan of an experiment that uses the model.
  static let inputs = [
    "the model and parameters of Thurner, Farmer and Geanakoplos (2012) as in model §5.2: 10 funds, "
      + "noise trader with persistence 0.99 and deviation 0.035, greatest clearing price",
    "30 000 steps a run, the first 2 000 left out; the tail is the largest hundredth of falls that "
      + "begin below the fundamental value",
  ]

  private static let steps = 30_000
  private static let burnIn = 2_000

  /// The statistics of the run's history at a leverage limit.
  static func summary(
    _ run: ExperimentRun,
    leverageLimit: Double
  ) -> LeveragedFundMarket.Summary {
    let market = LeveragedFundMarket(maxLeverage: leverageLimit)
    return market.path(steps: steps, seed: run.seed, run: UInt64(run.number))
      .summary(of: market, burnIn: burnIn)
  }
}
