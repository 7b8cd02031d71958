/// A run of the built-in event of 2025-11-21 inside an experiment.
struct EventReplay {
  /// The outcome with leverage, or without it in a control.
  let outcome: RunOutcome
  /// The draws before this one that contradicted the prices.
  let rejectedCount: Int

  /// The long parcels of the opening book: enough that the multiplier moves by less than its interval.
  private static let parcels = 2_000
  /// The draws of a run at most; four of ten are rejected, so that all of them are one in two million.
  private static let attemptCount = 16

  /// Draws until a book agrees with the prices, as a replay leaves out those that do not.
  ///
  /// Whether one agrees is a property of the market with leverage, so that treated run and control use the
  /// same draw. Nil if no draw agrees.
  ///
  /// - Throws: ``ScenarioError`` if the event cannot be simulated.
  init?(_ run: ExperimentRun) throws(ScenarioError) {
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
      parcels: EventReplay.parcels
    )
    for attempt in 0..<EventReplay.attemptCount {
      let draw = run.number * EventReplay.attemptCount + attempt
      let treated = try SimulatedRun(setting, run: draw).outcome
      guard treated.isPlausible else { continue }
      outcome =
        run.isControl ? try SimulatedRun(setting.with([.leverage]), run: draw).outcome : treated
      rejectedCount = attempt
      return
    }
    return nil
  }
}
