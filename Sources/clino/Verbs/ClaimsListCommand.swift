import ArgumentParser
import Forecasts

/// `clino claims list`: the claims, unexamined.
struct ClaimsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the claims, without examining them.",
    discussion: """
      EXAMPLES
        clino claims list
        clino claims list --system M0.3
        clino claims list --format csv
      """
  )

  @Option(help: ArgumentHelp("Only claims of this system.", valueName: "id"))
  var system: String?

  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let base = try FactBase.embedded()
    var claims = base.claims
    if let system {
      let refs = Set(try base.system(system).refs)
      claims = claims.filter { refs.contains($0.id) }
    }
    let document = ClaimsDocument(base: base, claims: claims, assessments: nil, asOf: nil)
    ResultPrinter(format: output.format).print(
      json: document.json,
      headline: ["\(claims.count) claims.", ""],
      tables: [document.listTable],
      main: document.listTable
    )
  }
}
