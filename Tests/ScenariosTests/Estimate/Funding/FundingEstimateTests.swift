import Observatory
import Quantities
import Testing

@testable import Economy
@testable import Scenarios

@Suite("The opening of a funding world from the store")
struct FundingEstimateTests {
  private func opening(
    _ store: MemoryStore = FundingStore.standard,
    asOf: Instant = FundingStore.opening
  ) throws -> FundingOpening {
    try FundingEstimate(reader: store, asOf: asOf).opening(of: .funding())
  }

  private func world(_ opening: FundingOpening) throws -> World {
    try World(opening.plan, catalogue: .standard, seed: 1, run: 0)
  }

  private func state(_ name: String, _ opening: FundingOpening) throws -> OpeningState {
    try #require(opening.states.first { $0.name == name }, "no state \(name)")
  }

  private func units(_ name: String, of account: String, _ world: World) throws -> Double {
    let instrument = try #require(world.ledger.instrument(named: name))
    let holder = try #require(world.ledger.account(named: account))
    return Double(world.ledger.holding(of: holder, in: instrument).units) / 10_000
  }

  private func figure(_ name: String, _ world: World) throws -> Double {
    world.figures[try #require(world.figure(named: name)).index]
  }

  // MARK: - What is published is there

  @Test("rates open where they were, also after the first settlement")
  func rates() throws {
    let opening = try opening()
    #expect(opening.plan.start == FundingStore.opening.day)
    let world = try world(opening)
    #expect(try figure("policy rate", world) == 2.125)
    #expect(try figure("ON RRP rate", world) == 2)
    #expect(try figure("standing repo rate", world) == 2.25)
    #expect(try figure("EFFR", world) == 2.13)
    #expect(try figure("SOFR", world) == 2.2)
    #expect(try figure("bill yield", world) == 1.96)
    #expect(try figure("ten-year yield", world) == 1.9)
    try world.step()
    // What a day's payments move in reserves moves EFFR along the demand curve, by basis points.
    #expect(abs(try figure("EFFR", world) - 2.13) < 0.02)
    #expect(abs(try figure("bill yield", world) - 1.96) < 0.05)
    #expect(abs(try figure("ten-year yield", world) - 1.9) < 0.05)
  }

  @Test("the central bank's sheet is the published one to the dollar, and balances")
  func sheet() throws {
    let world = try world(opening())
    let reserves =
      try units("reserves", of: "BNK", world) + units("reserves", of: "FBK", world)
    #expect(reserves == 1_456_796e6)
    #expect(try units("TGA", of: "TSY", world) == 185_342e6)
    #expect(try units("ON RRP", of: "MMF", world) == 2_675e6)
    let bills = try units("bills", of: "FED", world)
    let coupons = try units("coupons", of: "FED", world)
    let mortgages = try units("MBS", of: "FED", world)
    #expect(bills + coupons == 2_101_169e6)
    #expect(mortgages == 1_489_605e6)
    let other = try units("Fed premises and other", of: "FED", world)
    #expect(bills + coupons + mortgages + other + 11e9 == 3_769_673e6)
    let currency = try units("currency", of: "HN", world)
    let pool = try units("foreign repo pool", of: "FO", world)
    #expect(reserves + 185_342e6 + 2_675e6 + currency + pool + 65e9 == 3_769_673e6)
    #expect(currency > 1_500e9 && pool > 100e9)
  }

  @Test("nobody becomes richer or poorer, and thirty days conserve everything")
  func netWorths() throws {
    let stylised = try World(
      .funding(start: FundingStore.opening.day),
      catalogue: .standard,
      seed: 1,
      run: 0
    )
    let world = try world(opening())
    for name in stylised.accountNames {
      let account = try #require(stylised.ledger.account(named: name))
      #expect(
        stylised.ledger.netWorth(of: account) == world.ledger.netWorth(of: account),
        "\(name)"
      )
    }
    try world.run(days: 30)
    #expect(world.causes.orphanCount == 0)
  }

  // MARK: - What was not knowable changes nothing

  @Test("a later value, a later revision and a value known later change nothing")
  func lookAhead() throws {
    var store = FundingStore.standard
    let before = try opening(store)
    let late = FundingStore.day(2019, 9, 17)
    store.insert(FundingStore.weekly("WRESBAL", 1_000_000, of: late))
    store.insert(FundingStore.batch("effr_1d/effr_bp", "basis points", [(late, 230)]))
    // Revisions of the values that were used, published after the opening.
    store.insert(
      FundingStore.batch(
        "fred_weekly_long/WRESBAL/value",
        "million USD",
        [(FundingStore.day(2019, 9, 11), 999)],
        knownDaysLater: 6
      )
    )
    // An older day that became known after the opening.
    store.insert(
      FundingStore.batch(
        "sofr_percentiles_1d/sofr_bp",
        "basis points",
        [(FundingStore.day(2019, 9, 13), 500)],
        knownDaysLater: 3 + 1
      )
    )
    #expect(try opening(store) == before)
    #expect(try opening(store, asOf: FundingStore.opening + .days(3)) != before)
    for state in before.states {
      guard let knowableAt = state.knowableAt else { continue }
      #expect(knowableAt <= FundingStore.opening, "\(state.name)")
    }
  }

