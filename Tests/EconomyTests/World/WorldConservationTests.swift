import Quantities
import Testing

@testable import Economy

@Suite("Worlds conserve everything")
struct WorldConservationTests {
  static let catalogue = ParticipantCatalogue([NoiseTraders.self, RetailCohort.self])

  /// The end of every step recomputes I1–I7 from the positions and throws if one is broken.
  @Test("2 000 random short worlds keep I1–I7 and leave no orphan", arguments: 0..<20)
  func randomWorlds(hundred: Int) throws {
    for number in 0..<100 {
      let random = RandomWorld(number: UInt64(hundred * 100 + number))
      let world = try World(
        random.plan,
        catalogue: Self.catalogue,
        seed: 1,
        run: UInt64(number)
      )
      let coins = try supply(of: "BTC", in: world)
      try world.run(days: 3)
      #expect(world.causes.orphanCount == 0)
      #expect(try supply(of: "BTC", in: world) == coins)
      for market in world.days.flatMap(\.markets) {
        #expect(market.close.isFinite && market.close > 0)
      }
    }
  }

  private func supply(of name: String, in world: World) throws -> Int64 {
    let instrument = try #require(world.ledger.instrument(named: name))
    return world.ledger.holdings(in: instrument).reduce(0) { $0 + $1.quantity.units }
  }

  @Test(
    "A leak of one unit ends the run in the step in which it happens, with account and instrument"
  )
  func leak() throws {
    let world = try World(
      RandomWorld(number: 3).plan,
      catalogue: Self.catalogue,
      seed: 1,
      run: 0
    )
    try world.step()
    let coins = try #require(world.ledger.instrument(named: "stablecoins"))
    let row = try #require(
      (0..<world.ledger.positions.count).first {
        world.ledger.positions.instruments[$0] == coins.index
          && world.ledger.positions.quantities[$0] > 1
      }
    )
    let holder = world.ledger.name(
      of: LedgerAccountID(index: world.ledger.positions.accounts[row])
    )
    world.ledger.positions.quantities[row] -= 1
    let error = #expect(throws: WorldError.self) { try world.step() }
    let text = try #require(error).description
    #expect(text.contains("stablecoins") && text.contains("batch") && text.contains(holder))
  }

  @Test("The same plan, seed and run give the same hash every day; another run another")
  func determinism() throws {
    let plan = RandomWorld(number: 11).plan
    func hashes(run: UInt64) throws -> [UInt64] {
      let world = try World(plan, catalogue: Self.catalogue, seed: 5, run: run)
      try world.run(days: 4)
      return world.days.map(\.hash)
    }
    #expect(try hashes(run: 0) == hashes(run: 0))
    #expect(try hashes(run: 0) != hashes(run: 1))
  }
}
