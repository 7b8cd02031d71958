/// The count, mean and central moments of a sample up to the fourth, in one pass and mergeable.
///
/// Sums of powers of deviations from the running mean are updated per value, so that a large mean
/// costs no accuracy. Merging is exact in real numbers but not in floating point: merge parts in index
/// order, as ``merged(_:)`` does, and the result never depends on threads.
/// Sources: Welford (1962); Pébay (2008), Sandia report SAND2008-6212.
///
///     var moments = Moments()
///     for value in [1.0, 2, 3, 4] { moments.add(value) }
///     moments.variance  // 1.6666666666666667
public struct Moments: Hashable, Sendable, Codable {
  /// The number of values.
  public private(set) var count = 0
  /// The mean, zero while empty.
  public private(set) var mean = 0.0
  /// The least value, +∞ while empty.
  public private(set) var least = Double.infinity
  /// The greatest value, −∞ while empty.
  public private(set) var greatest = -Double.infinity
  private var sumOfSquares = 0.0
  private var sumOfCubes = 0.0
  private var sumOfFourths = 0.0

  /// Creates the moments of no values.
  public init() {}

  /// Creates the moments of a list of values, added in order.
  ///
  /// - Parameter values: Finite.
  public init(of values: some Sequence<Double>) {
    for value in values { add(value) }
  }

  /// Adds one value.
  ///
  /// - Parameter value: Finite.
  /// - Complexity: O(1).
  public mutating func add(_ value: Double) {
    precondition(value.isFinite, "a value must be finite: \(value)")
    let before = Double(count)
    count += 1
    let n = Double(count)
    let delta = value - mean
    let scaled = delta / n
    let scaledSquare = scaled * scaled
    let term = delta * scaled * before
    mean += scaled
    sumOfFourths +=
      term * scaledSquare * (n * n - 3 * n + 3) + 6 * scaledSquare * sumOfSquares
      - 4 * scaled * sumOfCubes
    sumOfCubes += term * scaled * (n - 2) - 3 * scaled * sumOfSquares
    sumOfSquares += term
    least = min(least, value)
    greatest = max(greatest, value)
  }

  /// Adds all values of another sample.
  ///
  /// - Parameter other: The moments of the values that follow.
  /// - Complexity: O(1).
  public mutating func merge(_ other: Moments) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let (a, b) = (Double(count), Double(other.count))
    let n = a + b
    let delta = other.mean - mean
    let scaled = delta / n
    let square = delta * scaled
    sumOfFourths +=
      other.sumOfFourths + square * scaled * scaled * a * b * (a * a - a * b + b * b)
      + 6 * scaled * scaled * (a * a * other.sumOfSquares + b * b * sumOfSquares)
      + 4 * scaled * (a * other.sumOfCubes - b * sumOfCubes)
    sumOfCubes +=
      other.sumOfCubes + square * scaled * a * b * (a - b)
      + 3 * scaled * (a * other.sumOfSquares - b * sumOfSquares)
    sumOfSquares += other.sumOfSquares + square * a * b
    mean += scaled * b
    count += other.count
    least = min(least, other.least)
    greatest = max(greatest, other.greatest)
  }

  /// The moments of all parts together, merged in index order.
  ///
  /// - Parameter parts: Moments of parts of a sample, in the sample's order.
  /// - Returns: The moments of the whole sample.
  public static func merged(_ parts: some Sequence<Moments>) -> Moments {
    parts.reduce(into: Moments()) { $0.merge($1) }
  }
}

extension Moments {
  /// The unbiased variance, divisor n − 1; nil below two values.
  public var variance: Double? {
    count > 1 ? sumOfSquares / Double(count - 1) : nil
  }

  /// The mean squared deviation, divisor n; nil while empty.
  public var populationVariance: Double? {
    count > 0 ? sumOfSquares / Double(count) : nil
  }

  /// The square root of ``variance``; nil below two values.
  public var standardDeviation: Double? { variance?.squareRoot() }

  /// The standard error of the mean of independent values; nil below two values.
  public var standardErrorOfMean: Double? {
    variance.map { ($0 / Double(count)).squareRoot() }
  }

  /// The skewness √n·M₃/M₂^(3/2), the plain moment ratio; nil for constant or empty samples.
  public var skewness: Double? {
    guard sumOfSquares > 0 else { return nil }
    return Double(count).squareRoot() * sumOfCubes / (sumOfSquares * sumOfSquares.squareRoot())
  }

  /// The kurtosis n·M₄/M₂² − 3, zero for a normal law; nil for constant or empty samples.
  public var excessKurtosis: Double? {
    guard sumOfSquares > 0 else { return nil }
    return Double(count) * sumOfFourths / (sumOfSquares * sumOfSquares) - 3
  }
}
