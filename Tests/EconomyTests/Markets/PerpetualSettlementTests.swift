import Economy
import Exchange
import Quantities
import Statistics
import Testing

@Suite("The settlement of a perpetual market")
struct PerpetualSettlementTests {
  private let price = PerpetualFixture.price

  private func sum(_ settlement: PerpetualSettlement) -> Amount {
    settlement.ownerChanges.reduce(.zero, +) + settlement.insuranceFundChange
      + settlement.feeChange + settlement.residualChange
  }

  @Test("pays what the mark moved, and nothing twice")
  func variation() throws {
    var market = PerpetualFixture.market(owners: 2)
    let usd = PerpetualFixture.usd(90_000)
    try market.open(owner: 0, side: .long, notional: usd, leverage: 5, at: price)
    try market.open(owner: 1, side: .short, notional: usd * 3, leverage: 5, at: price)
    let first = market.settle(at: PerpetualFixture.dollars(91_000))
    #expect(first.ownerChanges == [PerpetualFixture.usd(1_000), PerpetualFixture.usd(-3_000)])
    #expect(first.residualChange == PerpetualFixture.usd(2_000))
    #expect(first.ownerPositions == [Amount(100_000_000), Amount(-300_000_000)])
    #expect(first.residualPosition == Amount(200_000_000))
    let second = market.settle(at: PerpetualFixture.dollars(91_000))
    #expect(second.ownerChanges == [.zero, .zero])
    // Closed above the last mark: only the difference is new.
    try market.closeAll(owner: 0, side: .long, at: PerpetualFixture.dollars(91_500))
    let third = market.settle(at: price)
    #expect(third.ownerChanges == [PerpetualFixture.usd(500), PerpetualFixture.usd(3_000)])
    #expect(third.residualPosition == Amount(300_000_000))
  }

  @Test("a liquidated owner has lost his margin and no more")
  func liquidation() throws {
    var market = PerpetualFixture.market(owners: 1)
    let usd = PerpetualFixture.usd(1_000_000)
    let fill = try market.open(owner: 0, side: .long, notional: usd, leverage: 20, at: price)
    var liquidity = PerpetualFixture.liquidity()
    let outcome = market.clear(newsLogReturn: -0.2, orders: [], in: &liquidity)
    #expect(outcome.cascade.liquidationCount == 1)
    let settlement = market.settle(at: liquidity.midPrice)
    #expect(settlement.ownerChanges == [-fill.margin])
    #expect(settlement.insuranceFundChange < .zero)
    #expect(settlement.feeChange > .zero)
    #expect(settlement.deficitChange == .zero)
    #expect(sum(settlement) == .zero)
  }

  @Test("funding is paid by longs to shorts at a positive rate")
  func funding() throws {
    var market = PerpetualFixture.market(owners: 2)
    let usd = PerpetualFixture.usd(90_000)
    try market.open(owner: 0, side: .long, notional: usd, leverage: 5, at: price)
    try market.open(owner: 1, side: .short, notional: usd, leverage: 5, at: price)
    let funding = try market.applyFunding(rate: Rate(basisPoints: 1), at: price)
    #expect(funding.ownerReceipts == [PerpetualFixture.usd(-9), PerpetualFixture.usd(9)])
    #expect(funding.residualReceipt == .zero)
    let settlement = market.settle(at: price)
    #expect(settlement.ownerChanges == funding.ownerReceipts)
    #expect(market.marginUsed(by: 0) == PerpetualFixture.usd(18_000 - 9))
  }

  /// What a random world of trades, liquidations, funding and settlements came to.
  private struct RandomWorld {
    var market: PerpetualMarket
    var settlements: [PerpetualSettlement] = []
    var liquidationCount = 0
  }

