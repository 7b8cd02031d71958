import Exchange
import Quantities
import Testing

/// A market that pays the given price per coin, less a discount that grows with every sale.
struct SlopingMarket: CollateralMarket {
  var dollars: Int64
  var step: Int64 = 0

  func proceeds(ofSelling quantity: Amount, of asset: AssetID) -> Amount {
    Amount(quantity.units * dollars)
  }

  mutating func sell(_ quantity: Amount, of asset: AssetID) -> Amount {
    defer { dollars -= step }
    return proceeds(ofSelling: quantity, of: asset)
  }
}

@Suite("Lending")
struct LendingTests {
  static let gem = Asset(symbol: "GEM", decimals: 4)

  /// Prices in dollars with eight decimals.
  static func price(_ dollars: Int64) -> Price { Price(dollars * 100_000_000) }

  static func pool(_ rule: CloseFactorRule = .v30) throws -> LendingPool {
    var pool = LendingPool(
      reserves: [
        LendingReserve(
          asset: .usd,
          loanToValueBasisPoints: 7_500,
          liquidationThresholdBasisPoints: 8_000,
          liquidationBonusBasisPoints: 10_500,
          protocolFeeBasisPoints: 1_000
        ),
        LendingReserve(
          asset: gem,
          loanToValueBasisPoints: 7_500,
          liquidationThresholdBasisPoints: 8_000,
          liquidationBonusBasisPoints: 10_500,
          protocolFeeBasisPoints: 500
        ),
      ],
      closeFactorRule: rule
    )
    try pool.update(price: price(1), of: 0)
    try pool.update(price: price(1_000), of: 1)
    try pool.supply(Amount(1_000_000_000), asset: 0, by: 9)
    try pool.supply(Amount(100_000), asset: 1, by: 1)
    try pool.borrow(Amount(70_000_000), asset: 0, by: 1)
    return pool
  }

