/// The first principal component of standardised series that need not all cover the same time.
///
/// Each series is standardised on its own observations; correlations use the times that both series of
/// a pair have. The score of a time is the least-squares coefficient of the loadings on the values that
/// are there, f = Σ wᵢzᵢ/Σ wᵢ² over those i, so that a missing series neither counts as calm nor as
/// stress. Source: Monin (2019), "The OFR Financial Stress Index"; indicator I19.
public struct PrincipalComponent: Hashable, Sendable {
  /// One loading per series; their squares sum to one and their sum is not negative.
  public let loadings: [Double]
  /// The share of the standardised series' total variance that the component explains.
  public let explainedShare: Double
  /// The mean of each series.
  public let means: [Double]
  /// The standard deviation of each series.
  public let standardDeviations: [Double]

  /// The fewest times that two series must share.
  public static let overlapMin = 20

  private static let iterationLimit = 100_000
  private static let tolerance = 1e-13

  /// Estimates the component.
  ///
  /// - Parameter series: At least two, each with one value per time and nil where there is none.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` when two series share
  ///   fewer than ``overlapMin`` times, ``StatisticsError/fitNotIdentified(model:reason:)`` when a series
  ///   is constant, or ``StatisticsError/iterationLimitReached(method:limit:)`` when the first two
  ///   components explain the same.
  /// - Complexity: O(series² · times).
  public init(of series: [[Double?]]) throws(StatisticsError) {
    precondition(series.count >= 2, "a component needs two series: \(series.count)")
    precondition(
      series.allSatisfy { $0.count == series[0].count },
      "all series have one place per time"
    )
    var means: [Double] = []
    var deviations: [Double] = []
    for values in series {
      let moments = Moments(of: values.compactMap { $0 })
      guard let deviation = moments.standardDeviation, deviation > 0 else {
        throw .fitNotIdentified(model: "principal component", reason: "a series is constant")
      }
      means.append(moments.mean)
      deviations.append(deviation)
    }
    var correlations = SymmetricMatrix(order: series.count, diagonal: 1)
    for row in series.indices {
      for column in 0..<row {
        correlations[row, column] = try Self.correlation(series[row], series[column])
      }
    }
    let found = try Self.largestEigenvector(of: correlations)
    loadings = found.vector
    explainedShare = found.value / Double(series.count)
    self.means = means
    standardDeviations = deviations
  }

  /// What each series adds to the score of one time; nil where it has no value.
  ///
  /// - Parameter values: One per series, nil where there is none.
  /// - Returns: One contribution per series, in standard deviations; they sum to the score.
  public func contributions(of values: [Double?]) -> [Double?] {
    precondition(values.count == loadings.count, "\(loadings.count) series, \(values.count) values")
    var weight = 0.0
    for (value, loading) in zip(values, loadings) where value != nil { weight += loading * loading }
    return values.indices.map { index in
      guard let value = values[index], weight > 0 else { return nil }
      return loadings[index] * (value - means[index]) / standardDeviations[index] / weight
    }
  }

  /// The score of one time, or nil when no series with a loading has a value.
  ///
  /// - Parameter values: One per series, nil where there is none.
  /// - Returns: Positive for values above their means along the loadings.
  public func score(of values: [Double?]) -> Double? {
    let present = contributions(of: values).compactMap { $0 }
    return present.isEmpty ? nil : present.reduce(0, +)
  }

  private static func correlation(
    _ first: [Double?],
    _ second: [Double?]
  ) throws(StatisticsError) -> Double {
    var (x, y): ([Double], [Double]) = ([], [])
    for (a, b) in zip(first, second) {
      guard let a, let b else { continue }
      x.append(a)
      y.append(b)
    }
    guard x.count >= overlapMin else {
      throw .observationsTooFew(
        quantity: "times shared by two series",
        count: x.count,
        minimum: overlapMin
      )
    }
    return try Correlation.pearson(x, y)
  }

  /// Power iteration on the matrix shifted by its order, which makes the algebraically largest
  /// eigenvalue the largest in absolute value.
  private static func largestEigenvector(
    of matrix: SymmetricMatrix
  ) throws(StatisticsError) -> (vector: [Double], value: Double) {
    let shift = Double(matrix.order)
    // An irregular start is not at right angles to the vectors that symmetry singles out.
    var vector = normalised((0..<matrix.order).map { 1 + 1 / Double($0 + 2) })
    for _ in 0..<iterationLimit {
      let image = zip(matrix.multiplied(by: vector), vector).map { $0 + shift * $1 }
      let next = normalised(image)
      let change = zip(next, vector).reduce(0) { max($0, abs($1.0 - $1.1)) }
      vector = next
      guard change > tolerance else {
        let total = vector.reduce(0, +)
        let first = vector.first { abs($0) > 1e-9 } ?? 1
        let isUpsideDown = abs(total) > 1e-9 ? total < 0 : first < 0
        if isUpsideDown { vector = vector.map { -$0 } }
        return (vector, matrix.quadraticForm(vector))
      }
    }
    throw .iterationLimitReached(method: "power iteration", limit: iterationLimit)
  }

  private static func normalised(_ vector: [Double]) -> [Double] {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return vector.map { $0 / length }
  }
}
