/// The probability that history alone gives an event: what a forecast must beat.
///
/// A benchmark is computed from what was knowable at the forecast's cut-off and nothing later.
public enum Benchmark: Hashable, Sendable, Codable {
  /// The share of past quarters in which realised volatility was below the level.
  case volatilityFrequency(VolatilityFrequency)
  /// The share of past windows with such a change.
  case windowFrequency(WindowFrequency)
  /// The share of past half-years whose highest value reached the level.
  case halfYearFrequency(HalfYearFrequency)
  /// The probability that a driftless lognormal price passes a level.
  case firstPassage(FirstPassageBenchmark)
  /// The probability that a driftless lognormal price grows at a rate in a range.
  case growthRange(GrowthRangeBenchmark)
  /// The product of several window frequencies, as if they were independent.
  case product(ProductBenchmark)
  /// A probability by symmetry, with its reason.
  case fixed(FixedBenchmark)

  /// The benchmark as something that computes.
  var estimator: any BenchmarkEstimator {
    switch self {
    case .volatilityFrequency(let benchmark): benchmark
    case .windowFrequency(let benchmark): benchmark
    case .halfYearFrequency(let benchmark): benchmark
    case .firstPassage(let benchmark): benchmark
    case .growthRange(let benchmark): benchmark
    case .product(let benchmark): benchmark
    case .fixed(let benchmark): benchmark
    }
  }

  /// Why the benchmark contradicts itself, or nil.
  var fault: (field: String, value: String, expected: String)? { estimator.fault }

  private enum Kind: String, CaseIterable {
    case volatilityFrequency = "volatility_frequency"
    case windowFrequency = "window_frequency"
    case halfYearFrequency = "half_year_frequency"
    case firstPassage = "first_passage"
    case growthRange = "growth_range"
    case product, fixed
  }

  /// Reads a benchmark by its `kind`.
  public init(from decoder: any Decoder) throws {
    switch try decoder.kind(Kind.self) {
    case .volatilityFrequency: self = .volatilityFrequency(try VolatilityFrequency(from: decoder))
    case .windowFrequency: self = .windowFrequency(try WindowFrequency(from: decoder))
    case .halfYearFrequency: self = .halfYearFrequency(try HalfYearFrequency(from: decoder))
    case .firstPassage: self = .firstPassage(try FirstPassageBenchmark(from: decoder))
    case .growthRange: self = .growthRange(try GrowthRangeBenchmark(from: decoder))
    case .product: self = .product(try ProductBenchmark(from: decoder))
    case .fixed: self = .fixed(try FixedBenchmark(from: decoder))
    }
  }

  /// Writes a benchmark with its `kind`.
  public func encode(to encoder: any Encoder) throws {
    let kind: Kind =
      switch self {
      case .volatilityFrequency: .volatilityFrequency
      case .windowFrequency: .windowFrequency
      case .halfYearFrequency: .halfYearFrequency
      case .firstPassage: .firstPassage
      case .growthRange: .growthRange
      case .product: .product
      case .fixed: .fixed
      }
    try encoder.encode(kind: kind)
    try estimator.encode(to: encoder)
  }
}
