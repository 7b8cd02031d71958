import Forecasts
import Reports

extension ForecastDocument {
  /// Every forecast with its score, or as it stands in the record.
  var table: Table { scored.map(scoreTable) ?? statementTable }

  /// For people: the table, what is not resolved and why, and the means.
  var shownTables: [Table] {
    guard let scored else { return [statementTable] }
    let open = scored.filter { $0.resolution.status != .resolved }
    return [
      scoreTable(scored.filter { $0.resolution.status == .resolved }), reasonTable(open),
    ]
  }

  /// What to say above the tables.
  var headline: [String] {
    var lines = ["Record: \(record.entries.count) entries, chain valid, head \(record.head)."]
    guard let scored else { return lines + [""] }
    let resolved = scored.filter { $0.score != nil && $0.benchmark.probability != nil }
    if resolved.isEmpty {
      lines.append("Nothing is resolved by the data of this store.")
    } else {
      let summary = ScoreSummary(resolved)
      let skill = summary.skill.map { "\(($0 * 100).rounded() / 100)" } ?? "undefined"
      lines.append(
        "\(resolved.count) of \(scored.count) resolved: mean Brier score "
          + "\((summary.brier * 1_000).rounded() / 1_000), benchmarks "
          + "\((summary.benchmarkBrier * 1_000).rounded() / 1_000), skill \(skill) "
          + "(unhedged statements at 0.95)."
      )
    }
    return lines + [""]
  }

  private var statementTable: Table {
    Table(
      title: "Forecasts",
      columns: [
        TableColumn(key: "id", title: "Forecast"), TableColumn(key: "issued", title: "Issued"),
        TableColumn(key: "deadline", title: "Deadline"), Self.probabilityColumn,
        TableColumn(key: "statement", title: "Statement"),
      ],
      rows: record.entries.map { entry in
        let forecast = entry.forecast
        return [
          .text(forecast.id), .text("\(forecast.issued)"), .text("\(forecast.deadline)"),
          .number(forecast.stated.probability), .text(forecast.statement),
        ]
      }
    )
  }

  private static let probabilityColumn = TableColumn(
    key: "probability",
    title: "Probability",
    format: .number(decimals: 2)
  )

  private func scoreTable(_ scored: [ScoredForecast]) -> Table {
    let score = TableColumn.Format.number(decimals: 3)
    return Table(
      title: "Resolved",
      columns: [
        TableColumn(key: "id", title: "Forecast"), Self.probabilityColumn,
        TableColumn(key: "outcome", title: "Happened"),
        TableColumn(key: "resolved", title: "Decided"),
        TableColumn(key: "brier", title: "Brier", format: score),
        TableColumn(key: "log_score", title: "Log score", format: score),
        TableColumn(key: "benchmark_probability", title: "Benchmark", format: score),
        TableColumn(key: "skill", title: "Skill", format: .number(decimals: 2)),
        TableColumn(key: "evidence", title: "Evidence"),
      ],
      rows: scored.map { row in
        [
          .text(row.forecast.id), .number(row.forecast.stated.probability),
          row.resolution.outcome.map { .text($0 ? "yes" : "no") } ?? .missing,
          row.resolution.decidedOn.map { .text("\($0)") } ?? .missing,
          cell(row.score?.brier), cell(row.score?.logScore), cell(row.benchmark.probability),
          cell(row.score?.skill), .text(row.resolution.evidence),
        ]
      }
    )
  }

  private func reasonTable(_ open: [ScoredForecast]) -> Table {
    Table(
      title: "Not resolved",
      columns: [
        TableColumn(key: "id", title: "Forecast"), TableColumn(key: "status", title: "Status"),
        TableColumn(key: "deadline", title: "Deadline"), TableColumn(key: "reason", title: "Why"),
      ],
      rows: open.map { row in
        [
          .text(row.forecast.id), .text(row.resolution.status.rawValue),
          .text("\(row.forecast.deadline)"), .text(row.resolution.evidence),
        ]
      }
    )
  }

  private func cell(_ value: Double?) -> TableCell { value.map { .number($0) } ?? .missing }
}
