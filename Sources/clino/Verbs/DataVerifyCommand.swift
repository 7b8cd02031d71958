import ArgumentParser
import Observatory
import Reports

/// `clino data verify`: every hash again.
struct DataVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Recompute every hash of the store and of the files it came from.",
    discussion: """
      The rows of each file are hashed as they were when it was imported; files that are still where
      they were are hashed too. A file that is gone is no fault. Exit 1 if anything has changed.

      EXAMPLES
        clino data verify
        clino data verify --store mine.sqlite --format json
      """
  )

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let store = try storeOptions.open()
    let document = VerificationDocument(
      verification: try store.verification(),
      summaries: try store.summaries()
    )
    ResultPrinter(format: output.format).print(
      json: document.json,
      headline: [document.headline, ""],
      tables: document.shownTables,
      main: document.table
    )
    guard document.verification.isSound else { throw ExitCode(ExitStatus.checkFailed) }
  }
}
