import Statistics
import Testing

@testable import Scenarios

@Suite("Prior")
struct PriorTests {
  static let count = 20_000

  /// Draws from the streams that runs draw a parameter from.
  static func sample(_ prior: Prior) -> [Double] {
    (0..<count).map { run in
      var stream = Stream(seed: 11, run: UInt64(run), purpose: .parameters)
      return prior.draw(using: &stream)
    }
  }

  /// The share below a value, and four standard errors of a share `p`.
  static func share(of sample: [Double], below value: Double) -> Double {
    Double(sample.count { $0 < value }) / Double(sample.count)
  }

  static func tolerance(_ p: Double) -> Double { 4 * (p * (1 - p) / Double(count)).squareRoot() }

  @Test("a fixed prior is its value")
  func fixed() {
    #expect(Set(Self.sample(.fixed(0.3))) == [0.3])
    #expect(Prior.fixed(0.3).center == 0.3)
  }

  @Test("a uniform prior fills its range evenly", arguments: [0.05, 0.25, 0.5, 0.75, 0.95])
  func uniform(probability: Double) {
    let sample = Self.sample(.uniform(low: -2, high: 3))
    #expect(sample.allSatisfy { (-2.0..<3.0).contains($0) })
    let share = Self.share(of: sample, below: -2 + 5 * probability)
    #expect(abs(share - probability) < Self.tolerance(probability))
    #expect(Prior.uniform(low: -2, high: 3).center == 0.5)
  }

  @Test("a lognormal prior has the median and the width it names")
  func logNormal() {
    // Symmetric in the logarithm, as the quantiles of a lognormal are.
    let prior = Prior.logNormal(median: 10, p05: 4, p95: 25)
    let sample = Self.sample(prior)
    #expect(abs(Self.share(of: sample, below: 4) - 0.05) < Self.tolerance(0.05))
    #expect(abs(Self.share(of: sample, below: 10) - 0.5) < Self.tolerance(0.5))
    #expect(abs(Self.share(of: sample, below: 25) - 0.95) < Self.tolerance(0.95))
    #expect(sample.allSatisfy { $0 > 0 })
    #expect(prior.center == 10)
  }

  @Test(
    "every parameter says where it comes from, and its standard prior lies in its domain",
    arguments: Parameter.allCases
  )
  func standards(parameter: Parameter) {
    #expect(!parameter.basis.isEmpty)
    #expect(parameter.domain.lowerBound < parameter.domain.upperBound)
    guard let prior = parameter.standard else {
      #expect([.openInterest, .dailyVolume, .dailyVolatility].contains(parameter))
      return
    }
    let ends: [Double]
    switch prior {
    case .fixed(let value): ends = [value]
    case .uniform(let low, let high):
      #expect(low < high)
      ends = [low, high]
    case .logNormal(let median, let low, let high):
      #expect(low < median && median < high)
      // Ten standard deviations: no draw is ever cut.
      ends = [median * (low / median) * (low / median), median * (high / median) * (high / median)]
    }
    for end in ends { #expect(parameter.domain.contains(end), "\(parameter.rawValue): \(end)") }
  }

  @Test("widening one input moves the draw of no other", arguments: Parameter.allCases)
  func aligned(parameter: Parameter) {
    let base = Fixture.state()
    let widened = Fixture.state(
      priors: [
        parameter: .uniform(
          low: parameter.domain.lowerBound,
          high: parameter.domain.upperBound
        )
      ]
    )
    for run in 0..<20 as Range<UInt64> {
      let before = RunParameters(of: base, seed: 3, run: run)
      let after = RunParameters(of: widened, seed: 3, run: run)
      for other in Parameter.allCases where other != parameter {
        #expect(before[other] == after[other])
      }
      if parameter != .mixtureSpread { #expect(before.leverageWeights == after.leverageWeights) }
      #expect(parameter.domain.contains(after[parameter]))
    }
  }

  @Test("leverage weights sum to one and keep a weight of zero")
  func weights() {
    let mixture = [
      LeverageClass(leverage: 2, weight: 3, institutionShare: 0),
      LeverageClass(leverage: 5, weight: 0, institutionShare: 0),
      LeverageClass(leverage: 50, weight: 1, institutionShare: 0),
    ]
    let state = MarketState(
      name: "m",
      title: "m",
      asset: "BTC",
      asOf: Fixture.fragile.asOf,
      price: 1,
      priors: Fixture.fragile.priors,
      leverageMixture: mixture
    )
    var first = 0.0
    for run in 0..<400 as Range<UInt64> {
      let weights = RunParameters(of: state, seed: 9, run: run).leverageWeights
      #expect(abs(weights.reduce(0, +) - 1) < 1e-12)
      #expect(weights[1] == 0)
      #expect(weights.allSatisfy { $0 >= 0 })
      first += weights[0] / 400
    }
    // The tilt is symmetric in the logarithm; its mean moves a share of 3/4 by a few percent.
    #expect(abs(first - 0.75) < 0.03)
  }
}
