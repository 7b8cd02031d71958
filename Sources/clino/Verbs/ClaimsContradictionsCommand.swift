import ArgumentParser
import Forecasts
import Observatory
import Quantities
import Reports

/// `clino claims contradictions`: one page for each question on which the articles disagree.
struct ClaimsContradictionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contradictions",
    abstract: "Put the readings of each contradiction beside what the data says.",
    discussion: """
      EXAMPLES
        clino claims contradictions
        clino claims contradictions --output docs/contradictions
      """
  )

  @Option(
    help: ArgumentHelp("Write X01.md to X27.md into this folder, which exists.", valueName: "dir")
  )
  var output: String?

  @OptionGroup var view: ViewOptions
  @OptionGroup var form: OutputOptions

  mutating func run() async throws {
    let base = try FactBase.embedded()
    let (reader, asOf) = try view.open()
    let assessments = try ClaimExaminer(base, experiments: ExperimentEntries.all).assessments(
      reader,
      asOf: asOf
    )
    let pages = base.contradictions.map {
      ContradictionPage($0, base: base, assessments: assessments, asOf: "\(asOf.day + -1)")
    }
    if let output {
      try Folder.make(containing: "\(OutputPlace.trimmed(output))/page.md")
      for page in pages {
        try AtomicFile.write(
          Array(page.text.utf8),
          to: "\(OutputPlace.trimmed(output))/\(page.name)"
        )
      }
    }
    let table = Table(
      title: "Contradictions",
      columns: [
        TableColumn(key: "id", title: "Id"), TableColumn(key: "topic", title: "Topic"),
        TableColumn(key: "readings", title: "Readings"),
      ],
      rows: base.contradictions.map { contradiction in
        [
          .text(contradiction.id), .text(contradiction.topic),
          .text(contradiction.positions.map { "\($0.seed): \($0.says)" }.joined(separator: " | ")),
        ]
      }
    )
    ResultPrinter(format: form.format).print(
      json: [
        "schema": "clino.claims/1", "as_of": .string("\(asOf)"),
        "contradictions": .array(
          pages.map { page in
            [
              "id": .string(page.contradiction.id), "topic": .string(page.contradiction.topic),
              "page": .string(page.text),
            ]
          }
        ),
      ],
      headline: ["\(pages.count) contradictions.", ""],
      tables: [table],
      main: table
    )
  }
}
