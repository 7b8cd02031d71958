import Reports
import Testing

@Suite("JSONValue")
struct JSONValueTests {
  static let sample: JSONValue = [
    "schema": "clino.map/1", "z": nil, "a": true, "count": 3, "rate_annual": 0.1,
    "supply": .integer(1 << 60), "levels": [1, -2.5, "x"], "empty": [:], "none": [],
  ]

  @Test("keys keep their order and the bytes are always the same")
  func writesCompact() {
    let expected = """
      {"schema":"clino.map/1","z":null,"a":true,"count":3,"rate_annual":0.1,\
      "supply":"1152921504606846976","levels":[1,-2.5,"x"],"empty":{},"none":[]}
      """
    #expect(Self.sample.text() == expected)
    #expect(Self.sample.bytes() == Array(expected.utf8))
  }

  @Test("the indented layout puts one member on a line")
  func writesIndented() {
    let value: JSONValue = ["a": [1, 2], "b": ["c": "d"], "e": []]
    #expect(
      value.text(.indented) == """
        {
          "a": [
            1,
            2
          ],
          "b": {
            "c": "d"
          },
          "e": []
        }
        """
    )
  }

  @Test(
    "numbers are written with the fewest digits that give them back",
    arguments: [
      (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"), (1e300, "1e+300"),
      (Double.leastNonzeroMagnitude, "5e-324"),
      (-0.0, "-0.0"), (123_456_789.0, "123456789.0"),
    ]
  )
  func writesNumbers(value: Double, text: String) throws {
    #expect(JSONValue.number(value).text() == text)
    #expect(try JSONValue(parsing: text).doubleValue == value)
  }

  @Test("whole numbers beyond 2^53 become strings, at 2^53 they do not")
  func writesLargeIntegers() throws {
    #expect(JSONValue.integer(1 << 53).text() == "9007199254740992")
    #expect(JSONValue.integer((1 << 53) + 1).text() == "\"9007199254740993\"")
    #expect(JSONValue.integer(-(1 << 53) - 1).text() == "\"-9007199254740993\"")
    #expect(try JSONValue(parsing: "\"9007199254740993\"").integerValue == 9_007_199_254_740_993)
    #expect(try JSONValue(parsing: "\"12\"").integerValue == nil)
  }

  @Test("text is escaped, and in a page cannot end its element")
  func escapes() {
    let value: JSONValue = "\"\\\n\t\u{1}</script>&é"
    #expect(value.text() == #""\"\\\n\t\u0001</script>&é""#)
    #expect(value.text(.embedded) == #""\"\\\n\t\u0001\u003c/script\u003e\u0026é""#)
  }

  @Test("a number that is not finite traps")
  func trapsOnNotANumber() async {
    await #expect(processExitsWith: .failure) { _ = JSONValue.number(.nan).text() }
    await #expect(processExitsWith: .failure) { _ = JSONValue.number(.infinity).text() }
  }

  @Test("an object with a key twice traps")
  func trapsOnRepeatedKey() async {
    await #expect(processExitsWith: .failure) {
      _ = JSONObject([.init(key: "a", value: 1), .init(key: "a", value: 2)])
    }
  }

  @Test("members are read, replaced in place, appended and removed")
  func editsObjects() {
    var object: JSONObject = ["a": 1, "b": 2]
    object["a"] = 3
    object["c"] = 4
    object["b"] = nil
    #expect(object.keys == ["a", "c"])
    #expect(object["a"] == 3)
    #expect(object["b"] == nil)
  }
}
