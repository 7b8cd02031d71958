import Exchange
import Quantities
import Statistics
import Testing

@testable import Economy

@Suite("lending pools")
struct LendingPoolParticipantTests {
  private static let terms = BorrowerColumns.Terms(
    coin: Asset(symbol: "ETH", decimals: 8),
    money: .usd,
    priceDecimals: 4,
    thresholdBasisPoints: 8300,
    bonusBasisPoints: 10_500,
    closeFactor: .v30
  )

  private static func borrowers(_ count: Int, seed: UInt64, coins: Double = 6e6) -> BorrowerColumns
  {
    var stream = Stream(seed: seed, run: 0, purpose: .participant(0))
    return BorrowerColumns(
      count: count,
      debt: Amount(80_000_000_000_000),
      collateral: Amount(Int64(coins * 1e8)),
      healthMin: 1.03,
      exponent: 1.3,
      price: 2800,
      terms: terms,
      using: &stream
    )
  }

  @Test(
    "columns sum to what is held and owed, and begin healthy",
    arguments: 0..<20 as Range<UInt64>
  )
  func columns(seed: UInt64) {
    let borrowers = Self.borrowers(300, seed: seed)
    #expect(borrowers.totalDebt == Amount(80_000_000_000_000))
    #expect(borrowers.totalCollateral == Amount(600_000_000_000_000))
    #expect(borrowers.highestTrigger < 2800 / 1.029)
    #expect(borrowers.highestTrigger > 2800 / 1.2)
  }

  @Test("a borrower just below one repays half, one far below all")
  func closeFactor() throws {
    let one = Self.borrowers(1, seed: 1, coins: 4e6)
    let trigger = one.trigger(0)
    #expect(abs(trigger - 8e9 / (4e6 * 0.83)) < 1e-6)
    var above = one
    #expect(try above.liquidate(at: trigger * 1.0001).isEmpty)
    var below = one
    let half = try below.liquidate(at: trigger * 0.99)
    #expect(half.map(\.repaid) == [Amount(40_000_000_000_000)])
    let seized = Double(half[0].seized.units) / 1e8
    #expect(abs(seized / (4e9 * 1.05 / (trigger * 0.99)) - 1) < 1e-6)
    var far = one
    let all = try far.liquidate(at: trigger * 0.9)
    #expect(all.map(\.repaid) == [Amount(80_000_000_000_000)])
    #expect(all[0].badDebt == .zero)
  }

  @Test("collateral worth less than debt and bonus leaves bad debt, exactly what is not repaid")
  func badDebt() throws {
    var one = Self.borrowers(1, seed: 1, coins: 4e6)
    let done = try one.liquidate(at: one.trigger(0) * 0.6)
    #expect(done[0].seized == Amount(400_000_000_000_000))
    #expect(done[0].repaid + done[0].badDebt == Amount(80_000_000_000_000))
    #expect(done[0].badDebt > .zero)
    #expect(one.totalDebt == .zero)
  }

  @Test("the oracle is late by its lag and deaf to small moves", arguments: [0, 1, 3])
  func oracle(lag: Int) {
    var oracle = LaggedOracle(lagBars: lag, threshold: 0.005)
    let prices = [100, 100.4, 101, 101.2, 90, 90.1, 90.2, 90.3]
    var read: [Double] = []
    for price in prices {
      oracle.observe(price, fault: nil)
      read.append(oracle.effective?.price ?? .nan)
    }
    let heard = [100, 100, 101, 101, 90, 90, 90, 90.0]
    #expect(read == Array(repeating: 100, count: lag) + heard.dropLast(lag))
  }

  // MARK: - Worlds

  private static let pool = ParticipantPlan(
    "lending_pool",
    "pool",
    numbers: ["debt_usd": 8e9],
    endowments: [.init("ETH", 6_000_000, from: "RETAIL"), .init("stablecoins", 3e9, from: "DEFI")]
  )

  private static func fall(_ size: Double) -> WorldShock {
    WorldShock(.news, name: "fall", day: 0, hour: 6, market: "ETH", size: size)
  }

  @Test("a fall liquidates borrowers into the market, forced by the fall")
  func liquidation() throws {
    let world = try VenueWorld.world(
      try VenueWorld.plan([Self.pool], shocks: [Self.fall(-0.15)]),
      days: 2
    )
    #expect(world.days[0].flows[0] < -1e6)
    #expect(world.days[0].forced[0] == -world.days[0].flows[0])
    #expect(world.causes.orphanCount == 0)
    #expect(try world.rootKinds(ofForcedActsBy: "pool") == [.shock])
    #expect(try world.quantity("stablecoins", of: "MM") > 25_000_000_000_0000)
  }

  @Test("sales join the fall: the coin ends lower with liquidations than without")
  func cascade() throws {
    func close(_ without: Set<String>) throws -> World {
      try VenueWorld.world(
        try VenueWorld.plan([Self.pool], shocks: [Self.fall(-0.15)], without: without),
        days: 1
      )
    }
    let on = try close([])
    let off = try close(["defi_liquidation"])
    #expect(on.days[0].markets[1].close < off.days[0].markets[1].close)
    #expect(off.days[0].flows[0] == 0)
    #expect(abs(off.days[0].markets[1].close / 2800 - 0.860708) < 1e-6)
  }

  @Test("a false oracle liquidates without any fall, and the fault is what forced it")
  func oracleFault() throws {
    let fault = WorldShock(
      .oracleFault,
      name: "fault",
      day: 0,
      hour: 6,
      hours: 1,
      market: "ETH",
      size: -0.3
    )
    let world = try VenueWorld.world(
      try VenueWorld.plan([Self.pool], shocks: [fault]),
      days: 1
    )
    #expect(world.days[0].flows[0] < -1e6)
    #expect(try world.rootKinds(ofForcedActsBy: "pool") == [.shock])
    #expect(world.causes.orphanCount == 0)
  }

  @Test("bad debt beyond the reserve is the depositors' loss")
  func depositors() throws {
    let world = try VenueWorld.world(
      try VenueWorld.plan([Self.pool], shocks: [Self.fall(-1.2)]),
      days: 3
    )
    let issued: Int64 = 10_900_000_000_0000
    #expect(try world.quantityOutstanding("deposits in pool") < issued)
    #expect(try world.figure("bad debt of pool") > 0)
    #expect(world.causes.orphanCount == 0)
    let mild = try VenueWorld.world(
      try VenueWorld.plan([Self.pool], shocks: [Self.fall(-0.05)]),
      days: 3
    )
    #expect(try mild.quantityOutstanding("deposits in pool") == issued)
  }

  @Test("the rate follows the curve of utilisation")
  func rate() throws {
    let world = try VenueWorld.world(try VenueWorld.plan([Self.pool]), days: 1)
    #expect(abs(try world.figure("utilisation of pool") - 8.0 / 11) < 1e-12)
    #expect(abs(try world.figure("borrow rate of pool") - 0.055 * (8.0 / 11) / 0.9) < 1e-12)
    // Depositors are paid ninety percent of a day's interest.
    let left = Double(try world.quantity("stablecoins", of: "pool")) / 1e4
    #expect(abs(3e9 - left - 8e9 * 0.055 * (8.0 / 11) / 0.9 / 365 * 0.9) < 1)
  }

  @Test("too little collateral for the debt is refused with the field's name")
  func refusal() throws {
    var pool = Self.pool
    pool.numbers["debt_usd"] = 15e9
    let plan = try VenueWorld.plan([pool])
    #expect(throws: WorldError.self) {
      try World(plan, catalogue: VenueWorld.catalogue, seed: 1, run: 0)
    }
  }
}
