import Economy
import Ensembles
import Quantities
import Scenarios

extension WorldDocument {
  /// The document as one self-contained page.
  ///
  /// - Parameters:
  ///   - commandLine: The command that makes the page again.
  ///   - version: The version of the program.
  /// - Returns: The page, not yet drawn.
  public func page(commandLine: String, version: String) -> HTMLReport {
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
          title: "Prices",
          blocks: [.figure(pathFigure), .table(namedTables[0].table)]
        )
      ]
        + namedTables.dropFirst().map { name, table in
          let shown = printed(name) ?? table
          return ReportSection(title: shown.title, blocks: [.table(shown)])
        } + [
          ReportSection(
            title: "Checks",
            blocks: [
              .prose(checkLine)
            ] + (episodeLine.map { [.note($0)] } ?? []) + (bandLine.map { [.note($0)] } ?? [])
              + notes.map { .note($0) } + [
                .note(
                  "A world is a set of assumptions: every number of it is printed by clino simulate "
                    + "--print-defaults with its source, and most sources say assumption."
                )
              ]
          )
        ]
    )
  }

  /// The form of a table that is rounded for people.
  private func printed(_ name: String) -> Table? {
    switch name {
    case "attribution": attribution?.printedTable
    case "episode": episode.map { comparedTable($0, isWhole: false) }
    default: nil
    }
  }

  /// The measured market's closes with leverage and without it, median and 90 % of the runs.
  private var pathFigure: Figure {
    Figure.lines(
      FigureFrame(
        id: "path",
        title: "\(names.markets[measured]) with leverage and without it",
        subtitle: "The same draws twice; the band holds 90 % of the runs",
        source: "Clinometer, scenario \(setting.scenario.name)",
        runID: runID
      ),
      x: FigureAxis(title: "Date", unit: "UTC", scale: .time),
      y: FigureAxis(title: "Close", unit: "USD"),
      series: [
        series("with leverage") { $0.paths[measured] },
        series("without leverage") { $0.controls[measured] },
      ]
    )
  }

  private func series(_ name: String, _ path: (WorldRun) -> ClosePath) -> FigureSeries {
    let paths = ensemble.runs.map { path($0).logs }
    let count = paths[0].count
    // A line has no more points than a page has pixels.
    let stride = max(1, count / 600)
    let start = Instant(startOf: setting.scenario.plan.start)
    let points = (0..<count).filter { $0 % stride == 0 || $0 == count - 1 }
      .compactMap { place -> FigureSeries.Point? in
        Band(of: paths.map { ClosePath.price(ofLog: $0[place]) }).map { band in
          FigureSeries.Point(
            x: .time((start + .days(Int64(place))).microseconds),
            median: band.median,
            p05: band.p05,
            p95: band.p95
          )
        }
      }
    return FigureSeries(name: name, points: points)
  }
}
