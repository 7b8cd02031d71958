import Ensembles

extension MechanismAttribution {
  /// The split as an object; contributions are decimals of nine places that sum to the total.
  var json: JSONValue {
    [
      "market": .string(market), "measure": .string(measure.rawValue),
      "measure_meaning": .string(measure.summary),
      "method": .string(
        isExact ? "exact Shapley values" : "Shapley values over 8 antithetic pairs"
      ),
      "runs": JSONValue(runs), "worlds_per_run": JSONValue(worldsPerRun),
      "all_on_log": .number(Double(allOn) / 1e9), "all_off_log": .number(Double(allOff) / 1e9),
      "total_log": .number(Double(total) / 1e9),
      "contributions": .array(
        contributions.map { part in
          [
            "name": .string(part.group.name),
            "mechanisms": .array(part.group.mechanisms.map(JSONValue.string)),
            "contribution_log": .number(Double(part.billionths) / 1e9),
            "standard_error_log": part.standardError.map(JSONValue.number) ?? .null,
          ]
        }
      ),
    ]
  }

  /// The split with its whole values, for programs; the last row is the sum.
  var table: Table {
    table(
      parts: contributions.map { Double($0.billionths) / 1e9 },
      total: Double(total) / 1e9,
      note: ""
    )
  }

  /// The split for people: thousandths of a percent, rounded so that the parts on paper sum to the total
  /// on paper.
  var printedTable: Table {
    let rounded = rounded(to: 10_000)
    return table(
      parts: rounded.contributions.map { Double($0) / 1e5 },
      total: Double(rounded.total) / 1e5,
      note: " Parts are rounded by largest remainders, so that they sum to the total as printed."
    )
  }

  private func table(parts: [Double], total: Double, note: String) -> Table {
    let percent = TableColumn.Format.percent(decimals: 3)
    return Table(
      title: "\(market), \(measure.summary): who made it",
      columns: [
        TableColumn(key: "name", title: "Mechanism"),
        TableColumn(key: "contribution_log", title: "Contribution", unit: "1", format: percent),
        TableColumn(key: "standard_error_log", title: "Standard error", unit: "1", format: percent),
        TableColumn(key: "mechanisms", title: "Switches"),
      ],
      rows: zip(contributions, parts).map { part, share in
        [
          .text(part.group.name), .number(share),
          part.standardError.map(TableCell.number) ?? .missing,
          .text(part.group.mechanisms.joined(separator: " ")),
        ]
      } + [["all together", .number(total), .missing, ""]],
      note: "Shapley values under common random numbers: \(worldsPerRun) worlds in each of \(runs) "
        + "\(runs == 1 ? "run" : "runs"). With all of them off the move is "
        + "\(NumberText.fixed(Double(allOff) / 1e7, decimals: 3)) %.\(note)"
    )
  }
}
