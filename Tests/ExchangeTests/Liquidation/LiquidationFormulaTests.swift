import Exchange
import Quantities
import Testing

@Suite("liquidation formulas: steps, fund, ranks, last resorts")
struct LiquidationFormulaTests {
  typealias Fixture = ContractFixture

  @Test("a partial close leaves the rest inside the lower tier, and not a lot more than needed")
  func lowerTier() throws {
    let tiers = try TierTable(published: BinanceTiers20241024.btcusdt, in: .usd)
    let size = Fixture.coin(14)
    let mark = Fixture.price(50_000)
    let notional = try Fixture.linear.value(of: size, at: mark, rounding: .up)
    for (steps, cap) in [(1, 600_000.0), (2, 50_000), (9, 50_000)] {
      let closed = try PartialLiquidation.sizeToLowerTier(
        size: size,
        notional: notional,
        tiers: tiers,
        steps: steps,
        lot: Fixture.linear.lot
      )
      let left = size - closed
      let value = try Fixture.linear.value(of: left, at: mark, rounding: .up)
      #expect(value <= Fixture.dollars(cap))
      let more = left + Fixture.linear.lot
      #expect(try Fixture.linear.value(of: more, at: mark, rounding: .up) > Fixture.dollars(cap))
      #expect(closed.units % Fixture.linear.lot.units == 0)
    }
    let lowest = try PartialLiquidation.sizeToLowerTier(
      size: Fixture.coin(1),
      notional: Fixture.dollars(50_000),
      tiers: tiers,
      lot: Fixture.linear.lot
    )
    #expect(lowest == .zero)
  }

  @Test("a large position goes by a fifth first, a small one at once")
  func fraction() throws {
    func first(_ notional: Double) throws -> Amount {
      try PartialLiquidation.firstFraction(
        size: Fixture.coin(3.0007),
        notional: Fixture.dollars(notional),
        threshold: Fixture.dollars(100_000),
        fraction: Fraction(1, over: 5),
        lot: Fixture.linear.lot
      )
    }
    #expect(try first(100_000) == Fixture.coin(3.0007))
    #expect(try first(100_001) == Fixture.coin(0.601))
  }

  @Test("bounded steps take a tenth, at least the minimum, at most everything")
  func bounded() throws {
    func step(_ size: Double) throws -> Amount {
      try PartialLiquidation.boundedStep(
        size: Fixture.coin(size),
        maximumShare: Fraction(1, over: 10),
        minimumSize: Fixture.coin(0.02)
      )
    }
    #expect(try step(5) == Fixture.coin(0.5))
    #expect(try step(0.1) == Fixture.coin(0.02))
    #expect(try step(0.01) == Fixture.coin(0.01))
  }

