import Observatory
import Reports

/// What a verification of the store found, ready to be printed in any form.
struct VerificationDocument {
  let verification: StoreVerification
  let summaries: [SeriesSummary]

  private var broken: [StoreVerification.File] { verification.files.filter { !$0.isSound } }

  var headline: String {
    let absent = verification.files.count { $0.origin == .absent }
    let gone = absent == 0 ? "" : " \(absent) files are no longer where they were."
    guard !verification.isSound else {
      return "Sound: \(verification.files.count) files, every hash came out again.\(gone)"
    }
    return "Not sound: \(broken.count) files changed, "
      + "\(verification.faults.count) other faults.\(gone)"
  }

  var json: JSONValue {
    [
      "schema": "clino.data/1", "sound": .bool(verification.isSound),
      "files": .array(
        verification.files.map { file in
          [
            "path": .string(file.path), "dataset": .string(file.dataset),
            "sha256": .string(file.sha256), "file": .string(file.origin.rawValue),
            "count": JSONValue(file.count), "content_equal": .bool(file.isContentEqual),
          ]
        }
      ),
      "faults": .array(verification.faults.map(JSONValue.string)),
      "series": SeriesDocument(summaries).json,
    ]
  }

  /// For people: what is broken, and nothing else.
  var shownTables: [Table] {
    var tables = broken.isEmpty ? [] : [table(of: broken, title: "Changed files")]
    if !verification.faults.isEmpty {
      tables.append(
        Table(
          title: "Other faults",
          columns: [TableColumn(key: "fault", title: "Fault")],
          rows: verification.faults.map { [.text($0)] }
        )
      )
    }
    return tables
  }

  /// All files, one a row.
  var table: Table { table(of: verification.files, title: "Files") }

  private func table(of files: [StoreVerification.File], title: String) -> Table {
    Table(
      title: title,
      columns: [
        TableColumn(key: "path", title: "Path"), TableColumn(key: "file", title: "File"),
        TableColumn(key: "content", title: "Rows"),
        TableColumn(key: "count", title: "Values", format: .number(decimals: 0)),
        TableColumn(key: "sha256", title: "SHA-256"),
      ],
      rows: files.map { file in
        [
          .text(file.path), .text(file.origin.rawValue),
          .text(file.isContentEqual ? "same" : "changed"), TableCell(file.count),
          .text(file.sha256),
        ]
      }
    )
  }
}
