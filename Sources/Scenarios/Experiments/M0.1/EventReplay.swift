/// A run of the built-in event of 2025-11-21 inside an experiment.
enum EventReplay {
  /// The long parcels of the opening book: enough that the multiplier moves by less than its interval.
  private static let parcels = 2_000

  /// The outcome with leverage, or without it in a control; nil where the draw contradicts the prices.
  ///
  /// Whether a draw agrees with the prices is a property of the market with leverage, so that treated
  /// run and control leave out the same draws.
  ///
  /// - Throws: ``ScenarioError`` if the event cannot be simulated.
  static func outcome(of run: ExperimentRun) throws(ScenarioError) -> RunOutcome? {
    let name = "2025-11-21"
    let state = try BuiltInStates.state(named: name)
    guard let event = state.event else { throw .unknownEvent(name: name, known: []) }
    let record = EventRecord(
      window: event.window,
      endPrice: event.endPrice,
      netOutflow: run.value(of: "net_outflow_usd", else: event.netOutflow),
      facts: event.facts,
      remarks: event.remarks
    )
    let setting = RunSetting(
      state: state,
      source: .event(record),
      seed: run.seed,
      parcels: parcels
    )
    let outcome = try SimulatedRun(setting, run: run.number).outcome
    guard outcome.isPlausible else { return nil }
    guard run.isControl else { return outcome }
    return try SimulatedRun(setting.with([.leverage]), run: run.number).outcome
  }
}
