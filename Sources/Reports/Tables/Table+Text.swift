extension Table {
  /// The table for a terminal or a log: aligned, numbers to the right, each line ended.
  ///
  /// - Parameter style: Whether the head may be bold.
  /// - Returns: The lines; control characters in cells are replaced, so no cell can steer a terminal.
  /// - Complexity: O(cells).
  public func text(style: TerminalStyle = .plain) -> String {
    let head = columns.map { Self.printable($0.heading) }
    let body = rows.map { row in zip(row, columns).map { Self.printable($0.shown($1)) } }
    let widths = columns.indices.map { index in
      body.reduce(head[index].count) { max($0, $1[index].count) }
    }
    var text = style.bold(Self.printable(title)) + "\n"
    text += style.dim(line(head, widths)) + "\n"
    text += style.dim(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    text += "\n"
    for cells in body { text += line(cells, widths) + "\n" }
    if let note { text += style.dim(Self.printable(note)) + "\n" }
    return text
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.indices.map { index in
      let space = String(repeating: " ", count: widths[index] - cells[index].count)
      return columns[index].isNumeric ? space + cells[index] : cells[index] + space
    }
    var line = padded.joined(separator: "  ")
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }

  private static func printable(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(
        scalar.properties.generalCategory == .control ? "\u{fffd}" : scalar
      )
    }
    return result
  }
}
