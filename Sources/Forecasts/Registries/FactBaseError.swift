/// Why the facts cannot be used.
public enum FactBaseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A file is not a list of its records.
  case malformed(file: String, detail: String)
  /// Two records have one id.
  case idRepeated(file: String, id: String)
  /// A record names another that does not exist.
  case referenceBroken(file: String, id: String, reference: String)
  /// A file does not hold as many records as the sources have.
  case countWrong(file: String, count: Int, expected: Int)
  /// Something was asked for that does not exist.
  case unknown(kind: String, id: String, suggestion: String?)

  /// The stable name of the case.
  public var code: String {
    switch self {
    case .malformed: "facts.malformed"
    case .idRepeated: "facts.id_repeated"
    case .referenceBroken: "facts.reference_broken"
    case .countWrong: "facts.count_wrong"
    case .unknown: "facts.unknown"
    }
  }

  /// One line for a person.
  public var description: String {
    switch self {
    case .malformed(let file, let detail): "\(file): \(detail)"
    case .idRepeated(let file, let id): "\(file): id: got \(id) twice, expected each id once"
    case .referenceBroken(let file, let id, let reference):
      "\(file): \(id): got the reference \(reference), expected the id of a record"
    case .countWrong(let file, let count, let expected):
      "\(file): got \(count) records, expected \(expected)"
    case .unknown(let kind, let id, let suggestion):
      "\(kind): got \(id), expected a known id"
        + (suggestion.map { "; did you mean \($0)?" } ?? "")
    }
  }
}
