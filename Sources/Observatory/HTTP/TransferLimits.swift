public import Quantities

/// What one exchange with a server may cost.
public struct TransferLimits: Hashable, Sendable {
  /// The longest body, bytes, counted while it streams in and again after decompression.
  public var byteCountMax: Int
  /// The longest wait for the connection and between two parts of the answer.
  public var idle: Duration
  /// The longest time from the first byte sent to the last received.
  public var total: Duration

  /// Creates limits; by default 64 MiB, 15 seconds without news and 2 minutes in all.
  public init(
    byteCountMax: Int = 64 << 20,
    idle: Duration = .seconds(15),
    total: Duration = .seconds(120)
  ) {
    precondition(byteCountMax > 0 && idle > .zero && total > .zero, "limits must be positive")
    self.byteCountMax = byteCountMax
    self.idle = idle
    self.total = total
  }
}
