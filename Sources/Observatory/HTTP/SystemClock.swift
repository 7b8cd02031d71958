import Glibc
public import Quantities

/// The machine's clock.
public struct SystemClock: HTTPClock {
  /// Creates the clock.
  public init() {}

  /// The present time, to the microsecond.
  public func now() -> Instant {
    var time = timespec()
    // Safety: `time` lives for the call, which writes only inside it.
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
  }

  /// Waits without holding a thread.
  public func sleep(_ length: Duration) async throws {
    try await Task.sleep(nanoseconds: UInt64(max(0, length.microseconds)) * 1_000)
  }
}
