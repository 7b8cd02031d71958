import Observatory
import Quantities
import Synchronization

/// A clock that a test turns; waiting turns it too and takes no time.
final class TestClock: HTTPClock {
  private let time: Mutex<Instant>
  private let slept = Mutex<[Duration]>([])

  init(_ start: Instant) { time = Mutex(start) }

  func now() -> Instant { time.withLock { $0 } }

  func sleep(_ length: Duration) async throws {
    time.withLock { $0 = $0 + length }
    slept.withLock { $0.append(length) }
  }

  /// Every wait so far.
  var waits: [Duration] { slept.withLock { $0 } }
}
