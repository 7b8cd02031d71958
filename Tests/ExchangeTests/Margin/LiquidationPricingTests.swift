import Exchange
import Quantities
import Statistics
import Testing

@Suite("liquidation and bankruptcy prices are exact to the tick")
struct LiquidationPricingTests {
  typealias Fixture = ContractFixture

  struct Case {
    let contract: Contract
    let position: MarginedPosition
    let balance: Amount
    let pricing: LiquidationPricing
  }

  /// A random position that is solvent at entry, in a random payoff under a random rule.
  static func random(
    _ seed: Int,
    rule: RequirementRule? = nil
  ) throws -> Case {
    var stream = Fixture.stream(seed)
    let contract = seed % 2 == 0 ? Fixture.linear : Fixture.inverse
    let rules = [
      RequirementRule.markValue,
      RequirementRule(basis: .markValue, closingFee: .atLiquidationPrice),
      RequirementRule(basis: .entryValue, closingFee: .atBankruptcyPrice),
      RequirementRule(basis: .entryValue, closingFee: .excluded),
    ]
    let entry = Fixture.price(10_000 + 90_000 * stream.nextUniform())
    let dollars = 500 * Double.exponential(9 * stream.nextUniform())
    let size =
      contract.payoff == .linear
      ? Fixture.coin(dollars / Double(entry.units) * 10_000) : Fixture.dollars(dollars)
    let value = try contract.value(of: size, at: entry, rounding: .toNearestOrEven)
    let rows = [BinanceTiers20241024.btcusdt, BinanceTiers20241024.dogeusdt][seed / 2 % 2]
    let asset = contract.settlement
    // Inverse tiers count coin: a ten-thousandth of the dollar caps.
    let tiers =
      contract.payoff == .linear
      ? try TierTable(published: rows, in: asset)
      : try TierTable(
        rows: rows.map { row in
          TierRow(
            cap: row.cap.map { Amount($0 * 10_000) },
            maintenanceRate: Fraction(row.maintenancePartsPerMillion ?? 0, over: 1_000_000),
            maxLeverage: Fraction(row.maxLeverageHundredths, over: 100)
          )
        }
      )
    let maintenance = try tiers.maintenanceMargin(of: min(value, tiers.lastCap))
    let balance = Amount(
      maintenance.units + Int64(Double(value.units) * (0.01 + 0.8 * stream.nextUniform()))
    )
    return Case(
      contract: contract,
      position: MarginedPosition(
        side: stream.nextEvent(probability: 0.5) ? .long : .short,
        size: size,
        entryValue: value,
        tiers: tiers
      ),
      balance: balance,
      pricing: LiquidationPricing(
        contract: contract,
        rule: rule ?? rules[seed / 4 % 4],
        takerFee: Rate(partsPerMillion: 550)
      )
    )
  }

  /// Equity less maintenance at a mark under the mark-value rule, as the engine tests it.
  static func surplus(_ one: Case, at mark: Price) throws -> Int64 {
    let signed = one.position.side == .long ? one.position.size : -one.position.size
    let position = Position(size: signed, entryValue: one.position.entryValue)
    let profit = try one.contract.unrealisedProfit(of: position, at: mark)
    let notional = try one.contract.notional(of: position, at: mark)
    let tiers = one.position.tiers
    let within = try tiers.maintenanceMargin(of: min(notional, tiers.lastCap))
    let beyond = try tiers.tiers[tiers.tiers.count - 1].maintenanceRate
      .applied(to: max(.zero, notional - tiers.lastCap), rounding: .up)
    return (one.balance + profit - within - beyond).units
  }

  /// The nearest price on the safe side at which the move is worth more than the roundings of profit
  /// and requirement: one tick, unless a tick of the position is worth less than four units.
  static func safe(_ one: Case, from price: Price) throws -> Price {
    let step = one.position.side == .long ? one.contract.tick : -one.contract.tick
    let at = try one.contract.value(of: one.position.size, at: price, rounding: .down)
    for ticks in Int64(1)...1_000_000 {
      let candidate = Price(price.units + ticks * step)
      guard candidate.units > 0 else { return price }
      let value = try one.contract.value(of: one.position.size, at: candidate, rounding: .down)
      if abs(value.units - at.units) >= 4 { return candidate }
    }
    return price
  }

