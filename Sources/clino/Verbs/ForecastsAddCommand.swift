import ArgumentParser
import Forecasts
import Observatory
import Quantities
import Reports

/// `clino forecasts add`: one more line at the end of the record.
struct ForecastsAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Enter a forecast from a YAML file; what is entered cannot be changed.",
    discussion: """
      EXAMPLES
        clino forecasts add my-forecast.yaml
        clino forecasts add my-forecast.yaml --record team.jsonl

      The first entry of a user starts from the built-in record. Print the head and keep it elsewhere:
      it proves that no line was cut off at the end.
      """
  )

  @Argument(help: "A forecast in YAML; docs/forecasts.md shows one.")
  var file: String

  @Option(help: ArgumentHelp("The day of entry; today without it.", valueName: "date"))
  var entered: String?

  @OptionGroup var record: RecordOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let path = try record.path()
    let bytes = try FileBytes.read(file, byteCountMax: 1 << 20)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UsageError(description: "\(file):1: got bytes that are not UTF-8, expected YAML")
    }
    let forecast = try ForecastFile.parse(text, name: file)
    try Folder.make(containing: path)
    let lock = try FileLock(beside: path)
    defer { lock.release() }
    let current =
      FileBytes.exists(path)
      ? try ForecastRecord(parsing: try FileBytes.read(path, byteCountMax: 1 << 28), name: path)
      : BuiltInRecord.record
    let day = CalendarDay(try entryDay())
    let extended = try current.appending(forecast, entered: day, name: file)
    try AtomicFile.write(extended.bytes, to: path)
    let json: JSONValue = [
      "schema": "clino.forecasts/1", "added": .string(forecast.id), "record": .string(path),
      "chain": [
        "entries": JSONValue(extended.entries.count), "valid": true,
        "head": .string(extended.head),
      ],
    ]
    switch output.format {
    case .json: StandardOutput.print(json.text(.indented))
    case .text, .csv:
      StandardOutput.print(
        "Entered \(forecast.id) as line \(extended.entries.count) of \(path).\n"
          + "Head: \(extended.head)"
      )
    }
  }

  private func entryDay() throws -> Day {
    guard let entered else { return SystemFacts.today }
    guard entered.utf8.count == 10, let instant = try? Instant(parsing: entered) else {
      throw UsageError(
        description: "--entered: got \(entered), expected a day such as 2025-11-21"
      )
    }
    return instant.day
  }
}
