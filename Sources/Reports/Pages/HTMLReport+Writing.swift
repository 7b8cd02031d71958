extension HTMLReport {
  /// The page as UTF-8, everything escaped.
  ///
  /// - Parameter pictures: The pictures of ``figures``, or why there are none; the page says so.
  /// - Returns: The bytes of the page.
  /// - Complexity: O(page).
  public func html(pictures: FigurePictures) -> [UInt8] {
    var page = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="clino \(HTMLText.escaped(header.version))">
      <title>\(HTMLText.escaped(header.title))</title>
      <style>
      \(HTMLStyle.sheet)</style>
      </head>
      <body>

      """
    page += headerHTML
    page += "<main>\n"
    if case .unavailable(let reason) = pictures, !figures.isEmpty {
      page += """
        <p class="remark" role="note">The figures are not drawn: \(HTMLText.escaped(reason)). Each \
        figure's specification and data stand in its place; <code>make bootstrap</code> installs \
        the renderer.</p>

        """
    }
    for (index, section) in sections.enumerated() {
      page += "<section id=\"section-\(index + 1)\">\n<h2>\(HTMLText.escaped(section.title))</h2>\n"
      for block in section.blocks { page += html(block, pictures: pictures) }
      page += "</section>\n"
    }
    page += "</main>\n</body>\n</html>\n"
    return Array(page.utf8)
  }

  private var headerHTML: String {
    let entries = [
      ("Run", header.runID), ("Seed", "\(header.seed)"), ("Version", header.version),
      ("Command", header.commandLine),
    ]
    var html = "<header>\n<p class=\"mark\">Clinometer</p>\n"
    html += "<h1>\(HTMLText.escaped(header.title))</h1>\n"
    html += "<p class=\"verdict\">\(HTMLText.escaped(header.verdict))</p>\n<dl>\n"
    for (name, value) in entries {
      html += "<div><dt>\(name)</dt><dd><code>\(HTMLText.escaped(value))</code></dd></div>\n"
    }
    html += "</dl>\n"
    if sections.count > 2 {
      html += "<nav aria-label=\"Contents\"><ol>\n"
      for (index, section) in sections.enumerated() {
        let title = HTMLText.escaped(section.title)
        html += "<li><a href=\"#section-\(index + 1)\">\(title)</a></li>\n"
      }
      html += "</ol></nav>\n"
    }
    return html + "</header>\n"
  }

  private func html(_ block: ReportSection.Block, pictures: FigurePictures) -> String {
    switch block {
    case .prose(let text): return "<p>\(HTMLText.escaped(text))</p>\n"
    case .list(let items):
      let lines = items.map { "<li>\(HTMLText.escaped($0))</li>\n" }
      return "<ul>\n\(lines.joined())</ul>\n"
    case .note(let text): return "<p class=\"remark\">\(HTMLText.escaped(text))</p>\n"
    case .code(let text): return "<pre><code>\(HTMLText.escaped(text))</code></pre>\n"
    case .table(let table): return table.html
    case .figure(let figure): return html(figure, picture: pictures.svg(figure))
    }
  }

  private func html(_ figure: Figure, picture: String?) -> String {
    let frame = figure.frame
    var html = "<figure id=\"figure-\(frame.id)\">\n"
    if let picture {
      let label = HTMLText.escaped("\(frame.title). \(frame.subtitle ?? "")")
      html += "<div class=\"picture\" role=\"img\" aria-label=\"\(label)\">\(picture)</div>\n"
    } else {
      html += "<figcaption><strong>\(HTMLText.escaped(frame.title))</strong>"
      if let subtitle = frame.subtitle { html += "<br>\(HTMLText.escaped(subtitle))" }
      html += "<br><span class=\"note\">Source: \(HTMLText.escaped(frame.source)) · "
      html += "Run \(HTMLText.escaped(frame.runID))</span></figcaption>\n"
    }
    html += "<details><summary>Specification and data (Vega-Lite)</summary>\n"
    html += "<script type=\"application/json\" id=\"specification-\(frame.id)\">"
    html += figure.specification.text(.embedded)
    return html + "</script>\n</details>\n</figure>\n"
  }
}