  @Test("a revision known at the opening is used")
  func revision() throws {
    var store = FundingStore.standard
    store.insert(
      FundingStore.batch(
        "fred_weekly_long/WTREGEN/value",
        "million USD",
        [(FundingStore.day(2019, 9, 11), 190_000)],
        knownDaysLater: 5
      )
    )
    #expect(try state("TGA", opening(store)).value == 190)
  }

  // MARK: - What is missing is assumed, and says so

  @Test("a series that is missing, stale, empty or in another unit is assumed with the reason")
  func absences() throws {
    let later = FundingStore.opening + .days(30)
    let stale = try opening(asOf: later)
    let effective = try state("EFFR", stale)
    #expect(effective.status == .assumed && effective.series.isEmpty)
    #expect(effective.basis.contains("of 2019-09-12, is 34 days old, more than 10"))
    #expect(try state("reserves", stale).value == 2_830)
    #expect(stale.plan.sheet.isEmpty && stale.plan.openingFigures.isEmpty)

    let missing = try state("IORB", opening())
    #expect(missing.status == .assumed && missing.value == 2.15)
    #expect(missing.basis.contains("fred_daily_long/IORB/value is not in the store"))

    let early = try state("EFFR", opening(asOf: Instant(startOf: FundingStore.day(2019, 9, 12))))
    #expect(early.basis.contains("had no value that was knowable by 2019-09-12"))

    let other = MemoryStore([
      FundingStore.batch("effr_1d/effr_bp", "percent", [(FundingStore.day(2019, 9, 12), 2.13)])
    ])
    #expect(
      try state("EFFR", opening(other)).basis.contains("is in percent, expected basis points")
    )
  }

  @Test("with an empty store the plan keeps every number, and nothing is observed")
  func emptyStore() throws {
    let opening = try opening(MemoryStore())
    var plan = WorldPlan.funding(start: FundingStore.opening.day)
    plan.sheet = []
    #expect(opening.plan == plan)
    #expect(opening.states.allSatisfy { $0.status == .assumed && $0.series.isEmpty })
  }

  @Test("without the range of the policy rate no rate is set, and the table says so")
  func withoutRange() throws {
    let day = FundingStore.day(2019, 9, 12)
    let opening = try opening(
      MemoryStore([
        FundingStore.batch("effr_1d/effr_bp", "basis points", [(day, 126)]),
        FundingStore.batch("us_treasury_par_curve_1d/y10_bp", "basis points", [(day, 410)]),
      ])
    )
    for name in ["EFFR", "ten-year yield"] {
      let state = try state(name, opening)
      #expect(state.status == .observed && state.basis.contains("not used"), "\(state)")
    }
    #expect(opening.plan == .funding(start: FundingStore.opening.day))
  }

  @Test("a published term premium is taken, and the long-run rate gives the ten-year yield")
  func publishedPremium() throws {
    var store = FundingStore.standard
    let day = FundingStore.day(2019, 9, 12)
    store.insert(
      FundingStore.batch(
        "g8_overnight_and_bill_rates_1d_long/ACM_TP_10Y/value",
        "percent",
        [(day, -1.05)]
      )
    )
    let opening = try opening(store)
    #expect(try state("term premium", opening).status == .observed)
    let world = try world(opening)
    try world.step()
    #expect(abs(try figure("term premium", world) + 1.05) < 0.05)
    #expect(abs(try figure("ten-year yield", world) - 1.9) < 0.05)
  }

  @Test("one line alone is set, and currency balances the sheet")
  func oneLine() throws {
    let opening = try opening(MemoryStore([FundingStore.weekly("WRESBAL", 3_000_000)]))
    let world = try world(opening)
    let reserves =
      try units("reserves", of: "BNK", world) + units("reserves", of: "FBK", world)
    #expect(reserves == 3_000e9)
    #expect(try units("coupons", of: "FED", world) == 3_900e9)
    let currency = try units("currency", of: "HN", world)
    let pool = try units("foreign repo pool", of: "FO", world)
    #expect(currency + pool == 2_750e9 - 170e9)
  }

  @Test("a sheet that nothing balances and a world without a central bank are refused")
  func refusals() throws {
    let store = MemoryStore([FundingStore.weekly("WRESBAL", 6_000_000)])
    #expect(throws: ScenarioError.self) { try opening(store) }
    let estimate = try FundingEstimate(reader: FundingStore.standard, asOf: FundingStore.opening)
    let error = #expect(throws: ScenarioError.self) {
      try estimate.opening(of: WorldPlan(start: FundingStore.opening.day))
    }
    #expect(try #require(error).description.contains("without a central bank"))
  }

  @Test("kept readings give the same opening without the store")
  func readings() throws {
    let estimate = try FundingEstimate(reader: FundingStore.standard, asOf: FundingStore.opening)
    let kept = FundingEstimate(
      asOf: estimate.asOf,
      readings: estimate.readings,
      files: estimate.files
    )
    #expect(try kept.opening(of: .funding()) == estimate.opening(of: .funding()))
  }
}
