import Statistics
import Testing

@testable import Economy

@Suite("the leverage ratchet")
struct LeverageRatchetTests {
  @Test("without recovery the sustainable leverage never rises and ends at one")
  func monotone() {
    let ratchet = LeverageRatchet(.irreversibleRatchet)
    var state = ratchet.start
    var stream = Stream(seed: 4, run: 0, purpose: Purpose(room: 3, index: 904))
    for _ in 0..<1_500 {
      let before = state.leverageCap
      _ = ratchet.advance(&state, news: 0.02 * stream.nextNormal())
      #expect(state.leverageCap <= before && state.leverageCap >= 1)
      #expect(state.openInterest >= 0 && state.liquidated >= 0)
    }
    #expect(state.leverageCap == 1)
  }

  @Test("the three readings order what is left of leverage, not the path of news")
  func readings() {
    let ends = LeverageRatchet.Reading.allCases.map { reading in
      LeverageRatchet(reading).ensemble(days: 800, paths: 200, reportDays: [800], seed: 3)
    }
    #expect(ends[0].meanLeverageCapAtEnd == 1)
    #expect(ends[1].meanLeverageCapAtEnd > 2 * ends[2].meanLeverageCapAtEnd)
    #expect(ends[2].meanLeverageCapAtEnd > 2)
    #expect(ends[0].medianVolatility(report: 0) < ends[2].medianVolatility(report: 0))
  }

  @Test("without open interest to liquidate the volatility is that of news")
  func newsOnly() {
    var ratchet = LeverageRatchet()
    ratchet.liquidationCoefficient = 0
    let paths = ratchet.ensemble(days: 500, paths: 400, reportDays: [500], seed: 8)
    #expect(abs(paths.rootMeanSquareVolatility - 0.33) < 0.01)
    #expect(paths.leverageCapsAtEnd.allSatisfy { $0 == 12 })
  }

  @Test("one day of a fall by hand")
  func oneDay() {
    let ratchet = LeverageRatchet()
    var state = ratchet.start
    #expect(abs(state.openInterest - 0.016) < 1e-15)
    // L = 6 · .3/.45 = 4, Λ = 4, g = 4 · .016 · 4 = .256, liq = .256 · .02/(.744 · 4).
    let move = ratchet.advance(&state, news: -0.02)
    let liquidated = 0.256 * 0.02 / (0.744 * 4)
    #expect(abs(move - (-0.02 / 0.744)) < 1e-15)
    #expect(abs(state.liquidated - liquidated) < 1e-17)
    #expect(abs(state.openInterest - (0.016 - liquidated)) < 1e-17)
    let lowered = 12 * (1 - 0.5 * liquidated / 0.016)
    #expect(abs(state.leverageCap - (lowered + (12 - lowered) / 250)) < 1e-12)
  }

  @Test("a floor that always binds has the closed form of the absorber", arguments: [0.5, 3, 1e9])
  func floor(strength: Double) {
    var ratchet = LeverageRatchet()
    ratchet.liquidationCoefficient = 0
    ratchet.floorStart = .infinity
    ratchet.absorberStrength = strength
    ratchet.shockDegreesOfFreedom = 400
    let paths = ratchet.ensemble(days: 1_000, paths: 200, reportDays: [1_000], seed: 2)
    let passed = 1 / (1 + strength)
    let ratio = (0.5 * (1 + passed * passed)).squareRoot()
    #expect(abs(paths.rootMeanSquareVolatility / 0.33 - ratio) < 0.004)
  }

  @Test("a peg divides every move, a floor above the price only falls")
  func peg() {
    var ratchet = LeverageRatchet()
    ratchet.liquidationCoefficient = 0
    ratchet.absorberStrength = 3
    ratchet.floorStart = -0.05
    var state = ratchet.start
    // The first five hundredths are above the floor.
    #expect(abs(ratchet.advance(&state, news: -0.09) - (-0.06)) < 1e-15)
    #expect(abs(state.absorbedShare - 0.03 / 4) < 1e-15)
    #expect(ratchet.advance(&state, news: 0.09) == 0.09)
    ratchet.isAbsorptionTwoSided = true
    state = ratchet.start
    #expect(abs(ratchet.advance(&state, news: -0.08) - (-0.02)) < 1e-15)
    let bought = state.absorbedShare
    #expect(bought > 0)
    #expect(abs(ratchet.advance(&state, news: 0.08) - 0.02) < 1e-15)
    #expect(state.absorbedShare < bought && state.absorbedShare >= 0)
  }

