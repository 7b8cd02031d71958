import ArgumentParser

/// The flags that say in which form a result leaves.
struct OutputOptions: ParsableArguments {
  /// The forms of a result.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// Tables for people.
    case text
    /// One JSON object.
    case json
    /// The main table as comma-separated values.
    case csv
  }

  @Option(help: "Form of the result: text, json or csv.")
  var format: Format = .text
}

/// The flags of the verbs that leave files behind.
struct FileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write a run directory, which can be explained and verified.",
      valueName: "dir"
    )
  )
  var output: String?

  @OptionGroup var page: ReportOptions

  /// The file of the page.
  var report: String? { page.report }

  /// Checks before the work that the page can be left where it was asked for.
  ///
  /// - Throws: `UsageError` if it cannot.
  func requireReportPlace() throws { try page.requirePlace() }
}

/// The flags of the verbs that write a page.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Write one self-contained page, into a new file.", valueName: "file.html")
  )
  var report: String?

  @Flag(help: "Let --report replace a file that exists.")
  var force = false

  /// Checks before the work that the page can be left where it was asked for.
  ///
  /// - Throws: `UsageError` if it cannot, or if the file exists and may not be replaced.
  func requirePlace() throws {
    guard let report else { return }
    try OutputPlace.requireWritable(report, isReplaced: force)
  }
}
