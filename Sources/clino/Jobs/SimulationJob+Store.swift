import Observatory
import Scenarios

extension SimulationJob {
  /// A job as asked for on the command line.
  ///
  /// The store is read only for an episode, where one that is not there has no observations, and for an
  /// opening as of a date.
  ///
  /// - Throws: `ScenarioError` of the file, `StoreError` of a store that cannot be read.
  init(
    text: String,
    name: String,
    days: Int?,
    market: String?,
    without: Set<String>,
    seed: UInt64,
    runs: Int?,
    split: Split?,
    asOf: String?,
    store options: StoreOptions
  ) throws {
    let episode = try ScenarioFile.parse(text, file: name).episode
    guard options.store == nil || asOf != nil || episode != nil else {
      throw UsageError(
        description:
          "--store: expected --as-of beside it, the day on which the world opens, or an episode"
      )
    }
    guard asOf == nil || episode == nil else {
      throw UsageError(
        description:
          "--as-of: got \(asOf ?? ""), expected none beside an episode, whose days are its own"
      )
    }
    self.init(
      text: text,
      name: name,
      days: days,
      market: market,
      without: without,
      seed: seed,
      runs: runs ?? episode?.runs ?? 1,
      split: split,
      estimate: try OpeningArgument.estimate(asOf: asOf, options),
      evidence: try episode.map { try Self.evidence(on: $0, options) } ?? [],
      store: options.store
    )
  }

  private static func evidence(
    on episode: Episode,
    _ options: StoreOptions
  ) throws -> [EpisodeEvidence] {
    let path = options.path
    var store: Store?
    if FileBytes.exists(path) {
      store = try options.open()
    } else {
      StandardError.print("clino: \(path) is no store: nothing that happened can be compared")
    }
    return try episode.compared.map { try EpisodeEvidence(on: $0, from: store) }
  }
}
