import Quantities
import Statistics
import Testing

@testable import Economy

@Suite("Treasury companies")
struct TreasuryCompanyTests {
  private typealias W = DollarClaimsWorld

  @Test("above its threshold a company issues a tenth of the volume and all proceeds buy coins")
  func issues() throws {
    let plan = try W.plan(participants: [W.company(numbers: ["premium_opening_ratio": 1.8])])
    let world = try W.world(plan, days: 1)
    let issued = try world.unitsOutstanding("company shares") - 1e7
    let price = try world.figure("company share value")
    #expect(abs(issued * price / 1e7 - 1) < 0.05, "a tenth of 100 m: \(issued * price)")
    #expect(try world.units("deposits", of: "company") < 1)
    #expect(try world.units("BTC", of: "company") > 10_000)
    #expect(abs(try world.figure("company purchases") - 1e7) < 0.05 * 1e7)
  }

  @Test("without the mechanism not a share and not a coin is added")
  func issuesNot() throws {
    let plan = try W.plan(
      participants: [W.company(numbers: ["premium_opening_ratio": 1.8])],
      without: ["atm_issuance"]
    )
    let world = try W.world(plan, days: 3)
    #expect(try world.unitsOutstanding("company shares") == 1e7)
    #expect(try world.units("BTC", of: "company") == 10_000)
  }

  @Test(
    "an issue adds coins per share if and only if the multiple exceeds one",
    arguments: [0.7, 1.5]
  )
  func accretion(multiple: Double) throws {
    let numbers = [
      "premium_opening_ratio": multiple, "issue_below_one_share": 1.0, "buyback_threshold_ratio": 0,
    ]
    let plan = try W.plan(participants: [W.company(numbers: numbers)])
    let world = try W.world(plan, days: 5)
    let count = try world.unitsOutstanding("company shares")
    let before = 10_000 / 1e7
    let factor = try world.units("BTC", of: "company") / count / before
    let expected = TreasuryCompanyMultiple.accretionFactor(
      multiple: multiple,
      issuedShareFraction: count / 1e7 - 1
    )
    #expect(count > 1e7)
    #expect((factor > 1) == (multiple > 1))
    // The shares are sold a little below the multiple and the coins bought a little above the mid.
    #expect(abs(factor - expected) < 0.1 * abs(expected - 1), "\(factor) against \(expected)")
  }

  @Test("a closure stops issues of the company it names and of no other")
  func closes() throws {
    let numbers = ["premium_opening_ratio": 1.8]
    let plan = try W.plan(
      participants: [W.company("closed", numbers: numbers), W.company("open", numbers: numbers)],
      shocks: [
        WorldShock(.issuanceClosure, name: "closure", day: 0, hours: 24, target: "closed", size: 1)
      ]
    )
    let world = try W.world(plan, days: 1)
    #expect(try world.unitsOutstanding("closed shares") == 1e7)
    #expect(try world.unitsOutstanding("open shares") > 1e7)
  }

  @Test("a put within the horizon is met by a forced sale of what cash and issues do not cover")
  func putIsDue() throws {
    let numbers = [
      "debt_usd": 2e8, "debt_due_days": 60, "coupon_rate_per_year": 0,
      "conversion_premium_ratio": 2,
    ]
    let company = W.company(numbers: numbers, cash: 5e7)
    let shocks = [WorldShock(.issuanceClosure, name: "closure", day: 0, hours: 48, size: 1)]
    let world = try W.world(try W.plan(participants: [company], shocks: shocks), days: 2)
    #expect(try world.figure("company first forced sale day") == 0)
    let sold = 10_000 - (try world.units("BTC", of: "company"))
    #expect(abs(sold * 85_129 / 1.5e8 - 1) < 0.02, "sold \(sold)")
    #expect(abs(try world.units("deposits", of: "company") / 2e8 - 1) < 0.001)
    #expect(world.causes.orphanCount == 0)
    #expect(try world.rootKinds(of: .forcedOrder) == [.shock])
    let free = try W.plan(
      participants: [company],
      shocks: shocks,
      without: ["treasury_forced_sale"]
    )
    #expect(try W.world(free, days: 2).units("BTC", of: "company") == 10_000)
  }

  @Test("a fall that takes the loan beyond its limit sells coins down to the target")
  func lenderCalls() throws {
    let numbers = ["loan_usd": 4.5e8, "loan_rate_per_year": 0]
    let shock = WorldShock(.news, name: "fall", day: 0, hour: 6, market: "BTC", size: -0.3)
    let world = try W.world(
      try W.plan(participants: [W.company(numbers: numbers)], shocks: [shock]),
      days: 2
    )
    let coins = try world.units("BTC", of: "company")
    let price = try #require(world.days.last).markets.first?.close ?? 0
    let ratio = try world.unitsOutstanding("company loan") / (coins * 85_129.43 * Libm.exp(-0.3))
    #expect(price > 0)
    #expect(abs(ratio - 0.5) < 0.01, "loan over coins \(ratio)")
    #expect(world.causes.orphanCount == 0)
    #expect(try world.rootKinds(of: .forcedOrder) == [.shock])
  }

