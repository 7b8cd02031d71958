public import Ensembles
import Scenarios

/// Experiments after their runs, ready to be printed in any form.
public struct ExperimentDocument: Sendable {
  /// The results, in the order asked for.
  public let results: [ExperimentResult]

  /// Creates a document.
  public init(_ results: [ExperimentResult]) { self.results = results }

  /// Whether every control lost the effect.
  public var isSound: Bool { !results.contains(where: \.hasFailedControl) }

  /// What comes before the tables: counts of verdicts, or the story of a single experiment.
  public var headline: [String] {
    if results.count == 1, let result = results.first {
      return ExperimentStory(result).lines + [""]
    }
    let counts = ExperimentVerdict.allCases.map { verdict in
      "\(results.count { $0.verdict == verdict }) \(verdict.rawValue)"
    }
    return ["\(results.count) experiments: \(counts.joined(separator: ", ")).", ""]
  }

  /// The tables for people: all experiments, or everything about a single one.
  public var tables: [Table] {
    guard results.count == 1, let result = results.first else { return [table] }
    let beside = result.side.companions.isEmpty ? [] : [companionTable(result)]
    return [readingTable(result)] + beside + result.regions.map { regionTable($0, result.plan) }
  }

  /// One row an experiment.
  public var table: Table {
    Table(
      title: "Experiments",
      columns: [
        TableColumn(key: "id", title: "Id"), TableColumn(key: "systems", title: "Systems"),
        TableColumn(key: "quantity", title: "Quantity"), TableColumn(key: "unit", title: "Unit"),
        TableColumn(key: "expected", title: "Expected"),
        TableColumn(key: "treated", title: "Treated", format: .number(decimals: 3)),
        TableColumn(key: "control", title: "Control", format: .number(decimals: 3)),
        TableColumn(key: "runs", title: "Runs", format: .number(decimals: 0)),
        TableColumn(key: "calibrated", title: "Calibrated"),
        TableColumn(key: "verdict", title: "Verdict"),
      ],
      rows: results.map { result in
        [
          .text(result.plan.id), .text(result.plan.systems.joined(separator: " ")),
          .text(result.plan.quantity), .text(result.plan.unit),
          .text(ExperimentText.condition(result.plan, of: result.side.reading)),
          TableCell(result.side.treated, result.plan), TableCell(result.side.control, result.plan),
          TableCell(result.runs),
          .text(result.plan.calibration(of: result.side.reading) == nil ? "no" : "yes"),
          .text(result.verdict.rawValue),
        ]
      },
      note: "Medians and 5 % to 95 % of runs, or means; the control has the mechanism off and the "
        + "same draws."
    )
  }

  /// One row an experiment and one a point of its sweeps, for comma-separated values.
  ///
  /// A point has its parameters and whether the expectation is met there; it has no control and no verdict.
  public var sweptTable: Table {
    let whole = table
    return Table(
      title: whole.title,
      columns: whole.columns + [
        TableColumn(key: "reading", title: "Reading"),
        TableColumn(key: "parameters", title: "Parameters"),
        TableColumn(key: "expectation_met", title: "Expectation met"),
      ],
      rows: zip(results, whole.rows).flatMap { result, row -> [[TableCell]] in
        [row + [ExperimentDocument.reading(result.side.reading), .missing, .missing]]
          + result.regions.flatMap { region in
            region.rows.map { ExperimentDocument.swept($0, region, result, row) }
          }
      },
      note: whole.note
    )
  }

  private static func reading(_ name: String) -> TableCell {
    name.isEmpty ? .missing : .text(name)
  }

  private static func swept(
    _ point: ExperimentRegion.Row,
    _ region: ExperimentRegion,
    _ result: ExperimentResult,
    _ row: [TableCell]
  ) -> [TableCell] {
    Array(row[..<4]) + [
      .text(ExperimentText.condition(result.plan, of: region.reading)),
      TableCell(point.treated, result.plan), .missing,
      TableCell(point.treated.values.count + point.treated.missing), row[8], .missing,
      reading(region.reading), .text(parameters(region, point)),
      .text(point.isReproduced ? "yes" : "no"),
    ]
  }

  private static func parameters(_ region: ExperimentRegion, _ row: ExperimentRegion.Row) -> String
  {
    zip(region.sweep.parameters, row.point).map { "\($0.name)=\($1)" }.joined(separator: " ")
  }

  /// The tables of a run directory, by name.
  public var namedTables: [(name: String, table: Table)] {
    [("experiments", table), ("readings", allReadings), ("region", allRegions)]
  }

  private var allReadings: Table {
    Table(
      title: "Readings",
      columns: ExperimentDocument.readingColumns(withID: true),
      rows: results.flatMap { result in
        result.sides.map { [.text(result.plan.id)] + ExperimentDocument.row($0, result) }
      }
    )
  }

