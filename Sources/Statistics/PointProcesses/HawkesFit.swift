/// A Hawkes process fitted to event times by maximum likelihood, with standard errors.
///
/// Standard errors come from the inverse of the observed information, the negated Hessian of the
/// log-likelihood at its maximum. Events before the period are unknown; their excitation is taken as
/// zero, which biases short periods slightly towards a smaller branching ratio.
public struct HawkesFit: Hashable, Sendable {
  /// The fewest events that are fitted; below, an indicator is missing (model specification, I03).
  public static let eventCountMin = 200

  /// The rate μ of spontaneous events, per unit of time.
  public let baseRate: Double
  /// The branching ratio n; a sample may give one or more.
  public let branchingRatio: Double
  /// The decay rate β, per unit of time.
  public let decayRate: Double
  /// The standard error of ``baseRate``.
  public let baseRateStandardError: Double
  /// The standard error of ``branchingRatio``.
  public let branchingRatioStandardError: Double
  /// The standard error of ``decayRate``.
  public let decayRateStandardError: Double
  /// The log-likelihood at the maximum, in nats.
  public let logLikelihood: Double
  /// The number of events fitted.
  public let eventCount: Int

  /// The log-likelihood of independent events at their mean rate, N ln(N/T) − N.
  ///
  /// Twice the difference to ``logLikelihood`` measures the evidence for self-excitation.
  public let logLikelihoodPoisson: Double

  /// Fits base rate, branching ratio and decay rate.
  ///
  /// The decay rate is searched on a grid of factors of two and by golden section, the other two at
  /// each decay rate by a concave maximisation; Newton steps on all three finish.
  ///
  /// - Parameters:
  ///   - events: Strictly ascending times in 0 ... horizon; spread ties first with
  ///     ``EventTimes/spreadingTies(in:resolution:)``.
  ///   - horizon: The length of the period observed, positive.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` below
  ///   ``eventCountMin`` events, ``StatisticsError/valueOutOfRange(field:value:expected:)`` for times
  ///   out of order, and ``StatisticsError/fitNotIdentified(model:reason:)`` when events show no
  ///   self-excitation or no time scale of it.
  /// - Complexity: O(N) per evaluation, about 60 evaluations.
  public init(to events: [Double], until horizon: Double) throws(StatisticsError) {
    try Self.validate(events, horizon: horizon)
    let likelihood = HawkesLikelihood(events: events, horizon: horizon)
    let start = try Self.profileMaximum(of: likelihood)
    let (parameters, expansion) = Self.polished(start, on: likelihood)
    guard let covariance = expansion.hessian.inverseOfNegative() else {
      throw .fitNotIdentified(
        model: "Hawkes process",
        reason: "the likelihood is flat at its maximum"
      )
    }
    let count = Double(events.count)
    baseRate = parameters[0]
    branchingRatio = parameters[1]
    decayRate = parameters[2]
    baseRateStandardError = covariance.baseBase.squareRoot()
    branchingRatioStandardError = covariance.branchingBranching.squareRoot()
    decayRateStandardError = covariance.decayDecay.squareRoot()
    logLikelihood = expansion.value
    logLikelihoodPoisson = count * Libm.log(count / horizon) - count
    eventCount = events.count
  }

  /// The normal interval of the branching ratio, cut at zero.
  ///
  /// - Parameter confidence: The level, between 0 and 1.
  /// - Returns: n̂ ± z·standard error.
  /// - Throws: ``StatisticsError/valueOutOfRange(field:value:expected:)`` for a level out of range.
  public func branchingRatioInterval(
    confidence: Double = 0.95
  ) throws(StatisticsError) -> ConfidenceInterval {
    let z = try ConfidenceInterval.criticalValue(confidence: confidence)
    let halfWidth = z * branchingRatioStandardError
    return ConfidenceInterval(
      lower: max(0, branchingRatio - halfWidth),
      upper: branchingRatio + halfWidth,
      confidence: confidence
    )
  }

