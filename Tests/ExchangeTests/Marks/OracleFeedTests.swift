import Exchange
import Quantities
import Testing

@Suite("oracles read their source and show the scenario's faults")
struct OracleFeedTests {
  typealias Fixture = ContractFixture

  private static let start = Instant(microseconds: 0)

  /// The hour of 2025-10-10 in three numbers: one venue's book at 0.65, everything else at one.
  private static let broken = OraclePrices(
    venueBook: Fixture.price(0.65),
    externalIndex: Fixture.price(0.998),
    redemptionValue: Fixture.price(1)
  )

  @Test(
    "the source decides what a collateral token is worth",
    arguments: [
      (OracleSource.venueBook, 0.65), (.externalIndex, 0.998), (.redemptionValue, 1.0),
    ]
  )
  func source(source: OracleSource, value: Double) throws {
    var feed = OracleFeed(source: source)
    #expect(
      try feed.update(OracleFeedTests.broken, at: OracleFeedTests.start) == Fixture.price(value)
    )
  }

  @Test("a stale oracle repeats its last price")
  func stale() throws {
    let fault = OracleFault.stale(since: OracleFeedTests.start + .minutes(5))
    var feed = OracleFeed(source: .externalIndex, faults: [fault])
    let before = OraclePrices(externalIndex: Fixture.price(100))
    let after = OraclePrices(externalIndex: Fixture.price(80))
    #expect(try feed.update(before, at: OracleFeedTests.start) == Fixture.price(100))
    #expect(try feed.update(after, at: OracleFeedTests.start + .minutes(4)) == Fixture.price(80))
    #expect(try feed.update(before, at: OracleFeedTests.start + .minutes(5)) == Fixture.price(80))
  }

  @Test("a fault moves the source to the venue's book; an offset multiplies")
  func faults() throws {
    var feed = OracleFeed(
      source: .redemptionValue,
      faults: [
        .venueBook(since: OracleFeedTests.start + .seconds(1)),
        .offset(factor: Fraction(9, over: 10)),
      ]
    )
    #expect(
      try feed.update(OracleFeedTests.broken, at: OracleFeedTests.start) == Fixture.price(0.9)
    )
    #expect(
      try feed.update(OracleFeedTests.broken, at: OracleFeedTests.start + .seconds(1))
        == Fixture.price(0.585)
    )
  }

  @Test("while the source shows nothing the last price stands")
  func absent() throws {
    var feed = OracleFeed(source: .venueBook)
    #expect(try feed.update(OraclePrices(), at: OracleFeedTests.start) == nil)
    _ = try feed.update(OracleFeedTests.broken, at: OracleFeedTests.start)
    let held = try feed.update(OraclePrices(), at: OracleFeedTests.start + .hours(1))
    #expect(held == Fixture.price(0.65))
  }
}
