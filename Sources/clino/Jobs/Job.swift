import Ensembles
import Exchange
import Reports
import Scenarios

/// Everything that decides the bytes of a replay or a stress: what a manifest holds.
struct Job: Sendable {
  /// Where the market comes from.
  enum Source: Sendable {
    /// A state as YAML text, under the name the caller gave.
    case state(text: String, name: String)
    /// A window of a file of bars.
    case bars(BarsRequest)
  }

  /// `replay` or `stress`.
  let verb: String
  let source: Source
  /// The shock of a stress.
  let shock: Drive.Shock?
  let without: Set<Mechanism>
  let seed: UInt64
  let runs: Int
  let parcels: Int

  /// The setting of the job's runs.
  func setting() throws -> RunSetting {
    switch source {
    case .state(let text, let name):
      let state = try StateFile.parse(text, file: name)
      return try setting(of: state, name: name)
    case .bars(let request):
      let window = try request.window()
      return RunSetting(
        state: try request.state(of: window),
        source: .window(window),
        without: without,
        seed: seed,
        parcels: parcels
      )
    }
  }

  private func setting(of state: MarketState, name: String) throws -> RunSetting {
    if let shock {
      return RunSetting(
        state: state,
        source: .shock(shock),
        without: without,
        seed: seed,
        parcels: parcels
      )
    }
    guard let event = state.event else {
      throw UsageError(description: "\(name): event: got nothing, expected what happened to replay")
    }
    return RunSetting(
      state: state,
      source: .event(event),
      without: without,
      seed: seed,
      parcels: parcels
    )
  }

  /// Runs the job.
  func result(threads: Int) async throws -> JobResult {
    let setting = try setting()
    let progress = Progress(verb, total: runs)
    defer { progress.finish() }
    let ensemble = try await Ensemble(of: setting, runs: runs, threads: threads) { done in
      progress.advance(to: done)
    }
    let map = try await MapSummary(of: setting, runs: runs, threads: threads)
    return JobResult(
      job: self,
      ensemble: ensemble,
      document: ReplayDocument(verb: verb, setting: setting, ensemble: ensemble, map: map)
    )
  }
}

/// What a job gave.
struct JobResult: Sendable {
  let job: Job
  let ensemble: Ensemble
  let document: ReplayDocument

  /// The files of the run directory, by name.
  func files() -> [(name: String, bytes: [UInt8])] {
    var files: [(String, [UInt8])] = [
      ("journal.jsonl", ensemble.journals.flatMap(\.bytes)),
      ("result.json", document.json.bytes(.indented)),
    ]
    for (name, table) in document.namedTables {
      files.append(("tables/\(name).csv", Array(table.csv.utf8)))
    }
    return files
  }
}
