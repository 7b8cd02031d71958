import Reports

/// Prints a result in the form asked for.
struct ResultPrinter {
  let format: OutputOptions.Format

  /// Prints a document: its JSON, its tables, or its main table as CSV.
  func print(json: JSONValue, headline: [String], tables: [Table], main: Table) {
    switch format {
    case .json: StandardOutput.print(json.text(.indented))
    case .csv: StandardOutput.print(main.csv)
    case .text:
      let style = TerminalStyle.fitting(
        isTerminal: StandardOutput.isTerminal,
        environment: ResultPrinter.styleEnvironment
      )
      let parts = headline + tables.map { $0.text(style: style) }
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
