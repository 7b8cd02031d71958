/// A hidden Markov chain of two states, each with its own normal law, fitted by expectation maximisation.
///
/// State 0 is the one with the lower mean. Fitted from many random starts, of which the likeliest end is
/// kept. Sources: Baum, Petrie, Soules and Weiss (1970); Hamilton (1989); model specification §5.6.
public struct GaussianRegimes: Hashable, Sendable {
  /// The mean of each state, ascending.
  public let means: [Double]
  /// The standard deviation of each state.
  public let standardDeviations: [Double]
  /// The probability that a state lasts another step.
  public let persistences: [Double]
  /// The probability of each state at the first value.
  public let initialProbabilities: [Double]
  /// The log likelihood of the values.
  public let logLikelihood: Double
  /// The probability of the lower state at each value, given that value and those before it.
  public let filteredLow: [Double]
  /// The number of values.
  public let count: Int
  /// The log likelihood of one normal law for all values.
  public let oneStateLogLikelihood: Double

  /// The fewest values that are fitted.
  public static let observationsMin = 20
  /// Free parameters: two means, two deviations, two persistences, one initial probability.
  public static let parameterCount = 7
  /// A state's variance stays above this share of the sample's, since the likelihood of a state on a
  /// single value has no bound.
  public static let varianceShareMin = 1e-3

  /// Fits a series.
  ///
  /// - Parameters:
  ///   - values: Finite, in order of time, equally spaced.
  ///   - starts: How many random starts, positive.
  ///   - stream: The stream that is advanced.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` below ``observationsMin``
  ///   values, ``StatisticsError/fitNotIdentified(model:reason:)`` for a constant series, or
  ///   ``StatisticsError/valueOutOfRange(field:value:expected:)``.
  /// - Complexity: O(starts · iterations · n).
  public init(
    of values: [Double],
    starts: Int = 50,
    using stream: inout Stream
  ) throws(StatisticsError) {
    precondition(starts > 0, "a fit needs a start: \(starts)")
    guard values.count >= Self.observationsMin else {
      throw .observationsTooFew(
        quantity: "regimes",
        count: values.count,
        minimum: Self.observationsMin
      )
    }
    try RollingSums.check(values, field: "value")
    let moments = Moments(of: values)
    guard let variance = moments.populationVariance, variance > 0 else {
      throw .fitNotIdentified(model: "regimes", reason: "the series is constant")
    }
    let varianceMin = Self.varianceShareMin * variance
    var best: RegimeParameters?
    var recursion = RegimeRecursion(count: values.count)
    for _ in 0..<starts {
      var parameters = RegimeParameters(randomNear: values, variance: variance, using: &stream)
      recursion.maximise(&parameters, on: values, varianceMin: varianceMin)
      if parameters.logLikelihood > (best?.logLikelihood ?? -.infinity) { best = parameters }
    }
    guard let found = best?.ascending else {
      throw .fitNotIdentified(model: "regimes", reason: "no start has a finite likelihood")
    }
    recursion.filter(found, on: values)
    means = found.means
    standardDeviations = found.variances.map { $0.squareRoot() }
    persistences = found.persistences
    initialProbabilities = [found.initialFirst, 1 - found.initialFirst]
    logLikelihood = found.logLikelihood
    filteredLow = recursion.filteredFirst
    count = values.count
    // −n/2 (ln 2πσ² + 1) at the maximum.
    let n = Double(values.count)
    oneStateLogLikelihood = -0.5 * n * (1.837_877_066_409_345_3 + Libm.log(variance) + 1)
  }

  /// The steps that each state lasts on average, 1/(1 − persistence).
  public var expectedDurations: [Double] { persistences.map { 1 / (1 - $0) } }

  /// k ln n − 2 ln L of the two states; the smaller of this and ``oneStateInformationCriterion`` wins.
  public var informationCriterion: Double {
    Double(Self.parameterCount) * Libm.log(Double(count)) - 2 * logLikelihood
  }

  /// k ln n − 2 ln L of one normal law, k = 2.
  public var oneStateInformationCriterion: Double {
    2 * Libm.log(Double(count)) - 2 * oneStateLogLikelihood
  }

  /// Whether the Bayesian information criterion prefers two states.
  public var prefersTwoStates: Bool { informationCriterion < oneStateInformationCriterion }
}
