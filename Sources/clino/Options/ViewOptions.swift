import ArgumentParser
import Observatory
import Quantities

/// The flags of the verbs that read the store as it could be known at a date, and do without one.
struct ViewOptions: ParsableArguments {
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var date: AsOfOptions

  /// Opens the store and finds the instant to read at.
  ///
  /// Where no store was asked for and none exists, an empty one stands in, and a remark says so.
  func open() throws -> (reader: any SeriesReader, asOf: Instant) {
    let reader = try reader()
    let isDated = date.asOf != nil
    // An empty store reads alike at every date.
    guard try isDated || reader.newestKnowable() != nil else {
      return (reader, Instant(microseconds: 0))
    }
    return (reader, try date.instant(in: reader))
  }

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