  @Test("hoarding thins the market: it raises impact only with the float exponent")
  func thinFloat() {
    var ratchet = LeverageRatchet()
    ratchet.initialAbsorbedShare = 0.5
    var (thin, whole) = (ratchet.start, ratchet.start)
    let amplified = ratchet.advance(&thin, news: -0.02)
    ratchet.floatExponent = 0
    #expect(ratchet.advance(&whole, news: -0.02) > amplified)
  }

  @Test("ensembles depend on seed and run only, and two models share their news")
  func determinism() {
    let ratchet = LeverageRatchet()
    func paths(_ ratchet: LeverageRatchet, run: UInt64) -> LeverageRatchet.Ensemble {
      ratchet.ensemble(days: 90, paths: 20, reportDays: [30, 90], seed: 6, run: run)
    }
    #expect(paths(ratchet, run: 0) == paths(ratchet, run: 0))
    #expect(paths(ratchet, run: 0) != paths(ratchet, run: 1))
    var quiet = ratchet
    quiet.liquidationCoefficient = 0
    var louder = quiet
    louder.newsVolatility *= 2
    let (a, b) = (paths(quiet, run: 0), paths(louder, run: 0))
    for path in 0..<20 {
      #expect(abs(b.volatilities[0][path] / a.volatilities[0][path] - 2) < 1e-9)
    }
  }

  @Test("the long-run scan finds collapse where news is quiet, not where leverage is gone")
  func scan() throws {
    var scan = RatchetBifurcationScan()
    scan.recoveries = [0, 1.0 / 250]
    scan.elasticities = [1]
    scan.newsVolatilities = [0.15, 0.33]
    scan.absorberStrengths = [0]
    scan.days = 1_500
    scan.paths = 60
    let points = scan.points(seed: 1)
    #expect(points.count == 4)
    for point in points {
      #expect(point.hasCollapsed == (point.ratchet.newsVolatility < 0.2))
      #expect(point.hasCollapsed == (point.shareAbove < 0.05))
    }
    #expect(points == scan.points(seed: 1))
  }

  @Test("a boom after years of calm brings open interest back, unless nothing ever recovers")
  func hysteresis() {
    func outcome(_ reading: LeverageRatchet.Reading) -> RatchetHysteresisTest.Outcome {
      var test = RatchetHysteresisTest(LeverageRatchet(reading))
      test.paths = 60
      return test.outcome(seed: 1)
    }
    let (ratchet, reset) = (outcome(.irreversibleRatchet), outcome(.healthyReset))
    let cycle = outcome(.recurringCycle)
    #expect(ratchet.recoveredShare == 0 && ratchet.inBoom.allSatisfy { $0 < 0.4 })
    #expect(reset.recoveredShare == 1)
    #expect(cycle.inBoom.allSatisfy { $0 > 0.7 } && cycle.recoveredShare < 0.5)
    #expect(cycle.inBoom.reduce(0, +) > cycle.beforeBoom.reduce(0, +))
    #expect(ratchet.leverageCapsAtEnd.allSatisfy { $0 == 1 })
  }

  @Test("conditions change exactly what they name")
  func conditions() {
    let base = LeverageRatchet()
    #expect(base.imposing([]) == base)
    let all = base.imposing(.all, calm: .quietNews(0.1))
    #expect(all.leverageRecoveryPerDay == 0 && all.leverageElasticity == 0)
    #expect(all.floatExponent == 0 && all.newsVolatility == 0.1)
    let peg = base.imposing(.calmNews, calm: .peg(strength: 2))
    #expect(peg.isAbsorptionTwoSided && peg.absorberStrength == 2)
    #expect(peg.newsVolatility == base.newsVolatility)
  }
}
