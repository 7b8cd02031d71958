/// The forward and backward recursions of a two-state chain, scaled at every step.
struct RegimeRecursion {
  /// The probability of state 0 at each value given the values so far.
  private(set) var filteredFirst: [Double]
  /// The probability of state 0 at each value given the values before it.
  private var predictedFirst: [Double]
  /// The probability of state 0 at each value given all values.
  private var smoothedFirst: [Double]

  private static let iterationLimit = 500
  private static let tolerance = 1e-9
  /// Persistences stay this far from 0 and 1, so that no state becomes unreachable.
  private static let probabilityMin = 1e-6

  init(count: Int) {
    filteredFirst = [Double](repeating: 0, count: count)
    predictedFirst = filteredFirst
    smoothedFirst = filteredFirst
  }

  /// Raises the likelihood until it stands still.
  mutating func maximise(
    _ parameters: inout RegimeParameters,
    on values: [Double],
    varianceMin: Double
  ) {
    var before = -Double.infinity
    for _ in 0..<Self.iterationLimit {
      parameters.logLikelihood = filter(parameters, on: values)
      guard parameters.logLikelihood - before > Self.tolerance * Double(values.count) else {
        return
      }
      before = parameters.logLikelihood
      improve(&parameters, on: values, varianceMin: varianceMin)
    }
    parameters.logLikelihood = filter(parameters, on: values)
  }

  /// Runs forward and returns the log likelihood.
  @discardableResult
  mutating func filter(_ parameters: RegimeParameters, on values: [Double]) -> Double {
    let stay = parameters.persistences
    var logLikelihood = -0.5 * 1.837_877_066_409_345_3 * Double(values.count)
    var predicted = parameters.initialFirst
    let logDeviations = parameters.variances.map { 0.5 * Libm.log($0) }
    for (time, value) in values.enumerated() {
      let (a, b) = (value - parameters.means[0], value - parameters.means[1])
      let logFirst = -0.5 * a * a / parameters.variances[0] - logDeviations[0]
      let logSecond = -0.5 * b * b / parameters.variances[1] - logDeviations[1]
      let largest = max(logFirst, logSecond)
      let density = SIMD2(Libm.exp(logFirst - largest), Libm.exp(logSecond - largest))
      let first = predicted * density[0]
      let total = first + (1 - predicted) * density[1]
      predictedFirst[time] = predicted
      filteredFirst[time] = first / total
      logLikelihood += largest + Libm.log(total)
      predicted = filteredFirst[time] * stay[0] + (1 - filteredFirst[time]) * (1 - stay[1])
    }
    return logLikelihood
  }

  /// One step of expectation maximisation after ``filter(_:on:)``.
  private mutating func improve(
    _ parameters: inout RegimeParameters,
    on values: [Double],
    varianceMin: Double
  ) {
    let stay = parameters.persistences
    let last = values.count - 1
    smoothedFirst[last] = filteredFirst[last]
    var (stays, visits) = (SIMD2<Double>.zero, SIMD2<Double>.zero)
    for time in stride(from: last - 1, through: 0, by: -1) {
      let filtered = filteredFirst[time]
      let predicted = predictedFirst[time + 1]
      let later = smoothedFirst[time + 1]
      // Kim's smoother: how much the next state's probability rose once all values were known.
      let toFirst = predicted > 0 ? later / predicted : 0
      let toSecond = predicted < 1 ? (1 - later) / (1 - predicted) : 0
      let firstFirst = filtered * stay[0] * toFirst
      let secondSecond = (1 - filtered) * stay[1] * toSecond
      let first = firstFirst + filtered * (1 - stay[0]) * toSecond
      smoothedFirst[time] = min(max(first, 0), 1)
      stays += SIMD2(firstFirst, secondSecond)
      visits += SIMD2(first, 1 - first)
    }
    parameters.initialFirst = smoothedFirst[0]
    for state in 0...1 {
      if visits[state] > 0 {
        parameters.persistences[state] = min(
          max(stays[state] / visits[state], Self.probabilityMin),
          1 - Self.probabilityMin
        )
      }
      updateLaw(&parameters, of: state, on: values, varianceMin: varianceMin)
    }
  }

  private func updateLaw(
    _ parameters: inout RegimeParameters,
    of state: Int,
    on values: [Double],
    varianceMin: Double
  ) {
    var (weight, sum) = (0.0, 0.0)
    for (value, first) in zip(values, smoothedFirst) {
      let share = state == 0 ? first : 1 - first
      weight += share
      sum += share * value
    }
    guard weight > 0 else { return }
    let mean = sum / weight
    var squares = 0.0
    for (value, first) in zip(values, smoothedFirst) {
      let share = state == 0 ? first : 1 - first
      squares += share * (value - mean) * (value - mean)
    }
    parameters.means[state] = mean
    parameters.variances[state] = max(squares / weight, varianceMin)
  }
}
