/// One value of a scanned JSON text.
public struct JSONNode: Sendable {
  private let source: JSONText
  private let index: Int

  init(text source: JSONText, index: Int) {
    self.source = source
    self.index = index
  }

  private var entry: JSONEntry { source.entries[index] }

  /// What the value is.
  public var kind: JSONKind { entry.kind }

  /// The number of elements of a list or members of an object; else 0.
  public var count: Int { Int(entry.count) }

  /// The bytes of the text that was scanned.
  package var bytes: [UInt8] { source.bytes }

  /// The offsets of the value, of a string without its quotes.
  package var range: Range<Int> { Int(entry.start)..<Int(entry.end) }

  /// Whether a string is written with escapes, so that its bytes are not its text.
  package var hasEscapes: Bool { entry.hasEscapes }

  /// The line of the value, from 1.
  public var line: Int { TextPlace(source.bytes, at: Int(entry.start)).line }

  /// The character of the value in its line, from 1.
  public var column: Int { TextPlace(source.bytes, at: Int(entry.start)).column }

  /// The text of a string, escapes resolved; nil if this is none.
  public var text: String? {
    guard kind == .string else { return nil }
    let written = source.bytes[range]
    guard hasEscapes else { return String(decoding: written, as: UTF8.self) }
    return String(decoding: JSONEscapes.resolved(written), as: UTF8.self)
  }

  /// A number as it is written; nil if this is none.
  public var numberText: String? {
    kind == .number ? String(decoding: source.bytes[range], as: UTF8.self) : nil
  }

  /// The elements of a list, in order; empty if this is none.
  ///
  /// - Complexity: O(elements).
  public var elements: [JSONNode] {
    guard kind == .array else { return [] }
    var result: [JSONNode] = []
    result.reserveCapacity(count)
    var child = index + 1
    while child < Int(entry.next) {
      result.append(JSONNode(text: source, index: child))
      child = Int(source.entries[child].next)
    }
    return result
  }

  /// The members of an object, in order; empty if this is none.
  ///
  /// - Complexity: O(members).
  public var members: [(key: String, value: JSONNode)] {
    guard kind == .object else { return [] }
    var result: [(key: String, value: JSONNode)] = []
    result.reserveCapacity(count)
    var child = index + 1
    while child < Int(entry.next) {
      let key = JSONNode(text: source, index: child).text ?? ""
      result.append((key, JSONNode(text: source, index: child + 1)))
      child = Int(source.entries[child + 1].next)
    }
    return result
  }

  /// The value under a key of an object; nil if there is none.
  ///
  /// - Complexity: O(members).
  public subscript(key: String) -> JSONNode? {
    guard kind == .object else { return nil }
    var child = index + 1
    while child < Int(entry.next) {
      let candidate = source.entries[child]
      let isEqual =
        candidate.hasEscapes
        ? JSONNode(text: source, index: child).text == key
        : source.bytes[Int(candidate.start)..<Int(candidate.end)].elementsEqual(key.utf8)
      if isEqual { return JSONNode(text: source, index: child + 1) }
      child = Int(source.entries[child + 1].next)
    }
    return nil
  }
}
