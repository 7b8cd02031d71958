/// One value of a scanned JSON text.
public struct JSONNode: Sendable {
  /// What a value is.
  public enum Kind: UInt8, Hashable, Sendable {
    case null, `true`, `false`, number, string, array, object

    /// The kind in words.
    public var name: String {
      switch self {
      case .null: "null"
      case .true: "true"
      case .false: "false"
      case .number: "a number"
      case .string: "text"
      case .array: "a list"
      case .object: "an object"
      }
    }
  }

  private let storage: JSONDocument.Storage
  private let index: Int

  init(storage: JSONDocument.Storage, index: Int) {
    self.storage = storage
    self.index = index
  }

  private var node: JSONDocument.Node { storage.nodes[index] }

  /// What the value is.
  public var kind: Kind { node.kind }

  /// The number of elements of a list or members of an object; else 0.
  public var count: Int { Int(node.count) }

  /// The bytes of the text that was scanned.
  package var bytes: [UInt8] { storage.bytes }

  /// The offsets of the value, of a string without its quotes.
  package var range: Range<Int> { Int(node.start)..<Int(node.end) }

  /// Whether a string is written with escapes, so that its bytes are not its text.
  package var hasEscapes: Bool { node.hasEscapes }

  /// The line of the value, from 1.
  public var line: Int { TextPlace(storage.bytes, at: Int(node.start)).line }

  /// The character of the value in its line, from 1.
  public var column: Int { TextPlace(storage.bytes, at: Int(node.start)).column }

  /// The text of a string, escapes resolved; nil if this is none.
  public var text: String? {
    guard kind == .string else { return nil }
    let written = storage.bytes[range]
    guard hasEscapes else { return String(decoding: written, as: UTF8.self) }
    return String(decoding: JSONScanner.unescaped(written), as: UTF8.self)
  }

  /// A number as it is written; nil if this is none.
  public var numberText: String? {
    kind == .number ? String(decoding: storage.bytes[range], as: UTF8.self) : nil
  }

  /// The elements of a list, in order; empty if this is none.
  ///
  /// - Complexity: O(elements).
  public var elements: [JSONNode] {
    guard kind == .array else { return [] }
    var result: [JSONNode] = []
    result.reserveCapacity(count)
    var child = index + 1
    while child < Int(node.next) {
      result.append(JSONNode(storage: storage, index: child))
      child = Int(storage.nodes[child].next)
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
    while child < Int(node.next) {
      let key = JSONNode(storage: storage, index: child).text ?? ""
      result.append((key, JSONNode(storage: storage, index: child + 1)))
      child = Int(storage.nodes[child + 1].next)
    }
    return result
  }

  /// The value under a key of an object; nil if there is none.
  ///
  /// - Complexity: O(members).
  public subscript(key: String) -> JSONNode? {
    guard kind == .object else { return nil }
    var child = index + 1
    while child < Int(node.next) {
      let candidate = storage.nodes[child]
      let isEqual =
        candidate.hasEscapes
        ? JSONNode(storage: storage, index: child).text == key
        : storage.bytes[Int(candidate.start)..<Int(candidate.end)].elementsEqual(key.utf8)
      if isEqual { return JSONNode(storage: storage, index: child + 1) }
      child = Int(storage.nodes[child + 1].next)
    }
    return nil
  }
}
