import Testing

@testable import Validation

@Suite("VectorFile")
struct VectorFileTests {
  static let vector = """
    vectors:
    - id: one
      topic: t
      inputs: {x: 1}
      expected: {y: 2}
      abs_tolerance: 0
    """

  /// What a person reads when a line of the smallest file is replaced.
  static func message(_ number: Int, _ line: String) -> String? {
    var lines = vector.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines[number - 1] = line
    return failure(of: lines.joined(separator: "\n"))
  }

  static func failure(of text: String) -> String? {
    do throws(VectorFile.FormatError) { _ = try VectorFile.parse(text, name: "v.yaml") } catch {
      return error.description
    }
    return nil
  }

  @Test("a vector is read with its line, its criterion and exact inputs")
  func reads() throws {
    let text = """
      # A remark.
      vectors:
      - id: a
        topic: t
        kind: derived
        inputs: {big: 9007199254740993, half: 0.5, word: "12", none: null, yes: true, list: [1, x]}
        expected: {y: 2, z: [1.5]}
        rel_tolerance: 1.0e-9
      - id: b
        topic: u
        inputs: {}
        expected: {m: 1}
        monte_carlo: {tolerance: {m: {abs: 0.1}, n: {rel: 2}}, seeds: 30, note: any}
      """
    let vectors = try VectorFile.parse(text, name: "v.yaml")
    #expect(vectors.map(\.id) == ["a", "b"])
    #expect(vectors.map(\.line) == [3, 9])
    #expect(vectors[0].criterion == .single(.relative(1e-9)))
    #expect(
      vectors[1].criterion
        == .monteCarlo(tolerances: ["m": .absolute(0.1), "n": .relative(2)], seeds: 30)
    )
    #expect(
      vectors[0].inputs.value
        == .map([
          VectorValue.Field("big", .integer(9_007_199_254_740_993)),
          VectorValue.Field("half", .number(0.5)), VectorValue.Field("word", .word("12")),
          VectorValue.Field("none", .null), VectorValue.Field("yes", .flag(true)),
          VectorValue.Field("list", .list([.integer(1), .word("x")])),
        ])
    )
    #expect(vectors[0].expected.map(\.name) == ["y", "z"])
  }

  @Test(
    "a field that does not follow the schema is named with file and line",
    arguments: [
      (2, "- name: one", "v.yaml:2: id: missing"),
      (2, "- id: ''", "v.yaml:2: id: got , expected a word"),
      (2, "- id: [1]", "v.yaml:2: id: got [1], expected a word"),
      (3, "  topics: t", "v.yaml:2: topic: missing"),
      (4, "  input: {x: 1}", "v.yaml:2: inputs: missing"),
      (5, "  expect: {y: 2}", "v.yaml:2: expected: missing"),
      (5, "  expected: {}", "v.yaml:5: expected: got {}, expected a map of results"),
      (5, "  expected: 2", "v.yaml:5: expected: got 2, expected a map of results"),
      (6, "  tolerance: 0", "v.yaml:2: tolerance: got 0, expected exactly one of abs_tolerance"),
      (6, "  abs_tolerance: 0\n  rel_tolerance: 0", "v.yaml:2: tolerance: got 2, expected exactly"),
      (6, "  abs_tolerance: -1", "v.yaml:6: abs_tolerance: got -1, expected a number not below"),
      (6, "  rel_tolerance: near", "v.yaml:6: rel_tolerance: got near, expected a number not"),
      (6, "  monte_carlo: {seeds: 3}", "v.yaml:6: monte_carlo: got {seeds: 3}, expected {"),
      (
        6, "  monte_carlo: {seeds: 0, tolerance: {y: {abs: 1}}}",
        "v.yaml:6: monte_carlo: got {seeds: 0, tolerance: {y: {abs: 1}}}, expected {"
      ),
      (
        6, "  monte_carlo: {seeds: 3, tolerance: {y: 1}}",
        "v.yaml:6: monte_carlo.tolerance.y: got "
      ),
    ]
  )
  func wrongFields(line: Int, replacement: String, expected: String) throws {
    let found = try #require(Self.message(line, replacement))
    #expect(found.hasPrefix(expected), "\(found)")
    #expect(!found.contains("\n"))
  }

  @Test("two vectors of one id are refused at the second")
  func twice() {
    let text =
      Self.vector + "\n" + Self.vector.split(separator: "\n").dropFirst().joined(separator: "\n")
    #expect(Self.failure(of: text) == "v.yaml:7: id: got one twice, expected a unique id")
  }

  @Test("what is no YAML, or no list of vectors, is refused with its line")
  func notVectors() throws {
    let broken = try #require(Self.failure(of: "vectors:\n- id: [a\n- b: c\n"))
    #expect(broken.hasPrefix("v.yaml:3: not YAML"), "\(broken)")
    #expect(Self.failure(of: "")?.hasPrefix("v.yaml:1: vectors: missing") == true)
    #expect(Self.failure(of: "- a\n")?.hasPrefix("v.yaml:1: vectors: missing") == true)
    #expect(Self.failure(of: "vectors: 3\n")?.hasPrefix("v.yaml:1: vectors: missing") == true)
    #expect(Self.failure(of: "vectors:\n- 3\n") == "v.yaml:2: vectors: got 3, expected a map")
    #expect(Self.failure(of: "vectors: []\n") == nil)
  }

  @Test("a key that stands twice is refused by name and line")
  func duplicatedKey() {
    #expect(
      Self.message(6, "  abs_tolerance: 0\n  topic: u")
        == "v.yaml:3: topic: got it twice, expected it once"
    )
  }
}
