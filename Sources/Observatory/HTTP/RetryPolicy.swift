public import Quantities
import Statistics

/// When and after how long a failed request is sent again.
///
/// The wait before attempt n + 1 is `base · 2ⁿ⁻¹`, at most `waitMax`, times a fraction between one half
/// and one that is drawn from a stream keyed by host and attempt, so that clients started together
/// spread out and the same run waits alike. A server that names a wait gets at least that wait; if it
/// asks for more than `waitMax`, the client gives up and says so.
public struct RetryPolicy: Hashable, Sendable {
  /// How often a request is sent at most.
  public var attemptCountMax: Int
  /// The wait after the first failure, before the draw.
  public var base: Duration
  /// The longest wait.
  public var waitMax: Duration
  /// The key of the draws.
  public var seed: UInt64

  /// Creates a policy; by default four attempts, one second, two minutes.
  public init(
    attemptCountMax: Int = 4,
    base: Duration = .seconds(1),
    waitMax: Duration = .seconds(120),
    seed: UInt64 = 1
  ) {
    precondition(attemptCountMax >= 1, "a request is sent at least once: \(attemptCountMax)")
    self.attemptCountMax = attemptCountMax
    self.base = base
    self.waitMax = waitMax
    self.seed = seed
  }

  /// How long to wait before the next attempt, or nil to give up.
  ///
  /// - Parameters:
  ///   - error: What went wrong.
  ///   - attempt: The number of the attempt that failed, from 1.
  ///   - host: The host, which keys the draw.
  /// - Returns: The wait, or nil.
  public func wait(after error: HTTPError, attempt: Int, host: String) -> Duration? {
    guard attempt < attemptCountMax, error.isTemporary else { return nil }
    if case .status(_, 418, nil) = error { return nil }
    var length = drawn(attempt: attempt, host: host)
    if case .status(_, _, let seconds?) = error {
      let asked = Duration.seconds(Int64(clamping: seconds))
      guard asked <= waitMax else { return nil }
      length = max(length, asked)
    }
    return length
  }

  private func drawn(attempt: Int, host: String) -> Duration {
    // FNV-1a: the stream of a host must not depend on the process.
    var key: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in host.utf8 { key = (key ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let block = Philox4x64(key: [seed, key]).block(at: [UInt64(attempt), 0, 0, 0])
    var whole = base
    for _ in 1..<attempt where whole < waitMax { whole = whole * 2 }
    whole = min(whole, waitMax)
    let half = whole.microseconds / 2
    return Duration(microseconds: half + Int64(block[0] % UInt64(max(1, half + 1))))
  }
}
