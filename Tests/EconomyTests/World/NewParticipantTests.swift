import Economy
import Foundation
import Quantities
import Testing

@Suite("A new participant is one file")
struct NewParticipantTests {
  private static func world(without: Set<String> = []) throws -> World {
    var plan = WorldPlan(start: Day(daysSince1970: 20_413))
    plan.barsPerDay = 24
    plan.without = without.union(["news"])
    plan.markets = [
      .roundBitcoin
    ]
    plan.participants = [
      ParticipantPlan(
        "dip_buyer",
        "bottom fisher",
        endowments: [
          .init("stablecoins", 1e9, from: "RETAIL"), .init("BTC", 50_000, from: "RETAIL"),
        ]
      )
    ]
    plan.shocks = [
      WorldShock(.news, name: "fall", day: 0, hour: 3, market: "BTC", size: -0.1),
      WorldShock(.news, name: "crash", day: 3, hour: 3, market: "BTC", size: -1),
    ]
    let catalogue = ParticipantCatalogue([]).adding(DipBuyer.self)
    let world = try World(plan, catalogue: catalogue, seed: 1, run: 0)
    try world.run(days: 5)
    return world
  }

  @Test("It buys the fall, and sells because of the crash")
  func rule() throws {
    let world = try Self.world()
    #expect(world.days[0].flows[0] > 0)
    let sale = try #require(world.causes.events.firstIndex { $0.kind == .forcedOrder })
    let root = try #require(world.causes.chain(from: CauseID(index: Int32(sale))).last)
    #expect(world.causes[root].kind == .shock)
    #expect(world.causes[root].logMove == -1)
  }

  @Test("Switched off, its purchases vanish")
  func control() throws {
    let world = try Self.world(without: ["dip_buying"])
    #expect(world.days[0].flows[0] == 0)
  }

  @Test("The page shows this very file, in at most sixty lines")
  func page() throws {
    let here = URL(filePath: #filePath).deletingLastPathComponent()
    let code = try String(contentsOf: here.appending(path: "DipBuyer.swift"), encoding: .utf8)
    let root = here.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "docs/participants/README.md"),
      encoding: .utf8
    )
    #expect(page.contains("```swift\n" + code + "```"))
    #expect(code.split(separator: "\n", omittingEmptySubsequences: false).count - 1 <= 60)
  }
}
