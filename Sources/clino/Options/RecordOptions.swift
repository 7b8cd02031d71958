import ArgumentParser
import Forecasts
import Observatory

/// The flag that names the record of forecasts.
struct RecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The record of forecasts; $CLINO_RECORD, else forecasts.jsonl in the user's data folder.",
      valueName: "file"
    )
  )
  var record: String?

  /// The file that the record is kept in.
  func path() throws -> String {
    if let record { return record }
    if let path = SystemFacts.environment("CLINO_RECORD"), !path.isEmpty { return path }
    if let folder = SystemFacts.environment("XDG_DATA_HOME"), !folder.isEmpty {
      return "\(folder)/clino/forecasts.jsonl"
    }
    guard let home = SystemFacts.environment("HOME"), !home.isEmpty else {
      throw UsageError(
        description: "--record: got nothing and no HOME, expected a file for the record"
      )
    }
    return "\(home)/.local/share/clino/forecasts.jsonl"
  }

  /// The record as it stands: the user's file, or the built-in one while there is none.
  func read() throws -> ForecastRecord {
    let path = try path()
    guard FileBytes.exists(path) else {
      guard record == nil else {
        throw UsageError(description: "--record: got \(path), expected a file that exists")
      }
      return BuiltInRecord.record
    }
    return try ForecastRecord(
      parsing: try FileBytes.read(path, byteCountMax: 1 << 28),
      name: path
    )
  }
}