  @Test("companies fail in the order of what they owe over their coins")
  func deathOrder() throws {
    let loans = ["light": 3.6e8, "middle": 4.4e8, "heavy": 5.2e8]
    let companies = loans.keys.sorted().map {
      W.company($0, numbers: ["loan_usd": loans[$0] ?? 0, "loan_rate_per_year": 0])
    }
    let shocks = (1...4).map {
      WorldShock(.news, name: "fall \($0)", day: $0, hour: 6, market: "BTC", size: -0.13)
    }
    let world = try W.world(try W.plan(participants: companies, shocks: shocks), days: 6)
    let days = try ["heavy", "middle", "light"].map {
      try world.figure("\($0) first forced sale day")
    }
    #expect(days.allSatisfy { $0 >= 1 })
    #expect(days[0] < days[1] && days[1] < days[2], "\(days)")
  }

  @Test("charges that go unpaid for two quarters sell coins")
  func uncovered() throws {
    let plan = try W.plan(
      start: Day(year: 2025, month: 11, day: 24),
      participants: [W.company(numbers: ["preferred_usd": 1e8])],
      without: ["treasury_buyback"],
      barsPerDay: 1
    )
    let world = try World(plan, catalogue: W.catalogue, seed: 1, run: 0)
    try world.run(days: 120)
    #expect(try world.figure("company first forced sale day") == -1)
    #expect(try world.units("BTC", of: "company") == 10_000)
    try world.run(days: 135)
    #expect(try world.figure("company first forced sale day") == 128)
    #expect(try world.units("BTC", of: "company") < 10_000)
    #expect(world.causes.orphanCount == 0)
  }

  @Test("bonds in the money become shares and bonds out of it are repaid", arguments: [0.5, 3.0])
  func maturity(ratio: Double) throws {
    let numbers = [
      "debt_usd": 1e8, "debt_due_days": 1, "conversion_premium_ratio": ratio,
      "coupon_rate_per_year": 0,
    ]
    let plan = try W.plan(
      participants: [W.company(numbers: numbers, cash: 1.5e8)],
      without: ["treasury_buyback", "atm_issuance"]
    )
    let world = try W.world(plan, days: 3)
    let cash = try world.units("deposits", of: "company")
    let shares = try world.unitsOutstanding("company shares")
    #expect(try world.unitsOutstanding("company convertibles") == 0)
    let opening = (10_000 * 85_129.43 + 1.5e8 - 1e8) / 1e7
    if ratio < 1 {
      #expect(cash == 1.5e8)
      #expect(abs(shares - 1e7 - 1e8 / (ratio * opening)) < 1)
    } else {
      #expect(cash == 0.5e8)
      #expect(shares == 1e7)
    }
  }

  @Test("a company that owes more than its coins bring sells them all and lenders lose the rest")
  func fails() throws {
    let numbers = [
      "debt_usd": 9e8, "debt_due_days": 3, "coupon_rate_per_year": 0, "conversion_premium_ratio": 9,
    ]
    let shock = WorldShock(.issuanceClosure, name: "closure", day: 0, hours: 200, size: 1)
    let plan = try W.plan(
      participants: [W.company(numbers: numbers)],
      shocks: [shock],
      without: ["atm_issuance"]
    )
    let world = try W.world(plan, days: 6)
    let left = try world.units("BTC", of: "company")
    #expect(left * 50_000 < 1, "\(left) coins are left")
    #expect(try world.unitsOutstanding("company convertibles") == 0)
    #expect(world.causes.orphanCount == 0)
    #expect(try world.rootKinds(of: .writeDown) == [.shock])
  }

  @Test("below four fifths of net assets it buys shares back, without the mechanism none")
  func buysBack() throws {
    let company = W.company(numbers: ["premium_opening_ratio": 0.6], cash: 1e8)
    let world = try W.world(try W.plan(participants: [company]), days: 1)
    let bought = 1e7 - (try world.unitsOutstanding("company shares"))
    #expect(bought > 0)
    #expect(try world.units("deposits", of: "company") < 1e8)
    let off = try W.world(
      try W.plan(participants: [company], without: ["treasury_buyback"]),
      days: 1
    )
    #expect(try off.unitsOutstanding("company shares") == 1e7)
    #expect(try off.units("deposits", of: "company") == 1e8)
  }

