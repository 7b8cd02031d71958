import Foundation
import Observatory
import Testing

@Suite("The page of sources")
struct SourcesPageTests {
  /// `docs/sources.md`, whose table lies between two marks.
  private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../docs/sources.md").standardizedFileURL
  private static let start = "<!-- table: written by the tests, RECORD_GOLDEN=1 -->\n\n"
  private static let end = "\n<!-- end of table -->"

  @Test("the table is what the registry says")
  func table() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let head = try #require(text.range(of: Self.start))
    let tail = try #require(text.range(of: Self.end))
    let table = text[head.upperBound..<tail.lowerBound]
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      let fresh = text.replacingCharacters(
        in: head.upperBound..<tail.lowerBound,
        with: FeedRegistry.markdown
      )
      try Data(fresh.utf8).write(to: Self.page)
    } else {
      #expect(table == FeedRegistry.markdown, "run this test with RECORD_GOLDEN=1")
    }
  }
}
