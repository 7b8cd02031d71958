/// JSON text (RFC 8259) scanned once into a flat list of nodes that point into its bytes.
///
/// Numbers and strings stay as they are written until somebody asks, so that decimals are kept
/// exactly. Repeated keys, trailing commas, comments, lone surrogates, bytes that are not UTF-8, and
/// anything after the value are errors.
///
///     let document = try JSONDocument(Array(#"{"rate": 5.330}"#.utf8))
///     document.root["rate"]?.numberText   // "5.330"
public struct JSONDocument: Sendable {
  /// The largest text scanned when the caller states no limit: 256 MiB.
  public static let byteCountMaxDefault = 1 << 28

  private let text: JSONText

  /// Scans JSON text.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 text.
  ///   - depthMax: How many lists and objects may lie in each other.
  ///   - byteCountMax: The longest accepted text, bytes, below 2 GiB.
  /// - Throws: ``JSONError`` at the first fault.
  /// - Complexity: O(bytes), and O(keys log keys) for objects of many keys.
  public init(
    _ bytes: [UInt8],
    depthMax: Int = 64,
    byteCountMax: Int = byteCountMaxDefault
  ) throws(JSONError) {
    precondition(byteCountMax <= Int(Int32.max), "offsets are 32 bits wide: \(byteCountMax)")
    guard bytes.count <= byteCountMax else {
      throw JSONError(
        line: 1,
        column: 1,
        found: "\(bytes.count) bytes",
        expected: "at most \(byteCountMax)"
      )
    }
    var scanner = JSONScanner(bytes)
    text = JSONText(bytes: bytes, entries: try scanner.entries(depthMax: depthMax))
  }

  /// The outermost value.
  public var root: JSONNode { JSONNode(text: text, index: 0) }
}
