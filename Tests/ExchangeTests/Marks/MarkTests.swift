import Exchange
import Quantities
import Testing

@Suite("index and mark prices")
struct MarkTests {
  typealias Fixture = ContractFixture

  static let now = Instant(microseconds: 1_700_000_000_000_000)

  private static func constituent(
    _ venue: String,
    _ price: Double?,
    age: Int64 = 0,
    weight: Int64 = 1
  ) -> IndexConstituent {
    IndexConstituent(
      venue: venue,
      price: price.map { Fixture.price($0) },
      time: now - .seconds(age),
      weight: weight
    )
  }

  static let rule = IndexRule(
    average: .weightedMean,
    staleAfter: .seconds(10),
    outlierBand: Rate(basisPoints: 300)
  )

  @Test("stale and outlying constituents are dropped and named")
  func index() throws {
    let reading = try MarkTests.rule.reading(
      of: [
        MarkTests.constituent("a", 100, weight: 3), MarkTests.constituent("b", 102),
        MarkTests.constituent("c", 103.5), MarkTests.constituent("d", 99, age: 11),
        MarkTests.constituent("e", nil),
      ],
      at: MarkTests.now
    )
    #expect(reading.price == Fixture.price(100.5))
    #expect(reading.used == ["a", "b"])
    #expect(reading.stale == ["d", "e"])
    #expect(reading.outlying == ["c"])
  }

  @Test("two that disagree are averaged, one stands alone, none is an error")
  func few() throws {
    let far = [MarkTests.constituent("a", 100), MarkTests.constituent("b", 200)]
    #expect(try MarkTests.rule.reading(of: far, at: MarkTests.now).price == Fixture.price(150))
    let one = [MarkTests.constituent("a", 100, age: 60), MarkTests.constituent("b", 200)]
    #expect(try MarkTests.rule.reading(of: one, at: MarkTests.now).price == Fixture.price(200))
    let none = [MarkTests.constituent("a", 100, age: 60), MarkTests.constituent("b", nil)]
    #expect(throws: MarginError.noConstituent(considered: 2)) {
      try MarkTests.rule.reading(of: none, at: MarkTests.now)
    }
  }

  @Test("a weighted median reaches half of the weight from below")
  func weightedMedian() {
    #expect(Median.weighted([5, 1, 3], weights: [1, 1, 1]) == 3)
    #expect(Median.weighted([5, 1, 3], weights: [3, 1, 1]) == 5)
    #expect(Median.weighted([1, 2], weights: [1, 1]) == 1)
    #expect(Median.of(3, 1, 2) == 2)
  }

  private static func inputs() -> MarkInputs {
    var inputs = MarkInputs(index: Fixture.price(10_000))
    inputs.bestBid = Fixture.price(10_005)
    inputs.bestAsk = Fixture.price(10_015)
    inputs.last = Fixture.price(10_200)
    inputs.averageBasis = 150_000
    inputs.basisRate = Rate(basisPoints: 10)
    inputs.remaining = .hours(4)
    inputs.period = .hours(8)
    return inputs
  }

  @Test(
    "each documented form gives its price",
    arguments: [
      (MarkFormula.oracle, 10_000.0), (.fundingBasis, 10_005), (.annualisedBasis, 10_005),
      (.basisRate, 10_010), (.medianOfThree, 10_015),
      (.bandedAverage(band: Rate(basisPoints: 10)), 10_010),
      (.bandedAverage(band: Rate(basisPoints: 50)), 10_015), (.medianWithExternal, 10_015),
    ]
  )
  func forms(formula: MarkFormula, mark: Double) throws {
    #expect(try formula.mark(MarkTests.inputs()) == Fixture.price(mark))
  }

  @Test("the venue's own last price never decides alone")
  func lastAlone() throws {
    var inputs = MarkTests.inputs()
    inputs.last = Fixture.price(1)
    #expect(try MarkFormula.medianOfThree.mark(inputs) == Fixture.price(10_005))
    inputs.averageBasis = nil
    // Two candidates left: their mean, not the last price.
    #expect(try MarkFormula.medianOfThree.mark(inputs) == Fixture.price(5_003))
  }

  @Test("without external perpetuals the short average of the book joins")
  func missingExternal() throws {
    var inputs = MarkTests.inputs()
    inputs.averageBasis = -100_000
    #expect(try MarkFormula.medianWithExternal.mark(inputs) == Fixture.price(10_002.5))
    inputs.shortBookAverage = Fixture.price(10_001)
    #expect(try MarkFormula.medianWithExternal.mark(inputs) == Fixture.price(10_001))
    let bare = MarkInputs(index: Fixture.price(7))
    #expect(try MarkFormula.medianWithExternal.mark(bare) == Fixture.price(7))
    #expect(bare.bookMedian == nil)
  }

  @Test("a mark that is not positive is refused")
  func negative() {
    var inputs = MarkInputs(index: Fixture.price(10))
    inputs.basisRate = Rate(basisPoints: -20_000)
    #expect(throws: MarginError.self) { try MarkFormula.basisRate.mark(inputs) }
  }

  @Test("the exponential average moves by 2/31 of the distance per second at a span of 30")
  func exponential() {
    var average = ExponentialAverage(spanSeconds: 30)
    #expect(average.value == nil)
    average.add(0, at: MarkTests.now)
    average.add(31_000, at: MarkTests.now + .seconds(1))
    #expect(average.value == 2_000)
    // A second later again: 2 000 + 29 000 × 2/31 = 3 870.97
    average.add(31_000, at: MarkTests.now + .seconds(2))
    #expect(average.value == 3_871)
    average.add(-7, at: MarkTests.now + .hours(9))
    #expect(average.value == -7)
    // Less than a second is not lost: it counts when the second is full.
    average.add(31_000, at: MarkTests.now + .hours(9) + Duration(microseconds: 600_000))
    #expect(average.value == -7)
    average.add(30_993, at: MarkTests.now + .hours(9) + Duration(microseconds: 1_200_000))
    #expect(average.value == 1_993)
  }

  @Test("the sample mean forgets the oldest")
  func mean() {
    var mean = SampleMean(capacity: 3)
    #expect(mean.value == nil)
    for sample: Int64 in [10, 20, 30, 40] { mean.add(sample) }
    #expect(mean.value == 30)
    mean.add(-70)
    #expect(mean.value == 0)
  }

  @Test("a dated future settles at the index averaged over its window")
  func settlement() throws {
    let expiry = MarkTests.now + .hours(1)
    let contract = Contract(
      symbol: "BTCUSD_DATED",
      base: .btc,
      quote: .usd,
      settlement: .btc,
      payoff: .inverse,
      term: .dated(expiry: expiry, averaging: .minutes(30)),
      priceDecimals: 4,
      tick: 5_000,
      lot: Amount(10_000)
    )
    var settlement = try #require(SettlementPrice(of: contract))
    settlement.add(Fixture.price(1), at: expiry - .minutes(31))
    settlement.add(Fixture.price(100), at: expiry - .minutes(30))
    settlement.add(Fixture.price(103), at: expiry)
    settlement.add(Fixture.price(9_999), at: expiry + .seconds(1))
    #expect(settlement.price == Fixture.price(101.5))
    #expect(SettlementPrice(of: Fixture.linear) == nil)
    #expect(contract.expiry == expiry)
  }
}
