/// The column names that practice has settled, and what they are for.
enum ColumnNames {
  /// The role of a column by its name; nil if the name says nothing.
  static func role(of name: String) -> ColumnRole? {
    if dimensions.contains(name) { return .dimension }
    if texts.contains(name) { return .text }
    switch name {
    case "currency": return .unit
    case "market_name": return .title
    default: return nil
    }
  }

  /// Names of time columns, the surest first.
  static let times = [
    "timestamp", "datetime", "time", "date", "month", "report_date", "filing_date",
  ]

  private static let dimensions: Set<String> = [
    "symbol", "venue", "exchange", "asset", "series", "company", "collateral", "debt_asset",
    "issuer", "market_code", "version", "instrument", "tier", "coin", "contract", "pair", "market",
    "ticker", "tenor",
  ]

  /// Texts that describe a row and name no series: sources, links, classes in free words.
  private static let texts: Set<String> = [
    "source", "source_file", "confidence", "sec_accession", "first_link", "event_id", "expiry",
    "type", "protocol", "attack", "loss_as_stated", "fear_greed_classification",
    "capital_structure_source", "notes", "comment", "link", "url",
  ]
}
