import Testing

@testable import Statistics

@Suite("BlockBootstrap")
struct BlockBootstrapTests {
  @Test(
    "resamples consist of blocks of consecutive indices",
    arguments: BlockBootstrap.Scheme.allCases,
    [1, 3, 7, 20]
  )
  func blocks(scheme: BlockBootstrap.Scheme, blockLength: Int) {
    var stream = Stream.forTest(seed: 1, label: 100)
    let bootstrap = BlockBootstrap(blockLength: blockLength, scheme: scheme)
    for _ in 0..<50 {
      let indices = bootstrap.indices(count: 20, using: &stream)
      #expect(indices.count == 20)
      for position in 1..<20 where position % blockLength != 0 {
        let successor = indices[position - 1] + 1
        #expect(indices[position] == (scheme == .circular ? successor % 20 : successor))
      }
      #expect(indices.allSatisfy { (0..<20).contains($0) })
    }
  }

  @Test("circular blocks draw every value equally often, moving blocks the ends less")
  func frequencies() {
    var frequency: [BlockBootstrap.Scheme: [Int]] = [:]
    for scheme in BlockBootstrap.Scheme.allCases {
      var stream = Stream.forTest(seed: 2, label: 101)
      var counts = [Int](repeating: 0, count: 10)
      let bootstrap = BlockBootstrap(blockLength: 5, scheme: scheme)
      for _ in 0..<20_000 {
        for index in bootstrap.indices(count: 10, using: &stream) { counts[index] += 1 }
      }
      frequency[scheme] = counts
    }
    // 40 000 blocks, each covering an index with probability ½ (circular) or 1/6 (moving, ends).
    for count in frequency[.circular] ?? [] { #expect(abs(count - 20_000) < 400) }
    #expect(abs((frequency[.moving]?[0] ?? 0) - 40_000 / 6) < 300)
    #expect(abs((frequency[.moving]?[4] ?? 0) - 40_000 * 5 / 6) < 300)
  }

  @Test("blocks of one reproduce the textbook standard error of a mean")
  func independentStandardError() throws {
    var stream = Stream.forTest(seed: 3, label: 102)
    let values = (0..<100).map { _ in stream.nextNormal() }
    let distribution = BlockBootstrap(blockLength: 1).distribution(
      of: Self.mean,
      on: values,
      replicates: 4_000,
      using: &stream
    )
    let variance = try #require(Moments(of: values).populationVariance)
    // The relative error of a standard deviation of 4 000 normals is 1/√8000 = 1.1 %.
    let expected = (variance / 100).squareRoot()
    #expect(abs(distribution.standardError / expected - 1) < 4 * 0.0112)
    #expect(distribution.estimate == Self.mean(values))
  }

  @Test("blocks restore the coverage that dependence takes away")
  func coverage() throws {
    // First-order autoregressions, coefficient ½, 400 values: blocks of one see a third of the
    // variance of the mean, so that a nominal 90 % covers 2Φ(1.645/√3) − 1 = 66 %. Blocks of 20 miss
    // Σ|k|φᵏ/(20 Σφᵏ) = 4/(20 · 3) = 7 % of it, and the estimated mean as much again: 87 %. The noise
    // of 20 blocks and 100 replicates costs either one or two points more. Standard errors over 400
    // series: .024 and .017.
    var (coveredBlocks, coveredSingles) = (0, 0)
    for seed in 0..<400 {
      var stream = Stream.forTest(seed: UInt64(seed), label: 103)
      var value = stream.nextNormal() * (4.0 / 3).squareRoot()
      let series = (0..<400).map { _ in
        value = 0.5 * value + stream.nextNormal()
        return value
      }
      let blocks = BlockBootstrap(blockLength: 20).distribution(
        of: Self.mean,
        on: series,
        replicates: 200,
        using: &stream
      )
      let singles = BlockBootstrap(blockLength: 1).distribution(
        of: Self.mean,
        on: series,
        replicates: 200,
        using: &stream
      )
      if try blocks.percentileInterval(confidence: 0.9).contains(0) { coveredBlocks += 1 }
      if try singles.percentileInterval(confidence: 0.9).contains(0) { coveredSingles += 1 }
    }
    #expect(abs(Double(coveredBlocks) / 400 - 0.86) < 4 * 0.017)
    #expect(abs(Double(coveredSingles) / 400 - 0.65) < 4 * 0.024)
  }

  @Test("the percentile interval is the type-7 quantiles of the replicates")
  func percentileInterval() throws {
    let distribution = BootstrapDistribution(
      estimate: 0,
      replicates: (0...100).reversed().map(Double.init)
    )
    let interval = try distribution.percentileInterval(confidence: 0.9)
    #expect(abs(interval.lower - 5) < 1e-12)
    #expect(abs(interval.upper - 95) < 1e-12)
    #expect(throws: StatisticsError.self) {
      try distribution.percentileInterval(confidence: 0)
    }
  }

  @Test("a series shorter than a block traps")
  func tooShort() async {
    await #expect(processExitsWith: .failure) {
      var stream = Stream(seed: 0, run: 0, purpose: Purpose(rawValue: 0))
      _ = BlockBootstrap(blockLength: 5).indices(count: 4, using: &stream)
    }
  }

  static func mean(_ values: [Double]) -> Double {
    Moments(of: values).mean
  }
}
