import Synchronization

/// A line that counts pieces of work on a terminal; silent in a pipe.
final class Progress: Sendable {
  private let total: Int
  private let label: String
  private let unit: String
  private let isShown: Bool
  private let shown = Mutex(-1)

  /// Creates a progress line for `total` runs, or other pieces of work that `unit` names.
  init(_ label: String, total: Int, unit: String = "runs") {
    self.label = label
    self.unit = unit
    self.total = total
    isShown = StandardError.isTerminal && total > 1 && SystemFacts.environment("TERM") != "dumb"
  }

  /// Shows that `done` pieces are done.
  func advance(to done: Int) {
    guard isShown else { return }
    let percent = done * 100 / total
    let isNew = shown.withLock { last in
      defer { last = percent }
      return last != percent
    }
    if isNew { StandardError.replaceLine("\(label): \(done) of \(total) \(unit), \(percent) %") }
  }

  /// Removes the line.
  func finish() {
    if isShown { StandardError.replaceLine("") }
  }
}
