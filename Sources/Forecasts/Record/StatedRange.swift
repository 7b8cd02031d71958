import Statistics

/// A range that a source states for a quantity, read as the central part of a normal distribution.
///
/// Sources seldom say how sure they are of a range: ``level`` is an assumption and is printed with
/// the score.
public struct StatedRange: Hashable, Sendable, Codable {
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double
  /// The unit of both.
  public let unit: String
  /// The probability that the range is taken to hold, such as 0.8.
  public let level: Double

  /// The normal distribution whose central part is the range.
  var distribution: NormalDistribution {
    NormalDistribution(
      mean: (low + high) / 2,
      standardDeviation: (high - low) / 2 / NormalDistribution.standardQuantile((1 + level) / 2)
    )
  }
}
