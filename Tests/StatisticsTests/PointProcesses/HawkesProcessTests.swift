import Testing

@testable import Statistics

@Suite("HawkesProcess")
struct HawkesProcessTests {
  static let reference = HawkesProcess(baseRate: 1, branchingRatio: 0.8, decayRate: 1)

  @Test("mean rate and Fano factors are those of row S19")
  func closedForms() {
    #expect(abs(Self.reference.meanRate - 5) < 5e-9)
    #expect(abs(Self.reference.fanoFactor(window: 10) - 14.624023398839352) < 1e-12)
    #expect(abs(Self.reference.fanoFactorInfinite - 25) < 25e-9)
    // 1 + (2n - n^2)/(1 - n)^2 (1 - (1 - exp(-x))/x) at x = 0.4, in numpy.
    let other = HawkesProcess(baseRate: 3, branchingRatio: 0.6, decayRate: 2)
    #expect(abs(other.fanoFactor(window: 0.5) - 1.9229506042177662) < 1e-13)
  }

  @Test("the Fano factor keeps its digits in tiny windows and reaches its limits")
  func fanoLimits() {
    // mpmath with 40 digits at x = 2e-7.
    let tiny = Self.reference.fanoFactor(window: 1e-6)
    #expect(abs(tiny - 1.00000239999984) < 1e-14)
    #expect(Self.reference.fanoFactor(window: 0) == 1)
    #expect(abs(Self.reference.fanoFactor(window: 1e12) - 25) < 1e-9)
    let independent = HawkesProcess(baseRate: 2, branchingRatio: 0, decayRate: 1)
    #expect(independent.fanoFactor(window: 5) == 1)
  }

  @Test("simulated counts reproduce row S19", arguments: [1, 2] as [UInt64])
  func simulatedCounts(seed: UInt64) throws {
    var stream = Stream.forTest(seed: seed, label: 60)
    let events = Self.reference.events(until: 1_000_000, burnIn: 1_000, using: &stream)
    var counts = [Double](repeating: 0, count: 100_000)
    for time in events { counts[Int(time / 10)] += 1 }
    let moments = Moments(of: counts)
    let fano = try #require(moments.variance) / moments.mean
    #expect(abs(moments.mean / 10 - 5) < 0.05 * 5)
    #expect(abs(fano - 14.624023398839352) < 0.05 * 14.624023398839352)
  }

  @Test(
    "compensated waiting times are independent exponentials",
    arguments: [(0.5, 0.9, 3.0), (2, 0.3, 0.5), (1, 0, 1), (10, 0.99, 100)]
  )
  func timeRescaling(baseRate: Double, branchingRatio: Double, decayRate: Double) throws {
    // The random time change theorem (Papangelou 1972): the intensity integrated from one event to
    // the next is exponential with mean one. Computed from the event times alone.
    let process = HawkesProcess(
      baseRate: baseRate,
      branchingRatio: branchingRatio,
      decayRate: decayRate
    )
    var stream = Stream.forTest(seed: 3, label: 61)
    var arrivals = HawkesArrivals(of: process)
    var residuals: [Double] = []
    var (previous, excitation) = (0.0, 0.0)
    for _ in 0..<50_000 {
      let time = arrivals.next(using: &stream)
      let gap = time - previous
      let decay = Libm.exp(-decayRate * gap)
      residuals.append(baseRate * gap + excitation * (1 - decay) / decayRate)
      excitation = excitation * decay + branchingRatio * decayRate
      previous = time
    }
    let distance = GoodnessOfFit.kolmogorov(residuals) { 1 - Libm.exp(-$0) }
    #expect(distance < GoodnessOfFit.kolmogorovCritical)
    let correlation = try Correlation.autocorrelation(of: residuals, lag: 1)
    #expect(abs(correlation) < 4 / 50_000.0.squareRoot())
  }

  @Test("events lie in the period, ascend, and repeat with the stream")
  func eventsAreOrdered() {
    var stream = Stream.forTest(seed: 4)
    var again = stream
    let events = Self.reference.events(until: 500, burnIn: 50, using: &stream)
    #expect(events.allSatisfy { $0 >= 0 && $0 <= 500 })
    #expect(zip(events, events.dropFirst()).allSatisfy { $0 < $1 })
    #expect(Self.reference.events(until: 500, burnIn: 50, using: &again) == events)
  }

  @Test("the intensity jumps by nβ at an event and decays by half in ln 2/β")
  func intensity() {
    var stream = Stream.forTest(seed: 5)
    var arrivals = HawkesArrivals(of: Self.reference)
    #expect(arrivals.intensity(at: 3) == 1)
    let time = arrivals.next(using: &stream)
    #expect(abs(arrivals.intensity(at: time) - 1.8) < 1e-15)
    #expect(abs(arrivals.intensity(at: time + 0.6931471805599453) - 1.4) < 1e-12)
  }

  @Test("an unstable branching ratio traps")
  func unstable() async {
    await #expect(processExitsWith: .failure) {
      _ = HawkesProcess(baseRate: 1, branchingRatio: 1, decayRate: 1)
    }
  }
}
