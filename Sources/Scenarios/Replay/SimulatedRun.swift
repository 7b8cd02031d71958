public import Exchange

/// One run of an ensemble: draw, calibrate, run with and without leverage, record.
public struct SimulatedRun: Sendable {
  /// What the run says.
  public let outcome: RunOutcome
  /// What happened, in order.
  public let journal: RunJournal
  /// The forced trades and their causes.
  public let forest: CausalForest

  /// Simulates run `run` of a setting.
  ///
  /// The news is solved for in the market with every mechanism on; the run and its control repeat
  /// that news, so that switching a mechanism off changes nothing but the mechanism.
  ///
  /// - Throws: ``ScenarioError`` if the setting cannot be simulated.
  /// - Complexity: O(parcels log parcels + steps × liquidations).
  public init(_ setting: RunSetting, run: Int) throws(ScenarioError) {
    let draws = UInt64(run)
    let parameters = RunParameters(of: setting.state, seed: setting.seed, run: draws)
    let opening = try setting.openingBook(parameters, run: draws)
    let factory = MarketFactory(state: setting.state, opening: opening)
    try factory.checkReach(sale: setting.sale)
    let steps = setting.drive(parameters, run: draws).steps(from: setting.state.asOf)

    let calibrated = try RunTrace.calibrated(steps, factory, without: [])
    let treated =
      setting.without.isEmpty
      ? calibrated
      : try RunTrace.repeated(calibrated, steps, factory, without: setting.without)
    let control = try RunTrace.repeated(
      calibrated,
      steps,
      factory,
      without: setting.without.union([.leverage])
    )

    let summary = RunSummary(
      setting: setting,
      factory: factory,
      treated: treated,
      control: control
    )
    let journal = RunRecorder(
      run: run,
      factory: factory,
      treated: treated,
      control: control
    ).journal()
    var outcome = summary.outcome(run: run)
    outcome.pathError = calibrated.pathError
    outcome.pathMove = calibrated.pathMove(from: setting.state.price)
    outcome.nonfiniteCount += journal.nonfiniteCount
    self.outcome = outcome
    self.journal = journal
    forest = treated.engine.forest
  }
}
