extension Table {
  /// The table for a terminal or a log: aligned, numbers to the right, each line ended.
  ///
  /// A table that is wider than its place stands in blocks of columns, each behind the first column; a
  /// text that is too long for a line on its own ends in `…`. Nothing is shortened without a width.
  ///
  /// - Parameters:
  ///   - style: Whether the head may be bold.
  ///   - width: The columns of the terminal; nil for no limit.
  /// - Returns: The lines; control characters in cells are replaced, so no cell can steer a terminal.
  /// - Complexity: O(cells).
  public func text(style: TerminalStyle = .plain, width: Int? = nil) -> String {
    let head = columns.map { Self.printable($0.heading) }
    let body = rows.map { row in zip(row, columns).map { Self.printable($0.shown($1)) } }
    var widths = columns.indices.map { index in
      body.reduce(head[index].count) { max($0, $1[index].count) }
    }
    if let width { fit(&widths, into: max(width, Self.narrowest)) }
    let title = Self.printable(title)
    var text = Self.lines(of: title, width).map { style.bold($0) + "\n" }.joined()
    for (number, block) in blocks(of: widths, width).enumerated() {
      if number > 0 { text += "\n" }
      text += style.dim(line(head, widths, block)) + "\n"
      let rule = block.map { String(repeating: "─", count: widths[$0]) }
      text += style.dim(rule.joined(separator: "  ")) + "\n"
      for cells in body { text += line(cells, widths, block) + "\n" }
    }
    if let note {
      for line in Self.lines(of: Self.printable(note), width) { text += style.dim(line) + "\n" }
    }
    return text
  }

  /// The least width that tables are fitted into.
  private static let narrowest = 40

  /// Narrows columns of text until the first column and any other one have room side by side.
  private func fit(_ widths: inout [Int], into width: Int) {
    if columns.count == 1 || widths[0] > width / 2 {
      widths[0] =
        columns[0].isNumeric ? widths[0] : min(widths[0], width / (columns.count == 1 ? 1 : 2))
    }
    for index in columns.indices.dropFirst() where !columns[index].isNumeric {
      widths[index] = min(widths[index], max(8, width - widths[0] - 2))
    }
  }

  /// The columns of each block; the first column leads every one.
  private func blocks(of widths: [Int], _ width: Int?) -> [[Int]] {
    guard let width, columns.count > 1 else { return [Array(columns.indices)] }
    var blocks: [[Int]] = []
    var block = [0]
    var used = widths[0]
    for index in columns.indices.dropFirst() {
      if block.count > 1, used + 2 + widths[index] > width {
        blocks.append(block)
        block = [0]
        used = widths[0]
      }
      block.append(index)
      used += 2 + widths[index]
    }
    return blocks + [block]
  }

  /// A text in lines no wider than its place, broken between words.
  private static func lines(of text: String, _ width: Int?) -> [String] {
    guard let width, text.count > width else { return [text] }
    var lines: [String] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  private func line(_ cells: [String], _ widths: [Int], _ block: [Int]) -> String {
    let padded = block.map { index in
      let cell = cells[index]
      let isLong = cell.count > widths[index]
      let shown = isLong ? String(cell.prefix(widths[index] - 1)) + "…" : cell
      let space = String(repeating: " ", count: widths[index] - shown.count)
      return columns[index].isNumeric ? space + shown : shown + space
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
