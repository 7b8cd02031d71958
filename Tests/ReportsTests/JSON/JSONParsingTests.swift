import Observatory
import Reports
import Testing

@Suite("JSON parsing")
struct JSONParsingTests {
  @Test("what is written is read back in every layout")
  func roundTrips() throws {
    let value: JSONValue = [
      "text": "é\u{1F600}\u{0}\"", "list": [1, 2.5, nil, true, false, [:], []],
      "small": -0.0, "nested": ["deep": ["deeper": "x"]],
    ]
    for layout in [JSONValue.Layout.compact, .indented, .embedded] {
      #expect(try JSONValue(parsing: value.bytes(layout)) == value)
    }
  }

  @Test("escapes and pairs of surrogates become characters")
  func readsEscapes() throws {
    let value = try JSONValue(parsing: #""\u00e9\ud83d\ude00\/\b\f\n\r\t\\\"""#)
    #expect(value == "é\u{1F600}/\u{8}\u{c}\n\r\t\\\"")
  }

  @Test(
    "malformed text is refused with its place",
    arguments: [
      ("", "1:1: got the end, expected a value"),
      ("{\"a\":1,}", "1:8: got }, expected a key in quotes"),
      ("[1,]", "1:4: got ], expected a value"),
      ("[1 2]", "1:4: got 2, expected a comma or ]"),
      ("{\"a\" 1}", "1:6: got 1, expected a colon"),
      ("{\"a\":1 \"b\":2}", "1:8: got \", expected a comma or }"),
      ("{\"a\":1,\n \"a\":2}", "2:2: got \", expected each key once"),
      ("1 x", "1:3: got x, expected the end of the text"),
      ("nul", "1:1: got n, expected a value"),
      ("01", "1:2: got 1, expected the end of the text"),
      ("1.", "1:3: got the end, expected a digit"),
      ("-", "1:2: got the end, expected a digit"),
      ("1e", "1:3: got the end, expected a digit"),
      ("1e999", "1:1: got 1, expected a number that fits"),
      ("+1", "1:1: got +, expected a value"),
      ("NaN", "1:1: got N, expected a value"),
      ("\"a", "1:3: got the end, expected a closing quote"),
      ("\"a\nb\"", "1:3: got byte 10, expected no control character in text"),
      ("\"\\x\"", "1:3: got x, expected an escape"),
      ("\"\\ud800\"", "1:8: got \", expected the second half of a pair"),
      ("\"\\udc00\"", "1:4: got d, expected a character"),
      ("\"\\u12g4\"", "1:6: got g, expected four hexadecimal digits"),
      ("[\"é\", x]", "1:7: got x, expected a value"),
      ("// no\n1", "1:1: got /, expected a value"),
    ]
  )
  func refuses(text: String, expected: String) {
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
    #expect(error?.description == expected)
  }

  @Test("bytes that are not UTF-8 are refused")
  func refusesBadBytes() {
    #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0xff, 0x22]) }
    #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0xed, 0xa0, 0x80, 0x22]) }
  }

  @Test("nesting is limited, and at the limit accepted")
  func limitsDepth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(throws: Never.self) { try JSONValue(parsing: nested(64)) }
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: nested(65)) }
    #expect(error?.column == 65)
    #expect(throws: JSONError.self) { try JSONValue(parsing: nested(1_000_000)) }
  }

  @Test(
    "damaged text is refused or gives a value that is written and read alike",
    arguments: 0..<20
  )
  func survivesDamage(argument: Int) throws {
    let text = Array(JSONValueTests.sample.text(.indented).utf8)
    let special = Array("{}[],:\"\\u0eE+-.tfn \n".utf8)
    for seed in argument * 250..<(argument + 1) * 250 {
      var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 | 1
      func next(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
      }
      var bytes = text
      for _ in 0...next(5) {
        let place = next(bytes.count)
        switch next(3) {
        case 0: bytes[place] = special[next(special.count)]
        case 1: bytes.insert(UInt8(next(256)), at: place)
        default: bytes.remove(at: place)
        }
      }
      do throws(JSONError) {
        let value = try JSONValue(parsing: bytes)
        #expect(try JSONValue(parsing: value.bytes()) == value, "seed \(seed)")
      } catch {
        #expect(error.line >= 1 && error.column >= 1, "seed \(seed)")
      }
    }
  }
}
