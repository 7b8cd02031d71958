public import Observatory

extension JSONValue {
  /// Reads one JSON value (RFC 8259), strictly.
  ///
  /// Repeated keys, trailing commas, comments, lone surrogates, bytes that are not UTF-8, numbers
  /// that do not fit and anything after the value are errors.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 text.
  ///   - depthMax: How many lists and objects may lie in each other.
  /// - Throws: ``JSONError`` at the first fault.
  /// - Complexity: O(bytes).
  public init(parsing bytes: [UInt8], depthMax: Int = 64) throws(JSONError) {
    let document = try JSONDocument(bytes, depthMax: depthMax)
    self = try JSONValue(document.root)
  }

  /// Reads one JSON value from text; see ``init(parsing:depthMax:)-([UInt8],_)``.
  public init(parsing text: String, depthMax: Int = 64) throws(JSONError) {
    try self.init(parsing: Array(text.utf8), depthMax: depthMax)
  }

  /// The value of a scanned node.
  private init(_ node: JSONNode) throws(JSONError) {
    switch node.kind {
    case .null: self = .null
    case .true: self = .bool(true)
    case .false: self = .bool(false)
    case .string: self = .string(node.text ?? "")
    case .number: self = try Self.number(node)
    case .array:
      var elements: [JSONValue] = []
      elements.reserveCapacity(node.count)
      for element in node.elements { elements.append(try JSONValue(element)) }
      self = .array(elements)
    case .object:
      var members: [JSONObject.Member] = []
      members.reserveCapacity(node.count)
      for (key, value) in node.members {
        members.append(JSONObject.Member(key: key, value: try JSONValue(value)))
      }
      self = .object(JSONObject(members))
    }
  }

  private static func number(_ node: JSONNode) throws(JSONError) -> JSONValue {
    let text = node.numberText ?? ""
    let isWhole = !text.contains { ".eE".contains($0) }
    if isWhole, let value = Int128(text) { return .integer(value) }
    if !isWhole, let value = Double(text), value.isFinite { return .number(value) }
    throw JSONError(
      line: node.line,
      column: node.column,
      found: text.first.map(String.init) ?? "the end",
      expected: "a number that fits"
    )
  }
}
