import Statistics

/// Gauss–Legendre quadrature: n points integrate polynomials of degree 2n − 1 exactly.
struct GaussLegendreRule {
  private let nodes: [Double]
  private let weights: [Double]

  /// Creates the rule on [−1, 1], with nodes found by Newton's method from Tricomi's estimate.
  ///
  /// - Parameter points: At least 1.
  init(points: Int) {
    precondition(points >= 1, "a rule needs points: \(points)")
    var nodes: [Double] = []
    var weights: [Double] = []
    for index in 0..<points {
      var x = Libm.cos(.pi * (Double(index) + 0.75) / (Double(points) + 0.5))
      var slope = 0.0
      for _ in 0..<20 {
        var (previous, current) = (1.0, x)
        for degree in stride(from: 2, through: points, by: 1) {
          let k = Double(degree)
          (previous, current) = (current, ((2 * k - 1) * x * current - (k - 1) * previous) / k)
        }
        slope = Double(points) * (x * current - previous) / (x * x - 1)
        let step = current / slope
        x -= step
        if abs(step) < 1e-16 { break }
      }
      nodes.append(x)
      weights.append(2 / ((1 - x * x) * slope * slope))
    }
    self.nodes = nodes
    self.weights = weights
  }

  /// The integral of a function over an interval.
  func integral(from lower: Double, to upper: Double, of function: (Double) -> Double) -> Double {
    let (centre, half) = (0.5 * (lower + upper), 0.5 * (upper - lower))
    var total = 0.0
    for (node, weight) in zip(nodes, weights) { total += weight * function(centre + half * node) }
    return half * total
  }
}
