import Testing

@testable import Statistics

@Suite("HawkesFit")
struct HawkesFitTests {
  @Test("the likelihood and both derivatives agree with direct double sums")
  func likelihood() {
    // mpmath with 40 digits: double sums over pairs, derivatives by mpmath.diff.
    let likelihood = HawkesLikelihood(
      events: [0.5, 0.9, 1.0, 2.7, 3.1, 3.15, 6.0],
      horizon: 7
    )
    let expansion = likelihood.expansion(at: SIMD3(0.7, 0.4, 1.3))
    #expect(abs(expansion.value + 7.53569299244579941) < 1e-14)
    let gradient = [0.23819760892459406, -1.876608811423031, 0.16211593041596612]
    for (index, slope) in gradient.enumerated() {
      #expect(abs(expansion.gradient[index] - slope) < 1e-13)
    }
    let hessian = expansion.hessian
    #expect(abs(hessian.baseBase + 8.0533657437586066) < 1e-13)
    #expect(abs(hessian.baseBranching + 4.0021039707339235) < 1e-13)
    #expect(abs(hessian.baseDecay + 0.072092551436068049) < 1e-13)
    #expect(abs(hessian.branchingBranching + 5.0792035121705349) < 1e-13)
    #expect(abs(hessian.branchingDecay + 0.2187870602715024) < 1e-13)
    #expect(abs(hessian.decayDecay - 0.072449107143908931) < 1e-13)
  }

  @Test("the profile at a decay rate has no slope in base rate and branching ratio")
  func profile() throws {
    let events = Self.events(of: HawkesProcessTests.reference, seed: 1, horizon: 200)
    let likelihood = HawkesLikelihood(events: events, horizon: 200)
    var scratch: [Double] = []
    for decayRate in [0.3, 1, 4] {
      let profile = HawkesProfile(of: likelihood, decayRate: decayRate, scratch: &scratch)
      let expansion = likelihood.expansion(
        at: SIMD3(profile.baseRate, profile.branchingRatio, decayRate)
      )
      #expect(abs(expansion.value - profile.value) < 1e-9 * abs(profile.value))
      #expect(abs(expansion.gradient[0]) < 1e-4)
      #expect(abs(expansion.gradient[1]) < 1e-4)
    }
  }

  struct Truth: Sendable {
    let process: HawkesProcess
    let horizon: Double
  }

  static let truths = [
    Truth(
      process: HawkesProcess(baseRate: 1, branchingRatio: 0.6, decayRate: 2),
      horizon: 2_000
    ),
    Truth(
      process: HawkesProcess(baseRate: 0.2, branchingRatio: 0.85, decayRate: 0.5),
      horizon: 10_000
    ),
    Truth(
      process: HawkesProcess(baseRate: 50, branchingRatio: 0.3, decayRate: 400),
      horizon: 60
    ),
  ]

