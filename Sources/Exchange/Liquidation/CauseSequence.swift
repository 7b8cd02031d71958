/// The one sequence from which root causes and forced trades take their numbers.
public struct CauseSequence: Hashable, Sendable {
  /// The number the next record gets.
  public private(set) var next: Int32

  /// Starts a sequence.
  public init(startingAt first: Int32 = 0) {
    precondition(first >= 0, "a record's number must not be negative: \(first)")
    next = first
  }

  /// Takes the next number; traps after two billion records.
  public mutating func take() -> Int32 {
    defer { next += 1 }
    return next
  }
}
