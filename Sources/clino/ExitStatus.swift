/// The exit codes of the program.
enum ExitStatus {
  /// The work was done and something failed its check.
  static let checkFailed: Int32 = 1
  /// Wrong usage or input.
  static let usage: Int32 = 2
  /// Interrupted or temporary: run the same command again.
  static let temporary: Int32 = 75
}
