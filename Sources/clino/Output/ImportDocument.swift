import Observatory
import Reports

/// What became of the files of an import, ready to be printed in any form.
struct ImportDocument {
  let outcomes: [ImportOutcome]
  private let series: SeriesDocument

  /// Creates a document; of `summaries`, the series of the files' data sets are shown.
  init(outcomes: [ImportOutcome], summaries: [SeriesSummary]) {
    self.outcomes = outcomes
    let datasets = Set(
      outcomes.filter { $0.status == .imported || $0.status == .present }.map(\.dataset)
    )
    series = SeriesDocument(summaries.filter { datasets.contains($0.description.id.dataset) })
  }

  var refusedCount: Int { count(.refused) }

  private func count(_ status: ImportOutcome.Status) -> Int {
    outcomes.count { $0.status == status }
  }

  var headline: String {
    let added = outcomes.reduce(0) { $0 + ($1.insertion?.addedCount ?? 0) }
    return "\(count(.imported)) files imported, \(count(.present)) there already, "
      + "\(count(.skipped)) skipped, \(refusedCount) refused; "
      + "\(NumberText.grouped(Int128(added))) values added."
  }

  /// Lines for standard error: every file that was refused or skipped, every remark on a file.
  var remarkLines: [String] {
    outcomes.flatMap { outcome in
      if let error = outcome.error { return ["refused: \(error)"] }
      let prefix = outcome.status == .skipped ? "skipped: " : ""
      return outcome.remarks.map { "\(prefix)\(outcome.path): \($0)" }
    }
  }

  var json: JSONValue {
    [
      "schema": "clino.data/1", "imported": JSONValue(count(.imported)),
      "present": JSONValue(count(.present)), "skipped": JSONValue(count(.skipped)),
      "refused": JSONValue(refusedCount),
      "files": .array(
        outcomes.map { outcome in
          [
            "path": .string(outcome.path), "dataset": .string(outcome.dataset),
            "status": .string(outcome.status.rawValue),
            "series_count": JSONValue(outcome.insertion?.series.count ?? 0),
            "added_count": JSONValue(outcome.insertion?.addedCount ?? 0),
            "revised_count": JSONValue(outcome.insertion?.revisedCount ?? 0),
            "unchanged_count": JSONValue(outcome.insertion?.unchangedCount ?? 0),
            "remarks": .array(outcome.remarks.map(JSONValue.string)),
            "error": outcome.error.map { ["code": .string($0.code), "text": .string("\($0)")] }
              ?? .null,
          ]
        }
      ),
      "series": series.json,
    ]
  }

  /// A row a file.
  var table: Table {
    let number = TableColumn.Format.number(decimals: 0)
    return Table(
      title: "Files",
      columns: [
        TableColumn(key: "dataset", title: "Data set"),
        TableColumn(key: "status", title: "Status"),
        TableColumn(key: "series", title: "Series", format: number),
        TableColumn(key: "added", title: "Added", format: number),
        TableColumn(key: "revised", title: "Revised", format: number),
        TableColumn(key: "unchanged", title: "Unchanged", format: number),
      ],
      rows: outcomes.map { outcome in
        [
          .text(outcome.dataset), .text(outcome.status.rawValue),
          TableCell(outcome.insertion?.series.count ?? 0),
          TableCell(outcome.insertion?.addedCount ?? 0),
          TableCell(outcome.insertion?.revisedCount ?? 0),
          TableCell(outcome.insertion?.unchangedCount ?? 0),
        ]
      }
    )
  }
}
