import Quantities

/// One value of a JSON answer, asked for by name; a fault names the source, line, column and field.
struct FeedNode {
  private let node: JSONNode
  private let source: String
  /// The name under which the value was asked for.
  private let name: String

  init(_ node: JSONNode, source: String, name: String = "answer") {
    self.node = node
    self.source = source
    self.name = name
  }

  /// Reads the answer of a source, which must be JSON.
  ///
  /// - Throws: ``FeedError/webPage(source:)`` for markup, ``FeedError/notJSON(source:error:)`` else.
  static func root(_ reply: FeedReply) throws(FeedError) -> FeedNode {
    try root(reply.body, source: reply.request.source)
  }

  static func root(_ body: [UInt8], source: String) throws(FeedError) -> FeedNode {
    try FeedText.refuseWebPage(body, source: source)
    do throws(JSONError) {
      return FeedNode(try JSONDocument(body, depthMax: 32).root, source: source)
    } catch { throw .notJSON(source: source, error: error) }
  }

  /// Whether the value is a list.
  var isList: Bool { node.kind == .array }
  /// Whether the value is an object.
  var isObject: Bool { node.kind == .object }
  /// Whether the value is true.
  var isTrue: Bool { node.kind == .true }
  /// How many elements or members it has.
  var count: Int { node.count }
  /// The text, if it is text.
  var textValue: String? { node.text }
  /// The line, from 1.
  var line: Int { node.line }

  /// A fault of this value.
  func failure(_ expected: String) -> FeedError {
    let range = node.range
    let written: String
    switch node.kind {
    case .number, .string:
      let text = String(decoding: node.bytes[range].prefix(40), as: UTF8.self)
      written = node.kind == .string ? "\"\(FeedText.plain(text))\"" : text
    default: written = node.kind.name
    }
    return .field(
      source: source,
      line: node.line,
      column: node.column,
      field: name,
      got: written,
      expected: expected
    )
  }

  /// The value under a key; nil if it is absent or null.
  func optional(_ key: String) -> FeedNode? {
    guard let value = node[key], value.kind != .null else { return nil }
    return FeedNode(value, source: source, name: key)
  }

  /// The value under a key.
  func member(_ key: String) throws(FeedError) -> FeedNode {
    guard node.kind == .object else { throw failure("an object with \(key)") }
    guard let value = node[key] else {
      throw .field(
        source: source,
        line: node.line,
        column: node.column,
        field: key,
        got: "nothing",
        expected: "a value"
      )
    }
    return FeedNode(value, source: source, name: key)
  }

  /// The members of an object, in order.
  func members() throws(FeedError) -> [(key: String, value: FeedNode)] {
    guard node.kind == .object else { throw failure("an object") }
    return node.members.map { ($0.key, FeedNode($0.value, source: source, name: $0.key)) }
  }

  /// The elements of a list.
  func list() throws(FeedError) -> [FeedNode] {
    guard node.kind == .array else { throw failure("a list") }
    return node.elements.map { FeedNode($0, source: source, name: name) }
  }

  /// The elements of the list under a key.
  func list(_ key: String) throws(FeedError) -> [FeedNode] { try member(key).list() }

  /// The elements of a row of at least `count` places.
  func row(atLeast count: Int) throws(FeedError) -> [FeedNode] {
    let elements = try list()
    guard elements.count >= count else { throw failure("a list of at least \(count)") }
    return elements.enumerated().map {
      FeedNode($0.element.node, source: source, name: "\(name)[\($0.offset)]")
    }
  }

  /// Text that is not empty.
  func text() throws(FeedError) -> String {
    guard let text = node.text, !text.isEmpty else { throw failure("text") }
    return text
  }

  /// The text under a key.
  func text(_ key: String) throws(FeedError) -> String { try member(key).text() }

  /// Refuses any value under a key but one text, such as the subject that was asked for.
  func require(_ key: String, is expected: String) throws(FeedError) {
    let value = try member(key)
    guard value.textValue == expected else { throw value.failure(expected) }
  }

  /// A number, written as one or as text; a missing marker is a fault.
  func decimal(isBinary: Bool = false) throws(FeedError) -> ExactDecimal {
    guard node.kind == .number || node.kind == .string, !node.hasEscapes else {
      throw failure("a number")
    }
    do throws(DecimalTextError) {
      return isBinary
        ? try FeedNumber.cutDecimal(node.bytes, node.range)
        : try FeedNumber.decimal(node.bytes, node.range)
    } catch {
      throw failure(error == .overflow ? "a number of at most 18 decimals" : "a number")
    }
  }

  /// The number under a key.
  func decimal(_ key: String, isBinary: Bool = false) throws(FeedError) -> ExactDecimal {
    try member(key).decimal(isBinary: isBinary)
  }

  /// The number, or nil if a missing marker or null stands there.
  func decimalIfAny(isBinary: Bool = false) throws(FeedError) -> ExactDecimal? {
    if node.kind == .null { return nil }
    if node.kind == .string, FeedNumber.isMissing(node.bytes, node.range) { return nil }
    return try decimal(isBinary: isBinary)
  }

  /// The number under a key, or nil if it is absent, null or a missing marker.
  func decimalIfAny(_ key: String, isBinary: Bool = false) throws(FeedError) -> ExactDecimal? {
    guard let value = node[key] else { return nil }
    return try FeedNode(value, source: source, name: key).decimalIfAny(isBinary: isBinary)
  }

  /// A whole number, written as one or as text.
  func integer() throws(FeedError) -> Int64 {
    guard let whole = try? decimal().units(decimals: 0) else { throw failure("a whole number") }
    return whole
  }
}
