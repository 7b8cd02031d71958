import Economy
import Ensembles
import Observatory
import Quantities
import Reports
import Scenarios

/// Everything that decides the bytes of a simulation: what a manifest holds.
struct SimulationJob: Sendable {
  /// What is to be split among mechanisms.
  struct Split: Sendable {
    /// The mechanisms; the standard groups if empty.
    let mechanisms: [String]
    let measure: AttributionMeasure
  }

  /// The scenario's text and the name the caller gave.
  let text: String
  let name: String
  /// Another length than the scenario's, or nil.
  let days: Int?
  /// Another measured market than the scenario's, or nil.
  let market: String?
  let without: Set<String>
  let seed: UInt64
  let runs: Int
  let split: Split?
  /// What the store says of the day on which the world opens, or nil for the scenario's own opening.
  let estimate: FundingEstimate?
  /// What the store said about the rows of an episode, in order; empty where the scenario is none.
  let evidence: [EpisodeEvidence]
  /// The store that the caller named, or nil.
  let store: String?

  /// The setting of the job's runs.
  func setting() throws -> WorldSetting { try opened().setting }

  /// The setting, and how the world opens on the day of the estimate.
  private func opened() throws -> (setting: WorldSetting, opening: FundingOpening?) {
    var scenario = try ScenarioFile.parse(text, file: name)
    if let days { scenario.days = days }
    let opening = try estimate?.opening(of: scenario.plan)
    if let opening {
      scenario = Scenario(
        name: scenario.name,
        title: scenario.title,
        days: scenario.days,
        measuredMarket: scenario.measuredMarket,
        plan: opening.plan,
        episode: scenario.episode,
        catalogue: .standard
      )
    }
    if let market {
      let known = try WorldSetting(scenario).world(run: 0).marketNames
      guard known.contains(market) else {
        throw ScenarioError.argument(
          name: "--market",
          value: market,
          expected: "one of \(known.joined(separator: ", "))"
        )
      }
      scenario.measuredMarket = market
    }
    return (try WorldSetting(scenario, seed: seed, without: without), opening)
  }

  /// Runs the job.
  func document(threads: Int) async throws -> WorldDocument {
    let (setting, opening) = try opened()
    let groups = try split.map { split in
      split.mechanisms.isEmpty
        ? MechanismGroup.standard(of: setting)
        : try MechanismGroup.named(split.mechanisms, of: setting)
    }
    let ensemble = try await ensemble(setting, threads: threads)
    var attribution: MechanismAttribution?
    if let split, let groups {
      attribution = try await self.attribution(setting, groups, split.measure, threads: threads)
    }
    let episode = try setting.scenario.episode.map { episode in
      guard evidence.count == episode.compared.count else {
        throw UsageError(
          description: "evidence: got \(evidence.count) rows, expected \(episode.compared.count)"
        )
      }
      return EpisodeResult(episode, evidence: evidence, ensemble: ensemble)
    }
    return WorldDocument(
      setting,
      ensemble,
      attribution: attribution,
      opening: opening,
      episode: episode
    )
  }

  private func ensemble(_ setting: WorldSetting, threads: Int) async throws -> WorldEnsemble {
    let progress = Progress("simulate", total: runs)
    defer { progress.finish() }
    return try await WorldEnsemble(of: setting, runs: runs, threads: threads) { done in
      progress.advance(to: done)
    }
  }

  private func attribution(
    _ setting: WorldSetting,
    _ groups: [MechanismGroup],
    _ measure: AttributionMeasure,
    threads: Int
  ) async throws -> MechanismAttribution {
    let progress = Progress("attribute", total: 1_000, unit: "parts")
    defer { progress.finish() }
    return try await MechanismAttribution(
      of: setting,
      groups: groups,
      measure: measure,
      runs: runs,
      threads: threads
    ) { done, all in progress.advance(to: done * 1_000 / all) }
  }

  /// The files of the run directory, by name.
  static func files(of document: WorldDocument) -> [(name: String, bytes: [UInt8])] {
    [
      ("journal.jsonl", document.ensemble.runs.flatMap(\.journal.bytes)),
      ("result.json", document.json.bytes(.indented)),
    ] + document.namedTables.map { ("tables/\($0.name).csv", Array($0.table.csv.utf8)) }
  }

  /// The command that runs the job again.
  func commandLine(report: String) -> String {
    var words = ["clino", "simulate", name.replacing("built-in ", with: "")]
    if let days { words += ["--days", "\(days)"] }
    if let market { words += ["--market", market] }
    if let estimate { words += ["--as-of", estimate.asOf.description] }
    for mechanism in without.sorted() { words += ["--without", mechanism] }
    if let store { words += ["--store", store] }
    words += ["--seed", "\(seed)", "--runs", "\(runs)"]
    if let split {
      let list = split.mechanisms.isEmpty ? "all" : split.mechanisms.joined(separator: ",")
      words += ["--attribute", list, "--measure", split.measure.rawValue]
    }
    return (words + ["--report", report]).joined(separator: " ")
  }
}
