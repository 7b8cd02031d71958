import Exchange
import Quantities
import Statistics
import Testing

@Suite("funding: rates, averages, payments")
struct FundingTests {
  typealias Fixture = ContractFixture

  static let start = Instant(microseconds: 1_728_000_000_000_000)

  @Test(
    "inside the dead zone the rate is the interest, outside the premium shrunk by 5 bp",
    arguments: -40..<40
  )
  func deadZone(step: Int) {
    let interest = Rate(basisPoints: 1)
    let premium = Rate(basisPoints: Int64(step))
    let formula = FundingFormula.clamped(interest: interest, halfWidth: Rate(basisPoints: 5))
    let rate = formula.rate(premium: premium)
    if (-4...6).contains(step) {
      #expect(rate == interest)
    } else {
      #expect(rate == premium + Rate(basisPoints: step < 0 ? 5 : -5))
    }
  }

  @Test("a damper pays nothing within it and is odd")
  func damper() {
    let formula = FundingFormula.damped(damper: Rate(partsPerMillion: 250))
    #expect(formula.rate(premium: Rate(partsPerMillion: 250)) == .zero)
    #expect(formula.rate(premium: Rate(partsPerMillion: 251)) == Rate(partsPerMillion: 1))
    #expect(formula.rate(premium: Rate(partsPerMillion: -1_000)) == Rate(partsPerMillion: -750))
  }

  @Test("Drift's hourly rate is a twenty-fourth of the clamped spread and its offset")
  func spread() {
    let rule = FundingRule(
      formula: .spread(offset: Rate(partsPerMillion: 200), limit: Rate(basisPoints: 300)),
      average: .timeWeighted,
      interval: .hours(1),
      divisor: 24,
      paymentPrice: .index
    )
    #expect(rule.rate(premium: Rate(partsPerMillion: 2_200)) == Rate(partsPerMillion: 100))
    #expect(rule.rate(premium: Rate(basisPoints: 900)).parts == 30_200_000_000 / 24)
  }

