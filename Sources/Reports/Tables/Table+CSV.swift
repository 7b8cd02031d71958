extension Table {
  /// The table as comma-separated values (RFC 4180) with a line feed after each row.
  ///
  /// The head holds the columns' keys. A missing value is an empty field. A column with intervals
  /// becomes three: the median under its key, then `_p05` and `_p95`. A column with lower bounds gets
  /// a second one, `_is_lower_bound`, so that numbers stay numbers.
  ///
  /// - Complexity: O(cells).
  public var csv: String {
    let spreads = columns.indices.map(spread)
    let head = zip(columns, spreads).flatMap { column, spread in
      [column.key] + spread.suffixes.map { column.key + $0 }
    }
    var text = head.map(Self.quoted).joined(separator: ",") + "\n"
    for row in rows {
      let fields = zip(row, spreads).flatMap { cell, spread in spread.fields(cell) }
      text += fields.map(Self.quoted).joined(separator: ",") + "\n"
    }
    return text
  }

  private func spread(_ index: Int) -> Spread {
    let cells = rows.map { $0[index] }
    let hasIntervals = cells.contains { if case .interval = $0 { true } else { false } }
    let hasBounds = cells.contains { if case .atLeast = $0 { true } else { false } }
    return Spread(hasIntervals: hasIntervals, hasBounds: hasBounds)
  }

  private static func quoted(_ field: String) -> String {
    // Scalars, because a carriage return and a line feed are one character.
    let special: [Unicode.Scalar] = [",", "\"", "\n", "\r"]
    guard field.unicodeScalars.contains(where: special.contains) else { return field }
    var quoted = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}

/// The fields that one column of a table takes in comma-separated values.
private struct Spread {
  let hasIntervals: Bool
  let hasBounds: Bool

  var suffixes: [String] {
    (hasIntervals ? ["_p05", "_p95"] : []) + (hasBounds ? ["_is_lower_bound"] : [])
  }

  func fields(_ cell: TableCell) -> [String] {
    var value = ""
    var quantiles = ["", ""]
    var isLowerBound = false
    switch cell {
    case .missing: break
    case .text(let text): value = text
    case .integer(let number): value = "\(number)"
    case .number(let number): value = "\(number)"
    case .atLeast(let number):
      value = "\(number)"
      isLowerBound = true
    case .interval(let median, let p05, let p95):
      value = "\(median)"
      quantiles = ["\(p05)", "\(p95)"]
    }
    return [value] + (hasIntervals ? quantiles : []) + (hasBounds ? ["\(isLowerBound)"] : [])
  }
}
