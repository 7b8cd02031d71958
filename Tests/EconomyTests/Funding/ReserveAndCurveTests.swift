import Economy
import Testing

@Suite("Reserve demand, the curve and the cross-currency basis")
struct ReserveAndCurveTests {
  @Test("the curve is flat above satiation, has slope −κ below, and inverts")
  func reserves() throws {
    let curve = ReserveDemand()
    #expect(abs(curve.spread(at: 0.3) - curve.spreadFloor) < 1e-12)
    #expect(curve.spread(at: 40) == curve.spreadFloor && curve.slope(at: 40) == 0)
    #expect(abs(curve.slope(at: 0.02) + curve.slope) < 1e-6)
    #expect(curve.spread(at: -50).isFinite)
    for ratio in [0.05, 0.11, 0.125, 0.14, 0.16] {
      let step = 1e-6
      let slope = (curve.spread(at: ratio + step) - curve.spread(at: ratio - step)) / (2 * step)
      #expect(abs(slope - curve.slope(at: ratio)) < 1e-6)
      #expect(abs(try #require(curve.ratio(for: curve.spread(at: ratio))) - ratio) < 1e-9)
    }
    #expect(curve.ratio(for: -0.07) == nil)
  }

  @Test("the log-linear curve touches the other at its point and shifts with deposits")
  func logLinear() {
    let curve = ReserveDemand()
    let tangent = LogLinearReserveDemand(
      tangentTo: curve,
      reserves: 2_830,
      assets: 24_500,
      deposits: 18_000,
      depositCoefficient: 0.3
    )
    func gap(_ reserves: Double) -> Double {
      tangent.spread(reserves: reserves, deposits: 18_000) - curve.spread(at: reserves / 24_500)
    }
    #expect(abs(gap(2_830)) < 1e-12)
    // Tangency: the gap is of second order.
    #expect(abs(gap(2_831)) < 1e-5 && abs(gap(2_829)) < 1e-5)
    #expect(tangent.spread(reserves: 2_830, deposits: 19_000) > curve.spread(at: 2_830 / 24_500))
  }

  @Test("quarter end, settlement and a full balance sheet raise the secured rate")
  func link() {
    let link = SecuredRateLink()
    let calm = link.spread(couponSettlement: 0, balanceSheetCost: 0, isQuarterEnd: false)
    let all = link.spread(couponSettlement: 100, balanceSheetCost: 0.05, isQuarterEnd: true)
    #expect(calm == 0.02 && abs(all - 0.21) < 1e-12)
  }

  @Test(
    "expected rates are the mean of the path that is stepped by hand",
    arguments: [1, 3, 12, 120]
  )
  func expectations(months: Int) {
    let curve = YieldCurve(shortRate: 4, monthlyPersistence: 0.95, tenYearPremium: 0.6)
    var (rate, sum) = (4.0, 0.0)
    for _ in 0..<months {
      sum += rate
      rate = 3 + 0.95 * (rate - 3)
    }
    #expect(abs(curve.expectedRate(months: months) - sum / Double(months)) < 1e-12)
    var stuck = curve
    stuck.monthlyPersistence = 1
    #expect(stuck.expectedRate(months: months) == 4)
  }

  @Test("800 bn from coupons to bills take 25 bp off the ten-year and add 5.6 bp to bills")
  func billShift() {
    let (supply, premium) = (BillSupply(), TermPremium())
    let curve = YieldCurve(shortRate: 3.9, tenYearPremium: 0.6)
    let after = supply.curve(curve, shifted: 800, premium: premium)
    #expect(abs(after.yield(months: 120) - curve.yield(months: 120) + 0.248) < 1e-12)
    #expect(
      abs(after.yield(months: 3) - curve.yield(months: 3) - (0.056 - 0.248 * 3 / 120)) < 1e-12
    )
    #expect(after.shortRate == curve.shortRate)
    let shift = supply.shiftToInversion(of: curve, premium: premium)
    #expect(abs(supply.curve(curve, shifted: shift, premium: premium).slope) < 1e-12)
    #expect(supply.curve(curve, shifted: 1.01 * shift, premium: premium).slope * shift < 0)
  }

  @Test("supply, volatility, fiscal dominance and dealers raise the term premium")
  func termPremium() {
    let premium = TermPremium()
    let calm = premium.tenYear(supply: 0, moveIndex: 100)
    #expect(abs(premium.tenYear(supply: 100, moveIndex: 100) - calm - 0.031) < 1e-12)
    #expect(premium.tenYear(supply: 0, moveIndex: 150) > calm)
    let others = premium.tenYear(
      supply: 0,
      moveIndex: 100,
      fiscalDominance: 1,
      balanceSheetCost: 0.2
    )
    #expect(abs(others - calm - 0.2) < 1e-12)
    #expect(TermPremium.supplyCoefficientRange.contains(premium.supplyCoefficient))
  }

  @Test("the fiscal index is the mean of what there is")
  func fiscal() {
    #expect(FiscalDominanceIndex(billShare: 1, slope: 0, buybacks: nil).value == 0.5)
    #expect(FiscalDominanceIndex(billShare: nil, slope: nil).value == nil)
  }

  @Test("an open swap line bounds the basis, and the draw brings it there")
  func basis() {
    let model = CrossCurrencyBasis()
    let calm = CrossCurrencyBasis.State(demand: 90, dealerCapacity: 100)
    #expect(model.unsupported(calm) == -5 && model.swapLineDraw(calm, corridorWidth: 10) == 0)
    var stress = CrossCurrencyBasis.State(
      demand: 220,
      dealerCapacity: 100,
      isQuarterEnd: true,
      dollarChange: 0.03
    )
    // 5 + 120 · 1.2 + 15 + 200 · 0.03.
    #expect(abs(model.unsupported(stress) + 170) < 1e-12)
    #expect(model.supported(stress, corridorWidth: 10) == -35)
    let draw = model.swapLineDraw(stress, corridorWidth: 10)
    stress.demand -= draw
    #expect(draw > 0 && abs(model.unsupported(stress) + 35) < 1e-9)
  }

  @Test("velocity is the sum of the chain, and specials appear when collateral runs short")
  func collateral() {
    let reuse = CollateralReuse(velocity: 2.2, scarcitySpread: 1.5)
    #expect(abs(reuse.velocity - 2.2) < 1e-12)
    #expect(abs(reuse.effectiveCollateral(stock: 100, links: 60) - 220) < 1e-9)
    #expect(reuse.effectiveCollateral(stock: 100, links: 1) == 100)
    #expect(reuse.specialSpread(pledgeable: 12, required: 10) == 0)
    #expect(abs(reuse.specialSpread(pledgeable: 6, required: 10) - 0.6) < 1e-12)
    #expect(CollateralReuse.fundingSpread(generalCollateralRate: 3.9, billRate: 4) < 0)
  }

  @Test(
    "purchases raise lending only where liquidity binds",
    arguments: LendingConstraint.allCases
  )
  func efficacy(binding: LendingConstraint) {
    var banks = LoanSupply(
      equity: 100,
      liquidityLimit: 1_400,
      demand: 1_500,
      creditworthyShare: 0.9
    )
    switch binding {
    case .capital: banks.equity = 50
    case .liquidity: banks.liquidityLimit = 1_000
    case .creditworthiness: break
    case .demand: (banks.demand, banks.creditworthyShare) = (1_200, 1)
    }
    #expect(banks.constraint == binding)
    let response = banks.response(toPurchases: 100)
    #expect(response == (binding == .liquidity ? 90 : 0))
  }
}
