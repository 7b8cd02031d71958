import Foundation
import Testing

/// `clino systems`: how far each face of each system has come.
@Suite("clino: systems")
struct SystemsTests {
  private func systems(_ folder: Folder, _ more: String...) throws -> [[String: Any]] {
    let result = try Program.run(["systems", "--format", "json"] + more, in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let object = try result.json()
    #expect(object["schema"] as? String == "clino.systems/1")
    return try #require(object["systems"] as? [[String: Any]])
  }

  @Test("each face works, is partial with what is missing, or is not applicable with the reason")
  func faces() throws {
    let systems = try systems(try Folder())
    #expect(systems.count == 45)
    for system in systems {
      let id = try #require(system["id"] as? String)
      #expect(system["name"] is String)
      for name in ["measure", "simulate", "judge"] {
        let face = try #require(system[name] as? [String: Any])
        let status = try #require(face["status"] as? String)
        let (missing, reason) = (face["missing"] as? String, face["reason"] as? String)
        let evidence = try #require(face["evidence"] as? [[String: Any]])
        #expect(["works", "partial", "not_applicable"].contains(status), "\(id) \(name)")
        #expect((status == "partial") == (missing != nil), "\(id) \(name)")
        #expect((status == "not_applicable") == (reason != nil), "\(id) \(name)")
        #expect([missing, reason].allSatisfy { $0?.isEmpty != true }, "\(id) \(name)")
        #expect(status == "not_applicable" || !evidence.isEmpty, "\(id) \(name)")
      }
    }
  }

  @Test("a reading without a value makes a measure partial and says what is missing")
  func read() throws {
    let folder = try Folder()
    try folder.write("date,sofr_bp\n2025-06-02,430\n", to: "sofr_percentiles_1d.csv")
    let imported = try Program.run(
      ["data", "import", "sofr_percentiles_1d.csv", "--store", "a.sqlite"],
      in: folder
    )
    #expect(imported.status == 0, "\(imported.errors)")
    let read = try systems(folder, "--store", "a.sqlite", "M2.5")
    let measure = try #require(read.first?["measure"] as? [String: Any])
    #expect(measure["status"] as? String == "partial")
    #expect((measure["missing"] as? String)?.contains("NYMEX settlements") == true)
  }

  @Test("the list fits on a line each, and one system has every word")
  func text() throws {
    let folder = try Folder()
    let list = try Program.run(["systems"], in: folder)
    #expect(list.status == 0)
    let rows = list.text.split(separator: "\n").filter { $0.hasPrefix("M") }
    #expect(rows.count == 45)
    #expect(rows.allSatisfy { $0.count <= 110 })
    #expect(rows.allSatisfy { !$0.contains("missing") })
    let one = try Program.run(["systems", "M1.1"], in: folder)
    #expect(one.text.contains("  measure      not applicable"))
    #expect(one.text.contains("because the lengths of hegemonies"))
    let other = try Program.run(["systems", "M0.6"], in: folder)
    #expect(other.text.contains("missing: debt over product"))
  }

  @Test("as CSV a row has the status of each face and its words")
  func table() throws {
    let result = try Program.run(["systems", "--format", "csv"], in: Folder())
    let lines = result.text.split(separator: "\n")
    #expect(lines.count == 46)
    #expect(
      lines.first
        == "id,name,measure,simulate,judge,measure_words,simulate_words,judge_words"
    )
    #expect(lines.contains { $0.hasPrefix("M1.1,") && $0.contains(",not_applicable,partial,") })
  }

  @Test("the help says what works means")
  func help() throws {
    let result = try Program.run(["systems", "--help"], in: Folder())
    #expect(result.text.contains("It does not say that the source is right"))
  }
}
