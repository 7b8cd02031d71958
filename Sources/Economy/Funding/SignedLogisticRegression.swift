public import Statistics

/// A logistic regression whose slopes may only have the signs that theory gives them.
///
///     P(event) = 1/(1 + exp(−(b0 + Σ b_j x_j))),     b_j · sign_j ≥ 0
///
/// minimises the log loss plus λ/2 Σ b_j² by projected Newton steps: at each step the quadratic model is
/// minimised over the admissible slopes by coordinates, then the step is halved until the loss falls. The
/// problem is convex and the result does not depend on a start. Sources: Bertsekas (1982) for projected Newton
/// methods; Genkin, Lewis and Madigan (2007) for the ridge.
public struct SignedLogisticRegression: Hashable, Sendable {
  /// b0.
  public let intercept: Double
  /// b_j, each zero or of its sign.
  public let slopes: [Double]

  /// Takes known coefficients.
  public init(intercept: Double, slopes: [Double]) {
    self.intercept = intercept
    self.slopes = slopes
  }

  /// Fits coefficients.
  ///
  /// - Parameters:
  ///   - rows: x, one row per observation, all finite and as long as `signs`.
  ///   - events: As many outcomes; both kinds must occur.
  ///   - signs: +1 or −1 for each column.
  ///   - ridge: λ, positive.
  /// - Throws: ``StatisticsError/fitNotIdentified(model:reason:)`` when one kind is missing,
  ///   ``StatisticsError/valueOutOfRange(field:value:expected:)`` for a number that is not finite, or
  ///   ``StatisticsError/iterationLimitReached(method:limit:)``.
  /// - Complexity: O(iterations · rows · columns²).
  public init(
    rows: [[Double]],
    events: [Bool],
    signs: [Double],
    ridge: Double = 1
  ) throws(StatisticsError) {
    precondition(rows.count == events.count, "\(rows.count) rows, \(events.count) outcomes")
    precondition(ridge > 0 && signs.allSatisfy { abs($0) == 1 }, "signs are 1 or -1")
    precondition(rows.allSatisfy { $0.count == signs.count }, "a row has \(signs.count) numbers")
    guard events.contains(true) && events.contains(false) else {
      throw .fitNotIdentified(
        model: "logistic regression",
        reason: "events and non-events must both occur"
      )
    }
    for row in rows {
      for value in row where !value.isFinite {
        throw .valueOutOfRange(field: "feature", value: value, expected: "a finite number")
      }
    }
    // Column 0 is the intercept; columns are turned so that all slopes are not negative.
    let design = rows.map { row in [1] + zip(row, signs).map { $0 * $1 } }
    let fit = try Self.fit(design, events, ridge)
    intercept = fit[0]
    slopes = zip(fit.dropFirst(), signs).map { $0 == 0 ? 0 : $0 * $1 }
  }

  /// b0 + Σ b_j x_j, the logarithm of the odds.
  public func logOdds(_ row: [Double]) -> Double {
    precondition(row.count == slopes.count, "a row has \(slopes.count) numbers: \(row.count)")
    return zip(slopes, row).reduce(intercept) { $0 + $1.0 * $1.1 }
  }

  private static let limit = 200

  private static func fit(
    _ design: [[Double]],
    _ events: [Bool],
    _ ridge: Double
  ) throws(StatisticsError) -> [Double] {
    var beta = [Double](repeating: 0, count: design[0].count)
    var loss = loss(design, events, ridge, beta)
    for _ in 0..<limit {
      let model = quadratic(design, events, ridge, beta)
      let step = admissibleStep(model.gradient, model.curvature, beta)
      // Along a descent direction of a convex loss some fraction lowers it, or the step is rounding.
      var fraction = 1.0
      var improved = false
      while fraction > 1e-10 {
        let trial = zip(beta, step).map { $0 + fraction * $1 }
        let trialLoss = self.loss(design, events, ridge, trial)
        if trialLoss < loss {
          let gain = loss - trialLoss
          (beta, loss, improved) = (trial, trialLoss, gain > 1e-13 * (1 + abs(loss)))
          break
        }
        fraction /= 2
      }
      if !improved { return beta }
    }
    throw .iterationLimitReached(method: "signed logistic regression", limit: limit)
  }

  private static func loss(
    _ design: [[Double]],
    _ events: [Bool],
    _ ridge: Double,
    _ beta: [Double]
  ) -> Double {
    var sum = 0.0
    for (row, event) in zip(design, events) {
      let odds = zip(row, beta).reduce(0) { $0 + $1.0 * $1.1 }
      let against = event ? -odds : odds
      sum += max(against, 0) + Libm.log(onePlus: Libm.exp(-abs(against)))
    }
    return sum + ridge / 2 * beta.dropFirst().reduce(0) { $0 + $1 * $1 }
  }

  private static func quadratic(
    _ design: [[Double]],
    _ events: [Bool],
    _ ridge: Double,
    _ beta: [Double]
  ) -> (gradient: [Double], curvature: [[Double]]) {
    let width = beta.count
    var gradient = beta.indices.map { $0 == 0 ? 0 : ridge * beta[$0] }
    var curvature = [[Double]](repeating: [Double](repeating: 0, count: width), count: width)
    for column in 0..<width { curvature[column][column] = column == 0 ? 1e-9 : ridge }
    for (row, event) in zip(design, events) {
      let probability = LogisticFunction.value(zip(row, beta).reduce(0) { $0 + $1.0 * $1.1 })
      let weight = probability * (1 - probability)
      for i in 0..<width {
        gradient[i] += (probability - (event ? 1 : 0)) * row[i]
        for j in 0...i { curvature[i][j] += weight * row[i] * row[j] }
      }
    }
    for i in 0..<width { for j in 0..<i { curvature[j][i] = curvature[i][j] } }
    return (gradient, curvature)
  }

  /// The minimum of the quadratic model over slopes that stay at least zero, by cyclic coordinates.
  private static func admissibleStep(
    _ gradient: [Double],
    _ curvature: [[Double]],
    _ beta: [Double]
  ) -> [Double] {
    var step = [Double](repeating: 0, count: beta.count)
    for _ in 0..<2_000 {
      var moved = 0.0
      for i in step.indices {
        var slope = gradient[i]
        for j in step.indices { slope += curvature[i][j] * step[j] }
        var target = step[i] - slope / curvature[i][i]
        if i > 0 { target = max(target, -beta[i]) }
        moved = max(moved, abs(target - step[i]))
        step[i] = target
      }
      if moved < 1e-12 { break }
    }
    return step
  }
}
