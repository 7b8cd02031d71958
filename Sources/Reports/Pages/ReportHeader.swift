/// What the top of every report states: what came out, and how to get it again.
public struct ReportHeader: Hashable, Sendable {
  /// What the report is about.
  public let title: String
  /// The result in one sentence.
  public let verdict: String
  /// The run that computed the numbers.
  public let runID: String
  /// The seed of its random streams.
  public let seed: UInt64
  /// The command that makes this report again.
  public let commandLine: String
  /// The version of the program.
  public let version: String

  /// Creates a header; an empty text traps.
  public init(
    title: String,
    verdict: String,
    runID: String,
    seed: UInt64,
    commandLine: String,
    version: String
  ) {
    for text in [title, verdict, runID, commandLine, version] {
      precondition(!text.isEmpty, "a report states title, verdict, run, command and version")
    }
    self.title = title
    self.verdict = verdict
    self.runID = runID
    self.seed = seed
    self.commandLine = commandLine
    self.version = version
  }
}
