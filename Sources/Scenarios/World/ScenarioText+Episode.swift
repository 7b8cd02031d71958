import Observatory

extension ScenarioWriter {
  /// The section `episode`, a line a row.
  mutating func write(_ episode: Episode) {
    lines.append("episode:")
    lines.append("  runs: \(episode.runs)")
    list("observed", episode.observed) { writer, row in
      ["quantity: \(writer.quoted(row.quantity))", "value: \(row.value)"]
        + ["unit: \(writer.quoted(row.unit))", "source: \(writer.quoted(row.source))"]
        + writer.note(row.note)
    }
    list("assumed", episode.assumed) { writer, row in
      ["quantity: \(writer.quoted(row.quantity))", "value: \(row.value)"]
        + ["unit: \(writer.quoted(row.unit))", "why: \(writer.quoted(row.why))"]
    }
    list("compared", episode.compared) { writer, row in
      ["quantity: \(row.reading.rawValue)"]
        + (row.subject.isEmpty ? [] : ["subject: \(writer.quoted(row.subject))"])
        + ["unit: \(writer.quoted(row.unit))"]
        + ["from: \(row.first)", "to: \(row.last)"] + writer.source(row.source)
        + ["calibrated: \(row.isCalibrated ? "on" : "off")"] + writer.note(row.note)
    }
  }

  private mutating func list<Row>(
    _ name: String,
    _ rows: [Row],
    _ parts: (ScenarioWriter, Row) -> [String]
  ) {
    guard !rows.isEmpty else { return }
    lines.append("  \(name):")
    for row in rows { lines.append("    - {\(parts(self, row).joined(separator: ", "))}") }
  }

  private func note(_ note: String?) -> [String] { note.map { ["note: \(quoted($0))"] } ?? [] }

  private func source(_ source: EpisodeComparison.Source) -> [String] {
    switch source {
    case .series(let id, let how, let factor):
      ["series: \(quoted(id.name))", "how: \(how.rawValue)", "factor: \(factor)"]
    case .fact(let id, let value): ["fact: \(quoted(id))", "value: \(value)"]
    }
  }
}
