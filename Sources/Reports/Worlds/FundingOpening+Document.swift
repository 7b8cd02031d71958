import Observatory
import Quantities
import Scenarios

extension FundingOpening {
  /// Adds the instant, the states and the files of the store to a result.
  func add(to object: inout JSONObject) {
    object["as_of"] = .string(asOf.description)
    object["states"] = .array(states.map(Self.json))
    object["sources"] = .array(
      files.map { ["origin": .string($0.origin), "sha256": .string($0.sha256)] }
    )
  }

  private static func json(_ state: OpeningState) -> JSONValue {
    [
      "name": .string(state.name), "value": .number(state.value), "unit": .string(state.unit),
      "status": .string(state.status.rawValue),
      "series": state.series.isEmpty ? .null : .string(state.series.joined(separator: ", ")),
      "refers_to": state.refersTo.map { .string($0.description) } ?? .null,
      "knowable_at": state.knowableAt.map { .string($0.description) } ?? .null,
      "basis": .string(state.basis),
    ]
  }

  /// The states, one a row.
  var table: Table {
    let observed = states.count { $0.status == .observed }
    return Table(
      title: "Opening state",
      columns: [
        TableColumn(key: "name", title: "State"),
        TableColumn(key: "value", title: "Value", unit: "unit", format: .number(decimals: 3)),
        TableColumn(key: "unit", title: "Unit"), TableColumn(key: "status", title: "Status"),
        TableColumn(key: "series", title: "Series"),
        TableColumn(key: "refers_to", title: "Refers to"),
        TableColumn(key: "knowable_at", title: "Knowable at"),
        TableColumn(key: "basis", title: "Basis"),
      ],
      rows: states.map { state in
        [
          .text(state.name), .number(state.value), .text(state.unit), .text(state.status.rawValue),
          state.series.isEmpty ? .missing : .text(state.series.joined(separator: ", ")),
          state.refersTo.map { .text($0.day.description) } ?? .missing,
          state.knowableAt.map { .text($0.description) } ?? .missing, .text(state.basis),
        ]
      },
      note:
        "\(observed) of \(states.count) observed, as of \(asOf). Everybody else's sheet is that of November "
        + "2025: assumed."
    )
  }
}
