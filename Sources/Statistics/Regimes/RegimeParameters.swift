/// The parameters of two regimes during a fit.
struct RegimeParameters {
  var means: [Double]
  var variances: [Double]
  var persistences: [Double]
  /// The probability of state 0 at the first value.
  var initialFirst: Double
  var logLikelihood = -Double.infinity

  /// Two values of the series as means, and a spread and persistences at random.
  init(randomNear values: [Double], variance: Double, using stream: inout Stream) {
    let bound = UInt64(values.count)
    means = [
      values[Int(stream.nextInteger(below: bound))],
      values[Int(stream.nextInteger(below: bound))],
    ]
    variances = [
      variance * (0.1 + 0.9 * stream.nextUniform()),
      variance * (0.1 + 0.9 * stream.nextUniform()),
    ]
    persistences = [0.5 + 0.49 * stream.nextUniform(), 0.5 + 0.49 * stream.nextUniform()]
    initialFirst = 0.5
  }

  /// The same law with the lower mean first.
  var ascending: RegimeParameters {
    guard means[0] > means[1] else { return self }
    var swapped = self
    swapped.means.swapAt(0, 1)
    swapped.variances.swapAt(0, 1)
    swapped.persistences.swapAt(0, 1)
    swapped.initialFirst = 1 - initialFirst
    return swapped
  }
}
