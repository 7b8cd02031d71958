import Ensembles
public import Scenarios

extension ExperimentDocument {
  /// Experiments that have not run, one row each.
  public static func table(plans: [ExperimentPlan]) -> Table {
    Table(
      title: "Experiments",
      columns: [
        TableColumn(key: "id", title: "Id"), TableColumn(key: "systems", title: "Systems"),
        TableColumn(key: "title", title: "Title"), TableColumn(key: "quantity", title: "Quantity"),
        TableColumn(key: "unit", title: "Unit"), TableColumn(key: "expected", title: "Expected"),
        TableColumn(key: "readings", title: "Readings"),
        TableColumn(key: "calibrated", title: "Calibrated"),
      ],
      rows: plans.map { plan in
        [
          .text(plan.id), .text(plan.systems.joined(separator: " ")), .text(plan.title),
          .text(plan.quantity), .text(plan.unit),
          .text(ExperimentText.condition(plan.expected.condition)),
          .text(plan.readings.map(\.id).joined(separator: " ")),
          .text(plan.calibration(of: plan.readings.first?.id ?? "") == nil ? "no" : "yes"),
        ]
      }
    )
  }

  /// The results as one self-contained page.
  ///
  /// - Parameters:
  ///   - commandLine: The command that makes the page again.
  ///   - version: The version of the program.
  /// - Returns: The page; it has tables and no figure.
  public func page(commandLine: String, version: String) -> HTMLReport {
    let counts = ExperimentVerdict.allCases.map { verdict in
      "\(results.count { $0.verdict == verdict }) \(verdict.rawValue.replacing("_", with: " "))"
    }
    let sections = results.map { result -> ReportSection in
      let one = ExperimentDocument([result])
      return ReportSection(
        title: "\(result.plan.id) \(result.plan.title)",
        blocks: [.code(ExperimentStory(result).lines.joined(separator: "\n"))]
          + one.tables.map(ReportSection.Block.table)
      )
    }
    return HTMLReport(
      header: ReportHeader(
        title: "Experiments and their controls",
        verdict: counts.joined(separator: ", "),
        runID: JournalDigest.sha256(of: json.bytes(.indented)),
        seed: results.first?.seed ?? 0,
        commandLine: commandLine,
        version: version
      ),
      sections: [ReportSection(title: "All", blocks: [.table(table)])] + sections
    )
  }
}
