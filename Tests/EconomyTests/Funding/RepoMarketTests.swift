import Economy
import Quantities
import Statistics
import Testing

@Suite("The repo market")
struct RepoMarketTests {
  private static let purpose = Purpose(room: 90, index: 400)

  private static func lender(_ cash: Int64, _ rate: Double) -> RepoLender {
    RepoLender(cash: Amount(cash), outsideOption: rate)
  }

  /// A random market: limits, refusals, exposures and both kinds of borrowers.
  private static func random(
    _ seed: UInt64
  ) -> (
    [RepoLender], [RepoBorrower], [Amount], RepoTerms
  ) {
    var stream = Stream(seed: seed, run: 1, purpose: purpose)
    let lenders = (0..<(1 + stream.nextIndex(below: 90))).map { _ in
      RepoLender(
        cash: Amount(Int64(stream.nextInteger(below: 1_000))),
        outsideOption: stream.nextUniform(),
        hasReverseRepoAccess: stream.nextEvent(probability: 0.5),
        defaultProbabilityLimit: stream.nextEvent(probability: 0.3) ? 0.01 : 1,
        exposureLimit: stream.nextEvent(probability: 0.5) ? Amount(150) : nil,
        exposurePremium: 0.2
      )
    }
    let borrowers = (0..<(1 + stream.nextIndex(below: 40))).map { _ in
      RepoBorrower(
        demand: Amount(Int64(stream.nextInteger(below: 2_000))),
        maximumRate: 0.6 + stream.nextUniform(),
        defaultProbability: stream.nextEvent(probability: 0.4) ? 0.02 : 0,
        coverage: 0.9,
        isStandingFacilityEligible: stream.nextEvent(probability: 0.5)
      )
    }
    let exposures = (0..<(seed.isMultiple(of: 2) ? lenders.count * borrowers.count : 0)).map { _ in
      Amount(Int64(stream.nextInteger(below: 200)))
    }
    let terms = RepoTerms(
      standingFacilityRate: 1,
      lendersContacted: 1 + stream.nextIndex(below: 60)
    )
    return (lenders, borrowers, exposures, terms)
  }

