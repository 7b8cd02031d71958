import Quantities
import Testing

@testable import Economy

@Suite("Circuit breakers")
struct WorldHaltTests {
  static func breaker(_ halts: Bool = true, threshold: Double = 0.02) -> CircuitBreaker {
    CircuitBreaker(
      threshold: threshold,
      windowBars: 4,
      pauseBars: 6,
      haltsLiquidations: halts
    )
  }

  private func halts(of world: World) -> [CauseEvent] {
    world.causes.events.filter { $0.kind == .halt }
  }

  /// The prices at the ends of the bars of a day.
  private func prices(_ plan: WorldPlan, day: Int) throws -> [Double] {
    let world = try World(plan, catalogue: LeverWorld.catalogue, seed: 1, run: 0)
    try world.run(days: day)
    try world.beginDay()
    try world.ask(.capacity)
    return try (0..<plan.barsPerDay).map { bar in
      world.clock.bar = bar
      try world.runBar()
      return world.markets[0].dollars
    }
  }

  @Test("a breaker that nothing trips changes not a byte", arguments: [true, false])
  func idle(halts: Bool) throws {
    let bare = try LeverWorld.run(LeverWorld.plan(noise: true))
    let idle = try LeverWorld.run(
      LeverWorld.plan(noise: true) {
        $0.markets[0].breaker = Self.breaker(halts, threshold: 0.9)
        $0.perpetuals[0].breaker = Self.breaker(halts, threshold: 0.9)
      }
    )
    #expect(bare.days == idle.days)
    #expect(bare.causes.events == idle.causes.events)
  }

  @Test("after the breach the price stands still for the pause; the rest of the sale waits")
  func pause() throws {
    let plan = LeverWorld.plan(sale: 4e9) { $0.markets[0].breaker = Self.breaker() }
    let world = try LeverWorld.run(plan)
    let first = try #require(halts(of: world).first)
    let breach = Int(first.step) - plan.barsPerDay
    let path = try prices(plan, day: 1)
    for bar in (breach + 1)...(breach + 6) { #expect(path[bar] == path[breach]) }
    #expect(path[breach + 7] != path[breach])
    #expect(world.days[1].markets[0].haltedBars >= 6)
    // The whale sells the same dollars in the end.
    let sold = world.days.reduce(0) { $0 + $1.markets[0].flowByTag[0] }
    #expect(abs(sold + 4e9) < 1)
  }

  @Test("a breach follows from what carried the price, back to the sale")
  func cause() throws {
    let world = try LeverWorld.run(LeverWorld.plan { $0.markets[0].breaker = Self.breaker() })
    let places = world.causes.events.indices.filter { world.causes.events[$0].kind == .halt }
    #expect(!places.isEmpty)
    for place in places {
      let chain = world.causes.chain(from: CauseID(index: Int32(place)))
      #expect(world.causes[try #require(chain.last)].kind == .shock)
    }
    #expect(world.causes.orphanCount == 0)
  }

  @Test("with liquidations halted the cascade stops at the breach and goes on after the pause")
  func liquidations() throws {
    func steps(_ world: World) -> [Int32] {
      world.causes.events.filter { $0.kind == .liquidation }.map(\.step)
    }
    let bare = try LeverWorld.run(LeverWorld.plan(sale: 4e9))
    let halted = try LeverWorld.run(
      LeverWorld.plan(sale: 4e9) { $0.markets[0].breaker = Self.breaker() }
    )
    let first = try #require(halts(of: halted).first).step
    let paused = (first + 1)...(first + 6)
    #expect(!steps(halted).contains { paused.contains($0) })
    #expect(steps(halted).contains { $0 > first + 6 })
    #expect(steps(halted).count(where: { $0 <= first }) < steps(bare).count(where: { $0 <= first }))
    for place in halted.causes.events.indices
    where halted.causes.events[place].kind == .liquidation {
      let chain = halted.causes.chain(from: CauseID(index: Int32(place)))
      #expect(halted.causes[try #require(chain.last)].kind == .shock)
    }
  }

  @Test("with liquidations going on the cascade of the breach runs to its end")
  func goingOn() throws {
    let bare = try LeverWorld.run(LeverWorld.plan(sale: 4e9))
    let world = try LeverWorld.run(
      LeverWorld.plan(sale: 4e9) { $0.markets[0].breaker = Self.breaker(false) }
    )
    let first = try #require(halts(of: world).first).step
    func count(_ world: World) -> Int {
      world.causes.events.count { $0.kind == .liquidation && $0.step <= first }
    }
    #expect(count(bare) > 0)
    #expect(count(world) == count(bare))
  }

  @Test("decisions are refused in a halt and counted, and nobody else's are")
  func refusals() throws {
    let world = try LeverWorld.run(
      LeverWorld.plan(noise: true) { $0.markets[0].breaker = Self.breaker() }
    )
    let halted = world.days.filter { $0.markets[0].haltedBars > 0 }
    #expect(!halted.isEmpty)
    for day in world.days {
      #expect((day.markets[0].refused > 0) == (day.markets[0].haltedBars > 0))
    }
  }

  @Test("the breaker of a contract leaves its spot market open")
  func contract() throws {
    let plan = LeverWorld.plan(sale: 4e9) { $0.perpetuals[0].breaker = Self.breaker() }
    let world = try LeverWorld.run(plan)
    let first = try #require(halts(of: world).first).step
    let breach = Int(first) - plan.barsPerDay
    let path = try prices(plan, day: 1)
    #expect(path[breach + 1] != path[breach])
    let paused = (first + 1)...(first + 6)
    #expect(
      !world.causes.events.contains { $0.kind == .liquidation && paused.contains($0.step) }
    )
    #expect(world.causes.orphanCount == 0)
  }

  @Test("a rule that is forced in every bar waits once, not once a bar")
  func repeated() throws {
    let plan = LeverWorld.plan { plan in
      plan.markets[0].breaker = Self.breaker()
      plan.participants[0].numbers["top_up_share"] = 1
      plan.participants[0].endowments.append(.init("BTC", 1e5, from: "RETAIL"))
    }
    let world = try World(plan, catalogue: LeverWorld.catalogue, seed: 1, run: 0)
    try world.run(days: 1)
    try world.beginDay()
    var most = 0
    for bar in 0..<plan.barsPerDay {
      world.clock.bar = bar
      try world.runBar()
      most = max(most, world.waiting.count { $0.participant == 0 })
    }
    #expect(most == 1)
  }
}
