/// The log-likelihood of a Hawkes process with an exponential kernel, with both derivatives.
///
/// ln L = Σ ln λ(tᵢ) − μT − n Σ (1 − e^(−β(T − tᵢ))), where λ(tᵢ) = μ + nβAᵢ and
/// Aᵢ = Σ_{j<i} e^(−β(tᵢ − tⱼ)) follows the recursion Aᵢ = e^(−βΔ)(1 + Aᵢ₋₁); the sums Bᵢ and Cᵢ with
/// weights (tᵢ − tⱼ) and (tᵢ − tⱼ)² follow like ones and give the derivatives in β.
/// Source: Ozaki (1979), "Maximum likelihood estimation of Hawkes' self-exciting point processes".
struct HawkesLikelihood {
  /// Strictly ascending times between zero and the horizon.
  ///
  /// Events before zero are unknown and left out.
  let events: [Double]
  let horizon: Double

  /// The parameters (μ, n, β), in this order in gradient and Hessian.
  typealias Parameters = SIMD3<Double>

  struct Expansion {
    var value = 0.0
    var gradient = SIMD3<Double>.zero
    /// The symmetric second derivatives.
    var hessian = SymmetricMatrix3()
  }

  /// Value, gradient and Hessian at a point with positive parameters.
  func expansion(at parameters: Parameters) -> Expansion {
    let (mu, n, beta) = (parameters[0], parameters[1], parameters[2])
    var result = Expansion()
    var (a, b, c) = (0.0, 0.0, 0.0)
    var previous = 0.0
    for (index, time) in events.enumerated() {
      if index > 0 {
        let gap = time - previous
        let decay = Libm.exp(-beta * gap)
        c = decay * (c + 2 * gap * b + gap * gap * (1 + a))
        b = decay * (b + gap * (1 + a))
        a = decay * (1 + a)
      }
      previous = time
      let inverse = 1 / (mu + n * beta * a)
      let slopeInBeta = a - beta * b
      let slope = SIMD3(1, beta * a, n * slopeInBeta) * inverse
      result.value -= Libm.log(inverse)
      result.gradient += slope
      result.hessian.subtractOuterProduct(of: slope)
      result.hessian.branchingDecay += slopeInBeta * inverse
      result.hessian.decayDecay += n * (beta * c - 2 * b) * inverse
    }
    subtractCompensator(from: &result, at: parameters)
    return result
  }

  private func subtractCompensator(from result: inout Expansion, at parameters: Parameters) {
    let (mu, n, beta) = (parameters[0], parameters[1], parameters[2])
    var (fired, first, second) = (0.0, 0.0, 0.0)
    for time in events {
      let left = horizon - time
      let decay = Libm.exp(-beta * left)
      fired += 1 - decay
      first += left * decay
      second += left * left * decay
    }
    result.value -= mu * horizon + n * fired
    result.gradient -= SIMD3(horizon, fired, n * first)
    result.hessian.branchingDecay -= first
    result.hessian.decayDecay += n * second
  }
}
