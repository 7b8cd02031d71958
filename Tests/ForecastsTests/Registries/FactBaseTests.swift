import Foundation
import Testing

@testable import Forecasts

@Suite("The fact base")
struct FactBaseTests {
  @Test("What is part of the program is whole and sound")
  func embedded() throws {
    let base = try FactBase.embedded()
    #expect(base.articles.count == 5)
    #expect(base.facts.count == 313)
    #expect(base.claims.count == 165)
    #expect(base.contradictions.count == 27)
    #expect(base.errors.count == 72)
    #expect(base.systems.count == 45)
    #expect(Set(base.decisions.map(\.id)) == Set(base.claims.map(\.id)))
  }

  @Test("No text is in Japanese", arguments: FactFile.allCases)
  func english(file: FactFile) throws {
    let text = String(decoding: file.bytes, as: UTF8.self)
    let foreign = text.unicodeScalars.filter { (0x3000...0x9fff).contains($0.value) }
    #expect(foreign.isEmpty)
    #expect(!text.contains("\"quote\""))
  }

  @Test(
    "A file that is not a list of its records is refused by name",
    arguments: ["", "{}", "[{\"id\": 3}]", "[{\"id\": \"S0.F01\"}"]
  )
  func malformed(text: String) throws {
    #expect {
      _ = try FactFile.facts.records(of: Fact.self, in: Array(text.utf8))
    } throws: { error in
      guard case .malformed(let file, _) = error as? FactBaseError else { return false }
      return file == "facts.json"
    }
  }

  /// Records of a file after a replacement of text that occurs exactly once.
  private func broken<Record: Decodable>(
    _ file: FactFile,
    _ type: Record.Type,
    _ old: String,
    _ new: String
  ) throws -> [Record] {
    let text = String(decoding: file.bytes, as: UTF8.self)
    try #require(text.components(separatedBy: old).count == 2, "\(old) occurs once")
    let changed = text.replacingOccurrences(of: old, with: new)
    return try file.records(of: type, in: Array(changed.utf8))
  }

  private func expect(
    _ expected: FactBaseError,
    _ change: (inout FactBase) throws -> Void
  ) throws {
    var base = try FactBase.unchecked()
    try change(&base)
    #expect(throws: expected) { try base.checkIntegrity() }
  }

  @Test("A repeated id is named with its file")
  func repeated() throws {
    try expect(.idRepeated(file: "claims.json", id: "S0.C01")) { base in
      base.claims[1] = base.claims[0]
    }
    try expect(.idRepeated(file: "decisions.json", id: "S0.C01")) { base in
      base.decisions[1] = base.decisions[0]
    }
  }

  @Test("A missing record is a wrong count", arguments: ["facts", "claims", "errors", "systems"])
  func missing(name: String) throws {
    var base = try FactBase.unchecked()
    switch name {
    case "facts": base.facts.removeLast()
    case "claims": base.claims.removeLast()
    case "errors": base.errors.removeLast()
    default: base.systems.removeLast()
    }
    #expect {
      try base.checkIntegrity()
    } throws: { error in
      guard case .countWrong(let file, let count, let expected) = error as? FactBaseError else {
        return false
      }
      return file == "\(name).json" && count == expected - 1
    }
  }

  /// Expects the check to name a reference that was renamed in a text that occurs once.
  private func expectBroken<Record: Decodable>(
    _ file: FactFile,
    _ records: WritableKeyPath<FactBase, [Record]>,
    _ id: String,
    in text: String,
    _ reference: String,
    to renamed: String
  ) throws {
    let changed = text.replacingOccurrences(of: reference, with: renamed)
    try expect(.referenceBroken(file: file.name, id: id, reference: renamed)) {
      $0[keyPath: records] = try broken(file, Record.self, text, changed)
    }
  }

  @Test("A reference to nothing is named with its file and record, whatever the file")
  func references() throws {
    let repeated = #""to 2025-11-20", "repeats": ["S0.F04"]"#
    try expectBroken(.facts, \.facts, "S0.F36", in: repeated, "S0.F04", to: "S9.F04")
    let facts = #"["S0.F07", "S0.F08"]"#
    try expectBroken(.claims, \.claims, "S0.C02", in: facts, "S0.F08", to: "S9.F08")
    let wrong = #"["S0.F13", "S0.C49"]"#
    try expectBroken(.errors, \.errors, "E01", in: wrong, "S0.C49", to: "S0.C99")
    let said = #""says": "2.47bn in November", "refs": ["S0.F51"]"#
    try expectBroken(.contradictions, \.contradictions, "X03", in: said, "S0.F51", to: "S0.F99")
    let claims = #"["S0.C27"]"#
    try expectBroken(.targets, \.targets, "T16", in: claims, "S0.C27", to: "S0.C98")
    let parts = #""S0.F01", "X23", "T01""#
    try expectBroken(.systems, \.systems, "M0.1", in: parts, "X23", to: "X99")
    let system = #""system": "M0.2""#
    try expectBroken(.decisions, \.decisions, "S0.C07", in: system, "M0.2", to: "M9.9")
  }

  @Test("Mechanisms, gauges, futures and advice name what exists")
  func otherReferences() throws {
    for (file, id) in [
      ("mechanisms.json", "S0.M01"), ("indicators.json", "S0.I01"), ("scenarios.json", "S0.SC01"),
      ("strategies.json", "S0.ST01"),
    ] {
      var base = try FactBase.unchecked()
      switch file {
      case "mechanisms.json":
        base.mechanisms = try renamed(.mechanisms, Mechanism.self, in: id)
      case "indicators.json":
        base.indicators = try renamed(.indicators, SourceIndicator.self, in: id)
      case "scenarios.json":
        base.scenarios = try renamed(.scenarios, SourceScenario.self, in: id)
      default: base.strategies = try renamed(.strategies, Strategy.self, in: id)
      }
      #expect(
        throws: FactBaseError.referenceBroken(file: file, id: id, reference: "S7.F77")
      ) { try base.checkIntegrity() }
    }
  }

  /// The records of a file with a first reference of one record renamed.
  private func renamed<Record: Decodable>(
    _ file: FactFile,
    _ type: Record.Type,
    in id: String
  ) throws -> [Record] {
    var lines = String(decoding: file.bytes, as: UTF8.self).components(separatedBy: "\n")
    let index = try #require(lines.firstIndex { $0.contains("{\"id\": \"\(id)\"") })
    let list = try #require(lines[index].range(of: "s\": [\"S", options: .backwards))
    lines[index].replaceSubrange(list, with: "s\": [\"S7.F77\", \"S")
    return try file.records(of: type, in: Array(lines.joined(separator: "\n").utf8))
  }

  @Test("An unknown id asks for the nearest one")
  func unknown() throws {
    let base = try FactBase.embedded()
    #expect(
      throws: FactBaseError.unknown(kind: "claim", id: "S0.C0l", suggestion: "S0.C01")
    ) { try base.claim("S0.C0l") }
    #expect(throws: FactBaseError.self) { try base.system("M9.9") }
    #expect(try base.system("M2.1").name == "Repo-market lending refusal against reserve scarcity")
  }
}
