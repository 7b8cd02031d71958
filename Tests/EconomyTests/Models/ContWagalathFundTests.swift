import Economy
import Statistics
import Testing

@Suite("Cont and Wagalath's fund")
struct ContWagalathFundTests {
  private static func twoAssets(_ selling: DistressedSelling) throws -> ContWagalathFund {
    var covariance = SymmetricMatrix(order: 2)
    covariance[0, 0] = 0.09
    covariance[1, 1] = 0.25
    return try ContWagalathFund(
      holdings: [1, 1],
      depths: [4, 4],
      initialPrices: [100, 100],
      covariance: covariance,
      selling: selling
    )
  }

  @Test(
    "one asset: the closed form is the square of one plus the gain",
    arguments: [0, 0.3, 0.8, 2]
  )
  func oneAsset(gain: Double) throws {
    let fund = try ContWagalathFund(gain: gain, volatility: 0.5)
    let ratio = fund.realisedCovariance(at: [1])[0, 0] / 0.25
    #expect(abs(ratio - ContWagalathFund.varianceRatio(gain: gain)) < 1e-14)
    let result = fund.simulationAtInitialPrices(horizonYears: 1, steps: 250, paths: 2_000, seed: 1)
    let simulated = result.realised[0, 0] / 0.25
    // √(2/500 000) is the relative standard error.
    #expect(abs(simulated / ratio - 1) < 4 * 0.002)
  }

  @Test("assets without common news become correlated by one fund")
  func correlation() throws {
    let fund = try Self.twoAssets(DistressedSelling(slope: 1, lowerBound: 0.7, upperBound: 1))
    let formula = fund.realisedCovariance(at: [100, 100])
    // k = 1/(4 · 200); π = 100: c₁₂ = kπ(σ₁² + σ₂²) + (kπ)²(σ₁² + σ₂²) with kπ = 1/8.
    #expect(abs(formula[0, 1] - 0.34 * (0.125 + 0.125 * 0.125)) < 1e-15)
    let symmetric = try Self.twoAssets(DistressedSelling(slope: 1))
    let result = symmetric.simulationAtInitialPrices(
      horizonYears: 1,
      steps: 1_000,
      paths: 500,
      seed: 3
    )
    for (row, column) in [(0, 0), (0, 1), (1, 1)] {
      let ratio = result.realised[row, column] / formula[row, column]
      #expect(abs(ratio - 1) < 0.02, "\(row) \(column): \(ratio)")
    }
    let correlation = try result.realised.correlation()[0, 1]
    let expected = try formula.correlation()[0, 1]
    #expect(abs(expected - 0.2471) < 1e-4 && abs(correlation - expected) < 0.006)
  }

  @Test("along price paths the realised covariance is the mean of the formula")
  func paths() throws {
    let fund = try Self.twoAssets(DistressedSelling(slope: 2, lowerBound: 0.6, upperBound: 0.9))
    let result = fund.simulationOfPaths(horizonYears: 1, steps: 2_000, paths: 300, seed: 5)
    #expect(result.sellingShare > 0.1 && result.sellingShare < 0.9, "\(result.sellingShare)")
    for (row, column) in [(0, 0), (0, 1), (1, 1)] {
      let ratio = result.realised[row, column] / result.predicted[row, column]
      #expect(abs(ratio - 1) < 0.03, "\(row) \(column): \(ratio)")
    }
    #expect(result.predicted[0, 1] > 0.01)
  }

  @Test("above the schedule nothing is sold and nothing is added")
  func outside() throws {
    let fund = try Self.twoAssets(DistressedSelling(slope: 2, lowerBound: 0.6, upperBound: 0.9))
    #expect(fund.realisedCovariance(at: [100, 100]) == fund.covariance)
    #expect(fund.realisedCovariance(at: [80, 80])[0, 1] > 0)
    #expect(fund.realisedCovariance(at: [40, 40]) == fund.covariance)
    #expect(fund.selling.change(from: 1, to: 0.5) == 2 * (0.6 - 0.9))
    #expect(fund.selling.change(from: 1, to: 0.95) == 0)
  }

  @Test("the same seed gives the same figures, another seed others")
  func determinism() throws {
    let fund = try ContWagalathFund(gain: 0.3, volatility: 0.5)
    let run = { (seed: UInt64) in
      fund.simulationAtInitialPrices(horizonYears: 1, steps: 10, paths: 10, seed: seed)
    }
    #expect(run(7) == run(7) && run(7) != run(8))
  }

  @Test("refuses news without variance and negative holdings")
  func refusals() {
    #expect(throws: ModelError.self) { try ContWagalathFund(gain: 0.1, volatility: 0) }
    #expect(throws: ModelError.self) { try ContWagalathFund(gain: -0.1, volatility: 1) }
    #expect(throws: ModelError.self) {
      try ContWagalathFund(
        holdings: [0],
        depths: [1],
        initialPrices: [1],
        covariance: SymmetricMatrix(order: 1, diagonal: 1),
        selling: DistressedSelling(slope: 1)
      )
    }
  }
}
