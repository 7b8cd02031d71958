import Observatory
import Quantities
import Reports

/// What a pull came to, ready to be printed in any form: how the source stands comes first.
struct PullDocument {
  let report: FeedReport

  init(_ report: FeedReport) { self.report = report }

  private var status: FeedStatus { report.status }

  /// Whether nothing is wrong with the source.
  var isSound: Bool { status.kind == .ok }

  var exitStatus: Int32 {
    switch status.kind {
    case .ok: 0
    case .stale: ExitStatus.checkFailed
    case .failing: status.isTemporary ? ExitStatus.temporary : ExitStatus.checkFailed
    case .keyMissing: ExitStatus.usage
    }
  }

  var statusLine: String {
    let word = isSound ? "ok" : status.kind.rawValue.uppercased()
    let detail = status.detail.isEmpty ? "" : ": \(status.detail)"
    let success = status.lastSuccess.map { "\($0)" } ?? "never"
    let newest = status.newest.map { "; newest value \($0)" } ?? ""
    return "SOURCE STATUS \(status.source) \(word)\(detail). Last success \(success)\(newest)."
  }

  var json: JSONValue {
    [
      "schema": "clino.data/1",
      "sources": [
        [
          "id": .string(status.source), "status": .string(status.kind.rawValue),
          "detail": .string(status.detail), "last_success": Self.json(status.lastSuccess),
          "newest": Self.json(status.newest),
        ]
      ],
      "remarks": .array(report.remarks.map(JSONValue.string)),
      "series": .array(
        report.series.map { series in
          [
            "id": .string(series.description.id.name), "unit": .string(series.description.unit),
            "frequency": .string(series.description.frequency),
            "first": Self.json(series.first), "last": Self.json(series.last),
            "count": JSONValue(series.count), "source": .string(series.description.source),
            "origin": .string(series.provenance.origin),
            "sha256": .string(series.provenance.sha256),
          ]
        }
      ),
    ]
  }

  /// A row a series and reply.
  var table: Table {
    Table(
      title: "Series",
      columns: [
        TableColumn(key: "id", title: "Series"), TableColumn(key: "unit", title: "Unit"),
        TableColumn(key: "first", title: "First"), TableColumn(key: "last", title: "Last"),
        TableColumn(key: "count", title: "Values", format: .number(decimals: 0)),
        TableColumn(key: "sha256", title: "SHA-256"),
      ],
      rows: report.series.map { series in
        [
          .text(series.description.id.name), .text(series.description.unit),
          .text("\(series.first)"), .text("\(series.last)"), TableCell(series.count),
          .text(series.provenance.sha256),
        ]
      }
    )
  }

  private static func json(_ instant: Instant?) -> JSONValue {
    instant.map { .string("\($0)") } ?? .null
  }
}