  @Test("a convertible is issued at the price where the lattice says it is worth its face")
  func convertible() throws {
    let numbers = ["premium_opening_ratio": 1.8, "share_volatility_per_day": 0.06]
    let plan = try W.plan(
      start: Day(year: 2025, month: 11, day: 28),
      participants: [W.company(numbers: numbers)],
      without: ["atm_issuance"]
    )
    let world = try W.world(plan, days: 4)
    let face = try world.unitsOutstanding("company convertibles")
    #expect(abs(face / (0.02 * 1.8 * 10_000 * 85_129.43) - 1) < 0.02)
    #expect(try world.units("BTC", of: "company") > 10_000)
    let off = try W.plan(
      start: Day(year: 2025, month: 11, day: 28),
      participants: [W.company(numbers: numbers)],
      without: ["atm_issuance", "convertible_issuance"]
    )
    #expect(try W.world(off, days: 4).unitsOutstanding("company convertibles") == 0)
  }

  @Test("equal dollars move a smaller market more")
  func impactScalesWithSize() throws {
    func move(_ coin: String, _ volume: Double) throws -> Double {
      var plan = try W.plan(
        participants: [],
        shocks: [
          WorldShock(
            .sale,
            name: "sale",
            day: 0,
            hour: 1,
            market: coin,
            target: "RETAIL",
            size: 4e8
          )
        ]
      )
      plan.markets = plan.markets.map {
        var market = $0
        if market.name == coin { (market.dailyVolume, market.dailyVolatility) = (volume, 0.03) }
        return market
      }
      let world = try World(plan, catalogue: W.catalogue, seed: 1, run: 0)
      try world.run(days: 1)
      let place = try #require(world.markets.firstIndex { $0.plan.name == coin })
      return -Libm.log(world.days[0].markets[place].close / world.markets[place].plan.price)
    }
    let (large, small) = (try move("BTC", 9e10), try move("ETH", 1.8e10))
    #expect(large > 0)
    #expect(small > 2 * large, "\(small) against \(large)")
  }

  @Test("same seed, same bytes; and nobody's presence shifts the draws of another")
  func determinism() throws {
    let numbers = ["premium_volatility_per_day": 0.05]
    let off: Set<String> = ["atm_issuance", "treasury_buyback", "convertible_issuance"]
    let alone = try W.plan(participants: [W.company("b", numbers: numbers)], without: off)
    let both = try W.plan(
      participants: [W.company("a", numbers: numbers), W.company("b", numbers: numbers)],
      without: off
    )
    let first = try W.world(alone, days: 5)
    #expect(first.days.map(\.hash) == (try W.world(alone, days: 5)).days.map(\.hash))
    let value = try first.figure("b share value")
    #expect(try value == W.world(both, days: 5).figure("b share value"))
    #expect(try value != W.world(alone, days: 5, seed: 2).figure("b share value"))
    #expect(try value != W.world(both, days: 5).figure("a share value"))
  }
}

@Suite("Premium and convertibles of treasury companies")
struct TreasuryPremiumTests {
  @Test("the conversion price at par is where the lattice returns the face", arguments: [0.6, 0.9])
  func conversionPrice(volatility: Double) throws {
    let plan = DollarClaimsWorld.company()
    var setup = try WorldBuilder(
      try DollarClaimsWorld.plan(participants: []),
      DollarClaimsWorld.catalogue,
      seed: 1,
      run: 0
    ).setup
    setup.kind = TreasuryCompany.kind
    setup.participant = plan
    let terms = TreasuryTerms(setup)
    let price = try #require(
      ConvertibleTranche.conversionPriceAtPar(
        sharePrice: 50,
        volatility: volatility,
        terms: terms
      )
    )
    let lattice = try ConvertibleLattice(
      sharesPerBond: 1_000 / price,
      face: 1_000,
      couponRate: 0,
      riskFreeRate: terms.riskFreeRate,
      creditSpread: terms.creditSpread,
      dividendYield: 0,
      shareVolatility: volatility,
      maturityYears: terms.convertibleMaturityYears,
      steps: 100
    )
    #expect(abs(lattice.valuation(sharePrice: 50).price - 1_000) < 2)
    #expect(price > 50)
  }

  @Test("a day of the premium is pull, drag and shock")
  func premium() throws {
    var setup = try WorldBuilder(
      try DollarClaimsWorld.plan(participants: []),
      DollarClaimsWorld.catalogue,
      seed: 1,
      run: 0
    ).setup
    setup.kind = TreasuryCompany.kind
    setup.participant = ParticipantPlan(
      "treasury_company",
      "c",
      numbers: ["premium_opening_ratio": 1.5]
    )
    var premium = TreasuryPremium(setup)
    let rest = premium.rest(volatility: 0.5, momentum: 0.2)
    #expect(abs(rest - (1 + 0.5 * 0.2 + 0.5 * 0.2)) < 1e-12)
    let before = premium.logMultiple
    premium.step(volatility: 0.5, momentum: 0.2, issued: 0.01, shock: 2)
    let expected = before + 0.05 * (Libm.log(rest) - before) - 0.5 * 0.01 + 0.02 * 2
    #expect(abs(premium.logMultiple - expected) < 1e-12)
  }
}
