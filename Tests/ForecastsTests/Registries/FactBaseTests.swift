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

  @Test("A reference to nothing is named with its file and record, whatever the file")
  func references() throws {
    try expect(.referenceBroken(file: "facts.json", id: "S0.F36", reference: "S9.F04")) {
      $0.facts = try broken(
        .facts,
        Fact.self,
        "\"date\": \"to 2025-11-20\", \"repeats\": [\"S0.F04\"]",
        "\"date\": \"to 2025-11-20\", \"repeats\": [\"S9.F04\"]"
      )
    }
    try expect(.referenceBroken(file: "claims.json", id: "S0.C02", reference: "S9.F08")) {
      $0.claims = try broken(.claims, Claim.self, "[\"S0.F07\", \"S0.F08\"]", "[\"S9.F08\"]")
    }
    try expect(.referenceBroken(file: "errors.json", id: "E01", reference: "S0.C99")) {
      $0.errors = try broken(
        .errors,
        ArticleError.self,
        "[\"S0.F13\", \"S0.C49\"]",
        "[\"S0.F13\", \"S0.C99\"]"
      )
    }
    try expect(.referenceBroken(file: "contradictions.json", id: "X03", reference: "S0.F99")) {
      $0.contradictions = try broken(
        .contradictions,
        Contradiction.self,
        "\"says\": \"2.47bn in November\", \"refs\": [\"S0.F51\"]",
        "\"says\": \"2.47bn in November\", \"refs\": [\"S0.F99\"]"
      )
    }
    try expect(.referenceBroken(file: "targets.json", id: "T16", reference: "S0.C98")) {
      $0.targets = try broken(.targets, Target.self, "[\"S0.C27\"]", "[\"S0.C98\"]")
    }
    try expect(.referenceBroken(file: "systems.json", id: "M0.1", reference: "X99")) {
      $0.systems = try broken(
        .systems,
        MarketSystem.self,
        "\"S0.F01\", \"X23\", \"T01\"",
        "\"S0.F01\", \"X99\", \"T01\""
      )
    }
    try expect(.referenceBroken(file: "decisions.json", id: "S0.C07", reference: "M9.9")) {
      $0.decisions = try broken(
        .decisions,
        ClaimDecision.self,
        "\"system\": \"M0.2\"",
        "\"system\": \"M9.9\""
      )
    }
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
