import Reports
import Testing

@Suite("Table")
struct TableTests {
  static let table = Table(
    title: "Compared",
    columns: [
      TableColumn(key: "quantity", title: "Quantity"),
      TableColumn(key: "reported_usd", title: "Reported", unit: "USD", format: .abbreviated),
      TableColumn(key: "simulated", title: "Simulated", format: .number(decimals: 2)),
      TableColumn(key: "share", title: "Share", format: .percent(decimals: 1)),
    ],
    rows: [
      ["sales", .atLeast(19.13e9), .interval(median: 1.5, p05: 1.25, p95: 1.75), .number(0.875)],
      ["a \"b\", c\r\n<d>", .integer(1_234), .missing, .number(-0.5)],
    ],
    note: "A note & more."
  )

  @Test("text is aligned, numbers to the right, no cell steers a terminal")
  func writesText() {
    #expect(
      Self.table.text() == """
        Compared
        Quantity       Reported (USD)          Simulated    Share
        ─────────────  ──────────────  ─────────────────  ───────
        sales               >= 19.13B  1.50 [1.25, 1.75]   87.5 %
        a "b", c\u{fffd}\u{fffd}<d>          1.234K                  –  -50.0 %
        A note & more.

        """
    )
    #expect(Self.table.text(style: .styled).hasPrefix("\u{1b}[1mCompared\u{1b}[0m\n"))
  }

  @Test(
    "a terminal gets blocks of columns behind the first one, and no line that it must break",
    arguments: 40...90
  )
  func fits(width: Int) {
    let text = Self.table.text(width: width)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= width }, "\(text)")
    for head in ["Reported (USD)", "Simulated", "Share"] { #expect(text.contains(head)) }
    #expect(text.contains("1.50 [1.25, 1.75]"))
    if width >= 64 { #expect(text == Self.table.text()) }
  }

  @Test("long texts end in an ellipsis on a terminal, and stand whole elsewhere")
  func shortens() {
    let long = String(repeating: "word ", count: 30)
    let table = Table(
      title: long,
      columns: [
        TableColumn(key: "a", title: "A"),
        TableColumn(key: "b", title: "B", format: .number(decimals: 0)),
        TableColumn(key: "c", title: "C"),
      ],
      rows: [[.text(long), .integer(12), .text(long)]],
      note: long
    )
    let text = table.text(width: 50)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 50 }, "\(text)")
    #expect(text.contains("…"))
    #expect(!table.text().contains("…"))
  }

  @Test(
    "small prices keep the digits that matter",
    arguments: [
      (0.000_12, "0.00012"), (0.5, "0.5"), (-0.012_345_6, "-0.01235"), (1, "1.00"),
      (85_129.434, "85,129.43"), (0, "0"),
    ]
  )
  func prices(value: Double, text: String) {
    let table = Table(
      title: "t",
      columns: [TableColumn(key: "p", title: "P", format: .price)],
      rows: [[.number(value)]]
    )
    #expect(table.text().contains("\n\(text)\n") || table.text().contains(" \(text)\n"))
  }

  @Test("comma-separated values keep numbers numbers, in columns of their own")
  func writesCSV() {
    #expect(
      Self.table.csv == """
        quantity,reported_usd,reported_usd_is_lower_bound,simulated,simulated_p05,simulated_p95,share
        sales,19130000000.0,true,1.5,1.25,1.75,0.875
        "a ""b"", c\r
        <d>",1234,false,,,,-0.5

        """
    )
  }

  @Test("JSON has an object for each row under the columns' keys")
  func writesJSON() {
    #expect(
      Self.table.json.text() == #"""
        [{"quantity":"sales","reported_usd":{"at_least":19130000000.0},"simulated":{"median":1.5,"p05":1.25,"p95":1.75},"share":0.875},{"quantity":"a \"b\", c\r\n<d>","reported_usd":1234,"simulated":null,"share":-0.5}]
        """#
    )
  }

  @Test("HTML is escaped")
  func writesHTML() {
    let html = Self.table.html
    #expect(html.contains("<caption>Compared</caption>"))
    #expect(
      html.contains(
        "<th scope=\"col\" class=\"number\">Reported <span class=\"unit\">USD</span></th>"
      )
    )
    #expect(html.contains("<td>a &quot;b&quot;, c\u{fffd}\n&lt;d&gt;</td>"))
    #expect(html.contains("<td class=\"number\">&gt;= 19.13B</td>"))
    #expect(html.contains("A note &amp; more."))
  }

  @Test("a row of another length and a repeated key trap")
  func trapsOnMisuse() async {
    await #expect(processExitsWith: .failure) {
      _ = Table(title: "t", columns: [TableColumn(key: "a", title: "A")], rows: [["x", "y"]])
    }
    await #expect(processExitsWith: .failure) {
      let column = TableColumn(key: "a", title: "A")
      _ = Table(title: "t", columns: [column, column], rows: [])
    }
  }
}
