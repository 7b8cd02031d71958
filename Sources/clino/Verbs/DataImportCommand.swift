import ArgumentParser
import Observatory

/// `clino data import`: files into the store.
struct DataImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import folders and files (.csv, .csv.gz) into the store.",
    discussion: """
      A folder with a CATALOG.yaml is imported with its units, licences and grades, and each file is
      checked against the catalogue's SHA-256. A file that no catalogue names joins the series of the
      data set with its name. Each file is one transaction; what is there already is not imported
      twice, and other values for known times are kept as revisions.

      EXAMPLES
        clino data import ../shared/data
        clino data import prices.csv --store mine.sqlite

      Exit 1 if a file was refused (it is named, the others are imported), 75 if another process holds
      the store or you stopped it: run the same command again.
      """
  )

  @Argument(help: "Folders and files.")
  var paths: [String]

  @Flag(help: "Import files whose SHA-256 is not the catalogue's.")
  var acceptChanged = false

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    guard !paths.isEmpty else {
      throw UsageError(description: "import: got no path, expected a folder or a file")
    }
    let plan = try ImportPlan(paths)
    let store = try storeOptions.open(creating: true)
    let importer = Importer(store, acceptsChanged: acceptChanged)
    let progress = Progress("import", total: plan.items.count, unit: "files")
    var outcomes: [ImportOutcome] = []
    defer { progress.finish() }
    for item in plan.items {
      try Task.checkCancellation()
      outcomes.append(try importer.run(item))
      progress.advance(to: outcomes.count)
    }
    progress.finish()
    let document = ImportDocument(outcomes: outcomes, summaries: try store.summaries())
    for line in document.remarkLines { StandardError.print("clino: \(line)") }
    ResultPrinter(format: output.format).print(
      json: document.json,
      headline: [document.headline, ""],
      tables: [document.table],
      main: document.table
    )
    guard document.refusedCount == 0 else { throw ExitCode(ExitStatus.checkFailed) }
  }
}