  @Test("the health factor is weighted collateral over debt; exactly one is not liquidatable")
  func healthFactor() throws {
    var pool = try LendingTests.pool()
    // 10 coins at 1 000, threshold 80 %, debt 7 000.
    #expect(try pool.healthFactor(of: 1).units == 1_142_857_142_857_142_857)
    try pool.update(price: LendingTests.price(875), of: 1)
    #expect(try pool.healthFactor(of: 1) == .one)
    #expect(throws: LendingError.notLiquidatable(account: 1)) {
      _ = try pool.liquidate(1, debtAsset: 0, collateralAsset: 1)
    }
    try pool.checkInvariants()
  }

  @Test(
    "the close factor is 50 %, and 100 % at 0.95 or less",
    arguments: [(0.97, 5_000), (0.95, 10_000), (0.9500001, 5_000), (1.0, 0), (0.5, 10_000)]
  )
  func closeFactor(healthFactor: Double, expected: Int64) {
    let factor = HealthFactor(nearest: healthFactor)
    #expect(CloseFactorRule.v30.closeFactorBasisPoints(at: factor) == expected)
    #expect(CloseFactorRule.v33.closeFactorBasisPoints(at: factor) == expected)
  }

  @Test("from version 3.3 a small position is closed whole, and the half is of the total debt")
  func closeFactorVersions() throws {
    let factor = HealthFactor(nearest: 0.97)
    let small: Int128 = 150_000_000_000
    let large: Int128 = 1_000_000_000_000
    #expect(
      try CloseFactorRule.v30.repayableBase(
        at: factor,
        debtBase: small,
        totalDebtBase: large,
        collateralBase: large
      ) == small / 2
    )
    #expect(
      try CloseFactorRule.v33.repayableBase(
        at: factor,
        debtBase: small,
        totalDebtBase: large,
        collateralBase: large
      ) == small
    )
    #expect(
      try CloseFactorRule.v33.repayableBase(
        at: factor,
        debtBase: large,
        totalDebtBase: 3 * large,
        collateralBase: large
      ) == large
    )
  }

  @Test("the protocol's fee is a share of the bonus, not of the seizure")
  func seizure() throws {
    let coin = Asset(symbol: "ETH", decimals: 8)
    let seizure = try CollateralSeizure(
      debtToCover: Amount(10_000_000),
      debt: (.usd, LendingTests.price(1)),
      collateral: (coin, LendingTests.price(500)),
      balance: Amount(1_000_000_000),
      liquidationBonusBasisPoints: 10_500,
      protocolFeeBasisPoints: 500
    )
    #expect(seizure.baseCollateral == Amount(200_000_000))
    #expect(seizure.seized == Amount(210_000_000))
    #expect(seizure.bonus == Amount(10_000_000))
    #expect(seizure.protocolFee == Amount(500_000))
    #expect(seizure.liquidatorReceives == Amount(209_500_000))
    #expect(seizure.debtRepaid == Amount(10_000_000))
  }

  @Test("a seizure capped by the balance scales the repayment back")
  func cappedSeizure() throws {
    let seizure = try CollateralSeizure(
      debtToCover: Amount(10_000_000),
      debt: (.usd, LendingTests.price(1)),
      collateral: (LendingTests.gem, LendingTests.price(500)),
      balance: Amount(10_500),
      liquidationBonusBasisPoints: 10_500,
      protocolFeeBasisPoints: 0
    )
    #expect(seizure.seized == Amount(10_500))
    #expect(seizure.debtRepaid == Amount(5_000_000))
  }

  @Test("percentages round half up", arguments: [(1, 5_000, 1), (3, 5_000, 2), (9_999, 1, 1)])
  func halfUp(amount: Int64, basisPoints: Int64, expected: Int64) throws {
    #expect(
      try BasisPointMath.multiply(Int128(amount), by: basisPoints) == Int128(expected)
    )
  }

  @Test("a liquidation restores health, pays the treasury and conserves the pool")
  func liquidation() throws {
    var pool = try LendingTests.pool()
    try pool.update(price: LendingTests.price(850), of: 1)
    let done = try pool.liquidate(1, debtAsset: 0, collateralAsset: 1)
    #expect(done.seizure.debtRepaid == Amount(35_000_000))
    #expect(pool.debt(of: 1, asset: 0) == Amount(35_000_000))
    #expect(pool.treasury[1] == done.seizure.protocolFee)
    #expect(try pool.healthFactor(of: 1) > .one)
    try pool.checkInvariants()
  }

  @Test("debt without collateral is bad debt, from version 3.3 the reserve's deficit")
  func badDebt() throws {
    for (rule, deficit) in [(CloseFactorRule.v30, Int64(0)), (.v33, 1)] {
      var pool = try LendingTests.pool(rule)
      try pool.update(price: LendingTests.price(500), of: 1)
      let done = try pool.liquidate(1, debtAsset: 0, collateralAsset: 1)
      #expect(pool.supplied(by: 1, asset: 1) == .zero)
      #expect(done.badDebt.units > 0)
      #expect(pool.deficit[0] == Amount(done.badDebt.units * deficit))
      #expect(pool.debt(of: 1, asset: 0) == Amount(done.badDebt.units * (1 - deficit)))
      try pool.checkInvariants()
    }
  }

  @Test("the oracle publishes after its threshold and takes effect after its delay")
  func oracle() {
    var oracle = DelayedOracle(
      delay: .minutes(15),
      deviationThreshold: Rate(basisPoints: 50),
      heartbeat: .hours(24)
    )
    let start = Instant(microseconds: 0)
    var prices = [oracle.price(at: start)]
    var published = [oracle.observe(Price(10_000), at: start)]
    prices.append(oracle.price(at: start))
    published.append(oracle.observe(Price(9_951), at: start + .minutes(1)))
    published.append(oracle.observe(Price(9_950), at: start + .minutes(2)))
    prices.append(oracle.price(at: start + .minutes(16)))
    prices.append(oracle.price(at: start + .minutes(17)))
    published.append(oracle.observe(Price(9_950), at: start + .hours(25)))
    #expect(published == [true, false, true, true])
    #expect(prices == [nil, Price(10_000), Price(10_000), Price(9_950)])
  }

  @Test("seized collateral is sold into the market, worst health first, each sale with its cause")
  func sweep() throws {
    var pool = try LendingTests.pool()
    try pool.supply(Amount(100_000), asset: 1, by: 2)
    try pool.borrow(Amount(74_000_000), asset: 0, by: 2)
    try pool.update(price: LendingTests.price(850), of: 1)
    var market = SlopingMarket(dollars: 850, step: 5)
    var sequence = CauseSequence(startingAt: 5)
    let report = try LendingLiquidator().sweep(
      &pool,
      market: &market,
      cause: 4,
      sequence: &sequence
    )
    #expect(report.liquidations.map(\.account).prefix(2) == [2, 1])
    #expect(report.forcedTrades.allSatisfy { $0.parent == 4 && $0.kind == .collateralSale })
    #expect(report.forcedTrades.map(\.id) == (5..<5 + Int32(report.forcedTrades.count)).map(\.self))
    #expect(!report.isCarriedOver)
    try pool.checkInvariants()
  }

  @Test("a liquidation that costs more than it brings is left undone and reported")
  func unprofitable() throws {
    var pool = try LendingTests.pool()
    try pool.update(price: LendingTests.price(850), of: 1)
    var market = SlopingMarket(dollars: 700)
    var sequence = CauseSequence()
    let report = try LendingLiquidator().sweep(
      &pool,
      market: &market,
      cause: -1,
      sequence: &sequence
    )
    #expect(report.liquidations.isEmpty)
    #expect(report.undone == [1])
    #expect(market.dollars == 700)
  }

  @Test("random lending keeps assets equal to claims", arguments: 0..<50)
  func conservation(seed: UInt64) throws {
    var stream = CommandStream(seed: seed)
    var pool = try LendingTests.pool(seed % 2 == 0 ? .v30 : .v33)
    for step in 0..<200 {
      let account = AccountID(stream.next(below: 5) + 1)
      let asset = AssetID(stream.next(below: 2))
      let amount = Amount(stream.next(below: asset == 0 ? 50_000_000 : 60_000) + 1)
      do throws(LendingError) {
        switch stream.next(below: 6) {
        case 0: try pool.supply(amount, asset: asset, by: account)
        case 1: try pool.borrow(amount, asset: asset, by: account)
        case 2: try pool.repay(amount, asset: asset, by: account)
        case 3: try pool.withdraw(amount, asset: asset, by: account)
        case 4:
          try pool.update(price: LendingTests.price(300 + stream.next(below: 1_200)), of: 1)
        default:
          _ = try pool.liquidate(account, debtAsset: asset, collateralAsset: 1 - asset)
        }
      } catch {
        #expect(error.code.hasPrefix("lending."))
      }
      do {
        try pool.checkInvariants()
      } catch {
        Issue.record("seed \(seed), step \(step): \(error)")
        return
      }
    }
  }
}
