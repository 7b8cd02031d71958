/// Where one field of a row lies in the scanned bytes; nothing is copied.
public struct CSVField: Hashable, Sendable {
  /// The offset of the first byte, after an opening quote.
  public let start: Int
  /// The offset after the last byte, before a closing quote.
  public let end: Int
  /// Whether the bytes hold doubled quotes that stand for one.
  public let hasDoubledQuotes: Bool

  /// Whether the field holds no byte.
  public var isEmpty: Bool { start == end }
  /// The offsets of the field's bytes.
  public var range: Range<Int> { start..<end }
}

/// Walks comma-separated values (RFC 4180) byte by byte, a row at a time.
///
/// Fields are ranges of the scanned bytes. Lines may end with a line feed or with a carriage return
/// and a line feed; the last one may lack its end; a byte order mark at the start is stepped over.
/// Fields are not trimmed. Malformed quoting is an error, never repaired.
///
///     var scanner = CSVScanner(Array("a,b\n1,\"x,y\"\n".utf8))
///     var row: [CSVField] = []
///     try scanner.nextRow(into: &row)   // true
///     scanner.text(of: row[0])          // "a"
public struct CSVScanner: Sendable {
  /// The bytes being scanned.
  public let bytes: [UInt8]
  /// The line of the row last returned, from 1; a quoted line break counts.
  public private(set) var line = 0
  private var position: Int
  private var lineNext = 1

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Starts at the first row of `bytes`.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
  }

  /// Finds the fields of the next row.
  ///
  /// - Parameter row: Replaced by the fields of the row; its storage is reused.
  /// - Returns: False at the end of the bytes.
  /// - Throws: ``CSVError`` at the first malformed field.
  /// - Complexity: O(bytes of the row).
  public mutating func nextRow(into row: inout [CSVField]) throws(CSVError) -> Bool {
    row.removeAll(keepingCapacity: true)
    let count = bytes.count
    guard position < count else { return false }
    line = lineNext
    var start = position
    while true {
      if start < count && bytes[start] == Self.quote {
        start = try appendQuoted(from: start, into: &row)
      } else {
        start = try appendPlain(from: start, into: &row)
      }
      // `start` is now the offset of a separator, or the end.
      guard start < count && bytes[start] == Self.comma else { break }
      start += 1
    }
    if start < count && bytes[start] == Self.carriageReturn { start += 1 }
    position = start + 1
    lineNext += 1
    return true
  }

  /// The text of a field, doubled quotes made single; bytes that are not UTF-8 become U+FFFD.
  public func text(of field: CSVField) -> String {
    guard field.hasDoubledQuotes else {
      return String(decoding: bytes[field.range], as: UTF8.self)
    }
    var plain: [UInt8] = []
    var index = field.start
    while index < field.end {
      plain.append(bytes[index])
      index += bytes[index] == Self.quote ? 2 : 1
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// Says whether the bytes of a field are those of `text`.
  public func equals(_ field: CSVField, _ text: [UInt8]) -> Bool {
    field.end - field.start == text.count && bytes[field.range].elementsEqual(text)
  }

  private func appendPlain(
    from start: Int,
    into row: inout [CSVField]
  ) throws(CSVError) -> Int {
    let count = bytes.count
    var index = start
    while index < count {
      let byte = bytes[index]
      // Digits, letters and most signs lie above the comma.
      if byte > Self.comma {
        index += 1
        continue
      }
      if byte == Self.comma || byte == Self.lineFeed { break }
      if byte == Self.carriageReturn {
        guard index + 1 < count && bytes[index + 1] == Self.lineFeed else {
          throw .carriageReturnAlone(line: line)
        }
        break
      }
      guard byte != Self.quote else { throw .quoteInsideField(line: line) }
      index += 1
    }
    row.append(CSVField(start: start, end: index, hasDoubledQuotes: false))
    return index
  }

  private mutating func appendQuoted(
    from opening: Int,
    into row: inout [CSVField]
  ) throws(CSVError) -> Int {
    let count = bytes.count
    var index = opening + 1
    var hasDoubledQuotes = false
    while index < count {
      let byte = bytes[index]
      if byte == Self.lineFeed { lineNext += 1 }
      if byte == Self.quote {
        guard index + 1 < count && bytes[index + 1] == Self.quote else { break }
        hasDoubledQuotes = true
        index += 1
      }
      index += 1
    }
    guard index < count else { throw .quoteUnclosed(line: line) }
    row.append(
      CSVField(start: opening + 1, end: index, hasDoubledQuotes: hasDoubledQuotes)
    )
    let after = index + 1
    guard after < count else { return after }
    switch bytes[after] {
    case Self.comma, Self.lineFeed: return after
    case Self.carriageReturn:
      guard after + 1 < count && bytes[after + 1] == Self.lineFeed else {
        throw .carriageReturnAlone(line: lineNext)
      }
      return after
    default: throw .textAfterQuote(line: lineNext)
    }
  }
}
