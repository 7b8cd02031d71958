import Quantities

/// The series of a store by name, as they were at one state of the database.
struct SeriesIndex {
  struct Entry {
    let key: Int64
    let description: SeriesDescription
    let first: Instant
    let last: Instant
    let count: Int
  }

  /// The key of the newest file: every write adds one.
  let version: Int64
  let newestKnowable: Instant?
  /// In order of name.
  let entries: [Entry]
  let positions: [SeriesID: Int]
}
