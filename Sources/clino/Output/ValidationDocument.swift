import OrderedCollections
import Reports
import Validation

/// The outcomes of vectors, ready to be printed in any form.
struct ValidationDocument {
  let outcomes: [VectorOutcome]

  var passed: Int { outcomes.count { $0.status == .pass } }
  var failed: Int { outcomes.count { $0.status == .fail } }
  var unsupported: Int { outcomes.count { $0.status == .unsupported } }

  var verdict: String {
    "\(passed) passed, \(failed) failed, \(unsupported) unsupported of \(outcomes.count) vectors."
  }

  var json: JSONValue {
    [
      "schema": "clino.validate/1",
      "vectors": .array(
        outcomes.map { outcome in
          [
            "id": .string(outcome.id), "topic": .string(outcome.topic),
            "status": .string(outcome.status.rawValue),
            "expected": JSONValue(outcome.expected), "actual": JSONValue(outcome.actual),
            "error": outcome.error.map(JSONValue.string) ?? .null,
          ]
        }
      ),
      "passed": JSONValue(passed), "failed": JSONValue(failed),
      "unsupported": JSONValue(unsupported),
    ]
  }

  /// All vectors, one a row.
  var table: Table { table(of: outcomes, title: "Vectors") }

  /// For people: a row a topic, then what did not pass.
  var shownTables: [Table] {
    let rest = outcomes.filter { $0.status != .pass }
    return [topicTable] + (rest.isEmpty ? [] : [table(of: rest, title: "Not passed")])
  }

  private func table(of outcomes: [VectorOutcome], title: String) -> Table {
    Table(
      title: title,
      columns: [
        TableColumn(key: "id", title: "Vector"), TableColumn(key: "topic", title: "Topic"),
        TableColumn(key: "status", title: "Status"), TableColumn(key: "error", title: "Error"),
      ],
      rows: outcomes.map { outcome in
        [
          .text(outcome.id), .text(outcome.topic), .text(outcome.status.rawValue),
          outcome.error.map(TableCell.text) ?? .missing,
        ]
      }
    )
  }

  private var topicTable: Table {
    let topics = OrderedDictionary(grouping: outcomes, by: \.topic)
    let count = TableColumn.Format.number(decimals: 0)
    return Table(
      title: "Topics",
      columns: [
        TableColumn(key: "topic", title: "Topic"),
        TableColumn(key: "passed", title: "Passed", format: count),
        TableColumn(key: "failed", title: "Failed", format: count),
        TableColumn(key: "unsupported", title: "Unsupported", format: count),
      ],
      rows: topics.map { topic, part in
        [
          .text(topic), TableCell(part.count { $0.status == .pass }),
          TableCell(part.count { $0.status == .fail }),
          TableCell(part.count { $0.status == .unsupported }),
        ]
      }
    )
  }
}

extension JSONValue {
  /// Results of a vector as an object; numbers that are not finite are words.
  init(_ fields: [VectorValue.Field]) {
    self = .object(
      JSONObject(fields.map { JSONObject.Member(key: $0.name, value: JSONValue($0.value)) })
    )
  }

  /// A value of a vector.
  init(_ value: VectorValue) {
    switch value {
    case .null: self = .null
    case .flag(let flag): self = .bool(flag)
    case .integer(let integer): self = JSONValue(integer)
    case .number(let number): self = number.isFinite ? .number(number) : .string("\(number)")
    case .word(let text): self = .string(text)
    case .list(let values): self = .array(values.map(JSONValue.init))
    case .map(let fields): self = JSONValue(fields)
    }
  }
}
