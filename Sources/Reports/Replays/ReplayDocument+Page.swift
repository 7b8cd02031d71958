import Ensembles
public import Exchange
import Scenarios

extension ReplayDocument {
  /// The run whose causes the page shows: the first that fits the path.
  public var shownRun: Int { outcomes[0].run }

  /// The document as one self-contained page.
  ///
  /// - Parameters:
  ///   - forest: The causes of ``shownRun``, for the cascade's tree.
  ///   - commandLine: The command that makes the page again.
  ///   - version: The version of the program.
  /// - Returns: The page, not yet drawn.
  public func page(forest: CausalForest, commandLine: String, version: String) -> HTMLReport {
    HTMLReport(
      header: ReportHeader(
        title: headline,
        verdict: verdict,
        runID: runID,
        seed: setting.seed,
        commandLine: commandLine,
        version: version
      ),
      sections: [
        ReportSection(
          title: "The move",
          blocks: [.figure(pathFigure), .table(tables[0])] + remarkBlocks
        ),
        evidence,
        ReportSection(title: "The cascade", blocks: cascade(forest)),
        ReportSection(
          title: "Liquidations",
          blocks: [.figure(hourFigure)] + liquidationTables.map { .table($0) }
        ),
        ReportSection(title: "Who lost", blocks: [.figure(lossFigure)]),
        ReportSection(
          title: "The book at the start",
          blocks: [.figure(mapFigure), .prose(assumptions)]
        ),
        ReportSection(title: "Checks", blocks: [.prose(checks)]),
      ]
    )
  }

  private var remarkBlocks: [ReportSection.Block] {
    remarks.isEmpty ? [] : [.list(remarks)]
  }

  private var evidence: ReportSection {
    guard !comparisons.isEmpty else {
      return ReportSection(
        title: "What is given and what is predicted",
        blocks: [
          .prose(
            setting.isWindow
              ? "The price path is given by the bars. Liquidations are predicted from a book "
                + "estimated before the window; nothing from inside it was read."
              : "News and outflow are given. Prices and liquidations are simulated."
          )
        ]
      )
    }
    let shown = tables.filter {
      $0.title == "Reported and simulated" || $0.title == "What the reported figures leave open"
    }
    return ReportSection(title: "Reported and simulated", blocks: shown.map { .table($0) })
  }

  private func cascade(_ forest: CausalForest) -> [ReportSection.Block] {
    let nodes = LargestTree(of: forest).nodes
    guard nodes.count > 1 else { return [.prose("Nothing was forced in run \(shownRun).")] }
    return [
      .figure(
        Figure.tree(
          FigureFrame(
            id: "tree",
            title: "Who forced whom",
            subtitle:
              "The largest cascade of run \(shownRun); a line leads from a cause to what it forced",
            source: "Clinometer, journal of run \(shownRun)",
            runID: runID
          ),
          generation: FigureAxis(title: "Steps from the shock", unit: "1"),
          sizeTitle: "Forced notional (USD)",
          nodes: nodes
        )
      )
    ]
  }

  private var assumptions: String {
    "The opening book is a sample of \(setting.parcels) long parcels, drawn anew in each run from "
      + "the priors of the state: open interest, entries, leverage mixture, depth and resilience. "
      + "Positions that the market has liquidated before are not in it."
  }

  private var checks: String {
    "Broken conservation: \(violationCount). Forced trades without a cause: \(orphanCount). "
      + "Values that are not finite: \(nonfiniteCount). Journal of \(digest.entryCount) entries, "
      + "SHA-256 \(digest.sha256)."
  }
}
