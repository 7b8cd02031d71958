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
