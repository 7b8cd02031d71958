public import Economy

/// One run of a world and of its control without leverage: days, readings, journal, checks.
public struct WorldRun: Sendable {
  /// The number of the run.
  public let run: Int
  /// What is recorded of each day.
  public let days: [WorldDay]
  /// Names of markets, participants and figures, in the order in which days count them.
  public let names: WorldNames
  /// The daily closes of each market.
  public let paths: [ClosePath]
  /// The closes of the same draws without leverage.
  public let controls: [ClosePath]
  /// What happened, in order.
  public let journal: RunJournal
  /// Forced events without a root.
  public let orphanCount: Int
  /// Values that are not finite.
  public let nonfiniteCount: Int
  /// What each shock of the scenario has done.
  public let shockOutcomes: [ShockOutcome]
  /// Positions that participants could not bring along whole.
  public let openingCuts: [OpeningCut]
  /// Who bore losses that neither collateral nor insurance fund covered.
  public let burdens: LossBurdens
  /// Events that someone was forced to.
  public let forcedEventCount: Int

  /// Runs a world and, if leverage is on, its control.
  ///
  /// - Throws: ``ScenarioError/invariant(description:)`` if a world must stop, or `CancellationError`.
  public init(_ setting: WorldSetting, run: Int) throws {
    let world = try setting.world(run: run)
    try setting.advance(world, days: setting.scenario.days, run: run)
    self.run = run
    days = world.days
    names = WorldNames(of: world)
    let paths = names.markets.indices.map { ClosePath(of: world, market: $0) }
    self.paths = paths
    if setting.isOn(.leverage) {
      let control = try setting.world(run: run, without: [WorldMechanism.leverage.id])
      try setting.advance(control, days: setting.scenario.days, run: run)
      controls = paths.indices.map { ClosePath(of: control, market: $0) }
    } else {
      controls = paths
    }
    let journal = WorldRecorder(world: world, names: names, run: run).journal()
    self.journal = journal
    shockOutcomes = world.shockOutcomes
    openingCuts = world.openingCuts
    burdens = LossBurdens(of: world)
    orphanCount = world.causes.orphanCount
    forcedEventCount = world.causes.events.count { !$0.kind.isRoot }
    nonfiniteCount =
      journal.nonfiniteCount
      + world.days.reduce(0) { sum, day in
        sum + (day.figures + day.netWorths).count { !$0.isFinite }
      }
  }

  /// The move with leverage over the move without it at the turning point; nil without any move in the
  /// control, or where the control moved the other way.
  public func multiplier(market: Int) -> Double? {
    let place = paths[market].turningPoint
    let moved = paths[market].logs[place] - paths[market].logs[0]
    let control = controls[market].logs[place] - controls[market].logs[0]
    if moved == control { return 1 }
    return control * moved > 0 ? moved / control : nil
  }
}
