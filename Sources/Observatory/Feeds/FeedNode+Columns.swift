extension FeedNode {
  /// The numbers under some keys, each with the column it fills.
  func decimals(
    _ keys: [(key: String, column: String)]
  ) throws(FeedError) -> [(column: String, value: ExactDecimal?)] {
    var values: [(column: String, value: ExactDecimal?)] = []
    for (key, column) in keys { values.append((column, try decimal(key))) }
    return values
  }
}

extension [FeedNode] {
  /// The numbers behind the time of a row that lists a bar, each with the column it fills.
  func decimals(
    _ columns: [String]
  ) throws(FeedError) -> [(column: String, value: ExactDecimal?)] {
    var values: [(column: String, value: ExactDecimal?)] = []
    for (index, column) in columns.enumerated() {
      values.append((column, try self[1 + index].decimal()))
    }
    return values
  }
}
