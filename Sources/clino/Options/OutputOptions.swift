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

  @Option(help: ArgumentHelp("Write one self-contained page.", valueName: "file.html"))
  var report: String?
}
