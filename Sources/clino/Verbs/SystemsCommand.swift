import ArgumentParser
import Forecasts
import Observatory

/// `clino systems`: the map of the mission.
struct SystemsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "systems",
    abstract: "The systems of the articles and what can be measured, simulated and judged of each.",
    discussion: """
      EXAMPLES
        clino systems
        clino systems M0.1
        clino systems --format json

      The faces are derived from the registries of indicators, experiments, claims and forecasts.
      """
  )

  @Argument(help: "One system, such as M0.1.")
  var id: String?

  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let base = try FactBase.embedded()
    let wanted = try id.map { try base.system($0).id }
    let registries = SystemRegistries(
      indicators: SystemRegistries.indicatorEntries(Indicators.all),
      experiments: SystemRegistries.replayEntries,
      forecasts: SystemRegistries.forecastEntries(BuiltInRecord.record.entries.map(\.forecast))
    )
    let faces = SystemFaces.derive(base, from: registries)
      .filter { wanted == nil || $0.system.id == wanted }
    let document = SystemsDocument(faces)
    ResultPrinter(format: output.format).print(
      json: document.json,
      headline: document.headline,
      tables: wanted == nil ? [document.table] : [document.entryTable],
      main: document.table
    )
  }
}
