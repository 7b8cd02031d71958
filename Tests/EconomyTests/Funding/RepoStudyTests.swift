import Economy
import Quantities
import Statistics
import Testing

@Suite("Scarcity and refusal in the simulated repo market")
struct RepoStudyTests {
  static let base = RepoStudy(RepoPopulation(), days: 200, seed: 31)

  static let scarcity: RepoStudy = {
    var population = RepoPopulation()
    population.cashSupply = 2_450
    return RepoStudy(population, days: 200, seed: 31)
  }()

  static let refusal: RepoStudy = {
    var population = RepoPopulation()
    population.refusingLenderShare = 0.9
    population.riskyBorrowerShare = 0.35
    population.riskPremium = 0.2
    return RepoStudy(population, days: 200, seed: 31)
  }()

  /// Whether a mean moved by more than four standard errors of the difference, and which way.
  ///
  /// The two studies share their draws, so that the sum of variances overstates the error.
  private static func sign(
    _ measure: KeyPath<RepoDay, Double>,
    _ study: RepoStudy
  ) -> Int {
    let change = study.mean(measure) - base.mean(measure)
    let (a, b) = (study.standardError(measure), base.standardError(measure))
    guard abs(change) > 4 * (a * a + b * b).squareRoot() else { return 0 }
    return change > 0 ? 1 : -1
  }

  @Test("the three cases have the medians of the specification's table")
  func medians() {
    // One run of 200 days; a daily median has a standard deviation of 0.007, its mean an error of 0.0005.
    for (study, expected) in [(Self.base, 0.0963), (Self.scarcity, 0.1096), (Self.refusal, 0.0882)]
    {
      #expect(study.days.count == 200 && study.standardError(\.p50) < 0.001)
      #expect(abs(study.mean(\.p50) - expected) < 0.01)
    }
  }

  @Test("scarcity raises quartile and median, empties the ON RRP and hardly skews")
  func scarce() {
    let measures: [KeyPath<RepoDay, Double>] = [
      \.p25, \.p50, \.rightTail, \.standingFacility, \.reverseRepo,
    ]
    #expect(measures.map { Self.sign($0, Self.scarcity) } == [1, 1, 1, 1, -1])
    let (before, after) = (Self.base.skewOfMeans.bowley, Self.scarcity.skewOfMeans.bowley)
    #expect(abs((after ?? 1) - (before ?? 1)) < 0.3)
  }

  @Test("refusal lowers the median, fattens the right tail and fills ON RRP and facility")
  func refused() {
    let measures: [KeyPath<RepoDay, Double>] = [
      \.p50, \.rightTail, \.p99, \.reverseRepo, \.standingFacility, \.bilateralVolume,
    ]
    #expect(measures.map { Self.sign($0, Self.refusal) } == [-1, 1, 1, 1, 1, -1])
    let (before, after) = (Self.base.skewOfMeans.bowley, Self.refusal.skewOfMeans.bowley)
    #expect((after ?? 0) - (before ?? 0) > 0.4)
  }

  @Test("the two stories have opposite signs on idle cash and on the median")
  func opposite() {
    for measure in [\RepoDay.reverseRepo, \RepoDay.p50] {
      let signs = (Self.sign(measure, Self.scarcity), Self.sign(measure, Self.refusal))
      #expect(signs.0 * signs.1 == -1)
    }
  }

  @Test("populations sum to supply and demand, and equal seeds give equal studies")
  func population() {
    var population = RepoPopulation()
    population.riskPremium = 7
    var stream = Stream(seed: 3, run: 0, purpose: Purpose(room: 90, index: 402))
    let lenders = population.drawLenders(using: &stream)
    let borrowers = population.drawBorrowers(using: &stream)
    let cash = lenders.reduce(0) { $0 + Double($1.cash.units) } / 1e13
    let demand = borrowers.reduce(0) { $0 + Double($1.demand.units) } / 1e13
    #expect(abs(cash - 3_000) < 1e-9 && abs(demand - 2_400) < 1e-9)
    for borrower in borrowers {
      let surcharge = borrower.riskSurcharge(lossGivenDefault: 1)
      #expect(surcharge == 0 || abs(surcharge - 7) < 1e-12)
    }
    #expect(
      RepoStudy(population, days: 3, seed: 5) == RepoStudy(population, days: 3, seed: 5)
    )
  }
}
