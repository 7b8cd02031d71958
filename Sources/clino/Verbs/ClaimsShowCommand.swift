import ArgumentParser
import Forecasts
import Observatory

/// `clino claims show`: one claim from statement to evidence.
struct ClaimsShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one claim from its statement to its evidence.",
    discussion: """
      EXAMPLES
        clino claims show S2.C08
        clino claims show S0.C06 --format json
      """
  )

  @Argument(help: "The claim, such as S2.C08.")
  var id: String

  @OptionGroup var view: ViewOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let base = try FactBase.embedded()
    let claim = try base.claim(id)
    let (reader, asOf) = try view.open()
    let assessment = try ClaimExaminer(base, experiments: ExperimentEntries.all)
      .assessment(of: claim, MarketView(reader, asOf: asOf))
    let document = ClaimsDocument(
      base: base,
      claims: [claim],
      assessments: [assessment],
      asOf: asOf
    )
    ResultPrinter(format: output.format).print(
      json: document.json,
      headline: document.story(of: claim, assessment),
      tables: [],
      main: document.evidenceTable
    )
  }
}
