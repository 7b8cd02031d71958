import ArgumentParser
import Observatory
import Quantities

/// The flag that names the time of a reading.
struct AsOfOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "What was knowable by the end of this UTC day, or by a time such as 2025-09-30T12:00Z; "
        + "without it, everything the store holds.",
      valueName: "date"
    )
  )
  var asOf: String?

  /// The instant asked for, or the newest in the store.
  ///
  /// - Throws: `UsageError` for text that is no time, and for a store without a value.
  func instant(in reader: some SeriesReader) throws -> Instant {
    guard let asOf else {
      guard let newest = try reader.newestKnowable() else {
        throw UsageError(
          description: "--store: the store holds no value; fill it with clino data import"
        )
      }
      return newest
    }
    guard let instant = try? Instant(parsing: asOf) else {
      throw UsageError(
        description: "--as-of: got \(asOf), expected a UTC time such as 2025-09-30"
      )
    }
    return asOf.utf8.count == 10 ? Instant(startOf: instant.day + 1) : instant
  }
}
