import Foundation
import Testing

@Suite("clino: claims and systems")
struct ClaimsTests {
  private static let evidenceKeys: Set<String> = [
    "kind", "text", "value", "unit", "interval", "observations", "expected", "expression", "series",
    "window", "provenance", "errors",
  ]

  /// Runs a verb with an empty store of its own, so that no store of the user is read.
  private func run(_ arguments: [String]) throws -> Program.Result {
    let folder = try Folder()
    return try Program.run(arguments, in: folder)
  }

  @Test("list gives every claim with the keys of the interface")
  func list() throws {
    let object = try run(["claims", "list", "--format", "json"]).json()
    #expect(object["schema"] as? String == "clino.claims/1")
    let claims = try #require(object["claims"] as? [[String: Any]])
    #expect(claims.count == 165)
    for claim in claims {
      for key in ["id", "statement", "systems", "verdict", "evidence", "deadline"] {
        #expect(claim[key] != nil, "\(key)")
      }
    }
  }

  @Test("list of a system has that system's claims alone")
  func listOfSystem() throws {
    let object = try run(["claims", "list", "--system", "M3.4", "--format", "json"]).json()
    let claims = try #require(object["claims"] as? [[String: Any]])
    #expect(claims.compactMap { $0["id"] as? String } == ["S3.C07"])
  }

  @Test("show follows a claim from its statement to the number that decides it")
  func show() throws {
    let result = try run(["claims", "show", "S0.C06"])
    #expect(result.status == 0)
    for text in ["S0.F14", "94000000000", "68/94-1", "supported", "M0.2"] {
      #expect(result.text.contains(text), "\(text)")
    }
  }

  @Test("check gives verdicts with evidence, and decided ones cite a number")
  func check() throws {
    let object = try run(["claims", "check", "--format", "json"]).json()
    let claims = try #require(object["claims"] as? [[String: Any]])
    #expect(claims.count == 165)
    let known = ["supported", "contradicted", "mixed", "undecided", "untestable", "no_data"]
    for claim in claims {
      let verdict = try #require(claim["verdict"] as? String)
      #expect(known.contains(verdict))
      let evidence = try #require(claim["evidence"] as? [[String: Any]])
      #expect(!evidence.isEmpty)
      for item in evidence { #expect(Set(item.keys) == Self.evidenceKeys) }
      if known.prefix(3).contains(verdict) { #expect(evidence[0]["value"] is NSNumber) }
    }
    let counts = try #require(object["verdicts"] as? [String: Int])
    #expect(counts.values.reduce(0, +) == 165)
  }

  @Test("errors lists 72 corrections with their provenance")
  func errors() throws {
    let object = try run(["claims", "errors", "--format", "json"]).json()
    let errors = try #require(object["errors"] as? [[String: Any]])
    #expect(errors.count == 72)
    for error in errors {
      let provenance = error["provenance"] as? String ?? ""
      #expect(["computed", "from the text", "unverified: general knowledge"].contains(provenance))
    }
  }

  @Test("contradictions writes a page each into a folder")
  func contradictions() throws {
    let folder = try Folder()
    let result = try Program.run(["claims", "contradictions", "--output", "."], in: folder)
    #expect(result.status == 0)
    let pages = try folder.files().filter { $0.hasPrefix("X") }
    #expect(pages.count == 27)
    let text = String(decoding: try folder.bytes("X01.md"), as: UTF8.self)
    #expect(text.hasPrefix("# X01: Meaning of the November 2025 ETF outflow"))
  }

  @Test("an unknown claim, system or date is one line and exit code 2")
  func unknown() throws {
    for (arguments, text) in [
      (["claims", "show", "S0.C0l"], "did you mean S0.C01?"),
      (["claims", "list", "--system", "M9.9"], "system: got M9.9"),
      (["claims", "check", "--as-of", "soon"], "--as-of: got soon"),
      (["systems", "M01"], "did you mean M0.1?"),
      (["claims", "check", "--store", "absent/store.sqlite"], "absent/store.sqlite"),
    ] {
      let result = try run(arguments)
      #expect(result.status == 2, "\(arguments)")
      #expect(result.output.isEmpty)
      #expect(result.errors.contains(text), "\(arguments): \(result.errors)")
    }
  }

  @Test("systems writes a page each and the index, of all systems or none")
  func systemPages() throws {
    let folder = try Folder()
    #expect(try Program.run(["systems", "M0.1", "--pages", "."], in: folder).status == 2)
    #expect(try folder.files().filter { $0.hasSuffix(".md") }.isEmpty)
    #expect(try Program.run(["systems", "--pages", "."], in: folder).status == 0)
    #expect(try folder.files().count { $0.hasSuffix(".md") } == 46)
    let text = String(decoding: try folder.bytes("M2.1.md"), as: UTF8.self)
    #expect(text.hasPrefix("# M2.1 Repo-market lending refusal against reserve scarcity"))
  }
}
