/// Resampling of a dependent series by blocks of consecutive values.
///
/// Blocks keep the dependence within their length, so that the spread of a statistic over resamples
/// estimates its standard error. Sources: Künsch (1989), moving blocks; Politis and Romano (1992),
/// circular blocks.
public struct BlockBootstrap: Hashable, Sendable {
  /// How blocks are laid over the series.
  public enum Scheme: Hashable, Sendable, CaseIterable {
    /// Blocks wrap around the end, so that every value is drawn equally often.
    case circular
    /// Blocks stay inside the series; values near the ends are drawn less often.
    case moving
  }

  /// The number of consecutive values in a block.
  public let blockLength: Int
  /// How blocks are laid over the series.
  public let scheme: Scheme

  /// Creates a resampler.
  ///
  /// - Parameters:
  ///   - blockLength: Positive; one is the bootstrap of independent values.
  ///   - scheme: How blocks are laid.
  public init(blockLength: Int, scheme: Scheme = .circular) {
    precondition(blockLength > 0, "a block has at least one value: \(blockLength)")
    self.blockLength = blockLength
    self.scheme = scheme
  }

  /// Draws the indices of one resample, for statistics of several aligned series.
  ///
  /// - Parameters:
  ///   - count: The length of the series, at least the block length.
  ///   - stream: The stream that is advanced, by one word per block (rarely more).
  /// - Returns: `count` indices; the last block is cut to fit.
  /// - Complexity: O(count).
  public func indices(count: Int, using stream: inout Stream) -> [Int] {
    precondition(
      count >= blockLength,
      "a series of \(count) values has no block of \(blockLength)"
    )
    let startCount = scheme == .circular ? count : count - blockLength + 1
    var indices: [Int] = []
    indices.reserveCapacity(count)
    while indices.count < count {
      let start = Int(stream.nextInteger(below: UInt64(startCount)))
      for offset in 0..<min(blockLength, count - indices.count) {
        let index = start + offset
        indices.append(index < count ? index : index - count)
      }
    }
    return indices
  }

  /// Draws one resample.
  ///
  /// - Parameters:
  ///   - values: The series, at least one block long.
  ///   - stream: The stream that is advanced.
  /// - Returns: As many values.
  /// - Complexity: O(n).
  public func resample(_ values: [Double], using stream: inout Stream) -> [Double] {
    indices(count: values.count, using: &stream).map { values[$0] }
  }

  /// Draws the values of a statistic over resamples.
  ///
  /// - Parameters:
  ///   - statistic: A function of a series of the same length.
  ///   - values: The series, at least one block long.
  ///   - replicates: How many resamples, at least two.
  ///   - stream: The stream that is advanced.
  /// - Returns: The distribution of the statistic.
  /// - Complexity: O(replicates · n) and the statistic's own cost.
  public func distribution(
    of statistic: ([Double]) -> Double,
    on values: [Double],
    replicates: Int,
    using stream: inout Stream
  ) -> BootstrapDistribution {
    precondition(replicates >= 2, "a spread needs two resamples: \(replicates)")
    var replicateValues: [Double] = []
    replicateValues.reserveCapacity(replicates)
    for _ in 0..<replicates {
      replicateValues.append(statistic(resample(values, using: &stream)))
    }
    return BootstrapDistribution(estimate: statistic(values), replicates: replicateValues)
  }
}
