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
    return [readingTable(result), companionTable(result)] + result.regions.map(regionTable)
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
          TableCell(result.side.treated), TableCell(result.side.control), TableCell(result.runs),
          .text(result.plan.isCalibrated ? "yes" : "no"), .text(result.verdict.rawValue),
        ]
      },
      note: "Medians and 5 % to 95 % of runs; the control has the mechanism off and the same draws."
    )
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
        TableColumn(key: "reproduced", title: "Reproduced"),
      ],
      rows: results.flatMap { result in
        result.regions.flatMap { region in
          region.rows.map { row -> [TableCell] in
            let words = zip(region.sweep.parameters, row.point).map { "\($0.name)=\($1)" }
            return [
              .text(result.plan.id), .text(words.joined(separator: " ")), TableCell(row.treated),
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
      .text(ExperimentText.condition(result.plan, of: side.reading)), TableCell(side.treated),
      .text(ExperimentText.interval(side.treated)), TableCell(side.control),
      .text(ExperimentText.interval(side.control)), .text(side.verdict?.rawValue ?? "shown only"),
    ]
  }

  private func companionTable(_ result: ExperimentResult) -> Table {
    Table(
      title: "Beside it",
      columns: [
        TableColumn(key: "name", title: "Quantity"), TableColumn(key: "unit", title: "Unit"),
        TableColumn(key: "treated", title: "Treated", format: .number(decimals: 4)),
        TableColumn(key: "control", title: "Control", format: .number(decimals: 4)),
      ],
      rows: zip(result.side.companions, result.side.controlCompanions).map { treated, control in
        [
          .text(treated.name), .text(treated.unit), TableCell(treated.band),
          TableCell(control.band),
        ]
      }
    )
  }

  private func regionTable(_ region: ExperimentRegion) -> Table {
    Table(
      title: "Region",
      columns: region.sweep.parameters.map { TableColumn(key: $0.name, title: $0.text) } + [
        TableColumn(key: "treated", title: "Treated", format: .number(decimals: 4)),
        TableColumn(key: "reproduced", title: "Reproduced"),
      ],
      rows: region.rows.map { row in
        row.point.map { .text(ExperimentText.number($0)) } + [
          TableCell(row.treated), .text(row.isReproduced ? "yes" : "no"),
        ]
      }
    )
  }
}

extension TableCell {
  /// A sample: its value, or median and range; text where a quantile is unbounded.
  init(_ sample: ExperimentSample) {
    if let band = sample.band { self.init(band) } else { self = .missing }
  }

  /// A band: a number where it has no width.
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
