import Ensembles
import Observatory
import Quantities
import Scenarios

extension WorldDocument {
  /// The comparison in one line; nil for a scenario that is no episode.
  public var episodeLine: String? {
    guard let episode else { return nil }
    let all = episode.scored
    let predicted = all.filter { !$0.comparison.isCalibrated }
    let met = predicted.count { $0.score?.isInInterval == true }
    let without = episode.rows.count - all.count
    return "Episode: what happened lies in the 90 % interval of the runs in "
      + "\(episode.inInterval.count) of \(all.count) scored rows, \(met) of \(predicted.count) of "
      + "those predicted; \(without) of \(episode.rows.count) rows have no score."
  }

  /// The section as an object: inputs, comparisons, and how many lie in their interval.
  var episodeJSON: JSONValue? {
    guard let episode else { return nil }
    let predicted = episode.scored.filter { !$0.comparison.isCalibrated }
    return [
      "observed": .array(episode.episode.observed.map(json)),
      "assumed": .array(episode.episode.assumed.map(json)),
      "compared": .array(episode.rows.map(json)), "scored": JSONValue(episode.scored.count),
      "in_interval": JSONValue(episode.inInterval.count),
      "predicted_scored": JSONValue(predicted.count),
      "predicted_in_interval": JSONValue(predicted.count { $0.score?.isInInterval == true }),
      "interval_level": 0.9, "benchmark": .string(Self.benchmarkMeaning),
    ]
  }

  private static let benchmarkMeaning =
    "the same quantity over earlier windows of the same length, at most 250, as knowable when the window began"

  private func json(_ row: EpisodeObservation) -> JSONValue {
    [
      "quantity": .string(row.quantity), "value": .number(row.value), "unit": .string(row.unit),
      "source": .string(row.source), "note": row.note.map(JSONValue.string) ?? .null,
    ]
  }

  private func json(_ row: EpisodeAssumption) -> JSONValue {
    [
      "quantity": .string(row.quantity), "value": .number(row.value), "unit": .string(row.unit),
      "why": .string(row.why),
    ]
  }

  private func json(_ row: EpisodeResult.Row) -> JSONValue {
    let comparison = row.comparison
    return [
      "quantity": .string(comparison.reading.rawValue), "subject": .string(comparison.subject),
      "unit": .string(comparison.unit), "from": .string(comparison.first.description),
      "to": .string(comparison.last.description),
      "simulated": row.simulated?.json(isSingle: false) ?? .null,
      "observed": row.evidence.observed.map(JSONValue.number) ?? .null,
      "source": source(row), "calibrated": .bool(comparison.isCalibrated),
      "status": row.score == nil ? "not_scored" : "scored",
      "reason": row.reason.map(JSONValue.string) ?? .null,
      "score": row.score.map(score) ?? .null,
      "note": comparison.note.map(JSONValue.string) ?? .null,
    ]
  }

  private func source(_ row: EpisodeResult.Row) -> JSONValue {
    switch row.comparison.source {
    case .fact(let id, _): return ["fact": .string(id)]
    case .series(let id, let how, let factor):
      return [
        "series": .string(id.name), "how": .string(how.rawValue), "factor": .number(factor),
        "files": .array(
          row.evidence.provenance.map {
            ["origin": .string($0.origin), "sha256": .string($0.sha256)]
          }
        ),
      ]
    }
  }

  private func score(_ score: EpisodeScore) -> JSONValue {
    [
      "in_interval": .bool(score.isInInterval), "rank": .number(score.rank),
      "runs": JSONValue(score.runCount), "crps": .number(score.crps),
      "benchmark_crps": score.benchmarkCRPS.map(JSONValue.number) ?? .null,
      "benchmark_windows": JSONValue(score.benchmarkCount),
      "skill": score.skill.map(JSONValue.number) ?? .null,
    ]
  }

  // MARK: - Tables

  /// The tables of an episode with the names of their files.
  var episodeTables: [(name: String, table: Table)] {
    guard let episode else { return [] }
    return [
      ("episode_inputs", inputTable(episode.episode)),
      ("episode", comparedTable(episode, isWhole: true)),
    ]
  }

  private func inputTable(_ episode: Episode) -> Table {
    Table(
      title: "Episode: what is observed and what is assumed",
      columns: [
        TableColumn(key: "input", title: "Input"), TableColumn(key: "quantity", title: "Quantity"),
        TableColumn(key: "value", title: "Value"), TableColumn(key: "unit", title: "Unit"),
        TableColumn(key: "basis", title: "Source or reason"),
      ],
      rows: episode.observed.map {
        [
          "observed", .text($0.quantity), .text(number($0.value)), .text($0.unit),
          .text($0.source + ($0.note.map { "; \($0)" } ?? "")),
        ]
      }
        + episode.assumed.map {
          [
            "assumed", .text($0.quantity), .text(number($0.value)), .text($0.unit), .text($0.why),
          ]
        }
    )
  }

  /// The comparisons: whole numbers for programs, or the digits that matter for people.
  func comparedTable(_ episode: EpisodeResult, isWhole: Bool) -> Table {
    let format: TableColumn.Format = isWhole ? .number(decimals: 6) : .text
    return Table(
      title: "Episode: what is compared",
      columns: [
        TableColumn(key: "quantity", title: "Quantity"),
        TableColumn(key: "subject", title: "Of"), TableColumn(key: "unit", title: "Unit"),
        TableColumn(key: "window", title: "Days"), TableColumn(key: "basis", title: "Basis"),
        TableColumn(key: "median", title: "Median", format: format),
        TableColumn(key: "p05", title: "5 %", format: format),
        TableColumn(key: "p95", title: "95 %", format: format),
        TableColumn(key: "observed", title: "Observed", format: format),
        TableColumn(key: "in_interval", title: "Inside"),
        TableColumn(key: "rank", title: "Rank", format: format),
        TableColumn(key: "skill", title: "Skill", format: format),
        TableColumn(key: "source", title: "Source"),
      ],
      rows: episode.rows.map { cells($0, isWhole: isWhole) },
      note:
        "Inside: what happened lies in the 90 % interval of the runs. Rank: the part of the runs "
        + "below it. Skill: one less the CRPS over that of history alone, \(Self.benchmarkMeaning)."
    )
  }

  private func cells(_ row: EpisodeResult.Row, isWhole: Bool) -> [TableCell] {
    let comparison = row.comparison
    let source =
      switch comparison.source {
      case .fact(let id, _): id
      case .series(let id, let how, _): "\(how.rawValue) of \(id)"
      }
    return [
      .text(comparison.reading.rawValue), .text(comparison.subject), .text(comparison.unit),
      .text(comparison.window), .text(comparison.isCalibrated ? "calibrated" : "predicted"),
      cell(row.simulated?.median, isWhole), cell(row.simulated?.p05, isWhole),
      cell(row.simulated?.p95, isWhole), cell(row.evidence.observed, isWhole),
      row.score.map { .text($0.isInInterval ? "yes" : "no") } ?? .missing,
      cell(row.score?.rank, isWhole), cell(row.score?.skill, isWhole),
      .text(row.reason ?? source),
    ]
  }

  private func cell(_ value: Double?, _ isWhole: Bool) -> TableCell {
    value.map { isWhole ? .number($0) : .text(number($0)) } ?? .missing
  }

  /// A number of any unit with the digits that matter.
  private func number(_ value: Double) -> String {
    value.magnitude >= 1e6
      ? NumberText.abbreviated(value) : NumberText.significant(value, digits: 4)
  }
}
