import Foundation
import Testing

@testable import Scenarios

/// A journal's lines, checked to be JSON by a reader that is not ours.
///
/// Numbers are read digit by digit from the text: Foundation's reader of JSON loses the last bit of
/// some.
struct JournalText {
  private let lines: [[String: Substring]]

  init(_ journal: RunJournal) throws {
    let text = String(decoding: journal.bytes, as: UTF8.self)
    lines = try text.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      var fields: [String: Substring] = [:]
      for field in line.dropFirst().dropLast().split(separator: ",") {
        // A time holds colons: the first one ends the name.
        let colon = try #require(field.firstIndex(of: ":"))
        fields[field[..<colon].filter { $0 != "\"" }] = field[field.index(after: colon)...]
      }
      #expect(object?.keys.sorted() == fields.keys.sorted())
      return fields
    }
  }

  /// The number of lines.
  var count: Int { lines.count }

  /// The kinds of the lines, in order.
  var kinds: [String] { lines.map { $0["kind"]?.filter { $0 != "\"" } ?? "" } }

  /// The numbers of the lines of one kind.
  func lines(of kind: String) -> [[String: Double]] {
    zip(kinds, lines).filter { $0.0 == kind }.map { $0.1.compactMapValues { Double($0) } }
  }

  /// One number of each line of one kind.
  func values(_ name: String, of kind: String) -> [Double?] {
    lines(of: kind).map { $0[name] }
  }
}
