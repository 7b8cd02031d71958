/// The result of giving the book a reference price: how many stops fired.
public struct StopSweep: Sendable, Hashable {
  /// Stops fired by this call.
  public let firedCount: Int
  /// Whether stops are still due because the call's limit was reached.
  public let isIncomplete: Bool

  /// Creates a sweep result.
  public init(firedCount: Int, isIncomplete: Bool) {
    self.firedCount = firedCount
    self.isIncomplete = isIncomplete
  }
}
