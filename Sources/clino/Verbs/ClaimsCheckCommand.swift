import ArgumentParser
import Forecasts
import Observatory

/// `clino claims check`: the verdicts of all claims.
struct ClaimsCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Give every claim its verdict and its evidence.",
    discussion: """
      EXAMPLES
        clino claims check
        clino claims check --format json
        clino claims check S2.C08 S0.C06 --as-of 2025-11-21

      JSON holds all evidence: every number with its unit, interval, series, window and files.
      """
  )

  @Argument(help: "Only these claims; several may be given.")
  var ids: [String] = []

  @OptionGroup var view: ViewOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let base = try FactBase.embedded()
    var claims: [Claim] = []
    for id in ids { claims.append(try base.claim(id)) }
    if ids.isEmpty { claims = base.claims }
    let (reader, asOf) = try view.open()
    let examiner = ClaimExaminer(base, experiments: ExperimentEntries.all)
    let market = MarketView(reader, asOf: asOf)
    var assessments: [ClaimAssessment] = []
    for claim in claims { assessments.append(try examiner.assessment(of: claim, market)) }
    let document = ClaimsDocument(
      base: base,
      claims: claims,
      assessments: assessments,
      asOf: asOf
    )
    ResultPrinter(format: output.format).print(
      json: document.json,
      headline: [document.headline, ""],
      tables: [document.verdictTable],
      main: document.verdictTable
    )
  }
}