  private func run(seed: Int, operations: Int) throws -> RandomWorld {
    var stream = PerpetualFixture.stream(seed)
    var world = RandomWorld(
      market: PerpetualFixture.market(owners: 6) {
        $0.autoDeleverages = seed % 4 != 1
        $0.insuranceFund = seed % 3 == 0 ? .zero : PerpetualFixture.usd(20_000_000)
        $0.tiers = [
          PerpetualTier(maintenanceRate: Rate(basisPoints: 200), leverageMax: 20),
          PerpetualTier(maintenanceRate: Rate(basisPoints: 50), leverageMax: 125),
        ]
      }
    )
    var liquidity = PerpetualFixture.liquidity(dailyVolume: 3e9)
    for operation in 0..<operations {
      let owner = Int(stream.nextInteger(below: 6))
      let side: PositionSide = stream.nextUniform() < 0.55 ? .long : .short
      let mark = liquidity.midPrice
      let notional = Amount(Int64(stream.nextInteger(below: 100_000_000_000)))
      switch stream.nextInteger(below: 10) {
      case 0..<5:
        let leverage = 1 + 60 * stream.nextUniform()
        try world.market.open(
          owner: owner,
          side: side,
          notional: notional,
          leverage: leverage,
          at: mark
        )
      case 5..<7:
        try world.market.reduce(owner: owner, side: side, byNotional: notional, at: mark)
      case 7:
        _ = try world.market.trade(
          owner: owner,
          notional: side == .long ? notional : -notional,
          leverage: 10,
          at: mark
        )
      default:
        let orders = (0..<3).map { CascadeOrder(volume: 2e7 * stream.nextNormal(), label: $0) }
        let news = 0.012 * stream.nextNormal()
        let outcome = world.market.clear(newsLogReturn: news, orders: orders, in: &liquidity)
        world.liquidationCount += outcome.cascade.liquidationCount
        liquidity.elapse(seconds: 900)
        world.settlements.append(world.market.settle(at: liquidity.midPrice))
      }
      if operation % 64 == 63 {
        try world.market.applyFunding(rate: Rate(basisPoints: 5), at: liquidity.midPrice)
      }
      if operation % 200 == 199 {
        #expect(PerpetualFixture.violations(world.market) == [], "seed \(seed), \(operation)")
        world.market.startDay()
      }
    }
    return world
  }

  @Test("thousands of random operations sum to zero in cash and contracts", arguments: 0..<12)
  func conservation(seed: Int) throws {
    let world = try run(seed: seed, operations: 3_000)
    let (market, settlements) = (world.market, world.settlements)
    #expect(PerpetualFixture.violations(market) == [])
    #expect(market.engine.book.checkInvariants() == [])
    for settlement in settlements {
      #expect(sum(settlement) == .zero)
      let contracts = settlement.ownerPositions.reduce(.zero, +) + settlement.residualPosition
      #expect(contracts == .zero)
    }
    // What was paid out over time is what everybody is worth: no settlement pays twice.
    let last = try #require(settlements.last)
    var repeated = market
    let mark = last.mark
    let rest = repeated.settle(at: mark)
    for owner in 0..<6 {
      let paid = settlements.reduce(Amount.zero) { $0 + $1.ownerChanges[owner] }
      let wealth = market.engine.wealth(ofOwnerClass: UInt8(owner), at: mark)
      #expect(Int128(paid.units + rest.ownerChanges[owner].units) == wealth)
    }
    #expect(world.liquidationCount > 100, "seed \(seed)")
  }

  @Test("some of the random worlds deleverage and socialise")
  func coverage() throws {
    var kinds: Set<CausalNode.Kind> = []
    for seed in [0, 3, 9] {
      var stream = PerpetualFixture.stream(100 + seed)
      var market = PerpetualFixture.market(owners: 3) { $0.insuranceFund = .zero }
      var liquidity = PerpetualFixture.liquidity(dailyVolume: 1e9)
      for owner in 0..<3 {
        for side in PositionSide.allCases {
          try market.open(
            owner: owner,
            side: side,
            notional: Amount(Int64(1 + stream.nextInteger(below: 2_000_000_000_000))),
            leverage: side == .long ? 30 : 3 + Double(owner),
            at: price
          )
        }
      }
      _ = market.clear(newsLogReturn: -0.15, orders: [], in: &liquidity)
      for node in market.forest.nodes { kinds.insert(node.kind) }
      #expect(PerpetualFixture.violations(market) == [])
      #expect(sum(market.settle(at: liquidity.midPrice)) == .zero)
    }
    #expect(kinds.contains(.liquidation))
    #expect(kinds.contains(.autoDeleveraging))
  }

  @Test("a run repeats to the last unit")
  func determinism() throws {
    let (first, second) = (
      try run(seed: 5, operations: 1_000), try run(seed: 5, operations: 1_000)
    )
    #expect(first.settlements == second.settlements)
    #expect(first.market.forest == second.market.forest)
    let positions = [first, second].map { Array($0.market.engine.book.positions) }
    #expect(positions[0] == positions[1])
    let other = try run(seed: 6, operations: 1_000)
    #expect(first.settlements != other.settlements)
  }
}
