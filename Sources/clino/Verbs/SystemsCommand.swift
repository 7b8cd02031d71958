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
        clino systems --pages docs/systems

      The faces are derived from the registries of indicators, experiments, claims and forecasts. Where
      there is a store, indicators are read: a face without any value is partial.

      \(SystemPages.whatWorks.replacing("*", with: ""))
      """
  )

  @Argument(help: "One system, such as M0.1.")
  var id: String?

  @Option(
    help: ArgumentHelp(
      "Write a page a system, M0.1.md to M4.8.md, and README.md into this folder, which exists.",
      valueName: "dir"
    )
  )
  var pages: String?

  @OptionGroup var view: ViewOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    if pages != nil, id != nil {
      throw UsageError(description: "--pages writes the pages of all systems; leave the id out")
    }
    let base = try FactBase.embedded()
    if let pages {
      for page in SystemPages(
        base,
        experiments: ExperimentEntries.all,
        participants: ExperimentEntries.participants
      ).all {
        try AtomicFile.write(
          Array(page.text.utf8),
          to: "\(OutputPlace.trimmed(pages))/\(page.name)"
        )
      }
    }
    let wanted = try id.map { try base.system($0).id }
    let indicators = Indicators.all.filter { wanted == nil || $0.systems.contains(wanted ?? "") }
    let registries = SystemRegistries(
      indicators: try entries(indicators),
      experiments: ExperimentEntries.all,
      forecasts: SystemRegistries.forecastEntries(BuiltInRecord.record.entries.map(\.forecast))
    )
    let faces = SystemFaces.derive(base, from: registries)
      .filter { wanted == nil || $0.system.id == wanted }
    let document = SystemsDocument(faces)
    ResultPrinter(format: output.format).print(
      json: document.json,
      headline: document.headline,
      tables: wanted == nil ? [document.table] : [document.entryTable],
      main: document.wholeTable,
      notes: output.format == .text ? document.notes : []
    )
  }

  /// The indicators, read where there is a store: one without a value does not make a face work.
  private func entries(
    _ indicators: [any Indicator]
  ) throws -> [SystemRegistries.IndicatorEntry] {
    let (reader, asOf) = try view.open()
    guard try reader.newestKnowable() != nil else {
      return SystemRegistries.indicatorEntries(indicators)
    }
    return try SystemRegistries.indicatorEntries(indicators, MarketView(reader, asOf: asOf))
  }
}
