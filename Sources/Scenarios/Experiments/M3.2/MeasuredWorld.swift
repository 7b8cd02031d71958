import Economy
import Quantities

/// A world of an experiment after its days, and the numbers that experiments read from it.
struct MeasuredWorld {
  /// An account and an instrument.
  struct Probe {
    let account: String
    let instrument: String

    init(_ account: String, _ instrument: String) {
      self.account = account
      self.instrument = instrument
    }
  }

  let world: World
  /// What the probes hold at the opening and at the end of each day, in whole units; signed for a
  /// derivative.
  let holdings: [[Double]]
  private let participants: [String]

  /// Builds a world and lets its days pass; every world of a run has the same draws.
  ///
  /// - Throws: ``ScenarioError`` if the plan cannot be built or an invariant breaks.
  init(
    _ plan: WorldPlan,
    _ catalogue: ParticipantCatalogue,
    _ run: ExperimentRun,
    days: Int,
    probes: [Probe] = []
  ) throws(ScenarioError) {
    do throws(WorldError) {
      let world = try World(plan, catalogue: catalogue, seed: run.seed, run: UInt64(run.number))
      var holdings = probes.map { [MeasuredWorld.units($0, world)] }
      for _ in 0..<days {
        try world.step()
        for place in probes.indices {
          holdings[place].append(MeasuredWorld.units(probes[place], world))
        }
      }
      self.world = world
      self.holdings = holdings
    } catch {
      throw .invariant(description: "\(run.experiment): \(error)")
    }
    participants = plan.participants.map(\.name).sorted()
  }

  private static func units(_ probe: Probe, _ world: World) -> Double {
    guard let holder = world.ledger.account(named: probe.account),
      let asset = world.ledger.instrument(named: probe.instrument)
    else { preconditionFailure("no \(probe.account) or \(probe.instrument) in the world") }
    let decimals = world.ledger.description(of: asset).quantityDecimals
    let scale = (0..<decimals).reduce(1.0) { scale, _ in 10 * scale }
    return Double(world.ledger.holding(of: holder, in: asset).units) / scale
  }

  /// The log mids of a market at the ends of the days.
  func logCloses(_ market: String) -> [Double] {
    world.days.map { Libm.logarithm($0.markets[place(ofMarket: market)].close) }
  }

  /// The last mid of a market, dollars.
  func price(_ market: String) -> Double {
    world.days.last.map { $0.markets[place(ofMarket: market)].close } ?? .nan
  }

  /// Dollars forced upon a participant on each day.
  func forced(_ participant: String) -> [Double] {
    world.days.map { $0.forced[place(of: participant)] }
  }

  /// A participant's net worth at the end of each day, dollars.
  func netWorths(_ participant: String) -> [Double] {
    world.days.map { $0.netWorths[place(of: participant)] }
  }

  /// A figure at the end of each day.
  func figure(_ name: String) -> [Double] {
    guard let figure = world.figure(named: name) else {
      preconditionFailure("nobody publishes \(name)")
    }
    return world.days.map { $0.figures[figure.index] }
  }

  /// The mean over days of how far a market's log price lies above that of another world, from a day on.
  func meanMove(of market: String, over other: MeasuredWorld, fromDay first: Int) -> Double {
    let moves = zip(logCloses(market), other.logCloses(market)).map { $0 - $1 }.dropFirst(first)
    return moves.reduce(0, +) / Double(moves.count)
  }

  private func place(ofMarket name: String) -> Int {
    guard let market = world.market(named: name) else { preconditionFailure("no market \(name)") }
    return market.index
  }

  private func place(of participant: String) -> Int {
    guard let place = participants.firstIndex(of: participant) else {
      preconditionFailure("no participant \(participant)")
    }
    return place
  }
}
