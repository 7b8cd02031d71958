/// What a column of a table is for.
public enum ColumnRole: String, Codable, Hashable, Sendable {
  /// The time a row refers to.
  case time
  /// A word of the names of the row's series: a symbol, a venue, an issuer.
  case dimension
  /// A number.
  case value
  /// The unit of the row's values, where the catalogue says so.
  case unit
  /// Text that goes into the title of the row's series.
  case title
  /// Text that is not kept.
  case text
}
