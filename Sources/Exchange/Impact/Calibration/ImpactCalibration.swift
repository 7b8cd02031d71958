import Statistics

/// The square-root market that answers probes as a measured book does.
///
/// The model of a response is π Λ₀ Q + I(Q e^(−ρt)) with I(X) = 2 Λ₀ √X₀ X/(√(X + X₀) + √X₀). Slope,
/// crossover and permanent share start from the immediate and the latest responses, the resilience
/// from those between; all four are then fitted together by weighted nonlinear least squares
/// (Levenberg–Marquardt on logarithms), each point weighted by its standard error.
///
/// Source: `model.md` §1.3, steps 2 to 4.
public struct ImpactCalibration: Hashable, Sendable {
  /// Where the probed sizes lie on the way from linear to square-root impact.
  public enum Regime: Hashable, Sendable {
    /// X₀ is above all sizes: only Λ₀ is identified, c and X₀ move together.
    case linear
    /// X₀ lies among the sizes.
    case crossover
    /// X₀ is below all sizes: only c is identified.
    case squareRoot
    /// Most of the impact of the largest size stays: the market is linear with slope π Λ₀, and the
    /// other numbers describe a small rest.
    case permanent
  }

  /// The calibrated market.
  public let parameters: SquareRootParameters
  /// Λ₀, log units per USD.
  public let linearImpact: Double
  /// Where the sizes lie.
  public let regime: Regime
  /// The median over sizes of the relative difference between the immediate moves of model and book.
  public let medianImmediateError: Double
  /// The median over sizes and later times of the difference between the moves of model and book,
  /// relative to the book's immediate move.
  public let medianLaterError: Double
  /// 2 Λ D₁ over 0.01, Λ the slope of the immediate response between the two largest probes.
  ///
  /// Resting depth and impact must tell the same story: 1 for a flat book without gaps. A sweep
  /// that ends inside D₁ is compared, because the smallest orders meet the gap near the spread.
  public let depthConsistency: Double

  /// The largest median error that is accepted.
  public static let medianErrorMax = 0.15

  /// Whether the reduced form may stand for the book.
  public var isAccepted: Bool {
    max(medianImmediateError, medianLaterError) <= Self.medianErrorMax
  }

  /// Fits a market to a measured book.
  ///
  /// - Parameter measurement: Responses of at least three sizes at two times or more.
  /// - Throws: ``ImpactError/samplesTooFew(quantity:count:minimum:)``;
  ///   ``ImpactError/measurementOutOfRange(quantity:value:expected:)`` when an immediate response is
  ///   not positive; ``ImpactError/fitFailed(quantity:)``.
  public init(_ measurement: BookMeasurement) throws(ImpactError) {
    let responses = measurement.responses
    guard responses.count >= 3 else {
      throw .samplesTooFew(quantity: "probe sizes", count: responses.count, minimum: 3)
    }
    for response in responses where response.moves[0] <= 0 || response.times.count < 2 {
      throw .measurementOutOfRange(
        quantity: "immediate response to \(response.volume) USD",
        value: response.moves[0],
        expected: "a positive move and a later one"
      )
    }
    let curve = try ResponseCurve.fitted(to: responses)
    let scale = 2 * curve.linearImpact * curve.regulariser.squareRoot()
    linearImpact = curve.linearImpact
    parameters = SquareRootParameters(
      prefactor: scale * measurement.dailyVolume.squareRoot() / measurement.dailyVolatility,
      dailyVolatility: measurement.dailyVolatility,
      dailyVolume: measurement.dailyVolume,
      regulariser: curve.regulariser,
      resiliencePerSecond: curve.resilience,
      permanentShare: curve.permanentShare,
      halfSpread: measurement.halfSpread
    )
    regime = Self.regime(of: curve, responses)
    var (immediate, later): ([Double], [Double]) = ([], [])
    for response in responses {
      let scale = response.moves[0]
      for (time, move) in zip(response.times, response.moves) {
        let error = abs(curve.move(after: response.volume, at: time) - move) / scale
        if time == 0 { immediate.append(error) } else { later.append(error) }
      }
    }
    medianImmediateError = Self.median(immediate)
    medianLaterError = Self.median(later)
    let (last, previous) = (responses[responses.count - 1], responses[responses.count - 2])
    let slope = (last.moves[0] - previous.moves[0]) / (last.volume - previous.volume)
    depthConsistency = 2 * slope * measurement.depthWithinOnePercent / 0.01
  }
  private static func regime(of curve: ResponseCurve, _ responses: [ProbeResponse]) -> Regime {
    let sizes = responses.map(\.volume)
    let (smallest, largest) = (sizes.min() ?? 0, sizes.max() ?? 0)
    let lasting = curve.permanentShare * curve.linearImpact * largest
    if lasting > 0.5 * curve.move(after: largest, at: 0) { return .permanent }
    if curve.regulariser > largest { return .linear }
    return curve.regulariser < smallest ? .squareRoot : .crossover
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? 0.5 * (sorted[middle - 1] + sorted[middle]) : sorted[middle]
  }
}
