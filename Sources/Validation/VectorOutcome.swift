/// What running one vector gave.
public struct VectorOutcome: Sendable {
  /// The three ends a vector can come to.
  public enum Status: String, Sendable {
    /// Every expected result is within its tolerance.
    case pass
    /// A result is off or absent, or the engine refused the inputs.
    case fail
    /// The engine has no such topic or form yet.
    case unsupported
  }

  /// The vector's name.
  public let id: String
  /// The vector's family.
  public let topic: String
  /// How it ended.
  public let status: Status
  /// What had to come out.
  public let expected: [VectorValue.Field]
  /// What came out, under the names that were compared.
  public let actual: [VectorValue.Field]
  /// Why it did not pass, or nil.
  public let error: String?
}

extension VectorOutcome {
  /// The outcome of a vector whose results were compared: a pass where nothing is off.
  init(_ vector: Vector, actual: [VectorValue.Field], error: String?) {
    self.init(
      id: vector.id,
      topic: vector.topic,
      status: error == nil ? .pass : .fail,
      expected: vector.expected,
      actual: actual,
      error: error
    )
  }
}
