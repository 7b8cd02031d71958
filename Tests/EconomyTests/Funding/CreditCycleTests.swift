import Economy
import Statistics
import Testing

@Suite("Credit: delinquency, unemployment and losses")
struct CreditCycleTests {
  @Test("without shocks nothing moves")
  func rest() {
    var cycle = CreditCycle()
    for _ in 0..<200 { cycle.step() }
    #expect(cycle.delinquency == 2.5 && cycle.unemployment == 4.2 && cycle.outputGap == 0)
  }

  @Test("after a shock everything returns to normal")
  func stability() {
    var cycle = CreditCycle()
    var shock = CreditCycle.Shock()
    (shock.demand, shock.qualityShortfall) = (-3, 2)
    for _ in 0..<12 { cycle.step(shock) }
    #expect(cycle.outputGap < -5 && cycle.unemployment > 5 && cycle.delinquency > 3)
    for _ in 0..<2_000 { cycle.step() }
    #expect(abs(cycle.delinquency - 2.5) < 1e-6 && abs(cycle.unemployment - 4.2) < 1e-6)
  }

  @Test("a shock moves each channel the way its sign says")
  func channels() {
    func gap(_ change: (inout CreditCycle.Shock) -> Void) -> Double {
      var (cycle, shock) = (CreditCycle(), CreditCycle.Shock())
      change(&shock)
      cycle.step(shock)
      return cycle.outputGap
    }
    #expect(abs(gap { $0.realRateGap = 2 } + 0.3) < 1e-12)
    #expect(abs(gap { $0.spread = 1 } + 0.25) < 1e-12)
    #expect(abs(gap { $0.creditImpulse = 1 } - 0.3) < 1e-12)
    #expect(abs(gap { $0.publicDemand = 1 } - 0.6) < 1e-12)
    #expect(abs(gap { $0.publicSavings = 1 } + 0.3) < 1e-12)
    #expect(abs(gap { $0.wealth = 10 } - 0.2) < 1e-12)
    #expect(gap { $0.debtService = 1 } < 0)
  }

  /// Shocks that persist for about a year, of one kind or the other.
  private static func simulated(underwriting: Bool) -> (delinquency: [Double], jobs: [Double]) {
    var cycle = CreditCycle()
    var stream = Stream(
      seed: 8,
      run: underwriting ? 1 : 0,
      purpose: Purpose(room: 90, index: 410)
    )
    var (state, delinquency, jobs) = (0.0, [Double](), [Double]())
    for _ in 0..<600 {
      state = 0.9 * state + 0.3 * stream.nextNormal()
      var shock = CreditCycle.Shock()
      if underwriting { shock.qualityShortfall = 3 * state } else { shock.demand = -state }
      cycle.step(shock)
      delinquency.append(cycle.delinquency)
      jobs.append(cycle.unemployment)
    }
    return (delinquency, jobs)
  }

  @Test("underwriting makes delinquency lead unemployment, demand makes it lag")
  func leadOrLag() throws {
    var stream = Stream(seed: 1, run: 0, purpose: Purpose(room: 90, index: 411))
    for underwriting in [true, false] {
      let path = Self.simulated(underwriting: underwriting)
      let lead = try CreditCycle.lead(
        delinquency: path.delinquency,
        unemployment: path.jobs,
        using: &stream
      )
      if underwriting {
        #expect(lead.bestLag > 0 && lead.lagInterval.lower > 0)
      } else {
        #expect(lead.bestLag < 0 && lead.lagInterval.upper < 0)
      }
    }
  }

  @Test("the quality of the stock follows new loans only as fast as old ones run off")
  func vintages() throws {
    var loans = CreditVintages(monthlyRunoff: 0.05)
    for _ in 0..<100 { loans.endMonth(lending: 10, quality: 1) }
    #expect(try #require(loans.quality) == 1)
    let before = loans.balance
    let loss = loans.endMonth(lending: 10, quality: 0, lossShare: 0.1)
    #expect(abs(loss - before * 0.95 * 0.1) < 1e-9)
    let after = try #require(loans.quality)
    #expect(abs(after - (loans.balance - 10) / loans.balance) < 1e-12)
    for _ in 0..<CreditVintages.ageMax { loans.endMonth(lending: 10, quality: 0) }
    #expect(try #require(loans.quality) < 1e-9)
    #expect(loans.vintages.count <= CreditVintages.ageMax + 1)
    #expect(CreditVintages(monthlyRunoff: 0.1).quality == nil)
  }

  @Test("the loss distribution inverts its quantiles, and its mean is PD")
  func vasicek() throws {
    let portfolio = try VasicekPortfolio(defaultProbability: 0.02, assetCorrelation: 0.15)
    for share in [0.001, 0.2, 0.5, 0.9, 0.999] {
      #expect(abs(portfolio.cumulative(portfolio.quantile(share)) - share) < 1e-9)
    }
    // The mean over a fine grid of quantiles.
    let mean = (0..<20_000).reduce(0) {
      $0 + portfolio.quantile((Double($1) + 0.5) / 20_000) / 20_000
    }
    #expect(abs(mean - 0.02) < 1e-5)
    let none = try VasicekPortfolio(defaultProbability: 0.02, assetCorrelation: 0)
    #expect(abs(none.quantile(0.999) - 0.02) < 1e-12 && none.inflectionFactor == nil)
  }

  @Test("losses are an S of how bad times are: convex first, concave after one half")
  func convexity() throws {
    let portfolio = try VasicekPortfolio(defaultProbability: 0.05, assetCorrelation: 0.2)
    let inflection = try #require(portfolio.inflectionFactor)
    #expect(abs(portfolio.defaultProbability(factor: inflection) - 0.5) < 1e-12)
    #expect(portfolio.curvature(factor: inflection + 0.5) > 0)
    #expect(portfolio.curvature(factor: inflection - 0.5) < 0)
    let step = 1e-4
    for factor in [-5.0, -2, 0, 1] {
      let numeric =
        (portfolio.defaultProbability(factor: factor + step)
          - 2 * portfolio.defaultProbability(factor: factor)
          + portfolio.defaultProbability(factor: factor - step)) / (step * step)
      #expect(abs(numeric - portfolio.curvature(factor: factor)) < 1e-6)
    }
    // No exponential: the growth rate of the loss falls as times worsen.
    let growth = [0.0, -1, -2, -3].map {
      portfolio.defaultProbability(factor: $0 - 1) / portfolio.defaultProbability(factor: $0)
    }
    #expect(growth == growth.sorted(by: >))
  }

  @Test("parameters outside the domain are refused", arguments: [(0.0, 0.1), (0.1, 1.0)])
  func domain(pair: (Double, Double)) {
    #expect(throws: ModelError.self) {
      try VasicekPortfolio(defaultProbability: pair.0, assetCorrelation: pair.1)
    }
  }
}
