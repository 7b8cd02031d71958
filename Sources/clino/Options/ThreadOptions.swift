import ArgumentParser

/// The flag of every verb that works on several threads.
struct ThreadOptions: ParsableArguments {
  @Option(help: "Number of threads; results do not depend on it. (default: all cores)")
  var threads: Int?

  /// The number of threads, checked.
  func threadCount() throws -> Int {
    let count = threads ?? SystemFacts.coreCount
    guard (1...1_024).contains(count) else {
      throw UsageError(description: "--threads: got \(count), expected 1 to 1024")
    }
    return count
  }
}
