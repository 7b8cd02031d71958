public import Exchange

/// A book that takes commands as values: the book itself, or one with a planted fault.
public protocol CommandedBook: AnyObject {
  /// Carries out a command and returns what it did.
  func carryOut(_ command: BookCommand) -> [BookEvent]
  /// The canonical state.
  var stateHash: UInt64 { get }
  /// The first structural fault, described.
  var fault: String? { get }
}
