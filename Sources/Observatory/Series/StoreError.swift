/// Why series cannot be read or kept.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The database cannot be opened, read or written; `detail` is SQLite's own words.
  case database(path: String, detail: String)
  /// The file is not a store, or one of a newer version.
  case foreign(path: String, detail: String)
  /// Another process holds the store.
  case busy(path: String)
  /// A stored row cannot be what it says: its hash, order or range is broken.
  case damaged(path: String, detail: String)
  /// A read asked for values beyond the cut-off of a forecast or test.
  case beyondCutOff(series: SeriesID, asked: String, cutOff: String)

  /// The stable name of the case.
  public var code: String {
    switch self {
    case .database: "store.database"
    case .foreign: "store.foreign"
    case .busy: "store.busy"
    case .damaged: "store.damaged"
    case .beyondCutOff: "store.beyond_cut_off"
    }
  }

  /// One line for a person.
  public var description: String {
    switch self {
    case .database(let path, let detail): "\(path): \(detail)"
    case .foreign(let path, let detail): "\(path): \(detail)"
    case .busy(let path): "\(path): another process holds the store; run the command again"
    case .damaged(let path, let detail): "\(path): damaged: \(detail)"
    case .beyondCutOff(let series, let asked, let cutOff):
      "\(series): asked for values knowable at \(asked), expected nothing after \(cutOff)"
    }
  }
}
