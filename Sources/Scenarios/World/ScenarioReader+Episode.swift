import Economy
import Yams

extension ScenarioReader {
  /// The section `episode`; nil where the file has none.
  func episode(in world: World, days: Int) throws(ScenarioError) -> Episode? {
    guard let node = fields.node("episode") else { return nil }
    let known = ScenarioKeys.episodeFields.map(\.name)
    let section = try StrictFields(node, file: fields.file, path: "episode", known: known)
    let rows = EpisodeRows(section: section, world: world, days: days)
    return Episode(
      runs: try section.optionalWhole("runs", in: 1...1_000) ?? Episode.standardRuns,
      observed: try rows.observed(),
      assumed: try rows.assumed(),
      compared: try rows.compared()
    )
  }
}
