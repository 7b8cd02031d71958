extension Table {
  /// The table as an HTML element, everything escaped.
  ///
  /// - Complexity: O(cells).
  public var html: String {
    var html = "<div class=\"table\"><table>\n<caption>\(HTMLText.escaped(title))</caption>\n"
    html += "<thead><tr>"
    for column in columns {
      let unit = column.unit.map { " <span class=\"unit\">\(HTMLText.escaped($0))</span>" } ?? ""
      html += "<th scope=\"col\"\(kind(column))>\(HTMLText.escaped(column.title))\(unit)</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    for row in rows {
      html += "<tr>"
      for (cell, column) in zip(row, columns) {
        html += "<td\(kind(column))>\(HTMLText.escaped(cell.shown(column)))</td>"
      }
      html += "</tr>\n"
    }
    html += "</tbody>\n</table>"
    if let note { html += "\n<p class=\"note\">\(HTMLText.escaped(note))</p>" }
    return html + "</div>\n"
  }

  private func kind(_ column: TableColumn) -> String {
    column.isNumeric ? " class=\"number\"" : ""
  }
}
