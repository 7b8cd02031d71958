import Observatory
import Testing

@Suite("PriceBars")
struct PriceBarsTests {
  static func bars(_ text: String, symbol: String? = nil) throws(SourceError) -> PriceBars {
    try PriceBars(SourceFile(path: "bars.csv", storedBytes: Array(text.utf8)), symbol: symbol)
  }

  static let hourly = """
    timestamp,open,high,low,close,volume,count
    2024-08-04T00:00:00Z,60.5,61,60.25,60.75,1.5,7
    2024-08-04T01:00:00Z,60.75,60.750,59,59.125,0.0,0
    2024-08-04T02:00:00Z,59.125,59.2,58,58.5,2,9
    2024-08-04T05:00:00Z,57,57.5,56,57.25,3,1

    """

  @Test("columns are read exactly at the file's own decimals, and gaps are listed")
  func reads() throws {
    let bars = try Self.bars(Self.hourly)
    #expect(bars.count == 4)
    #expect(bars.priceDecimals == 3)
    #expect(bars.open.units == [60_500, 60_750, 59_125, 57_000])
    #expect(bars.close.doubles == [60.75, 59.125, 58.5, 57.25])
    #expect(bars.volume == ExactColumn(name: "volume", decimals: 1, units: [15, 0, 20, 30]))
    #expect(bars.others.map(\.name) == ["count"])
    #expect(bars.intervalMicroseconds == 3_600_000_000)
    let third = try #require(ISO8601.microseconds("2024-08-04T03:00:00Z"))
    #expect(
      bars.gaps == [BarGap(start: third, end: third + 7_200_000_000, missingCount: 2)]
    )
    #expect(bars.missingCount == 2)
    #expect(bars.symbol == nil)
    #expect(bars.provenance.byteCount == Self.hourly.utf8.count)
    #expect(!bars.provenance.isCompressed)
  }

  @Test("columns are found by name in any order")
  func findsColumnsByName() throws {
    let bars = try Self.bars("close,date,low,high,open\n3,2024-01-01,1,4,2\n5,2024-01-02,2,6,3\n")
    #expect(bars.open.units == [2, 3])
    #expect(bars.high.units == [4, 6])
    #expect(bars.intervalMicroseconds == 86_400_000_000)
    #expect(bars.volume == nil)
  }

  static let symbols = """
    date,symbol,open,high,low,close
    2024-01-01,AAA,1,1,1,1
    2024-01-01,BBB,2.5,3,2,2
    2024-01-02,AAA,1,1,1,1
    2024-01-02,BBB,2,3,2,3

    """

  @Test("one symbol of several is chosen by the caller")
  func choosesSymbol() throws {
    let bars = try Self.bars(Self.symbols, symbol: "BBB")
    #expect(bars.symbol == "BBB")
    #expect(bars.close.units == [20, 30])
    #expect(throws: SourceError.symbol(file: "bars.csv", wanted: nil, available: ["AAA", "BBB"])) {
      try Self.bars(Self.symbols)
    }
    let missing = SourceError.symbol(file: "bars.csv", wanted: "BBC", available: ["AAA", "BBB"])
    #expect(throws: missing) { try Self.bars(Self.symbols, symbol: "BBC") }
    #expect(missing.hint == "did you mean BBB?")
    #expect(missing.description == "bars.csv: symbol: got BBC, expected AAA, BBB")
    #expect(throws: SourceError.self) { try Self.bars(Self.hourly, symbol: "BBB") }
  }

  @Test(
    "a wrong row is refused with its line, field, value and what was expected",
    arguments: [
      ("2024-01-03,2,1,1,1", "bars.csv:4: high: got 1, expected at least the open and the close"),
      ("2024-01-03,2,4,3,3", "bars.csv:4: low: got 3, expected at most the open and the close"),
      ("2024-01-03,0,1,1,1", "bars.csv:4: open: got 0, expected a positive price"),
      ("2024-01-03,1,1,-1,1", "bars.csv:4: low: got -1, expected a positive price"),
      ("2024-01-03,1,,1,1", "bars.csv:4: high: got \"\", expected a decimal number"),
      ("2024-01-03,1,1,1,nan", "bars.csv:4: close: got nan, expected a decimal number"),
      (
        "2024-01-02,1,1,1,1",
        "bars.csv:4: date: got 2024-01-02, expected a time after 2024-01-02T00:00:00Z"
      ),
      (
        "2024-1-3,1,1,1,1",
        "bars.csv:4: date: got 2024-1-3, expected YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ"
      ),
      ("2024-01-03,1,1,1", "bars.csv:4: row: got 4 fields, expected 5"),
      ("2024-01-03,\"1,1,1,1", "bars.csv:4: expected a closing quote"),
      (
        "2024-01-03,0.000000000000000001,92,0.000000000000000001,92",
        "bars.csv:4: high: got 92, expected at most 18 digits when written with the file's 18 decimals"
      ),
    ]
  )
  func refusesRow(row: String, expected: String) {
    let text = "date,open,high,low,close\n2024-01-01,1,1,1,1\n2024-01-02,1,1,1,1\n\(row)"
    let error = #expect(throws: SourceError.self) { try Self.bars(text) }
    #expect(error?.description == expected)
  }

  @Test("a time off the grid of the interval is refused")
  func refusesOffGrid() {
    let text = """
      timestamp,open,high,low,close
      2024-01-01T00:00:00Z,1,1,1,1
      2024-01-01T00:05:00Z,1,1,1,1
      2024-01-01T00:10:00Z,1,1,1,1
      2024-01-01T00:17:00Z,1,1,1,1
      """
    let error = #expect(throws: SourceError.self) { try Self.bars(text) }
    #expect(
      error?.description
        == "bars.csv:5: timestamp: got 2024-01-01T00:17:00Z, expected a multiple of 300 s after the bar before"
    )
  }

  @Test("a header without a needed column is refused, with the nearest name")
  func refusesHeader() {
    let error = #expect(throws: SourceError.self) {
      try Self.bars("date,open,hihg,low,close\n2024-01-01,1,1,1,1\n")
    }
    #expect(
      error?.description
        == "bars.csv:1: header: got date, open, hihg, low, close, expected a column high"
    )
    #expect(error?.hint == "did you mean hihg?")
    #expect(error?.code == "source.column.missing")
  }

  @Test("too little to have an interval is refused", arguments: ["", "date,open,high,low,close\n"])
  func refusesEmpty(text: String) {
    #expect(throws: SourceError.empty(file: "bars.csv")) { try Self.bars(text) }
  }

  @Test("a stretch of time holds its bars and inner gaps only")
  func cuts() throws {
    let bars = try Self.bars(Self.hourly)
    let part = bars.bars(from: bars.times[1], to: bars.times[3])
    #expect(part.times == Array(bars.times[1..<3]))
    #expect(part.close.units == Array(bars.close.units[1..<3]))
    #expect(part.gaps.isEmpty)
    #expect(bars.bars(from: bars.times[2], to: bars.times[3] + 1).gaps == bars.gaps)
    #expect(bars.bars(from: 0, to: 1).count == 0)
    #expect(bars.index(atOrAfter: bars.times[3] + 1) == 4)
  }
}
