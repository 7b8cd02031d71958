/// A forecast with what the data says about it: one row of the score table.
public struct ScoredForecast: Hashable, Sendable {
  /// What was said.
  public let forecast: Forecast
  /// What the data says.
  public let resolution: Resolution
  /// What history gave at the cut-off.
  public let benchmark: BenchmarkEstimate
  /// The headline score; nil unless resolved.
  public let score: ForecastScore?
  /// The score with the second probability of an unhedged statement.
  public let sensitivity: ForecastScore?
  /// The continuous ranked probability score of a stated range, in its unit; nil without one.
  public let rangeScore: Double?
  /// Other readings of the same words, each with its own resolution and score.
  public let variants: [ScoredVariant]

  /// Another reading, scored with the same probability.
  public struct ScoredVariant: Hashable, Sendable {
    /// What the reading is.
    public let reading: String
    /// What the data says.
    public let resolution: Resolution
    /// The score; nil unless resolved.
    ///
    /// It has no skill: the benchmark is that of the main reading.
    public let score: ForecastScore?
  }
}
