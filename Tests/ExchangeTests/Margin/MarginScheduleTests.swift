import Quantities
import Statistics
import Testing

@testable import Exchange

@Suite("margin schedules other than tiers")
struct MarginScheduleTests {
  typealias Fixture = ContractFixture

  @Test("risk limits charge the whole position and jump at each limit")
  func riskLimits() throws {
    // BitMEX XBTUSD: 200 XBT at 0.5 % and 1 %, 0.5 % more per 100 XBT.
    let rule = RiskLimitSchedule(
      baseLimit: Fixture.coin(200),
      stepLimit: Fixture.coin(100),
      baseMaintenanceRate: Fraction(5, over: 1_000),
      baseInitialRate: Fraction(10, over: 1_000),
      stepRate: Fraction(5, over: 1_000)
    )
    let schedule = MarginSchedule.riskLimits(rule)
    func margin(_ coins: Double) throws -> Double {
      let value = Fixture.coin(coins)
      let size = Fixture.dollars(1)
      return Asset.btc.value(
        of: try schedule.maintenanceMargin(ofSize: size, notional: value)
      )
    }
    #expect(try margin(200) == 1)
    #expect(try margin(201) == 2.01)
    #expect(try margin(300) == 3)
    #expect(try margin(350) == 5.25)
    let initial = try schedule.initialMargin(
      ofSize: Fixture.dollars(1),
      notional: Fixture.coin(350),
      leverage: nil
    )
    #expect(initial == Fixture.coin(7))
  }

  @Test("open interest raises initial margin between its caps and leaves maintenance alone")
  func openInterest() throws {
    let rule = DydxLiquidityTier.midCap.margin(in: .usd)
    let notional = Fixture.dollars(10_000)
    func initial(_ millions: Double) throws -> Amount {
      try rule.initialMargin(of: notional, openInterest: Fixture.dollars(millions * 1_000_000))
    }
    #expect(try initial(0) == Fixture.dollars(500))
    #expect(try initial(40) == Fixture.dollars(500))
    #expect(try initial(70) == Fixture.dollars(5_250))
    #expect(try initial(100) == notional)
    #expect(try initial(900) == notional)
    #expect(try rule.maintenanceMargin(of: notional) == Fixture.dollars(300))
    #expect(DydxLiquidityTier.largeCap.margin(in: .usd).openInterestCaps == nil)
  }

  @Test("Deribit's rates are linear in size")
  func sizeProportional() throws {
    let rule = try SizeProportionalMargin(
      baseRate: Fraction(2, over: 100),
      stepRate: Fraction(5, over: 100_000),
      stepSize: Fixture.coin(1)
    )
    #expect(try rule.initialRate(of: Fixture.coin(100)) == Fraction(25, over: 1_000))
    #expect(try rule.maintenanceRate(of: Fixture.coin(100)) == Fraction(15, over: 1_000))
  }

  @Test("Drift's premium grows with the root of the size and never lowers the ratio")
  func sizePremium() throws {
    let rule = SizePremiumMargin(
      initialRate: Fraction(1, over: 10),
      maintenanceRate: Fraction(1, over: 20),
      premiumRate: Rate(partsPerMillion: 1_000),
      unitsPerBase: 100_000_000
    )
    #expect(
      try rule.rate(base: rule.maintenanceRate, size: Fixture.coin(1)) == Fraction(1, over: 20)
    )
    // 0.05 × 4/5 + 0.001 × sqrt(2 500)
    #expect(
      try rule.rate(base: rule.maintenanceRate, size: Fixture.coin(2_500)) == Fraction(9, over: 100)
    )
  }

  @Test("an integer root is the smallest whose square reaches the value", arguments: 0..<200)
  func root(seed: Int) {
    var stream = Fixture.stream(seed)
    let value = Int128(stream.nextWord() >> UInt64(seed % 60)) * Int128(1 + seed)
    let root = SizePremiumMargin.rootRoundedUp(of: value)
    #expect(root * root >= value)
    #expect(root == 0 || (root - 1) * (root - 1) < value)
    #expect(SizePremiumMargin.rootRoundedUp(of: Int128(seed * seed)) == Int128(seed))
  }

  @Test("a schedule whose rate depends on size gives one tier with that rate")
  func singleTier() throws {
    let rule = try SizeProportionalMargin(
      baseRate: Fraction(2, over: 100),
      stepRate: Fraction(5, over: 100_000),
      stepSize: Fixture.coin(1)
    )
    let size = Fixture.coin(60)
    let table = try MarginSchedule.sizeProportional(rule)
      .tiers(forSize: size, value: Fixture.dollars(3_000_000))
    #expect(table.tiers.count == 1)
    #expect(table.tiers[0].maintenanceRate == Fraction(13, over: 1_000))
  }

  @Test("leverage above what the schedule allows is refused; less leverage asks for more margin")
  func leverage() throws {
    let table = try TierTable(published: BinanceTiers20241024.btcusdt, in: .usd)
    let schedule = MarginSchedule.tiers(table)
    let notional = Fixture.dollars(1_000_000)
    func margin(_ leverage: Int64?) throws -> Amount {
      try schedule.initialMargin(
        ofSize: Fixture.coin(20),
        notional: notional,
        leverage: leverage.map { Fraction($0) }
      )
    }
    #expect(try margin(nil).units == 133_333_334)
    #expect(try margin(10) == Fixture.dollars(100_000))
    #expect(throws: MarginError.leverageAboveTier(leverage: Fraction(76), maximum: Fraction(75))) {
      try margin(76)
    }
  }
}
