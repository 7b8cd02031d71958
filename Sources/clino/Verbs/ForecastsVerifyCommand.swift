import ArgumentParser
import Forecasts
import Observatory
import Reports

/// `clino forecasts verify`: every line against the hash of the line before it.
struct ForecastsVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that no line of the record was changed, dropped or moved.",
    discussion: """
      EXAMPLES
        clino forecasts verify
        clino forecasts verify --head 5d41…

      tools/verify-forecasts.py checks the same without this program.
      """
  )

  @Option(
    help: ArgumentHelp("The head noted down earlier; it must be in the chain.", valueName: "sha256")
  )
  var head: String?

  @OptionGroup var record: RecordOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let path = try record.path()
    let outcome = try check(path)
    let json: JSONValue = [
      "schema": "clino.forecasts/1",
      "chain": [
        "entries": outcome.record.map { JSONValue($0.entries.count) } ?? .null,
        "valid": .bool(outcome.fault == nil),
        "head": outcome.record.map { .string($0.head) } ?? .null,
        "fault": outcome.fault.map(JSONValue.string) ?? .null,
      ],
    ]
    switch output.format {
    case .json: StandardOutput.print(json.text(.indented))
    case .text, .csv:
      if let record = outcome.record, outcome.fault == nil {
        StandardOutput.print("Valid: \(record.entries.count) entries, head \(record.head).")
      } else {
        StandardOutput.print("Broken: \(outcome.fault ?? "")")
      }
    }
    guard outcome.fault == nil else { throw ExitCode(ExitStatus.checkFailed) }
  }

  private func check(_ path: String) throws -> (record: ForecastRecord?, fault: String?) {
    let read: ForecastRecord
    if FileBytes.exists(path) || record.record != nil {
      let bytes = try FileBytes.read(path, byteCountMax: 1 << 28)
      do {
        read = try ForecastRecord(parsing: bytes, name: path)
      } catch {
        return (nil, "\(error)")
      }
    } else {
      read = BuiltInRecord.record
    }
    if let head, !read.heads.contains(head) {
      return (read, "\(path): got no line with the head \(head), expected one")
    }
    return (read, nil)
  }
}
