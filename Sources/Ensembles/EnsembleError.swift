/// What can go wrong with an ensemble.
public enum EnsembleError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Two runs drew the same opening book.
  case equalDraws(first: Int, second: Int)

  /// The stable name of the error.
  public var code: String { "ensemble.draws.equal" }

  /// One line for a person.
  public var description: String {
    switch self {
    case .equalDraws(let first, let second):
      "runs \(first) and \(second) drew the same opening book; replications must differ"
    }
  }
}
