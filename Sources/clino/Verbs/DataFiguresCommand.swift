import ArgumentParser
import Observatory
import Reports

/// `clino data figures`: published numbers computed again from the store.
struct DataFiguresCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Compute published figures again from the store and compare.",
    discussion: """
      EXAMPLES
        clino data figures
        clino data figures --page verification.md

      Exit 1 if a figure differs. One whose data the store lacks is named and does not count.
      """
  )

  @Option(help: ArgumentHelp("Write the table as a Markdown page.", valueName: "file.md"))
  var page: String?

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let store = try storeOptions.open()
    var rows: [FiguresDocument.Row] = []
    for figure in PublishedFigures.all {
      rows.append(.init(figure: figure, outcome: try figure.outcome(store)))
    }
    let document = FiguresDocument(rows: rows)
    if let page { try AtomicFile.write(Array(document.page.utf8), to: page) }
    ResultPrinter(format: output.format).print(
      json: document.json,
      headline: [document.verdict, ""],
      tables: [document.table],
      main: document.table
    )
    guard document.differing == 0 else { throw ExitCode(ExitStatus.checkFailed) }
  }
}
