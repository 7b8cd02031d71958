/// A correlation of two time series with an interval that allows for their autocorrelation.
///
/// The number of pairs n is replaced by nₑ = n(1 − ρₓρᵧ)/(1 + ρₓρᵧ), with the lag-one autocorrelations
/// of both series, in Fisher's interval tanh(artanh r ± z/√(nₑ − 3)).
/// Sources: Bartlett (1935), Fisher (1921); indicator I06, row S28.
public struct CorrelationEstimate: Hashable, Sendable {
  /// Pearson's coefficient.
  public let correlation: Double
  /// The number of pairs.
  public let count: Int
  /// The number of independent pairs that carry as much, in general not whole.
  public let effectiveObservations: Double
  /// Fisher's interval with the effective number of pairs.
  public let interval: ConfidenceInterval

  /// Fewer pairs than this are suppressed: their interval spans most of the range.
  public static let observationsMin = 10

  /// Estimates the correlation of two aligned series.
  ///
  /// - Parameters:
  ///   - first: Finite values in order of time, such as log returns.
  ///   - second: As many, each at the same time.
  ///   - confidence: The level of the interval, between 0 and 1.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` below
  ///   ``observationsMin`` pairs, ``StatisticsError/fitNotIdentified(model:reason:)`` when a series is
  ///   constant, or ``StatisticsError/valueOutOfRange(field:value:expected:)`` when the correlation is
  ///   perfect or the effective number of pairs is not above three.
  /// - Complexity: O(n).
  public init(
    _ first: [Double],
    _ second: [Double],
    confidence: Double = 0.95
  ) throws(StatisticsError) {
    guard first.count >= Self.observationsMin else {
      throw .observationsTooFew(
        quantity: "correlation",
        count: first.count,
        minimum: Self.observationsMin
      )
    }
    try RollingSums.check(first, field: "value of the first series")
    try RollingSums.check(second, field: "value of the second series")
    correlation = try Correlation.pearson(first, second)
    count = first.count
    effectiveObservations = try ConfidenceInterval.effectiveObservations(
      count: first.count,
      autocorrelations: (
        first: try Correlation.autocorrelation(of: first, lag: 1),
        second: try Correlation.autocorrelation(of: second, lag: 1)
      )
    )
    interval = try ConfidenceInterval.fisher(
      correlation: correlation,
      observations: effectiveObservations,
      confidence: confidence
    )
  }
}