  @Test("cash and demand are conserved, and no trade breaks a limit", arguments: 0..<200)
  func conservation(seed: UInt64) {
    let (lenders, borrowers, exposures, terms) = Self.random(seed)
    var market = RepoMarket(terms: terms)
    var stream = Stream(seed: seed, run: 2, purpose: Self.purpose)
    let outcome = market.clear(
      lenders: lenders,
      borrowers: borrowers,
      exposures: exposures,
      using: &stream
    )
    var left = lenders.map(\.cash)
    var need = borrowers.map(\.demand)
    for trade in outcome.trades {
      let borrower = borrowers[trade.borrower]
      need[trade.borrower] -= trade.amount
      #expect(trade.amount > .zero)
      guard let lender = trade.lender else {
        #expect(borrower.isStandingFacilityEligible && trade.rate == terms.standingFacilityRate)
        continue
      }
      left[lender] -= trade.amount
      #expect(borrower.defaultProbability <= lenders[lender].defaultProbabilityLimit)
      #expect(trade.rate <= borrower.maximumRate + 1e-12)
      let known =
        exposures.isEmpty ? Amount.zero : exposures[lender * borrowers.count + trade.borrower]
      if let limit = lenders[lender].exposureLimit { #expect(known + trade.amount <= limit) }
      let asked = lenders[lender].reservationRate(
        for: borrower,
        exposure: known,
        lossGivenDefault: terms.lossGivenDefault
      )
      #expect(asked.map { $0 <= trade.rate + 1e-12 } == true)
    }
    #expect(left == outcome.idleCash && left.allSatisfy { $0 >= .zero })
    #expect(need == outcome.failures && need.allSatisfy { $0 >= .zero })
    let idle = left.reduce(.zero, +)
    #expect(outcome.reverseRepo + outcome.idleElsewhere == idle)
    let demand = borrowers.reduce(Amount.zero) { $0 + $1.demand }
    #expect(outcome.volume + outcome.failed == demand)
  }

  @Test("a day depends on its stream, not on the days before it", arguments: 0..<50)
  func memory(seed: UInt64) {
    let (lenders, borrowers, exposures, terms) = Self.random(seed)
    var used = RepoMarket(terms: terms)
    let other = Self.random(seed + 1)
    var before = Stream(seed: seed, run: 3, purpose: Self.purpose)
    _ = used.clear(lenders: other.0, borrowers: other.1, exposures: other.2, using: &before)
    var fresh = RepoMarket(terms: terms)
    var streams = [Stream](repeating: Stream(seed: 9, run: seed, purpose: Self.purpose), count: 2)
    let first = used.clear(
      lenders: lenders,
      borrowers: borrowers,
      exposures: exposures,
      using: &streams[0]
    )
    let second = fresh.clear(
      lenders: lenders,
      borrowers: borrowers,
      exposures: exposures,
      using: &streams[1]
    )
    #expect(first == second)
  }

  @Test("exposures of zero change nothing where no premium is asked for them", arguments: 0..<50)
  func emptyExposures(seed: UInt64) {
    let (lenders, borrowers, _, terms) = Self.random(seed)
    let zeros = [Amount](repeating: .zero, count: lenders.count * borrowers.count)
    var market = RepoMarket(terms: terms)
    var streams = [Stream](repeating: Stream(seed: seed, run: 4, purpose: Self.purpose), count: 2)
    let without = market.clear(lenders: lenders, borrowers: borrowers, using: &streams[0])
    let with = market.clear(
      lenders: lenders,
      borrowers: borrowers,
      exposures: zeros,
      using: &streams[1]
    )
    #expect(without.idleCash == with.idleCash && without.failures == with.failures)
    #expect(without.trades.map(\.amount) == with.trades.map(\.amount))
  }

  @Test("lenders who ask the same of everybody, with cash to spare, give one rate")
  func degenerate() throws {
    var market = RepoMarket(terms: RepoTerms(standingFacilityRate: 4, bargainingWeight: 0))
    var stream = Stream(seed: 1, run: 0, purpose: Self.purpose)
    let outcome = market.clear(
      lenders: [RepoLender](repeating: Self.lender(100, 3.75), count: 50),
      borrowers: [RepoBorrower](
        repeating: RepoBorrower(demand: Amount(300), maximumRate: 5),
        count: 10
      ),
      using: &stream
    )
    let distribution = try #require(outcome.distribution)
    #expect(distribution.rates == [3.75] && distribution.skew.bowley == nil)
    #expect(outcome.failed == .zero && outcome.bilateralVolume == Amount(3_000))
  }

  @Test("reservation rates uniform on an interval give the closed form of pay as bid")
  func payAsBid() throws {
    var market = RepoMarket(
      terms: RepoTerms(standingFacilityRate: 1, bargainingWeight: 0, lendersContacted: 10_000)
    )
    var stream = Stream(seed: 1, run: 0, purpose: Self.purpose)
    let outcome = market.clear(
      lenders: (0..<10_000).map { Self.lender(300, 0.02 + 0.1 * (Double($0) + 0.5) / 10_000) },
      borrowers: [RepoBorrower](
        repeating: RepoBorrower(demand: Amount(30_000), maximumRate: 1),
        count: 80
      ),
      using: &stream
    )
    let closed = PayAsBidAuction(rateLow: 0.02, rateHigh: 0.12, demand: 2_400, supply: 3_000)
    let distribution = try #require(outcome.distribution)
    for percent in RateDistribution.published {
      let expected = closed.rate(at: Double(percent) / 100)
      #expect(abs(distribution.rate(at: percent) - expected) <= 1e-5)
    }
    #expect(abs(try #require(distribution.skew.bowley)) < 1e-3)
    #expect(abs((distribution.rates.last ?? 0) - closed.uniformPrice) <= 1e-5)
  }

  @Test("who is refused goes to the facility if eligible, and fails if not")
  func refusal() {
    let lender = RepoLender(
      cash: Amount(1_000),
      outsideOption: 3.75,
      hasReverseRepoAccess: true,
      defaultProbabilityLimit: 0.01
    )
    let borrowers = [true, false].map {
      RepoBorrower(
        demand: Amount(100),
        maximumRate: 6,
        defaultProbability: 0.02,
        isStandingFacilityEligible: $0
      )
    }
    var market = RepoMarket(terms: RepoTerms(standingFacilityRate: 4))
    var stream = Stream(seed: 1, run: 0, purpose: Self.purpose)
    let outcome = market.clear(lenders: [lender], borrowers: borrowers, using: &stream)
    #expect(outcome.refusalCount == 2)
    #expect(outcome.reverseRepo == Amount(1_000) && outcome.bilateralVolume == .zero)
    #expect(outcome.standingFacility == Amount(100) && outcome.failures == [.zero, Amount(100)])
  }

  @Test("a reservation rate adds risk that the haircut leaves and the use of the limit")
  func reservationRate() throws {
    let lender = RepoLender(
      cash: Amount(10),
      outsideOption: 3.75,
      premium: 0.02,
      exposureLimit: Amount(200),
      exposurePremium: 0.4
    )
    let coverage = RepoBorrower.coverage(haircut: 0.02, stressedFall: 0.08)
    let borrower = RepoBorrower(
      demand: Amount(1),
      maximumRate: 9,
      defaultProbability: 0.01,
      coverage: coverage
    )
    // 3.75 + 0.02 + 100 · 0.5 · 0.01 · 0.75 + 0.4 · (100/200)².
    let rate = lender.reservationRate(
      for: borrower,
      exposure: Amount(100),
      lossGivenDefault: 0.5
    )
    #expect(abs(try #require(rate) - 4.245) < 1e-12)
    let full = lender.reservationRate(
      for: borrower,
      exposure: Amount(200),
      lossGivenDefault: 0.5
    )
    #expect(full == nil)
  }
}
