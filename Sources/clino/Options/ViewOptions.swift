import ArgumentParser
import Observatory
import Quantities

/// The flags of the verbs that read the store as it could be known at a date.
struct ViewOptions: ParsableArguments {
  @OptionGroup var storeOptions: StoreOptions

  @Option(
    help: ArgumentHelp(
      "Read only what was knowable by the end of this day (default: all the store holds).",
      valueName: "date"
    )
  )
  var asOf: String?

  /// Opens the store and finds the instant to read at.
  ///
  /// Where no store was asked for and none exists, an empty one stands in, and a remark says so.
  func open() throws -> (reader: any SeriesReader, asOf: Instant) {
    let reader = try reader()
    guard let asOf else {
      let newest = try reader.newestKnowable()
      return (reader, newest.map { Instant(startOf: $0.day + 1) } ?? Instant(startOf: Self.noData))
    }
    do throws(QuantityError) {
      let instant = try Instant(parsing: asOf)
      let isWholeDay = instant == Instant(startOf: instant.day)
      return (reader, isWholeDay ? instant + .days(1) : instant)
    } catch {
      throw UsageError(description: "--as-of: got \(asOf), expected a date such as 2025-11-21")
    }
  }

  /// The date at which an empty store is read: nothing is there at any date.
  private static let noData = Day(daysSince1970: 0)

  private func reader() throws -> any SeriesReader {
    if storeOptions.store == nil, !FileBytes.exists(storeOptions.path) {
      StandardError.print(
        "clino: remark: no store at \(storeOptions.path); import one with clino data import FOLDER"
      )
      return MemoryStore()
    }
    return try storeOptions.open()
  }
}
