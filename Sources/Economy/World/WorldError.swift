/// Why a world cannot be built or must stop.
public enum WorldError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A plan names or states something that cannot be.
  case invalid(field: String, value: String, expected: String, known: [String])
  /// The ledger refused what the world must do, or an invariant is broken.
  case ledger(LedgerError)
  /// A forced trade does not know what forced it.
  case orphan(participant: String, act: String)
  /// A price or figure is not finite.
  case nonfinite(name: String)
  /// A market cannot do what is asked of it.
  case market(name: String, reason: String)

  /// One line for a person.
  public var description: String {
    switch self {
    case .invalid(let field, let value, let expected, _):
      "\(field): got \(value), expected \(expected)"
    case .ledger(let error): error.description
    case .orphan(let participant, let act):
      "\(participant): a forced act without a cause: \(act)"
    case .nonfinite(let name): "\(name): not a finite number"
    case .market(let name, let reason): "\(name): \(reason)"
    }
  }
}
