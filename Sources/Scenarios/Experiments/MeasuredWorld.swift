import Economy
import Exchange
import Quantities

/// A small world that an experiment runs and reads by the names of its plan.
///
/// Treated run and control build it from the same seed and run number, so that every draw is the same.
struct MeasuredWorld {
  /// An account and an instrument whose holdings are kept day by day.
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

  /// Builds a world and runs it for so many days.
  ///
  /// - Throws: ``ScenarioError/invariant(description:)`` if it cannot be built or must stop.
  init(
    _ plan: WorldPlan,
    _ catalogue: ParticipantCatalogue,
    _ run: ExperimentRun,
    days: Int,
    probes: [Probe] = []
  ) throws(ScenarioError) {
    do throws(WorldError) {
      let world = try World(plan, catalogue: catalogue, seed: run.seed, run: UInt64(run.number))
      var holdings = probes.map { [Self.units($0.instrument, of: $0.account, in: world)] }
      for _ in 0..<days {
        try world.step()
        for (place, probe) in probes.enumerated() {
          holdings[place].append(Self.units(probe.instrument, of: probe.account, in: world))
        }
      }
      self.world = world
      self.holdings = holdings
    } catch {
      throw .invariant(description: "\(run.experiment), run \(run.number): \(error)")
    }
  }

  /// The closes of a market, the opening first, dollars.
  func closes(_ market: String) -> [Double] {
    let place = place(of: market, in: world.marketNames)
    return [world.openingPrices[place]] + world.days.map { $0.markets[place].close }
  }

  /// The last close of a market, dollars.
  func close(_ market: String) -> Double {
    let closes = closes(market)
    return closes[closes.count - 1]
  }

  /// The log mids of a market at the ends of the days.
  func logCloses(_ market: String) -> [Double] { closes(market).dropFirst().map(Libm.logarithm) }

  /// The mean over days of how far a market's log price lies above that of another world, from a day on.
  func meanMove(of market: String, over other: MeasuredWorld, fromDay first: Int) -> Double {
    let moves = zip(logCloses(market), other.logCloses(market)).map { $0 - $1 }.dropFirst(first)
    return moves.reduce(0, +) / Double(moves.count)
  }

  /// A published figure at the end of each day.
  func figures(_ name: String) -> [Double] {
    let place = place(of: name, in: world.publishedFigures)
    return world.days.map { $0.figures[place] }
  }

  /// A published figure at the end; zero before the first day.
  func figure(_ name: String) -> Double { figures(name).last ?? 0 }

  /// What was forced upon a participant on each day, dollars.
  func forced(_ participant: String) -> [Double] {
    let place = place(of: participant, in: world.participantNames)
    return world.days.map { $0.forced[place] }
  }

  /// The net worth of a participant at the end of each day, dollars.
  func netWorths(_ participant: String) -> [Double] {
    let place = place(of: participant, in: world.participantNames)
    return world.days.map { $0.netWorths[place] }
  }

  /// What an account holds of an instrument at the end, in whole units.
  func units(_ instrument: String, of account: String) -> Double {
    Self.units(instrument, of: account, in: world)
  }

  private static func units(_ instrument: String, of account: String, in world: World) -> Double {
    guard let id = world.ledger.instrument(named: instrument),
      let holder = world.ledger.account(named: account)
    else { preconditionFailure("a world without \(instrument) or \(account)") }
    return Double(world.ledger.holding(of: holder, in: id).units) / scale(of: id, in: world)
  }

  /// How much there is of an instrument at the end, in whole units.
  func outstanding(_ instrument: String) -> Double {
    guard let id = world.ledger.instrument(named: instrument) else {
      preconditionFailure("a world without \(instrument)")
    }
    return Double(world.ledger.outstanding(id).units) / Self.scale(of: id, in: world)
  }

  private static func scale(of instrument: InstrumentID, in world: World) -> Double {
    Double(Int64(powerOfTen(world.ledger.description(of: instrument).quantityDecimals)))
  }

  private func place(of name: String, in names: [String]) -> Int {
    guard let place = names.firstIndex(of: name) else {
      preconditionFailure("a world without \(name), only with \(names)")
    }
    return place
  }
}

extension WorldPlan {
  /// The coins and markets of the default world of the names given, with nobody in them but the
  /// residual provider.
  static func markets(_ names: [String], barsPerDay: Int, start: Day = standardStart) -> WorldPlan {
    let whole = WorldPlan.standard(start: start)
    return WorldPlan(
      start: start,
      barsPerDay: barsPerDay,
      coins: whole.coins.filter { names.contains($0.name) },
      markets: whole.markets.filter { names.contains($0.name) },
      residualProvider: whole.residualProvider
    )
  }
}
