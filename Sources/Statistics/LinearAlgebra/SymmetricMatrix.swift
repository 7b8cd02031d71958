/// A small dense symmetric matrix, such as the covariance of a few tens of series.
///
///     var matrix = SymmetricMatrix(order: 2)
///     matrix[0, 0] = 1
///     matrix[0, 1] = 0.5
///     matrix[1, 0]   // 0.5
public struct SymmetricMatrix: Hashable, Sendable {
  /// The number of rows.
  public let order: Int
  /// The rows one after the other.
  private var elements: [Double]

  /// Creates the zero matrix.
  ///
  /// - Parameter order: The number of rows, not negative.
  public init(order: Int) {
    precondition(order >= 0, "a matrix has no negative number of rows: \(order)")
    self.order = order
    elements = [Double](repeating: 0, count: order * order)
  }

  /// Creates a matrix with the same number along its diagonal.
  ///
  /// - Parameters:
  ///   - order: The number of rows.
  ///   - diagonal: The number.
  public init(order: Int, diagonal: Double) {
    self.init(order: order)
    for index in 0..<order { self[index, index] = diagonal }
  }

  /// Creates a matrix from its rows, or nil unless they are square and symmetric.
  ///
  /// - Parameter rows: As many rows as each has numbers.
  public init?(rows: [[Double]]) {
    guard rows.allSatisfy({ $0.count == rows.count }) else { return nil }
    self.init(order: rows.count)
    for row in rows.indices {
      for column in 0...row {
        guard rows[row][column] == rows[column][row] else { return nil }
        self[row, column] = rows[row][column]
      }
    }
  }

  /// One element; setting it sets its mirror image too.
  public subscript(row: Int, column: Int) -> Double {
    get { elements[row * order + column] }
    set {
      elements[row * order + column] = newValue
      elements[column * order + row] = newValue
    }
  }

  /// The elements of the diagonal.
  public var diagonal: [Double] { (0..<order).map { self[$0, $0] } }

  /// The matrix times a vector.
  ///
  /// - Parameter vector: As many numbers as rows.
  /// - Returns: As many.
  /// - Complexity: O(order²).
  public func multiplied(by vector: [Double]) -> [Double] {
    precondition(vector.count == order, "\(order) rows and \(vector.count) numbers")
    return (0..<order).map { row in
      var sum = 0.0
      for column in 0..<order { sum += elements[row * order + column] * vector[column] }
      return sum
    }
  }

  /// The quadratic form vᵀMv.
  ///
  /// - Parameter vector: As many numbers as rows.
  /// - Returns: One number.
  /// - Complexity: O(order²).
  public func quadraticForm(_ vector: [Double]) -> Double {
    zip(vector, multiplied(by: vector)).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Applies a function to each element.
  ///
  /// - Parameter transform: Receives row, column and element, each pair once.
  /// - Returns: A matrix of the same order.
  public func map(_ transform: (_ row: Int, _ column: Int, _ element: Double) -> Double) -> Self {
    var result = self
    for row in 0..<order {
      for column in 0...row { result[row, column] = transform(row, column, self[row, column]) }
    }
    return result
  }

  /// The correlations of a covariance matrix, mᵢⱼ/√(mᵢᵢ mⱼⱼ).
  ///
  /// - Returns: A matrix with ones along its diagonal.
  /// - Throws: ``StatisticsError/fitNotIdentified(model:reason:)`` when a variance is not positive.
  public func correlation() throws(StatisticsError) -> SymmetricMatrix {
    guard diagonal.allSatisfy({ $0 > 0 }) else {
      throw .fitNotIdentified(model: "correlation matrix", reason: "a variance is not positive")
    }
    let deviations = diagonal.map { $0.squareRoot() }
    return map { row, column, element in
      row == column ? 1 : min(max(element / (deviations[row] * deviations[column]), -1), 1)
    }
  }
}
