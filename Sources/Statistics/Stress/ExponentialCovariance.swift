/// A covariance matrix in which older observations weigh less by a constant factor per step.
///
/// Sₜ = λSₜ₋₁ + (1 − λ)·d dᵀ with the deviations d from known centres, divided by the weight given so
/// far, so that the first observations are not pulled to zero.
/// Source: RiskMetrics (1996); indicator I18 with λ = 0.93 and the scores' centre one half.
///
///     var covariance = ExponentialCovariance(order: 2)
///     covariance.add(deviations: [0.3, 0.4])
///     covariance.add(deviations: [-0.1, 0.2])
///     try covariance.matrix().correlation()[0, 1]   // 0.6887
public struct ExponentialCovariance: Hashable, Sendable {
  /// λ, the weight that a step leaves of what came before, between 0 and 1.
  public let decay: Double
  /// The number of observations added.
  public private(set) var count = 0
  private var sums: SymmetricMatrix
  private var weight = 0.0

  /// The decay of the composite indicator of systemic stress.
  public static let stressDecay = 0.93

  /// Creates the covariance of no observations.
  ///
  /// - Parameters:
  ///   - order: The number of series, positive.
  ///   - decay: λ, between 0 and 1, ends excluded.
  public init(order: Int, decay: Double = stressDecay) {
    precondition(order > 0, "a covariance needs a series: \(order)")
    precondition(decay > 0 && decay < 1, "a decay lies between 0 and 1: \(decay)")
    self.decay = decay
    sums = SymmetricMatrix(order: order)
  }

  /// Adds one observation.
  ///
  /// - Parameter deviations: From each series' centre, finite.
  /// - Complexity: O(order²).
  public mutating func add(deviations: [Double]) {
    precondition(
      deviations.count == sums.order,
      "\(sums.order) series and \(deviations.count) deviations"
    )
    precondition(deviations.allSatisfy(\.isFinite), "deviations must be finite")
    let share = 1 - decay
    sums = sums.map { row, column, sum in
      decay * sum + share * deviations[row] * deviations[column]
    }
    weight = decay * weight + share
    count += 1
  }

  /// The covariance.
  ///
  /// - Returns: In products of the series' units.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` before the first
  ///   observation.
  public func matrix() throws(StatisticsError) -> SymmetricMatrix {
    guard count > 0 else {
      throw .observationsTooFew(quantity: "exponential covariance", count: 0, minimum: 1)
    }
    return sums.map { _, _, sum in sum / weight }
  }
}
