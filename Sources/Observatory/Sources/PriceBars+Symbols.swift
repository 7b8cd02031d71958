extension PriceBars {
  /// Whether a file of bars has a column of symbols, so that the caller has to name one.
  ///
  /// - Throws: ``SourceError`` if the file has no header.
  public static func hasSymbols(_ source: SourceFile) throws(SourceError) -> Bool {
    try SourceTable(source).header.contains("symbol")
  }
}
