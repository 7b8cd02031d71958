import Reports

/// Prints a result in the form asked for.
struct ResultPrinter {
  let format: OutputOptions.Format

  /// Prints a document: its JSON, its tables, or its main table as CSV.
  ///
  /// Notes stand in the JSON already, after the tables as text, and beside CSV on standard error.
  func print(
    json: JSONValue,
    headline: [String],
    tables: [Table],
    main: Table,
    notes: [String] = []
  ) {
    switch format {
    case .json: StandardOutput.print(json.text(.indented))
    case .csv:
      StandardOutput.print(main.csv)
      for note in notes { StandardError.print("clino: remark: \(note)") }
    case .text:
      let style = TerminalStyle.fitting(
        isTerminal: StandardOutput.isTerminal,
        environment: ResultPrinter.styleEnvironment
      )
      let width = StandardOutput.columnCount
      let parts =
        headline + tables.map { $0.text(style: style, width: width) } + notes.map { "Note: \($0)." }
      StandardOutput.print(parts.joined(separator: "\n"))
    }
  }

  private static var styleEnvironment: [String: String] {
    var environment: [String: String] = [:]
    for name in ["NO_COLOR", "TERM"] {
      if let value = SystemFacts.environment(name) { environment[name] = value }
    }
    return environment
  }
}