  @Test(
    "one tick on the dangerous side liquidates, one tick on the safe side does not",
    arguments: 0..<300
  )
  func boundary(seed: Int) throws {
    let one = try LiquidationPricingTests.random(seed, rule: .markValue)
    let threshold = try one.pricing.liquidation(of: [one.position], balance: one.balance)
    let tick = one.contract.tickPrice
    switch threshold {
    case .atOrBelow(let price):
      #expect(one.position.side == .long)
      #expect(price.units % one.contract.tick == 0)
      #expect(try Self.surplus(one, at: Self.safe(one, from: price)) > 0, "seed \(seed)")
      if price > tick { #expect(try Self.surplus(one, at: price - tick) <= 0, "seed \(seed)") }
    case .atOrAbove(let price):
      #expect(one.position.side == .short)
      #expect(try Self.surplus(one, at: Self.safe(one, from: price)) > 0, "seed \(seed)")
      #expect(try Self.surplus(one, at: price + tick) <= 0, "seed \(seed)")
    case .never:
      let extreme = one.position.side == .long ? tick : Price(900_000_000_000)
      #expect(try Self.surplus(one, at: extreme) > 0, "seed \(seed)")
    case .always:
      Issue.record("seed \(seed): a solvent position is always liquidated")
    }
  }

  @Test("the tier fixed point is what a scan over prices finds", arguments: 0..<40)
  func scan(seed: Int) throws {
    let one = try LiquidationPricingTests.random(seed, rule: .markValue)
    let price = try one.pricing.liquidation(of: [one.position], balance: one.balance).price
    // Bisection on the engine's own test: no formula, no tiers.
    var solvent = one.position.side == .long ? Int64(4_000_000_000) : 1
    var failing = one.position.side == .long ? Int64(1) : 4_000_000_000
    let tick = one.contract.tick
    solvent /= tick
    failing = max(1, failing / tick)
    guard try Self.surplus(one, at: Price(failing * tick)) <= 0 else {
      #expect(price.map { $0.units > 3_999_000_000 || $0.units <= tick } ?? true, "seed \(seed)")
      return
    }
    guard try Self.surplus(one, at: Price(max(1, solvent) * tick)) > 0 else { return }
    while abs(solvent - failing) > 1 {
      let middle = (solvent + failing) / 2
      if try Self.surplus(one, at: Price(middle * tick)) > 0 {
        solvent = middle
      } else {
        failing = middle
      }
    }
    let found = try #require(price)
    #expect(abs(found.units / tick - failing) <= 1, "seed \(seed): \(found) \(failing)")
  }

  @Test("doubles and integers evaluate one equation", arguments: 0..<200)
  func agrees(seed: Int) throws {
    let one = try LiquidationPricingTests.random(seed)
    let exact = try one.pricing.liquidation(of: [one.position], balance: one.balance)
    let asset = one.contract.settlement
    let isLinear = one.contract.payoff == .linear
    var found: [Double] = []
    for (index, tier) in one.position.tiers.tiers.enumerated() {
      let terms = MarginTerms(
        side: one.position.side,
        size: isLinear
          ? Asset.btc.value(of: one.position.size) : Asset.usd.value(of: one.position.size),
        entryValue: asset.value(of: one.position.entryValue),
        maintenanceRate: tier.maintenanceRate.value,
        deduction: asset.value(
          of: try one.position.tiers.deduction(ofTier: index, rounding: .toNearestOrEven)
        )
      )
      let equation = try MarginEquation(
        payoff: one.contract.payoff,
        balance: asset.value(of: one.balance),
        positions: [terms],
        rule: one.pricing.rule,
        takerFee: one.pricing.takerFee.fraction
      )
      guard let price = equation.threshold.price else { continue }
      let value = asset.value(of: tier.floor)...asset.value(of: tier.cap)
      let notional =
        one.pricing.rule.basis == .entryValue
        ? terms.entryValue : one.contract.payoff.value(of: terms.size, at: price)
      if value.contains(notional) { found.append(price) }
    }
    guard let price = exact.price, let analysis = found.first else { return }
    let tick = Double(one.contract.tick) / 10_000
    let value = one.contract.scale.value(of: price)
    // The integer form rounds entry value, requirement and fee by a unit each.
    let roundings = analysis * 3 / Double(one.position.entryValue.units)
    #expect(abs(value - analysis) <= tick + roundings + analysis * 1e-9, "seed \(seed)")
  }

  @Test("at the bankruptcy price the balance is used up within a tick", arguments: 0..<200)
  func bankruptcy(seed: Int) throws {
    let one = try LiquidationPricingTests.random(
      seed,
      rule: RequirementRule(basis: .markValue, closingFee: .excluded)
    )
    let threshold = try one.pricing.bankruptcy(of: [one.position], balance: one.balance)
    guard let price = threshold.price, price.units > one.contract.tick else { return }
    let signed = one.position.side == .long ? one.position.size : -one.position.size
    let position = Position(size: signed, entryValue: one.position.entryValue)
    func left(_ mark: Price) throws -> Int64 {
      (one.balance + (try one.contract.unrealisedProfit(of: position, at: mark))).units
    }
    let worse =
      one.position.side == .long
      ? price - one.contract.tickPrice : price + one.contract.tickPrice
    #expect(try left(price) >= -1, "seed \(seed)")
    #expect(try left(worse) <= 0, "seed \(seed)")
  }

  @Test("both sides of a hedge share one price; a nearly flat one has none")
  func hedge() throws {
    let tiers = try TierTable(flatRate: Fraction(1, over: 2_500), maxLeverage: Fraction(100))
    func position(_ side: PositionSide, _ coins: Double) throws -> MarginedPosition {
      let size = Fixture.coin(coins)
      return MarginedPosition(
        side: side,
        size: size,
        entryValue: try Fixture.linear.value(
          of: size,
          at: Fixture.price(50_000),
          rounding: .toNearestOrEven
        ),
        tiers: tiers
      )
    }
    let pricing = LiquidationPricing(contract: Fixture.linear, rule: .markValue)
    let balance = Fixture.dollars(10_000)
    let long = try position(.long, 1)
    let short = try position(.short, 0.4)
    let shared = try pricing.liquidation(of: [long, short], balance: balance)
    // (10 000 − 50 000 + 20 000) / (1.4/2500 − 0.6), rounded up to the tick of 0.1.
    #expect(shared == .atOrBelow(Fixture.price(33_364.5)))
    #expect(shared == (try pricing.liquidation(of: [short, long], balance: balance)))
    for other in [1.0, 0.9999, 0.999] {
      let flat = try pricing.liquidation(
        of: [long, try position(.short, other)],
        balance: balance
      )
      #expect(flat == .never)
    }
  }

  @Test("none is told apart from always")
  func conventions() throws {
    let tiers = try TierTable(flatRate: Fraction(1, over: 200), maxLeverage: Fraction(100))
    let value = Fixture.coin(1)
    let size = Fixture.dollars(50_000)
    let pricing = LiquidationPricing(contract: Fixture.inverse, rule: .markValue)
    func threshold(_ side: PositionSide, _ balance: Double) throws -> PriceThreshold<Price> {
      let position = MarginedPosition(side: side, size: size, entryValue: value, tiers: tiers)
      return try pricing.liquidation(of: [position], balance: Fixture.coin(balance))
    }
    // A short at one times leverage, and below, is never liquidated; a long at one times is.
    #expect(try threshold(.short, 1) == .never)
    #expect(try threshold(.short, 2) == .never)
    #expect(try threshold(.short, 0.5) == .atOrAbove(Fixture.price(99_500)))
    #expect(try threshold(.long, 1) == .atOrBelow(Fixture.price(25_125)))
    // A long that owes more than its value is liquidated at every price.
    #expect(try threshold(.long, -1) == .always)
    #expect(PriceThreshold<Price>.always.price == nil)
  }

  @Test("a venue's rule decides which value is margined: the two differ by m × distance")
  func basis() throws {
    let tiers = try TierTable(flatRate: Fraction(1, over: 100), maxLeverage: Fraction(50))
    let size = Fixture.coin(1)
    let position = MarginedPosition(
      side: .long,
      size: size,
      entryValue: Fixture.dollars(10_000),
      tiers: tiers
    )
    let balance = Fixture.dollars(1_000)
    func price(_ profile: VenueProfile) throws -> Price? {
      try LiquidationPricing(
        contract: Fixture.linear,
        rule: profile.requirement,
        takerFee: profile.takerFee
      ).liquidation(of: [position], balance: balance).price
    }
    #expect(try price(.bybit) == Fixture.price(9_100))
    #expect(try price(.binance) == Fixture.price(9_091))
    #expect(try price(.okx) == Fixture.price(9_095.6))
  }
}

extension Double {
  /// `e` to the power of `exponent`, for sizes over several orders of magnitude.
  fileprivate static func exponential(_ exponent: Double) -> Double {
    var result = 1.0
    var term = 1.0
    for index in 1..<60 {
      term *= exponent / Double(index)
      result += term
    }
    return result
  }
}