  private static func validate(
    _ events: [Double],
    horizon: Double
  ) throws(StatisticsError) {
    guard events.count >= eventCountMin else {
      throw .observationsTooFew(
        quantity: "Hawkes fit",
        count: events.count,
        minimum: eventCountMin
      )
    }
    guard horizon > 0 && horizon.isFinite else {
      throw .valueOutOfRange(field: "horizon", value: horizon, expected: "finite and above 0")
    }
    var previous = -Double.infinity
    for time in events {
      guard time >= 0 && time <= horizon else {
        throw .valueOutOfRange(
          field: "event time",
          value: time,
          expected: "0 ... \(horizon)"
        )
      }
      guard time > previous else {
        throw .valueOutOfRange(
          field: "event time",
          value: time,
          expected: "later than \(previous)"
        )
      }
      previous = time
    }
  }

  /// The best point on the profile over decay rates, from the slowest to the fastest resolved.
  private static func profileMaximum(
    of likelihood: HawkesLikelihood
  ) throws(StatisticsError) -> SIMD3<Double> {
    let events = likelihood.events
    let gaps = zip(events.dropFirst(), events).map { $0 - $1 }.sorted()
    let slowest = 1 / likelihood.horizon
    let fastest = 10 / gaps[gaps.count / 20]
    var scratch: [Double] = []
    scratch.reserveCapacity(events.count)
    func profile(_ logDecay: Double) -> HawkesProfile {
      HawkesProfile(of: likelihood, decayRate: Libm.exp(logDecay), scratch: &scratch)
    }
    let first = Libm.log(slowest)
    let step = Libm.log(2)
    let pointCount = max(3, Int(((Libm.log(fastest) - first) / step).rounded(.up)) + 1)
    let values = (0..<pointCount).map { profile(first + Double($0) * step).value }
    var best = 0
    for index in values.indices where values[index] > values[best] { best = index }
    guard best > 0 && best < pointCount - 1 else {
      throw .fitNotIdentified(
        model: "Hawkes process",
        reason: "the decay rate lies outside \(slowest) ... \(fastest)"
      )
    }
    let centre = first + Double(best) * step
    let logDecay = GoldenSection.maximum(
      of: { profile($0).value },
      in: (centre - step)...(centre + step),
      tolerance: 1e-3
    )
    let optimum = profile(logDecay)
    guard optimum.branchingRatio > 1e-6 && optimum.baseRate > 0 else {
      throw .fitNotIdentified(model: "Hawkes process", reason: "no self-excitation found")
    }
    return SIMD3(optimum.baseRate, optimum.branchingRatio, Libm.exp(logDecay))
  }

  /// Newton steps on all parameters, halved until they improve; stops at a relative step of 10⁻¹⁰.
  private static func polished(
    _ start: SIMD3<Double>,
    on likelihood: HawkesLikelihood
  ) -> (SIMD3<Double>, HawkesLikelihood.Expansion) {
    var point = start
    var expansion = likelihood.expansion(at: point)
    for _ in 0..<50 {
      guard let inverse = expansion.hessian.inverseOfNegative() else { break }
      let step = inverse.multiplied(by: expansion.gradient)
      guard let (next, nextExpansion) = improvement(from: point, expansion, step, likelihood)
      else { break }
      let change = (next - point) / point
      (point, expansion) = (next, nextExpansion)
      if max(abs(change[0]), abs(change[1]), abs(change[2])) < 1e-10 { break }
    }
    return (point, expansion)
  }

  /// The first of the steps 1, ½, ¼ … that stays positive and does not lower the likelihood.
  private static func improvement(
    from point: SIMD3<Double>,
    _ expansion: HawkesLikelihood.Expansion,
    _ step: SIMD3<Double>,
    _ likelihood: HawkesLikelihood
  ) -> (SIMD3<Double>, HawkesLikelihood.Expansion)? {
    var scale = 1.0
    for _ in 0..<30 {
      let next = point + scale * step
      if next[0] > 0 && next[1] > 0 && next[2] > 0 {
        let candidate = likelihood.expansion(at: next)
        if candidate.value >= expansion.value { return (next, candidate) }
      }
      scale *= 0.5
    }
    return nil
  }
}
