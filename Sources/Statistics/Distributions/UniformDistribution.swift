/// The uniform distribution on a half-open interval.
public struct UniformDistribution: Hashable, Sendable {
  /// The lower end, included.
  public let lower: Double
  /// The upper end, excluded.
  public let upper: Double

  /// Creates the uniform distribution on lower ..< upper.
  ///
  /// - Parameters:
  ///   - lower: Finite.
  ///   - upper: Finite and above `lower`.
  public init(lower: Double, upper: Double) {
    precondition(
      lower < upper && (upper - lower).isFinite,
      "the interval must not be empty: \(lower) ..< \(upper)"
    )
    self.lower = lower
    self.upper = upper
  }

  /// Draws a number from exactly one word of the stream.
  ///
  /// - Parameter stream: The stream that is advanced.
  /// - Returns: A number in lower ..< upper.
  public func draw(using stream: inout Stream) -> Double {
    // The product may round up to the excluded end.
    min(lower + (upper - lower) * stream.nextUniform(), upper.nextDown)
  }
}
