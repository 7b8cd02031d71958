import Observatory
import Reports

/// Published figures beside their recomputation, ready to be printed in any form.
struct FiguresDocument {
  /// A figure and what came out.
  struct Row {
    let figure: PublishedFigure
    let outcome: PublishedFigure.Outcome
  }

  let rows: [Row]

  var differing: Int { rows.count { if case .differs = $0.outcome { true } else { false } } }
  var missing: Int { rows.count { if case .missing = $0.outcome { true } else { false } } }

  var shown: Int { rows.count { $0.status == "shown" } }

  var verdict: String {
    let compared = rows.count - shown
    return "\(compared - differing - missing) of \(compared) published figures agree, \(differing) "
      + "differ, \(missing) cannot be computed from this store; \(shown) more are shown beside them."
  }

  var json: JSONValue {
    [
      "schema": "clino.data/1",
      "figures": .array(
        rows.map { row in
          [
            "id": .string(row.figure.id), "quantity": .string(row.figure.quantity),
            "unit": .string(row.figure.unit), "as_of": .string("\(row.figure.asOf)"),
            "expected": row.figure.expected.map(JSONValue.number) ?? .null,
            "tolerance": .number(row.figure.tolerance),
            "computed": row.computed.map(JSONValue.number) ?? .null,
            "status": .string(row.status), "source": .string(row.figure.source),
            "remark": .string(row.note),
          ]
        }
      ),
      "differing": JSONValue(differing), "missing": JSONValue(missing),
    ]
  }

  var table: Table {
    Table(
      title: "Published figures",
      columns: [
        TableColumn(key: "id", title: "Figure"), TableColumn(key: "quantity", title: "Quantity"),
        TableColumn(key: "unit", title: "Unit"), TableColumn(key: "expected", title: "Published"),
        TableColumn(key: "tolerance", title: "Tolerance"),
        TableColumn(key: "computed", title: "Computed"),
        TableColumn(key: "status", title: "Status"), TableColumn(key: "source", title: "Source"),
        TableColumn(key: "remark", title: "Remark"),
      ],
      rows: rows.map { row in row.cells.map { .text($0) } }
    )
  }

  /// The page `docs/verification.md`, whole.
  var page: String {
    let head = [
      "Figure", "Quantity", "Unit", "Published", "Tolerance", "Computed", "Status", "Source",
      "Remark",
    ]
    let lines =
      [
        "# Published figures, recomputed", "",
        "Written by `clino data figures --page docs/verification.md` from a store that holds the",
        "shared data; the command prints the same table from yours and exits with 1 if one differs.",
        "",
        "A figure agrees if it differs by no more than the tolerance: half a unit of its last published",
        "digit, its published standard error, or more where the store lacks the held-out windows, as the",
        "remark then says. A missing figure names what the store lacks; a shown one was not published.",
        "", "| " + head.joined(separator: " | ") + " |",
        "|" + String(repeating: "---|", count: head.count),
      ] + rows.map { "| " + $0.cells.joined(separator: " | ") + " |" } + ["", verdict]
    return lines.joined(separator: "\n") + "\n"
  }
}

extension FiguresDocument.Row {
  var computed: Double? {
    switch outcome {
    case .agrees(let value), .differs(let value): value
    case .missing: nil
    }
  }

  var status: String {
    switch outcome {
    case .agrees: figure.expected == nil ? "shown" : "agrees"
    case .differs: "differs"
    case .missing: "missing"
    }
  }

  var note: String {
    guard case .missing(let what) = outcome else { return figure.remark }
    return "missing: \(what)"
  }

  var cells: [String] {
    [
      figure.id, figure.quantity, figure.unit,
      figure.expected.map { NumberText.significant($0, digits: 7) } ?? "–",
      figure.expected == nil ? "–" : NumberText.significant(figure.tolerance, digits: 3),
      computed.map { NumberText.significant($0, digits: 6) } ?? "–", status, figure.source, note,
    ]
  }
}
