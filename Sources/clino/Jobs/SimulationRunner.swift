import ArgumentParser
import Reports

/// Runs a simulation and lets its result leave in every form asked for.
struct SimulationRunner {
  let output: OutputOptions
  let files: FileOptions

  /// Runs, prints, and writes directory and page.
  ///
  /// - Throws: `ExitCode` 1 if a check is not zero, after everything has been printed.
  func run(_ job: SimulationJob, threads: Int) async throws {
    // Before the work: a place that cannot be written to would cost the whole run.
    if let directory = files.output { try OutputPlace.requireFree(directory) }
    try files.requireReportPlace()
    let document = try await job.document(threads: threads)
    if let directory = files.output {
      let files = SimulationJob.files(of: document)
      let manifest = SimulationManifest.json(of: job, files: files)
      try RunDirectory.write(files: files, manifest: manifest.bytes(.indented), to: directory)
    }
    if let path = files.report { try writePage(document, job, to: path) }
    ResultPrinter(format: output.format).print(
      json: document.json,
      headline: [document.headline, document.verdict]
        + (document.episodeLine.map { [$0] } ?? []) + (document.bandLine.map { [$0] } ?? []) + [
          "", document.checkLine, "",
        ],
      tables: document.tables,
      main: document.mainTable,
      notes: document.notes
    )
    guard document.isSound else { throw ExitCode(ExitStatus.checkFailed) }
  }

  private func writePage(_ document: WorldDocument, _ job: SimulationJob, to path: String) throws {
    let page = document.page(
      commandLine: job.commandLine(report: path),
      version: ClinoVersion.text
    )
    if case .unavailable(let reason) = try page.write(to: path) {
      StandardError.print(
        "clino: the page has tables and specifications but no pictures: \(reason)"
      )
    }
  }
}
