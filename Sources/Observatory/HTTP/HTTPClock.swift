public import Quantities

/// The clock of the client: the machine's, or one that a test turns.
public protocol HTTPClock: Sendable {
  /// The present time.
  func now() -> Instant
  /// Waits; a cancelled task stops waiting at once.
  func sleep(_ length: Duration) async throws
}
