import Statistics

/// One timed pass of a rolling statistic.
struct RollingRun {
  /// What is rolled.
  enum Kind: String, CaseIterable {
    case correlation
    case volatility
    case median
    case quantiles
  }

  let kind: Kind
  let cpuSeconds: Double
  let sums: [Double]
  var hash = ResultHash()

  init(_ kind: Kind, _ first: [Double], _ second: [Double]) throws {
    self.kind = kind
    let clock = CPUClock()
    let results: [[Double]]
    switch kind {
    case .correlation:
      results = [try RollingCorrelation.pearson(first, second, window: 60)]
    case .volatility:
      results = [try RollingVolatility.centred(of: first, window: 30, periodsPerYear: 365)]
    case .median:
      results = [try RollingQuantile.type7(of: first, window: 250, at: 0.5)]
    case .quantiles:
      results = try RollingQuantile.type7(of: first, window: 250, at: [0.05, 0.5, 0.95])
    }
    cpuSeconds = clock.seconds
    sums = results.map { $0.reduce(0, +) }
    for result in results {
      for value in result { hash.combine(Int(Int64(bitPattern: value.bitPattern))) }
    }
  }
}
