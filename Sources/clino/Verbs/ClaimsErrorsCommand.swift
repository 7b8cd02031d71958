import ArgumentParser
import Forecasts
import Reports

/// `clino claims errors`: the mistakes of the articles.
struct ClaimsErrorsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "errors",
    abstract: "List the mistakes of the articles with what is right and how that is known.",
    discussion: """
      EXAMPLES
        clino claims errors
        clino claims errors --format json

      A correction is computed from the store where its data exists, else it follows from the text, else
      it is general knowledge that nobody verified here.
      """
  )

  @OptionGroup var view: ViewOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let base = try FactBase.embedded()
    let (reader, asOf) = try view.open()
    let assessments = try ClaimExaminer(base, experiments: ExperimentEntries.all).assessments(
      reader,
      asOf: asOf
    )
    let corrections = ArticleErrorReport.corrections(base, assessments)
    let table = Table(
      title: "Errors of the articles",
      columns: [
        TableColumn(key: "id", title: "Error"), TableColumn(key: "stated", title: "Stated"),
        TableColumn(key: "corrected", title: "Right"),
        TableColumn(key: "provenance", title: "Known from"),
      ],
      rows: corrections.map {
        [.text($0.error), .text($0.stated), .text($0.corrected), .text($0.provenance)]
      }
    )
    let computed = corrections.count { $0.number != nil }
    ResultPrinter(format: output.format).print(
      json: [
        "schema": "clino.claims/1", "as_of": .string("\(asOf)"),
        "errors": .array(corrections.map(JSONValue.init)),
      ],
      headline: ["\(corrections.count) errors, \(computed) of them corrected from the store.", ""],
      tables: [table],
      main: table
    )
  }
}
