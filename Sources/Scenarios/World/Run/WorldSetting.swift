public import Economy

/// Everything that decides a run of a world besides its number.
public struct WorldSetting: Sendable {
  /// The world and how long it runs.
  public let scenario: Scenario
  /// The kinds of participants.
  public let catalogue: ParticipantCatalogue
  /// The master seed.
  public let seed: UInt64
  /// The mechanisms that are off beside those of the scenario.
  public let without: Set<String>

  /// Creates a setting.
  ///
  /// - Throws: ``ScenarioError/unknownMechanism(name:known:)`` with the nearest name.
  public init(
    _ scenario: Scenario,
    catalogue: ParticipantCatalogue = .standard,
    seed: UInt64 = 1,
    without: Set<String> = []
  ) throws(ScenarioError) {
    let known = catalogue.mechanisms.map(\.id)
    for name in without.sorted() where !known.contains(name) {
      throw .unknownMechanism(name: name, known: known)
    }
    self.scenario = scenario
    self.catalogue = catalogue
    self.seed = seed
    self.without = without
  }

  /// All mechanisms that are off.
  public var off: Set<String> { scenario.plan.without.union(without) }

  /// Whether a mechanism is on.
  public func isOn(_ mechanism: WorldMechanism) -> Bool { !off.contains(mechanism.id) }

  /// The mechanisms that the world has: those of the world itself and of its participants' kinds.
  public var mechanisms: [WorldMechanism] {
    let kinds = Set(scenario.plan.participants.map(\.kind))
    var ids = Set(WorldMechanism.ofTheWorld.map(\.id))
    for type in catalogue.types where kinds.contains(type.kind.id) {
      ids.formUnion(type.kind.mechanisms.map(\.id))
    }
    return catalogue.mechanisms.filter { ids.contains($0.id) }
  }

  /// A world at its opening, with more mechanisms off and every draw the same.
  ///
  /// - Throws: ``ScenarioError/invariant(description:)`` if it cannot be built, which a scenario that was
  ///   read from a file can.
  public func world(run: Int, without more: Set<String> = []) throws(ScenarioError) -> World {
    var plan = scenario.plan
    plan.without = off.union(more)
    do throws(WorldError) {
      return try World(plan, catalogue: catalogue, seed: seed, run: UInt64(run))
    } catch { throw .invariant(description: "run \(run): \(error)") }
  }

  /// A world after so many days of a run.
  ///
  /// - Throws: ``ScenarioError/invariant(description:)`` if the world must stop, or `CancellationError`.
  public func world(run: Int, afterDays days: Int) throws -> World {
    let world = try world(run: run)
    try advance(world, days: days, run: run)
    return world
  }

  /// The closes of the measured market in one run, with more mechanisms off and every draw the same.
  ///
  /// - Throws: ``ScenarioError/invariant(description:)`` if the world must stop, or `CancellationError`.
  public func closes(run: Int, without more: Set<String>) throws -> ClosePath {
    let world = try world(run: run, without: more)
    try advance(world, days: scenario.days, run: run)
    let place = world.marketNames.firstIndex(of: scenario.measuredMarket)
    guard let place else {
      throw ScenarioError.argument(
        name: "measured_market",
        value: scenario.measuredMarket,
        expected: "one of \(world.marketNames.joined(separator: ", "))"
      )
    }
    return ClosePath(of: world, market: place)
  }

  /// Runs a world for so many days.
  ///
  /// - Throws: ``ScenarioError/invariant(description:)`` naming run and day if it must stop, or
  ///   `CancellationError`.
  func advance(_ world: World, days: Int, run: Int) throws {
    for day in 0..<days {
      try Task.checkCancellation()
      do throws(WorldError) { try world.step() } catch {
        guard case .market = error else {
          throw ScenarioError.invariant(description: "run \(run), day \(day): \(error)")
        }
        throw ScenarioError.argument(
          name: "scenario",
          value: "run \(run), day \(day): \(error)",
          expected: "a world whose prices stay between e^-7 and e^4 times their opening"
        )
      }
    }
  }
}
