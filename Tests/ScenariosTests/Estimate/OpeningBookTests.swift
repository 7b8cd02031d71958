import Exchange
import Quantities
import Testing

@testable import Scenarios

@Suite("OpeningBook")
struct OpeningBookTests {
  static func book(
    _ setting: RunSetting,
    run: UInt64
  ) throws(ScenarioError) -> OpeningBook {
    let parameters = RunParameters(of: setting.state, seed: setting.seed, run: run)
    return try setting.openingBook(parameters, run: run)
  }

  /// A window of two days in the middle of a random walk.
  static func window(seed: UInt64, parcels: Int = 200) throws -> RunSetting {
    let window = try BarWindowTests.window(SyntheticBars(count: 200, seed: seed))
    return RunSetting(
      state: try MarketState(before: window, openInterest: nil),
      source: .window(window),
      seed: seed,
      parcels: parcels
    )
  }

  /// Positions of a book that the start price would have liquidated.
  static func dead(in setting: RunSetting, run: UInt64) throws -> [OpeningPosition] {
    let book = try book(setting, run: run)
    return book.positions.filter { position in
      !Fixture.isAlive(
        position.side,
        entry: position.entry,
        leverage: setting.state.leverageMixture[position.leverageClass].leverage,
        maintenanceRate: book.parameters[.maintenanceRate],
        at: setting.state.price
      )
    }
  }

  @Test(
    "no position is past its liquidation price at the start",
    arguments: 0..<50 as Range<UInt64>
  )
  func alive(seed: UInt64) throws {
    let event = Fixture.replay(try Fixture.november(), seed: seed, parcels: 200)
    #expect(try Self.dead(in: event, run: seed).isEmpty)
    #expect(try Self.dead(in: Self.window(seed: seed), run: seed).isEmpty)
  }

  @Test(
    "the engine has nothing to liquidate before the first shock",
    arguments: 0..<20 as Range<UInt64>
  )
  func quiet(run: UInt64) throws {
    for setting in [
      Fixture.stress(seed: run, parcels: 3_000), try Self.window(seed: run, parcels: 1_000),
    ] {
      let factory = try Fixture.factory(setting, run: run)
      var engine = try factory.engine(without: [])
      var market = factory.market(without: [])
      let outcome = engine.step(CascadeShock(newsLogReturn: 0, exogenousVolume: 0), in: &market)
      #expect(outcome.liquidationCount == 0)
      #expect(engine.checkConservation().isEmpty)
      #expect(engine.book.checkInvariants().isEmpty)
    }
  }

  @Test(
    "longs and shorts are equal: what leveraged shorts leave is the dealers' hedge",
    arguments: [(0.0, 100), (0.25, 75), (1.0, 0)]
  )
  func balance(hedged: Double, leveragedShorts: Int) throws {
    let state = Fixture.state(priors: [.hedgedShortShare: .fixed(hedged)])
    let setting = Fixture.replay(state, parcels: 100)
    let book = try Self.book(setting, run: 0)
    #expect(book.longCount == 100)
    #expect(book.positions.count { $0.side == .buy } == 100)
    #expect(book.positions.count { $0.side == .sell } == leveragedShorts)
    #expect(book.hedgedShortCount == 100 - leveragedShorts)
    #expect(book.positions.prefix(100).allSatisfy { $0.side == .buy })
    #expect(book.positions.allSatisfy { $0.owner != .marketMaker })
  }

  @Test("parcels add up to the open interest within reach of the engine")
  func sizes() throws {
    let state = Fixture.state(openInterest: 2e9, priors: [.liquidatableShare: .fixed(0.6)])
    let book = try Self.book(Fixture.replay(state, parcels: 80), run: 4)
    #expect(abs(book.parcel * 80 / 12_000 - 1) < 1e-12)
    #expect(abs(book.unleveragedOpenInterest / 8_000 - 1) < 1e-12)
  }

  @Test("owners follow the institutions' share of their class")
  func owners() throws {
    let setting = Fixture.replay(try Fixture.november(), parcels: 4_000)
    let book = try Self.book(setting, run: 0)
    for (index, kind) in setting.state.leverageMixture.enumerated() {
      let members = book.positions.filter { $0.leverageClass == index }
      #expect(members.count > 20)
      let share = Double(members.count { $0.owner == .institution }) / Double(members.count)
      let p = kind.institutionShare
      #expect(abs(share - p) <= 4 * (p * (1 - p) / Double(members.count)).squareRoot())
    }
  }

  @Test("a book's fingerprint differs between runs and seeds and repeats within one")
  func hashes() throws {
    var hashes: Set<UInt64> = []
    for seed in 1...10 as ClosedRange<UInt64> {
      for run in 0..<20 as Range<UInt64> {
        hashes.insert(try Self.book(Fixture.replay(seed: seed), run: run).hash)
      }
    }
    #expect(hashes.count == 200)
    #expect(try hashes.contains(Self.book(Fixture.replay(seed: 3), run: 7).hash))
  }

  @Test("more parcels refine the book: the coarser one's longs are its first ones")
  func refinement() throws {
    let coarse = try Self.book(Fixture.replay(parcels: 50), run: 2)
    let fine = try Self.book(Fixture.replay(parcels: 100), run: 2)
    #expect(Array(fine.positions.prefix(50)) == Array(coarse.positions.prefix(50)))
    #expect(abs(fine.parcel * 2 / coarse.parcel - 1) < 1e-12)
  }

  @Test("a market in which no entry is still open is refused")
  func nothingOpen() {
    // Entries lie e times above the price: every long is past its liquidation price.
    let state = Fixture.state(
      priors: [.entryPremium: .fixed(1), .entrySpread: .fixed(0.001)]
    )
    let error = #expect(throws: ScenarioError.self) {
      try Self.book(Fixture.replay(state), run: 0)
    }
    #expect(error?.code == "scenario.argument.invalid")
  }

  @Test(
    "nothing inside the window reaches the opening book or the state",
    arguments: 0..<12 as Range<UInt64>
  )
  func noLookAhead(seed: UInt64) throws {
    let bars = SyntheticBars(count: 200, seed: seed)
    var other = bars
    // Another future altogether: half the price, twice the range, other volumes.
    for index in BarWindowTests.inside {
      other.rows[index].open /= 2
      other.rows[index].close = other.rows[index].open + 40_000
      other.rows[index].high = other.rows[index].open + 90_000
      other.rows[index].low /= 4
      other.rows[index].volume += 777
    }
    let windows = try [bars, other].map(BarWindowTests.window)
    #expect(windows[0].inside != windows[1].inside)
    let states = try windows.map { try MarketState(before: $0, openInterest: nil) }
    #expect(states[0] == states[1])
    let settings = zip(states, windows).map { state, window in
      RunSetting(state: state, source: .window(window), seed: seed, parcels: 150)
    }
    let books = try settings.map { try Self.book($0, run: seed) }
    #expect(books[0].parameters == books[1].parameters)
    #expect(books[0].positions == books[1].positions)
    #expect(books[0].parcel == books[1].parcel)
    #expect(books[0].unleveragedOpenInterest == books[1].unleveragedOpenInterest)
    let runs = try settings.map { try SimulatedRun($0, run: Int(seed)) }
    let firstLines = runs.map { $0.journal.bytes.prefix { $0 != UInt8(ascii: "\n") } }
    #expect(Array(firstLines[0]) == Array(firstLines[1]))
    #expect(runs[0].journal.bytes != runs[1].journal.bytes)
    #expect(runs[0].outcome.drawHash == runs[1].outcome.drawHash)
  }
}
