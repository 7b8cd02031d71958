/// A posterior from simulations alone: parameters whose simulated statistic comes near the observed.
///
/// Pilot generations shrink the tolerance: each keeps the nearest tenth of its draws, fits a Gaussian to
/// them by weight and proposes from it with twice the variance. The last generation draws until enough
/// parameters are accepted. Weights are prior over proposal, so that the proposal leaves no trace.
/// Sources: Sisson, Fan and Tanaka (2007), "Sequential Monte Carlo without likelihoods"; Beaumont,
/// Cornuet, Marin and Robert (2009), "Adaptive approximate Bayesian computation". Tested by row S44.
public struct LikelihoodFreeSampler: Sendable {
  /// The law of the parameter before the observation.
  public var prior: NormalDistribution
  /// The final tolerance: accepted statistics differ from the observed one by less.
  public var tolerance: Double
  /// The number of draws of a pilot generation.
  public var pilotDraws = 10_000
  /// The number of parameters to accept in the last generation.
  public var accepted = 100_000
  /// The number of simulations of the last generation after which it gives up.
  public var simulationLimit = 50_000_000

  /// Creates a sampler.
  ///
  /// - Parameters:
  ///   - prior: The law of the parameter before the observation.
  ///   - tolerance: Positive; a tenth of the statistic's standard deviation widens the posterior's
  ///     variance by a third of a percent.
  public init(prior: NormalDistribution, tolerance: Double) {
    precondition(tolerance > 0, "the tolerance must be positive: \(tolerance)")
    self.prior = prior
    self.tolerance = tolerance
  }

  /// Mean and variance of the accepted parameters.
  public struct Posterior: Hashable, Sendable {
    /// The weighted mean.
    public let mean: Double
    /// The weighted variance.
    public let variance: Double
    /// (Σw)²/Σw², how many equal weights the sample is worth.
    public let effectiveCount: Double
  }

  /// Samples the posterior given an observed statistic.
  ///
  /// - Parameters:
  ///   - observed: The statistic of the data.
  ///   - stream: The stream that is advanced.
  ///   - simulate: Draws the statistic of data under a parameter.
  /// - Returns: The posterior's moments.
  /// - Throws: ``StatisticsError/iterationLimitReached(method:limit:)`` if the last generation accepts
  ///   too few, or a hundred pilot generations do not reach the tolerance.
  public func posterior(
    of observed: Double,
    using stream: inout Stream,
    simulate: (_ parameter: Double, _ stream: inout Stream) -> Double
  ) throws(StatisticsError) -> Posterior {
    let kept = pilotDraws / 10
    precondition(kept > 1, "a pilot generation needs twenty draws: \(pilotDraws)")
    var proposal = prior
    for _ in 0..<100 {
      var draws: [(parameter: Double, distance: Double)] = []
      draws.reserveCapacity(pilotDraws)
      for _ in 0..<pilotDraws {
        let parameter = proposal.draw(using: &stream)
        draws.append((parameter, abs(simulate(parameter, &stream) - observed)))
      }
      draws.sort { $0.distance < $1.distance }
      var sums = WeightedSums()
      for draw in draws.prefix(kept) {
        sums.add(draw.parameter, weight: weight(draw.parameter, proposal))
      }
      let isNear = draws[kept].distance <= 8 * tolerance
      let fitted = sums.posterior
      guard fitted.variance > 0 else { break }
      let next = NormalDistribution(
        mean: fitted.mean,
        standardDeviation: (2 * fitted.variance).squareRoot()
      )
      // A proposal that neither narrows nor moves is as good as it gets.
      let hasSettled =
        next.standardDeviation > 0.9 * proposal.standardDeviation
        && abs(next.mean - proposal.mean) < 0.25 * proposal.standardDeviation
      proposal = next
      if isNear || hasSettled {
        return try lastGeneration(proposal, observed, using: &stream, simulate: simulate)
      }
    }
    throw .iterationLimitReached(method: "likelihood-free sampling", limit: 100)
  }

  private func lastGeneration(
    _ proposal: NormalDistribution,
    _ observed: Double,
    using stream: inout Stream,
    simulate: (_ parameter: Double, _ stream: inout Stream) -> Double
  ) throws(StatisticsError) -> Posterior {
    var sums = WeightedSums()
    for _ in 0..<simulationLimit {
      let parameter = proposal.draw(using: &stream)
      guard abs(simulate(parameter, &stream) - observed) < tolerance else { continue }
      sums.add(parameter, weight: weight(parameter, proposal))
      if sums.count == accepted { return sums.posterior }
    }
    throw .iterationLimitReached(method: "likelihood-free sampling", limit: simulationLimit)
  }

  private func weight(_ parameter: Double, _ proposal: NormalDistribution) -> Double {
    prior.density(parameter) / proposal.density(parameter)
  }
}

/// Moments of weighted values, updated so that a large mean costs no accuracy.
private struct WeightedSums {
  private(set) var count = 0
  private var weights = 0.0
  private var squaredWeights = 0.0
  private var mean = 0.0
  private var squares = 0.0

  mutating func add(_ value: Double, weight: Double) {
    guard weight > 0 else { return }
    count += 1
    weights += weight
    squaredWeights += weight * weight
    let delta = value - mean
    mean += delta * weight / weights
    squares += weight * delta * (value - mean)
  }

  var posterior: LikelihoodFreeSampler.Posterior {
    LikelihoodFreeSampler.Posterior(
      mean: mean,
      variance: weights > 0 ? squares / weights : 0,
      effectiveCount: squaredWeights > 0 ? weights * weights / squaredWeights : 0
    )
  }
}