  @Test("recovers known parameters with honest standard errors", arguments: truths)
  func recovers(truth: Truth) throws {
    let seeds = 30
    var sumOfSquares = SIMD3<Double>.zero
    for seed in 0..<seeds {
      let events = Self.events(
        of: truth.process,
        seed: UInt64(seed),
        horizon: truth.horizon
      )
      let fit = try HawkesFit(to: events, until: truth.horizon)
      let scores = SIMD3(
        (fit.baseRate - truth.process.baseRate) / fit.baseRateStandardError,
        (fit.branchingRatio - truth.process.branchingRatio) / fit.branchingRatioStandardError,
        (fit.decayRate - truth.process.decayRate) / fit.decayRateStandardError
      )
      for index in 0..<3 { #expect(abs(scores[index]) < 4, "seed \(seed)") }
      sumOfSquares += scores * scores
      #expect(fit.eventCount == events.count)
      #expect(fit.logLikelihood > fit.logLikelihoodPoisson + 10)
    }
    // scipy.stats.chi2.ppf([0.0005, 0.9995], 30): too large a spread means standard errors that are
    // too small, and the other way round.
    for index in 0..<3 {
      #expect(sumOfSquares[index] > 10.804 && sumOfSquares[index] < 62.162)
    }
  }

  @Test("the fit is the maximum: no nearby point is more likely", arguments: 0..<5)
  func isMaximum(seed: Int) throws {
    let events = Self.events(of: Self.truths[0].process, seed: UInt64(seed), horizon: 500)
    let fit = try HawkesFit(to: events, until: 500)
    let likelihood = HawkesLikelihood(events: events, horizon: 500)
    let best = SIMD3(fit.baseRate, fit.branchingRatio, fit.decayRate)
    let expansion = likelihood.expansion(at: best)
    for index in 0..<3 {
      #expect(abs(expansion.gradient[index] * best[index]) < 1e-5)
      for factor in [0.99, 1.01] {
        var moved = best
        moved[index] *= factor
        #expect(likelihood.expansion(at: moved).value < fit.logLikelihood)
      }
    }
  }

  @Test("is the same in another unit of time")
  func unitOfTime() throws {
    let events = Self.events(of: Self.truths[0].process, seed: 9, horizon: 500)
    let seconds = try HawkesFit(to: events, until: 500)
    let milliseconds = try HawkesFit(to: events.map { $0 * 1_000 }, until: 500_000)
    #expect(abs(milliseconds.branchingRatio / seconds.branchingRatio - 1) < 1e-7)
    #expect(abs(milliseconds.baseRate * 1_000 / seconds.baseRate - 1) < 1e-7)
    #expect(abs(milliseconds.decayRate * 1_000 / seconds.decayRate - 1) < 1e-7)
    let ratio = milliseconds.branchingRatioStandardError / seconds.branchingRatioStandardError
    #expect(abs(ratio - 1) < 1e-6)
  }

  @Test("independent events give no evidence of excitation, or a typed refusal", arguments: 0..<20)
  func independentEvents(seed: Int) {
    var stream = Stream.forTest(seed: UInt64(seed), label: 71)
    let process = HawkesProcess(baseRate: 1, branchingRatio: 0, decayRate: 1)
    let events = process.events(until: 1_000, burnIn: 0, using: &stream)
    do throws(StatisticsError) {
      let fit = try HawkesFit(to: events, until: 1_000)
      // Twice the gain is near χ² with two degrees of freedom; the decay rate is not identified under
      // the null, so the bound is wider than its 0.1 % point of 13.8.
      #expect(2 * (fit.logLikelihood - fit.logLikelihoodPoisson) < 20)
      #expect(fit.branchingRatio < 0.5)
    } catch {
      #expect(error.code == "statistics.fit.not_identified")
    }
  }

  @Test("regular events are refused: they show no excitation")
  func regularEvents() {
    let events = (0..<1_000).map { Double($0) + 0.5 }
    do throws(StatisticsError) {
      _ = try HawkesFit(to: events, until: 1_000)
      Issue.record("a clock was fitted as a self-exciting process")
    } catch {
      #expect(error.code == "statistics.fit.not_identified")
    }
  }

  @Test("the branching ratio's interval is normal and never negative")
  func interval() throws {
    let events = Self.events(of: Self.truths[0].process, seed: 3, horizon: 500)
    let fit = try HawkesFit(to: events, until: 500)
    let interval = try fit.branchingRatioInterval(confidence: 0.9)
    // scipy.stats.norm.isf(0.05)
    let halfWidth = 1.6448536269514722 * fit.branchingRatioStandardError
    #expect(abs(interval.lower - (fit.branchingRatio - halfWidth)) < 1e-14)
    #expect(abs(interval.upper - (fit.branchingRatio + halfWidth)) < 1e-14)
    // At 1 − 10⁻¹⁵ the half width is eight standard errors; here they reach zero only if the fit is
    // weak, which the 200 first events make it.
    let weak = try HawkesFit(to: Array(events[..<200]), until: events[199])
    let wide = try weak.branchingRatioInterval(confidence: 1 - 1e-15)
    #expect(8 * weak.branchingRatioStandardError > weak.branchingRatio)
    #expect(wide.lower == 0)
  }

  @Test("fewer than 200 events are refused, 200 are not refused for their number")
  func eventCount() throws {
    let events = Self.events(of: Self.truths[0].process, seed: 2, horizon: 500)
    #expect(
      throws: StatisticsError.observationsTooFew(
        quantity: "Hawkes fit",
        count: 199,
        minimum: 200
      )
    ) { try HawkesFit(to: Array(events[..<199]), until: 500) }
    let fit = try HawkesFit(to: Array(events[..<200]), until: events[199])
    #expect(fit.eventCount == 200)
  }

  @Test("ties, disorder and events outside the period are refused")
  func disorder() {
    let regular = (0..<300).map { Double($0) }
    var tied = regular
    tied[10] = tied[9]
    #expect(
      throws: StatisticsError.valueOutOfRange(
        field: "event time",
        value: 9,
        expected: "later than 9.0"
      )
    ) { try HawkesFit(to: tied, until: 300) }
    #expect(throws: StatisticsError.self) { try HawkesFit(to: regular, until: 200) }
    #expect(throws: StatisticsError.self) { try HawkesFit(to: regular, until: .nan) }
  }

  static func events(of process: HawkesProcess, seed: UInt64, horizon: Double) -> [Double] {
    var stream = Stream.forTest(seed: seed, label: 70)
    return process.events(until: horizon, burnIn: 100 / process.decayRate, using: &stream)
  }
}
