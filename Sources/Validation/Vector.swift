/// One test vector: inputs, what must come out, and how near.
public struct Vector: Sendable {
  /// How near a result must be.
  public enum Tolerance: Hashable, Sendable {
    /// |x − e| ≤ t.
    case absolute(Double)
    /// |x − e| ≤ t · |e|.
    case relative(Double)
  }

  /// What decides whether the results pass.
  public enum Criterion: Hashable, Sendable {
    /// One run, one tolerance for every number.
    case single(Tolerance)
    /// The mean of `seeds` independent runs, a tolerance by result name, or four standard errors.
    case monteCarlo(tolerances: [String: Tolerance], seeds: Int)
  }

  /// The unique name.
  public let id: String
  /// The family.
  public let topic: String
  /// Everything the run needs.
  public let inputs: VectorInputs
  /// The named results that are compared.
  public let expected: [VectorValue.Field]
  /// How near they must be.
  public let criterion: Criterion
  /// The line of the file on which the vector starts, from 1.
  public let line: Int
}