  @Test("closing the computed size restores the margin, fee included")
  func shortage() throws {
    let price = Fixture.price(250)
    let size = try #require(
      try PartialLiquidation.sizeToCover(
        shortage: Fixture.dollars(500),
        marginRatio: Fraction(1, over: 10),
        liquidatorFee: Fraction(1, over: 100),
        insuranceFee: Fraction(1, over: 200),
        price: price,
        contract: Fixture.linear
      )
    )
    let value = try Fixture.linear.value(of: size, at: price, rounding: .down)
    let freed = try Fraction(85, over: 1_000).applied(to: value, rounding: .down)
    #expect(abs(freed.units - Fixture.dollars(500).units) <= 1)
  }

  @Test("the freeable share ramps from its start to one, at once for a small shortage")
  func ramp() throws {
    func share(_ seconds: Int64, _ shortage: Double) throws -> Fraction {
      try PartialLiquidation.freeableShare(
        elapsed: .seconds(seconds),
        duration: .minutes(1),
        initialShare: Fraction(1, over: 10),
        shortage: Fixture.dollars(shortage),
        smallShortage: Fixture.dollars(50)
      )
    }
    #expect(try share(0, 1_000) == Fraction(1, over: 10))
    #expect(try share(30, 1_000) == Fraction(6, over: 10))
    #expect(try share(600, 1_000) == .one)
    #expect(try share(0, 49) == .one)
  }

  @Test("the fund gains by fills better than bankruptcy, on both sides and payoffs")
  func fund() throws {
    func change(_ side: PositionSide, _ fill: Int64, _ payoff: Payoff = .linear) throws -> Int64 {
      try InsuranceFundFormulas.change(
        side: side,
        fillValue: Amount(fill),
        bankruptcyValue: Amount(1_000),
        feeCap: nil,
        payoff: payoff
      ).units
    }
    #expect(try change(.long, 1_010) == 10)
    #expect(try change(.short, 1_010) == -10)
    // An inverse position sold higher is worth fewer coins.
    #expect(try change(.long, 990, .inverse) == 10)
  }

  @Test("dividing a loss by leverage ranks a levered loser above an unlevered one")
  func ranks() throws {
    func score(_ mark: Double, _ bankruptcy: Double) throws -> Double {
      try AutoDeleveragingScore(
        side: .long,
        entryValue: 100,
        markValue: mark,
        bankruptcyValue: bankruptcy
      ).score
    }
    #expect(try score(98, 95) > score(98, 50))
    #expect(try score(110, 95) > score(110, 50))
    #expect(try score(110, 50) > score(98, 95))
    #expect(throws: MarginError.self) { try score(94, 95) }
  }

  @Test("an inverse position ranks by coin values")
  func inverseRank() throws {
    let payoff = Payoff.inverse
    let score = try AutoDeleveragingScore(
      side: .short,
      entryValue: payoff.value(of: 10_000, at: 50_000),
      markValue: payoff.value(of: 10_000, at: 40_000),
      bankruptcyValue: payoff.value(of: 10_000, at: 60_000),
      payoff: payoff
    )
    #expect(abs(score.profitFraction - 0.25) < 1e-12)
    #expect(abs(score.effectiveLeverage - 3) < 1e-12)
    #expect(
      AutoDeleveragingScore.priceAndLeverage(
        side: .short,
        entry: 200,
        mark: 100,
        notional: 5,
        accountValue: 2
      ) == 5
    )
  }

  @Test("deleveraging conserves quote and size and skips the same side")
  func offset() throws {
    let exposure = try AccountRisk.Exposure(
      of: Fixture.coin(0.3),
      at: Fixture.price(50_000),
      rate: Fraction(1, over: 10),
      contract: Fixture.linear
    )
    let broken = DeleveragingOffset.Account(
      quoteBalance: Fixture.dollars(-15_100),
      size: Fixture.coin(0.3)
    )
    let risk = AccountRisk(
      netCollateral: broken.quoteBalance + exposure.notional,
      maintenance: exposure.maintenance
    )
    for size in [-0.07, -5, 0.4] {
      let other = DeleveragingOffset.Account(
        quoteBalance: Fixture.dollars(7_000),
        size: Fixture.coin(size)
      )
      let result = try DeleveragingOffset(
        liquidated: broken,
        offsetting: other,
        risk: risk,
        exposure: exposure
      )
      #expect(result.liquidated.size + result.offsetting.size == broken.size + other.size)
      #expect(
        result.liquidated.quoteBalance + result.offsetting.quoteBalance
          == broken.quoteBalance + other.quoteBalance
      )
      #expect(result.closed == (size > 0 ? .zero : min(Fixture.coin(0.3), Fixture.coin(-size))))
    }
  }

  @Test("a socialised loss is covered in full and has nobody to bear it without positions")
  func socialised() throws {
    let loss = Fixture.dollars(100)
    let shares = try SocialisedLoss.shares(of: loss, profits: [Amount(1), Amount(-5), Amount(2)])
    #expect(shares.reduce(.zero, +) == loss)
    #expect(shares[1] == .zero)
    #expect(throws: MarginError.nobodyToBear(loss: loss)) {
      try SocialisedLoss.shares(of: loss, profits: [Amount(-1), .zero])
    }
    #expect(throws: MarginError.nobodyToBear(loss: loss)) {
      try SocialisedLoss.perBase(
        loss: loss,
        longSize: .zero,
        shortSize: .zero,
        unitsPerBase: 1,
        step: 1
      )
    }
    let rate = try SocialisedLoss.clawbackRate(
      loss: loss,
      fund: Fixture.dollars(40),
      profits: [Fixture.dollars(100), Fixture.dollars(-30), Fixture.dollars(200)]
    )
    #expect(rate == Rate(basisPoints: 2_000))
    #expect(try SocialisedLoss.clawbackRate(loss: loss, fund: loss, profits: []) == .zero)
    #expect(
      try SocialisedLoss.perDeposit(loss: Amount(11), deposits: Amount(120)).parts
        == 91_666_666_667
    )
  }

  @Test("a creation basket is its share of the coin after fees, rounded down")
  func basket() throws {
    let coin = try CreationBasket.coin(
      held: Fixture.coin(1_000),
      accruedFees: Fixture.coin(1),
      shares: 1_700_000,
      basketShares: 40_000
    )
    #expect(coin.units == 2_350_588_235)
    #expect(throws: MarginError.self) {
      try CreationBasket.coin(held: coin, accruedFees: .zero, shares: 0, basketShares: 1)
    }
  }
}
