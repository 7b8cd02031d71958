import Testing

@testable import Exchange

@Suite("propagator market")
struct PropagatorImpactTests {
  static func market(
    volumeExponent: Double = 0.6,
    decayExponent: Double = 0.45
  ) throws(ImpactError) -> PropagatorImpact {
    try PropagatorImpact(
      volumeExponent: volumeExponent,
      decayExponent: decayExponent,
      coreSeconds: 10,
      rangeSeconds: 100_000,
      scale: 1e-7,
      regulariser: 1e4,
      logValue: 11,
      grid: dollarGrid
    )
  }

  @Test("six exponentials follow a power law over five decades", arguments: [0.3, 0.45, 0.6, 0.9])
  func kernel(decayExponent: Double) {
    let kernel = ExponentialKernel(
      decayExponent: decayExponent,
      coreSeconds: 10,
      rangeSeconds: 100_000
    )
    #expect(kernel.weights.allSatisfy { $0 >= 0 })
    #expect(kernel.weights.count == 6)
    #expect(kernel.relativeErrorMax < 0.1)
    #expect(abs(kernel.value(at: 0) - 1) < 0.1)
    #expect(kernel.value(at: 5_000) < kernel.value(at: 500))
  }

  @Test("non-negative least squares drops the column that would turn negative")
  func nonNegative() {
    // The unconstrained solution is (2, -1); with x ≥ 0 only the first column stays, at 1.5.
    let solution = NonNegativeLeastSquares.solve(
      columns: [[1, 1], [0, 1]],
      target: [2, 1]
    )
    #expect(abs(solution[0] - 1.5) < 1e-14)
    #expect(solution[1] == 0)
    let free = NonNegativeLeastSquares.solve(columns: [[1, 1], [0, 1]], target: [2, 5])
    #expect(abs(free[0] - 2) < 1e-14 && abs(free[1] - 3) < 1e-14)
  }

  @Test("exponents that pay for round trips are refused")
  func roundTripExponents() {
    #expect(throws: ImpactError.roundTripProfit(volumeExponent: 0.4, decayExponent: 0.45)) {
      _ = try Self.market(volumeExponent: 0.4)
    }
    #expect(throws: ImpactError.roundTripProfit(volumeExponent: 0.7, decayExponent: 0.35)) {
      _ = try Self.market(volumeExponent: 0.7, decayExponent: 0.35)
    }
    #expect(RoundTripCondition.isSatisfied(volumeExponent: 1, decayExponent: 0))
    #expect(RoundTripCondition.isSatisfied(volumeExponent: 0.5, decayExponent: 0.5))
    #expect(!RoundTripCondition.isSatisfied(volumeExponent: 0.5, decayExponent: 0.49))
    #expect(
      RoundTripCondition.isSatisfied(volumeExponent: 0.5, decayExponent: 0.49, slack: 0.02)
    )
  }

  @Test("a steady purchase sold back faster or slower never earns", arguments: [1, 2, 5, 20])
  func roundTripsCost(speed: Int) throws {
    for isSlowFirst in [true, false] {
      var market = try Self.market()
      let unit = 1e5
      let (first, second) = isSlowFirst ? (1, speed) : (speed, 1)
      var gain = 0.0
      // Both legs trade `steps` units, at `first` and `second` units per ten seconds.
      let steps = 40 * speed
      for (rate, sign) in [(first, 1.0), (second, -1.0)] {
        for _ in 0..<(steps / rate) {
          let execution = market.clear(sign * unit * Double(rate))
          gain -= execution.volume * (execution.averageLogPrice - 11)
          market.elapse(seconds: 10)
        }
      }
      #expect(gain < 0)
    }
  }

  @Test("impact relaxes as the sum over past trades says")
  func relaxation() throws {
    var market = try Self.market()
    _ = market.clear(2e6)
    let peak = market.logMid - 11
    market.elapse(seconds: 990)
    let left = (market.logMid - 11) / peak
    // (1 + 990/10)^(−0.45) = 100^(−0.45) = 0.12589…
    #expect(abs(left / 0.12589254117941673 - 1) < 0.15)
    market.moveValue(by: 0.01)
    #expect(market.logMid > 11.01)
  }

  @Test("trial, slope, depth and execution agree")
  func consistency() throws {
    var market = try Self.market()
    market.depthMultiplier = 0.5
    let trial = market.logMid(after: -3e6)
    let slope = (market.logMid(after: -3e6 + 10) - market.logMid(after: -3e6 - 10)) / 20
    #expect(abs(market.marginalImpact(after: -3e6) / slope - 1) < 1e-4)
    let depth = market.depth(within: 0.0002)
    #expect(abs(market.logMid(after: depth) - market.logMid - 0.0001) < 1e-12)
    #expect(abs(market.clear(-3e6).logMidAfter - trial) < 1e-14)
  }
}
