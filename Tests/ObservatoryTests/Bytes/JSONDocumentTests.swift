import Observatory
import Testing

@Suite("JSON as bytes")
struct JSONDocumentTests {
  @Test(
    "numbers stay as they are written",
    arguments: ["5.330", "-0.0", "1E-9", "12345678901234567890.10"]
  )
  func numbers(text: String) throws {
    let document = try JSONDocument(Array("{\"a\":[1,\(text)]}".utf8))
    #expect(document.root["a"]?.elements.last?.numberText == text)
  }

  @Test("members and elements come in order, and nested ones do not mix in")
  func structure() throws {
    let text = #"{"a":{"b":[1,{"c":2}],"d":null},"e":[],"\u0066":"\u00e9\n","g":{}}"#
    let root = try JSONDocument(Array(text.utf8)).root
    #expect(root.members.map(\.key) == ["a", "e", "f", "g"])
    #expect(root["f"]?.text == "é\n")
    #expect(root["b"] == nil)
    #expect(root["a"]?["b"]?.elements.map(\.kind) == [.number, .object])
    #expect(root["a"]?["d"]?.kind == .null)
    #expect(root["g"]?.count == 0)
  }

  @Test("a key that stands twice is refused, among few and among many, written as it may")
  func repeatedKeys() {
    let many = (0..<100).map { "\"k\($0)\":0" }.joined(separator: ",")
    for text in [
      #"{"a":1,"a":2}"#, #"{"a":1,"\u0061":2}"#, "{\(many),\"k57\":1}", #"[{"x":{"y":1,"y":1}}]"#,
    ] {
      let error = #expect(throws: JSONError.self) { try JSONDocument(Array(text.utf8)) }
      #expect(error?.expected == "each key once")
    }
    #expect(throws: Never.self) { try JSONDocument(Array("{\(many)}".utf8)) }
  }

  @Test("places are lines and characters")
  func places() throws {
    let root = try JSONDocument(Array("{\n  \"é\": [\n    7]\n}".utf8)).root
    let seven = try #require(root["é"]?.elements.first)
    #expect(seven.line == 3)
    #expect(seven.column == 5)
  }

  @Test("text that is too long is refused before it is read")
  func tooLong() {
    let error = #expect(throws: JSONError.self) { try JSONDocument([0x31, 0x31], byteCountMax: 1) }
    #expect(error?.expected == "at most 1")
  }
}
