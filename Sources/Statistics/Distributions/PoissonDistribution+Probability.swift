extension PoissonDistribution {
  /// The logarithm of the probability of a count.
  ///
  /// From a count of 16 on, k ln μ − μ − ln k! would cancel almost all digits of numbers near k ln k;
  /// the saddle-point form −D(k, μ) − δ(k) − ½ ln(2πk) has only small terms, with the deviance
  /// D = k ln(k/μ) + μ − k and the error δ of Stirling's formula.
  /// Source: Loader (2000), "Fast and accurate computation of binomial probabilities".
  static func logProbability(of count: Int, mean: Double) -> Double {
    guard count >= 0 else { return -.infinity }
    guard mean > 0 else { return count == 0 ? 0 : -.infinity }
    let k = Double(count)
    if count < 16 { return k * Libm.log(mean) - mean - Libm.logGamma(k + 1) }
    let twoPi = 6.283_185_307_179_586
    return -deviance(count: k, mean: mean) - stirlingError(k) - 0.5 * Libm.log(twoPi * k)
  }

  /// k ln(k/μ) + μ − k, which is μ[(1 + d) ln(1 + d) − d] with d = (k − μ)/μ.
  private static func deviance(count k: Double, mean: Double) -> Double {
    let difference = k - mean
    guard abs(difference) < 0.1 * (k + mean) else {
      return k * Libm.log(k / mean) - difference
    }
    // With v = (k − μ)/(k + μ): ln(k/μ) = 2(v + v³/3 + v⁵/5 + …).
    let v = difference / (k + mean)
    let square = v * v
    var power = 2 * k * v * square
    var sum = difference * v
    var divisor = 3.0
    while true {
      let next = sum + power / divisor
      if next == sum { return sum }
      sum = next
      power *= square
      divisor += 2
    }
  }

  /// ln k! − [k ln k − k + ½ ln(2πk)] to 10⁻¹⁴ for k ≥ 16.
  private static func stirlingError(_ k: Double) -> Double {
    let square = k * k
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1_260 - 1 / (1_680 * square)) / square) / square) / k
  }
}
