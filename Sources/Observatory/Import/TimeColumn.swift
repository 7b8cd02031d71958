/// What kind of times a table has.
enum TimeColumn: Hashable, Sendable {
  /// Dates, `2024-08-04`.
  case date
  /// Months, `2024-08`.
  case month
  /// Times of day; `isBarOpen` says whether the catalogue calls them the open of a bar.
  case instant(isBarOpen: Bool)
  /// Times of day of a file that nothing is known of.
  case spaced
}
