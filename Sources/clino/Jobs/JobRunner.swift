import ArgumentParser
import Quantities
import Reports
import Scenarios

/// Runs a job and lets its result leave in every form asked for.
struct JobRunner {
  let output: OutputOptions
  let files: FileOptions

  /// Runs, prints, and writes directory and page.
  ///
  /// - Throws: `ExitCode` 1 if a check is not zero, after everything has been printed.
  func run(_ job: Job, threads: Int) async throws {
    // Before the work: a place that cannot be written to would cost the whole run.
    if let directory = files.output { try OutputPlace.requireFree(directory) }
    try files.requireReportPlace()
    let result = try await job.result(threads: threads)
    let document = result.document
    if let directory = files.output { try RunDirectory.write(result, to: directory) }
    if let path = files.report { try writePage(result, to: path) }
    ResultPrinter(format: output.format).print(
      json: document.json,
      headline: headline(document),
      tables: document.tables,
      main: document.namedTables[0].table
    )
    guard document.isSound else { throw ExitCode(ExitStatus.checkFailed) }
  }

  private func headline(_ document: ReplayDocument) -> [String] {
    [document.headline, document.verdict, ""] + document.pageRemarks.map { "- \($0)" }
      + ["", document.checkLine, ""]
  }

  private func writePage(_ result: JobResult, to path: String) throws {
    let first = try SimulatedRun(result.document.setting, run: result.document.shownRun)
    let page = result.document.page(
      forest: first.forest,
      commandLine: result.job.commandLine(report: path),
      version: ClinoVersion.text
    )
    if case .unavailable(let reason) = try page.write(to: path) {
      StandardError.print(
        "clino: the page has tables and specifications but no pictures: \(reason)"
      )
    }
  }
}

extension Job {
  /// The command that runs the job again.
  func commandLine(report: String) -> String {
    var words = ["clino", verb]
    switch source {
    case .state(_, let name): words.append(name.replacing("built-in ", with: ""))
    case .bars(let request):
      words += ["--bars", request.file, "--symbol", request.symbol]
      words += ["--from", request.from.description, "--to", request.to.description]
      if let openInterest = request.openInterest {
        words += ["--open-interest", "\(openInterest)"]
      }
    }
    if let shock {
      words += ["--sell", "\(shock.sale)", "--over", "\(shock.length.microseconds / 1_000_000)s"]
      words += ["--news", "\(shock.news)"]
    }
    for mechanism in Mechanism.allCases where without.contains(mechanism) {
      words += ["--without", mechanism.rawValue]
    }
    words += ["--seed", "\(seed)", "--runs", "\(runs)", "--parcels", "\(parcels)"]
    return (words + ["--report", report]).joined(separator: " ")
  }
}
