import Foundation
import Observatory
import Testing

@testable import Reports

@Suite("HTMLReport")
struct HTMLReportTests {
  static let header = ReportHeader(
    title: "Title <1>",
    verdict: "It fell & rose.",
    runID: "0123abcd",
    seed: 7,
    commandLine: "clino replay \"x\"",
    version: "0.1.0"
  )

  static let report = HTMLReport(
    header: header,
    sections: [
      ReportSection(
        title: "First <part>",
        blocks: [
          .prose("Prose <script>alert(1)</script>"), .list(["one", "<two>"]), .note("Note"),
          .code("a < b"), .figure(SampleFigures.lines),
        ]
      )
    ]
  )

  static func page(_ pictures: FigurePictures) -> String {
    String(decoding: report.html(pictures: pictures), as: UTF8.self)
  }

  @Test("the page around the figure is exactly this")
  func writesSkeleton() {
    let page = Self.page(.drawn(["lines": "<svg>PICTURE</svg>"]))
      .replacing(HTMLStyle.sheet, with: "SHEET\n")
      .replacing(SampleFigures.lines.specification.text(.embedded), with: "SPECIFICATION")
    #expect(
      page == """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="generator" content="clino 0.1.0">
        <title>Title &lt;1&gt;</title>
        <style>
        SHEET
        </style>
        </head>
        <body>
        <header>
        <p class="mark">Clinometer</p>
        <h1>Title &lt;1&gt;</h1>
        <p class="verdict">It fell &amp; rose.</p>
        <dl>
        <div><dt>Run</dt><dd><code>0123abcd</code></dd></div>
        <div><dt>Seed</dt><dd><code>7</code></dd></div>
        <div><dt>Version</dt><dd><code>0.1.0</code></dd></div>
        <div><dt>Command</dt><dd><code>clino replay &quot;x&quot;</code></dd></div>
        </dl>
        </header>
        <main>
        <section id="section-1">
        <h2>First &lt;part&gt;</h2>
        <p>Prose &lt;script&gt;alert(1)&lt;/script&gt;</p>
        <ul>
        <li>one</li>
        <li>&lt;two&gt;</li>
        </ul>
        <p class="remark">Note</p>
        <pre><code>a &lt; b</code></pre>
        <figure id="figure-lines">
        <div class="picture" role="img" aria-label="Title of lines. Subtitle &lt;&amp;&gt;"><svg>PICTURE</svg></div>
        <details><summary>Specification and data (Vega-Lite)</summary>
        <script type="application/json" id="specification-lines">SPECIFICATION</script>
        </details>
        </figure>
        </section>
        </main>
        </body>
        </html>

        """
    )
  }

  @Test("without pictures the page says so and still holds title, source and specification")
  func saysWhatIsMissing() throws {
    let page = Self.page(.unavailable(reason: "no <module>"))
    #expect(page.contains("The figures are not drawn: no &lt;module&gt;."))
    #expect(page.contains("<strong>Title of lines</strong><br>Subtitle &lt;&amp;&gt;"))
    #expect(page.contains("Source: a test · Run 0123abcd"))
    let start = try #require(page.range(of: "id=\"specification-lines\">")).upperBound
    let end = try #require(page.range(of: "</script>", range: start..<page.endIndex)).lowerBound
    #expect(try JSONValue(parsing: String(page[start..<end])) == SampleFigures.lines.specification)
  }

  @Test("the page asks no network for anything and runs no script")
  func isSelfContained() {
    let page = Self.page(.unavailable(reason: "x"))
    for request in ["src=", "<link", "@import", "url(", "srcset", "<iframe", "<script>", "onload"] {
      #expect(!page.contains(request), "\(request)")
    }
  }

  @Test("the same report gives the same bytes")
  func isDeterministic() {
    #expect(
      Self.report.html(pictures: .drawn([:])) == Self.report.html(pictures: .drawn([:]))
    )
  }

  @Test("the page is written whole, and a missing folder is named")
  func writes() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("clino-report-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let renderer = FigureRenderer(interpreters: [])
    let path = folder.appendingPathComponent("report.html").path
    let pictures = try Self.report.write(to: path, renderer: renderer)
    #expect(try FileBytes.read(path) == Self.report.html(pictures: pictures))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report.html"])
    let missing = folder.appendingPathComponent("none/report.html").path
    #expect(throws: FileError.self) { try Self.report.write(to: missing, renderer: renderer) }
  }

  @Test("two figures with one id trap")
  func trapsOnRepeatedFigure() async {
    await #expect(processExitsWith: .failure) {
      let figure = ReportSection.Block.figure(SampleFigures.lines)
      _ = HTMLReport(
        header: HTMLReportTests.header,
        sections: [ReportSection(title: "A", blocks: [figure, figure])]
      )
    }
  }
}
