/// Runs on several threads whose results come back in the order of the runs.
enum ParallelRuns {
  /// The results of `runs` runs, at most `threads` of them at a time.
  static func results<Result: Sendable>(
    runs: Int,
    threads: Int,
    progress: @Sendable (Int) -> Void = { _ in },
    _ body: @escaping @Sendable (Int) throws -> Result
  ) async throws -> [Result] {
    precondition(runs > 0 && threads > 0, "an ensemble needs runs and threads")
    return try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var results = [Result?](repeating: nil, count: runs)
      var next = 0
      func start() {
        let run = next
        group.addTask { (run, try body(run)) }
        next += 1
      }
      while next < min(threads, runs) { start() }
      var done = 0
      while let (index, result) = try await group.next() {
        results[index] = result
        done += 1
        progress(done)
        try Task.checkCancellation()
        if next < runs { start() }
      }
      return results.compactMap { $0 }
    }
  }

  /// Replications that are copies of one another would make every interval too narrow.
  static func checkDistinct(_ hashes: [UInt64]) throws(EnsembleError) {
    var seen: [UInt64: Int] = [:]
    for (run, hash) in hashes.enumerated() {
      if let first = seen.updateValue(run, forKey: hash) {
        throw .equalDraws(first: first, second: run)
      }
    }
  }
}
