import Glibc
import Synchronization

/// Ctrl-C and termination: the work stops at the next run, nothing half-written stays behind.
enum Interruption {
  private static let flag = Atomic(false)

  /// Whether the person or the system has asked to stop.
  static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Watches the two signals; the second one ends the program at once.
  static func watch() {
    // Touched before a handler can run, so that the handler only stores.
    flag.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      // The handler stores one atomic value and restores the default; both are allowed in a handler.
      signal(number) { number in
        Interruption.flag.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
  }

  /// Cancels a task as soon as a signal has come; returns when the task is done.
  static func cancel(_ work: Task<Void, any Error>) -> Task<Void, Never> {
    Task {
      while !Task.isCancelled {
        if isRequested {
          work.cancel()
          return
        }
        try? await Task.sleep(for: .milliseconds(20))
      }
    }
  }
}