  @Test("hourly eighths and caps")
  func caps() {
    let rule = VenueProfile.hyperliquid.funding
    #expect(rule.rate(premium: .zero).parts == Rate(basisPoints: 1).parts / 8)
    #expect(rule.rate(premium: .one) == Rate(basisPoints: 400))
    #expect(rule.rate(premium: -.one) == Rate(basisPoints: -400))
    #expect(
      FundingRule.marginSpreadCap(
        initialRate: Rate(basisPoints: 500),
        maintenanceRate: Rate(basisPoints: 300)
      ) == Rate(basisPoints: 1_200)
    )
  }

  @Test("payments fall on multiples of the interval, strictly after the instant")
  func schedule() {
    let rule = VenueProfile.binance.funding
    let midnight = Instant(startOf: FundingTests.start.day)
    #expect(rule.nextPayment(after: midnight) == midnight + .hours(8))
    #expect(
      rule.nextPayment(after: midnight + .hours(8) - Duration(microseconds: 1)) == midnight
        + .hours(8)
    )
  }

  @Test("the three averages weigh samples as they say")
  func averages() {
    let samples: [(Int64, Int64)] = [(10, 0), (40, 60), (-20, 90)]
    func average(_ kind: FundingRule.Average) -> Rate? {
      var average = PremiumAverage(kind: kind)
      for (points, second) in samples {
        average.add(Rate(basisPoints: points), at: FundingTests.start + .seconds(second))
      }
      return average.value(at: FundingTests.start + .seconds(120))
    }
    #expect(average(.plain) == Rate(basisPoints: 10))
    // (10 + 2 × 40 − 3 × 20) / 6
    #expect(average(.linearlyWeighted) == Rate(basisPoints: 5))
    // (10 × 60 + 40 × 30 − 20 × 30) / 120
    #expect(average(.timeWeighted) == Rate(basisPoints: 10))
    #expect(PremiumAverage(kind: .plain).value(at: FundingTests.start) == nil)
  }

  @Test("a standing premium goes on into the next interval")
  func restart() {
    var average = PremiumAverage(kind: .timeWeighted)
    average.add(Rate(basisPoints: 7), at: FundingTests.start)
    average.restart(at: FundingTests.start + .hours(8))
    #expect(average.value(at: FundingTests.start + .hours(9)) == Rate(basisPoints: 7))
  }

  @Test("the impact price is the average fill of the notional")
  func impact() throws {
    let levels = [
      PremiumIndex.Level(price: Fixture.price(100), size: Fixture.coin(1)),
      PremiumIndex.Level(price: Fixture.price(110), size: Fixture.coin(1)),
      PremiumIndex.Level(price: Fixture.price(150), size: Fixture.coin(10)),
    ]
    func price(_ dollars: Double) throws -> Price? {
      try PremiumIndex.impactPrice(
        of: Fixture.dollars(dollars),
        levels: levels,
        scale: Fixture.linear.scale
      )
    }
    #expect(try price(50) == Fixture.price(100))
    #expect(try price(210) == Fixture.price(105))
    #expect(try price(360) == Fixture.price(120))
    #expect(try price(1_800) == nil)
  }

  @Test("the premium index is zero while the index lies between the impact prices")
  func premium() throws {
    func premium(_ bid: Double, _ ask: Double) throws -> Rate {
      try PremiumIndex.premium(
        impactBid: Fixture.price(bid),
        impactAsk: Fixture.price(ask),
        index: Fixture.price(10_000)
      )
    }
    #expect(try premium(9_990, 10_010) == .zero)
    #expect(try premium(10_020, 10_030) == Rate(basisPoints: 20))
    #expect(try premium(9_900, 9_950) == Rate(basisPoints: -50))
    #expect(throws: MarginError.self) {
      try PremiumIndex.premium(mark: Price(1), index: Price(0))
    }
  }

  @Test("payments over a market sum to zero exactly, whatever the sizes", arguments: 0..<100)
  func zeroSum(seed: Int) throws {
    var stream = Fixture.stream(seed)
    let contract = seed % 2 == 0 ? Fixture.linear : Fixture.inverse
    var sizes: [Amount] = []
    var net: Int64 = 0
    for _ in 0..<(2 + stream.nextIndex(below: 40)) {
      let size = Int64(stream.nextInteger(below: 2_000_000_001)) - 1_000_000_000
      sizes.append(Amount(size))
      net += size
    }
    sizes.append(Amount(-net))
    let rate = Rate(
      partsPerTrillion: Int64(stream.nextInteger(below: 2_000_000_001)) - 1_000_000_000
    )
    let result = try FundingPayments(
      rate: rate,
      price: Fixture.price(61_234.5),
      sizes: sizes,
      contract: contract
    )
    #expect(result.payments.reduce(Int64(0)) { $0 + $1.units } == 0, "seed \(seed)")
    #expect(result.residue == .zero)
    for (size, payment) in zip(sizes, result.payments) where payment.units != 0 {
      #expect((size.units > 0) == (payment.units < 0) || rate.parts < 0, "seed \(seed)")
    }
  }

  @Test("sides that differ leave the difference as a residue")
  func residue() throws {
    let result = try FundingPayments(
      rate: Rate(basisPoints: 1),
      price: Fixture.price(50_000),
      sizes: [Fixture.coin(3), Fixture.coin(-2)],
      contract: Fixture.linear
    )
    #expect(result.payments == [Fixture.dollars(-15), Fixture.dollars(10)])
    #expect(result.residue == Fixture.dollars(5))
  }

  @Test("a cumulative index settles lazily and books every part per million", arguments: 0..<50)
  func index(seed: Int) throws {
    var stream = Fixture.stream(seed)
    var index = FundingIndex()
    let sizes = (0..<6).map { _ in
      Amount(Int64(stream.nextInteger(below: 4_000_000_000)) - 2_000_000_000)
    }
    var entries = [FundingIndex](repeating: index, count: 7)
    let closing = Amount(-sizes.reduce(Int64(0)) { $0 + $1.units })
    var exact = Int128(0)
    var paid = Int128(0)
    for _ in 0..<20 {
      try index.accrue(
        rate: Rate(partsPerTrillion: Int64(stream.nextInteger(below: 200_000_000)) - 100_000_000),
        price: Fixture.price(40_000 + 20_000 * stream.nextUniform()),
        contract: Fixture.linear
      )
      // Only one position is touched at a time.
      let touched = stream.nextIndex(below: 7)
      let size = touched < 6 ? sizes[touched] : closing
      let settled = try index.settlement(since: entries[touched], size: size)
      exact += try index.settlementPartsPerMillion(since: entries[touched], size: size)
      paid += Int128(settled.payment.units) * 1_000_000 + Int128(settled.residuePartsPerMillion)
      #expect((0..<1_000_000).contains(settled.residuePartsPerMillion))
      entries[touched] = index
    }
    #expect(exact == paid)
    var total = exact
    for position in 0..<7 {
      let size = position < 6 ? sizes[position] : closing
      total += try index.settlementPartsPerMillion(since: entries[position], size: size)
    }
    #expect(total == 0, "seed \(seed)")
  }

  @Test("the index of one payment is what a position of one coin pays")
  func indexScale() throws {
    var index = FundingIndex()
    try index.accrue(
      rate: Rate(basisPoints: 1),
      price: Fixture.price(50_000),
      contract: Fixture.linear
    )
    let long = try index.settlement(since: FundingIndex(), size: Fixture.coin(1))
    #expect(long.payment == Fixture.dollars(-5))
    #expect(long.residuePartsPerMillion == 0)
  }
}
