import Forecasts
import Foundation
import Observatory
import Quantities
import Testing

@Suite("Pages of contradictions")
struct ContradictionPagesTests {
  /// The folder of the committed pages.
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../docs/contradictions", isDirectory: true).standardizedFileURL

  /// A page without what the data says: that part changes with the store.
  private func skeleton(_ page: String) -> [Substring] {
    page.split(separator: "\n").filter { line in
      line.hasPrefix("#") || line.hasPrefix("|") || line.hasPrefix("- **")
    }.map { line in
      guard line.hasPrefix("- **"), let end = line.range(of: ": **", options: .backwards) else {
        return line
      }
      return line[..<end.lowerBound]
    }
  }

  @Test("The committed pages hold the ids, readings and claims of the registry")
  func committed() throws {
    let base = try FactBase.embedded()
    let assessments = try ClaimExaminer(base)
      .assessments(MemoryStore(), asOf: Instant(startOf: .at(2026, 8, 22)))
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    #expect(names == base.contradictions.map { "\($0.id).md" })
    for contradiction in base.contradictions {
      let page = ContradictionPage(
        contradiction,
        base: base,
        assessments: assessments,
        asOf: "2026-08-22"
      )
      let stored = try String(
        contentsOf: Self.folder.appendingPathComponent(page.name),
        encoding: .utf8
      )
      #expect(skeleton(stored) == skeleton(page.text), "\(page.name)")
      #expect(stored.contains(contradiction.resolutionTest))
      #expect(stored.contains("As of 2"))
    }
  }

  @Test("A page shows every reading side by side and a verdict for each of its claims")
  func readings() throws {
    let base = try FactBase.embedded()
    let assessments = try ClaimExaminer(base)
      .assessments(MemoryStore(), asOf: Instant(startOf: .at(2026, 8, 22)))
    for contradiction in base.contradictions {
      let text = ContradictionPage(
        contradiction,
        base: base,
        assessments: assessments,
        asOf: "2026-08-22"
      ).text
      for position in contradiction.positions {
        #expect(text.contains("| \(position.seed) | \(position.says) |"))
        for reference in position.refs where reference.contains(".C") {
          #expect(text.contains("- **\(reference)** "), "\(contradiction.id)")
        }
      }
    }
  }
}
