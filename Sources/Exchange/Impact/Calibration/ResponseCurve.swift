import Statistics

/// The response of the square-root market to one order from rest, as a function of four numbers.
struct ResponseCurve {
  /// ln Λ₀, ln X₀, ln π and ln ρ.
  private var logs: [Double]
  /// The range of each logarithm: beyond it the responses no longer depend on the number.
  private var ranges: [ClosedRange<Double>]

  var linearImpact: Double { Libm.exp(logs[0]) }
  var regulariser: Double { Libm.exp(logs[1]) }
  var permanentShare: Double { Libm.exp(logs[2]) }
  var resilience: Double { Libm.exp(logs[3]) }

  /// π Λ₀ Q + I(Q e^(−ρt)).
  func move(after volume: Double, at time: Double) -> Double {
    let left = volume * Libm.exp(-resilience * time)
    let root = regulariser.squareRoot()
    let temporary = 2 * root * left / ((left + regulariser).squareRoot() + root)
    return linearImpact * (permanentShare * volume + temporary)
  }

  /// Fits the curve; the best of several starts, so that a flat direction does not trap it.
  static func fitted(to responses: [ProbeResponse]) throws(ImpactError) -> ResponseCurve {
    var best: (curve: ResponseCurve, misfit: Double)?
    for crossover in [0.1, 1, 10, 100] {
      var curve = ResponseCurve(startingFrom: responses, crossover: crossover)
      let misfit = curve.descend(responses)
      if misfit.isFinite && misfit < (best?.misfit ?? .infinity) { best = (curve, misfit) }
    }
    guard let best else { throw .fitFailed(quantity: "impact curve") }
    return best.curve
  }

  /// Steps 2 of the recipe: slope from the smallest orders, π from the latest response over the
  /// immediate one, ρ from the time at which half of the rest is gone.
  private init(startingFrom responses: [ProbeResponse], crossover: Double) {
    let sizes = responses.map(\.volume)
    let (smallest, largest) = (sizes.min() ?? 1, sizes.max() ?? 1)
    let shares = responses.map { ($0.moves.last ?? 0) / $0.moves[0] }.sorted()
    let lasting = min(max(shares[shares.count / 2], 0.01), 0.95)
    let times = responses[0].times
    let (first, last) = (times[1], times[times.count - 1])
    let middle = smallest * (largest / smallest).squareRoot() * crossover
    let slope = responses[0].moves[0] / responses[0].volume
    let permanent = lasting / (1 - lasting)
    logs = [
      Libm.log(slope / (1 + permanent)), Libm.log(middle), Libm.log(permanent),
      Libm.log(2 / (first * last).squareRoot()),
    ]
    ranges = [
      -200...0,
      Libm.log(1e-3 * smallest)...Libm.log(1e3 * largest),
      Libm.log(1e-3)...Libm.log(1e3),
      Libm.log(1e-3 / last)...Libm.log(1e2 / first),
    ]
    clamp()
  }

  private mutating func clamp() {
    for index in logs.indices {
      logs[index] = min(max(logs[index], ranges[index].lowerBound), ranges[index].upperBound)
    }
  }

  /// The residuals in standard errors.
  private func residuals(_ responses: [ProbeResponse]) -> [Double] {
    var residuals: [Double] = []
    for response in responses {
      for (index, time) in response.times.enumerated() {
        let difference = move(after: response.volume, at: time) - response.moves[index]
        residuals.append(difference / response.standardErrors[index])
      }
    }
    return residuals
  }

  /// Levenberg–Marquardt with central differences; returns the sum of squared residuals.
  private mutating func descend(_ responses: [ProbeResponse]) -> Double {
    var damping = 1e-3
    var current = residuals(responses)
    var misfit = Self.squared(current)
    for _ in 0..<200 {
      let slopes = jacobian(responses)
      let gram = slopes.map { a in slopes.map { b in zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } } }
      let gradient = slopes.map { a in zip(a, current).reduce(0) { $0 + $1.0 * $1.1 } }
      var damped = gram
      for index in damped.indices {
        // A parameter without effect keeps its place: its row is all damping.
        damped[index][index] = gram[index][index] * (1 + damping) + 1e-9 + damping * 1e-6
      }
      let step = SymmetricSystem.solve(damped, gradient)
      var trial = self
      for index in logs.indices { trial.logs[index] -= min(max(step[index], -2), 2) }
      trial.clamp()
      let residuals = trial.residuals(responses)
      let reached = Self.squared(residuals)
      guard reached < misfit else {
        damping *= 10
        if damping > 1e12 { break }
        continue
      }
      let gain = misfit - reached
      (self, current, misfit) = (trial, residuals, reached)
      damping = max(damping * 0.2, 1e-12)
      if gain <= 1e-12 * misfit { break }
    }
    return misfit
  }

  /// The derivatives of the residuals by each logarithm.
  private func jacobian(_ responses: [ProbeResponse]) -> [[Double]] {
    logs.indices.map { index in
      var (above, below) = (self, self)
      above.logs[index] += 1e-5
      below.logs[index] -= 1e-5
      return zip(above.residuals(responses), below.residuals(responses)).map { ($0 - $1) / 2e-5 }
    }
  }

  private static func squared(_ residuals: [Double]) -> Double {
    residuals.reduce(0) { $0 + $1 * $1 }
  }
}
