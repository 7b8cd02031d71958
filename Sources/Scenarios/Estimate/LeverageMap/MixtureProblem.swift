import Statistics

/// The penalised least squares behind ``MixtureInference``, solved by Levenberg and Marquardt's method.
struct MixtureProblem {
  let predictors: [Double]
  let targets: [Double]
  let tilts: [Double]
  let groups: [Int]
  let groupCount: Int
  let weights: [Double]
  let centre: [Double]
  let priorSpread: Double
  let noise: Double

  /// Where the search ended.
  struct Solution {
    let parameters: [Double]
    let residualSpread: Double?
  }

  private var classCount: Int { centre.count }
  /// Standard deviation of the prior of the tilt.
  private static let tiltSpread = 0.5

  /// Minimises the penalised sum of squares; parameters are log shares, then the tilt.
  mutating func solve(from start: [Double]) -> Solution {
    var parameters = start
    var state = evaluate(parameters)
    var damping = 1e-2
    search: for _ in 0..<60 {
      let (matrix, gradient) = normalEquations(parameters, state)
      var next = parameters
      var improved = state
      repeat {
        let factor = try? CholeskyFactor(
          of: matrix.map { row, column, value in row == column ? value * (1 + damping) : value }
        )
        // The prior keeps the matrix positive definite unless a number has overflowed: stay then.
        guard let step = factor?.solution(of: gradient) else { break search }
        for index in step.indices { next[index] = parameters[index] + min(max(step[index], -1), 1) }
        improved = evaluate(next)
        damping *= 4
      } while improved.objective > state.objective && damping < 1e8
      guard improved.objective <= state.objective else { break search }
      let gain = state.objective - improved.objective
      parameters = next
      state = improved
      damping = max(damping / 20, 1e-6)
      if gain < 1e-6 * (1 + state.objective) { break search }
    }
    let weight = weights.reduce(0, +)
    let squares = zip(state.residuals, weights).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }
    return Solution(
      parameters: parameters,
      residualSpread: weight > 0 ? (squares / weight).squareRoot() : nil
    )
  }

  private struct State {
    var residuals: [Double]
    var models: [Double]
    var objective: Double
  }

  private func evaluate(_ parameters: [Double]) -> State {
    let shares = parameters[..<classCount].map(Libm.exponential)
    let tilt = parameters[classCount]
    var models = [Double](repeating: 0, count: targets.count)
    var residuals = models
    for row in targets.indices {
      var sum = 0.0
      for index in 0..<classCount { sum += predictors[row * classCount + index] * shares[index] }
      models[row] = sum
      residuals[row] = targets[row] - Libm.logarithm(sum) - tilt * tilts[row]
    }
    centreByGroup(&residuals)
    var objective = 0.0
    for row in targets.indices { objective += weights[row] * residuals[row] * residuals[row] }
    objective /= noise * noise
    for index in 0..<classCount {
      let deviation = (parameters[index] - centre[index]) / priorSpread
      objective += deviation * deviation
    }
    objective += tilt * tilt / (MixtureProblem.tiltSpread * MixtureProblem.tiltSpread)
    return State(residuals: residuals, models: models, objective: objective)
  }

  /// Subtracts from a column its weighted mean in each group: the free level of the group.
  private func centreByGroup(_ column: inout [Double]) {
    var sums = [Double](repeating: 0, count: groupCount)
    var counts = sums
    for row in column.indices {
      sums[groups[row]] += weights[row] * column[row]
      counts[groups[row]] += weights[row]
    }
    for row in column.indices where counts[groups[row]] > 0 {
      column[row] -= sums[groups[row]] / counts[groups[row]]
    }
  }

  private func normalEquations(
    _ parameters: [Double],
    _ state: State
  ) -> (SymmetricMatrix, [Double]) {
    let size = classCount + 1
    var columns: [[Double]] = []
    for index in 0..<classCount {
      let share = Libm.exponential(parameters[index])
      var column = targets.indices.map {
        predictors[$0 * classCount + index] * share / state.models[$0]
      }
      centreByGroup(&column)
      columns.append(column)
    }
    var last = tilts
    centreByGroup(&last)
    columns.append(last)
    var matrix = SymmetricMatrix(order: size)
    var gradient = [Double](repeating: 0, count: size)
    let precision = 1 / (noise * noise)
    for first in 0..<size {
      let weighted = zip(columns[first], weights).map { $0 * $1 * precision }
      gradient[first] = dot(weighted, state.residuals)
      for second in 0...first {
        matrix[first, second] = dot(weighted, columns[second])
      }
      let spread = first < classCount ? priorSpread : MixtureProblem.tiltSpread
      let deviation = first < classCount ? parameters[first] - centre[first] : parameters[first]
      matrix[first, first] += 1 / (spread * spread)
      gradient[first] -= deviation / (spread * spread)
    }
    return (matrix, gradient)
  }

  private func dot(_ first: [Double], _ second: [Double]) -> Double {
    var sum = 0.0
    for index in first.indices { sum += first[index] * second[index] }
    return sum
  }
}