  private var allRegions: Table {
    Table(
      title: "Region",
      columns: [
        TableColumn(key: "id", title: "Id"), TableColumn(key: "parameters", title: "Parameters"),
        TableColumn(key: "treated", title: "Treated", format: .number(decimals: 4)),
        TableColumn(key: "estimate", title: "Estimate and interval"),
        TableColumn(key: "reproduced", title: "Reproduced"),
      ],
      rows: results.flatMap { result in
        result.regions.flatMap { region in
          region.rows.map { row -> [TableCell] in
            [
              .text(result.plan.id), .text(ExperimentDocument.parameters(region, row)),
              TableCell(row.treated, result.plan), .text(ExperimentText.interval(row.treated)),
              .text(row.isReproduced ? "yes" : "no"),
            ]
          }
        }
      }
    )
  }

  private func readingTable(_ result: ExperimentResult) -> Table {
    Table(
      title: "\(result.plan.quantity) (\(result.plan.unit))",
      columns: ExperimentDocument.readingColumns(withID: false),
      rows: result.sides.map { ExperimentDocument.row($0, result) },
      note: "\(result.runs) runs a side, seed \(result.seed)."
    )
  }

  private static func readingColumns(withID: Bool) -> [TableColumn] {
    (withID ? [TableColumn(key: "id", title: "Id")] : []) + [
      TableColumn(key: "reading", title: "Reading"),
      TableColumn(key: "expected", title: "Expected"),
      TableColumn(key: "treated", title: "Treated", format: .number(decimals: 4)),
      TableColumn(key: "estimate", title: "Estimate and interval"),
      TableColumn(key: "control", title: "Control", format: .number(decimals: 4)),
      TableColumn(key: "control_interval", title: "Control, interval"),
      TableColumn(key: "verdict", title: "Verdict"),
    ]
  }

  private static func row(_ side: ExperimentSide, _ result: ExperimentResult) -> [TableCell] {
    [
      .text(side.reading.isEmpty ? "–" : side.reading),
      .text(ExperimentText.condition(result.plan, of: side.reading)),
      TableCell(side.treated, result.plan),
      .text(ExperimentText.interval(side.treated)), TableCell(side.control, result.plan),
      .text(ExperimentText.interval(side.control)), .text(side.verdict?.rawValue ?? "shown only"),
    ]
  }

  private func companionTable(_ result: ExperimentResult) -> Table {
    Table(
      title: "Beside it",
      columns: [
        TableColumn(key: "name", title: "Quantity"), TableColumn(key: "unit", title: "Unit"),
        TableColumn(key: "treated", title: "Treated", format: .abbreviated),
        TableColumn(key: "control", title: "Control", format: .abbreviated),
      ],
      rows: zip(result.side.companions, result.side.controlCompanions).map { treated, control in
        [
          .text(treated.name), .text(treated.unit), TableCell(treated, result.plan),
          TableCell(control, result.plan),
        ]
      }
    )
  }

  private func regionTable(_ region: ExperimentRegion, _ plan: ExperimentPlan) -> Table {
    Table(
      title: region.reading.isEmpty ? "Region" : "Region of the reading \(region.reading)",
      columns: region.sweep.parameters.map { TableColumn(key: $0.name, title: $0.text) } + [
        TableColumn(key: "treated", title: "Treated", format: .number(decimals: 4)),
        TableColumn(key: "estimate", title: "Estimate and interval"),
        TableColumn(key: "reproduced", title: "Reproduced"),
      ],
      rows: region.rows.map { row in
        row.point.map { .text(ExperimentText.number($0)) } + [
          TableCell(row.treated, plan), .text(ExperimentText.interval(row.treated)),
          .text(row.isReproduced ? "yes" : "no"),
        ]
      }
    )
  }
}

extension TableCell {
  /// A sample: its mean where the verdict is about one, else its value, or median and range.
  init(_ sample: ExperimentSample, _ plan: ExperimentPlan) {
    guard let band = sample.band, let estimate = sample.estimate else {
      self = .missing
      return
    }
    if plan.statistic.isMean { self = .number(estimate) } else { self.init(band) }
  }

  /// Another number of an experiment, in the same form.
  init(_ companion: ExperimentCompanion, _ plan: ExperimentPlan) {
    if plan.statistic.isMean { self = .number(companion.mean) } else { self.init(companion.band) }
  }

  /// A band: a number where it has no width, text where a quantile is unbounded.
  init(_ band: Band) {
    let numbers = [band.median, band.p05, band.p95]
    if !numbers.allSatisfy(\.isFinite) {
      self = .text(ExperimentText.band(band))
    } else if band.p05 == band.p95 {
      self = .number(band.median)
    } else {
      self = .interval(median: band.median, p05: band.p05, p95: band.p95)
    }
  }
}
