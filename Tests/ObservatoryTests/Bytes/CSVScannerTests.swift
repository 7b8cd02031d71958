import Observatory
import Testing

@Suite("CSVScanner")
struct CSVScannerTests {
  static func rows(_ text: String) throws -> [[String]] {
    var scanner = CSVScanner(Array(text.utf8))
    var row: [CSVField] = []
    var rows: [[String]] = []
    while try scanner.nextRow(into: &row) { rows.append(row.map(scanner.text)) }
    return rows
  }

  @Test(
    "rows and fields are found as RFC 4180 has them",
    arguments: [
      ("", []),
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
      ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
      ("a,\n,b\n", [["a", ""], ["", "b"]]),
      ("a\n\nb\n", [["a"], [""], ["b"]]),
      ("\"x,y\",2\n", [["x,y", "2"]]),
      ("\"say \"\"no\"\"\",\"\"\n", [["say \"no\"", ""]]),
      ("\"two\nlines\",2\r\n3,4", [["two\nlines", "2"], ["3", "4"]]),
      ("\u{feff}a,b\n", [["a", "b"]]),
      (" a , b \n", [[" a ", " b "]]),
      ("1,2,", [["1", "2", ""]]),
      ("\"a\"", [["a"]]),
    ] as [(String, [[String]])]
  )
  func finds(text: String, expected: [[String]]) throws {
    #expect(try Self.rows(text) == expected)
  }

  @Test(
    "malformed quoting and line ends are refused with their line",
    arguments: [
      ("a\n\"b", CSVError.quoteUnclosed(line: 2)),
      ("\"a\"b\n", CSVError.textAfterQuote(line: 1)),
      ("a\nb\nc\"d\n", CSVError.quoteInsideField(line: 3)),
      ("a\rb\n", CSVError.carriageReturnAlone(line: 1)),
      ("\"a\"\r", CSVError.carriageReturnAlone(line: 1)),
      ("\"1\n2\n\"x", CSVError.textAfterQuote(line: 3)),
    ]
  )
  func refuses(text: String, expected: CSVError) {
    #expect(throws: expected) { try Self.rows(text) }
  }

  @Test("a quoted line break counts in the line of later rows")
  func countsLines() throws {
    var scanner = CSVScanner(Array("a\n\"b\nc\"\nd\n".utf8))
    var row: [CSVField] = []
    var lines: [Int] = []
    while try scanner.nextRow(into: &row) { lines.append(scanner.line) }
    #expect(lines == [1, 2, 4])
  }

  @Test("fields written with quotes where needed are read back", arguments: 0..<200)
  func roundTrips(seed: Int) throws {
    var random = SeededBytes(seed: seed)
    let alphabet = ["a", "7", ",", "\"", "\n", "\r\n", " ", "é"]
    let rows = (0...random.index(below: 5)).map { _ in
      (0..<3).map { _ in
        (0..<random.index(below: 6)).map { _ in alphabet[random.index(below: alphabet.count)] }
          .joined()
      }
    }
    let text = rows.map { row in
      row.map { field in
        var quoted = "\""
        for scalar in field.unicodeScalars {
          quoted.unicodeScalars.append(scalar)
          if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
        }
        return quoted + "\""
      }.joined(separator: ",")
    }.joined(separator: "\n")
    #expect(try Self.rows(text) == rows, "seed \(seed)")
  }
}
