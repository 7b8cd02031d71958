import Crypto
import Foundation

/// The append-only record of forecasts: one line each, each line sealed to the one before it.
///
/// A line is a JSON object with `index` (from 0), `previous` (the SHA-256 of the bytes of the line
/// before it without its line feed, 64 zeros for the first), `entered` (the day of entry) and
/// `forecast`. Changing, dropping or reordering a line breaks every later one. The hash of the last
/// line, the head, is what to note down elsewhere: it alone shows that lines at the end were cut off.
public struct ForecastRecord: Hashable, Sendable {
  /// One line of the record.
  public struct Entry: Hashable, Sendable, Codable {
    /// The number of the line, from 0.
    public let index: Int
    /// The hash of the line before it.
    public let previous: String
    /// The day on which it was entered.
    public let entered: CalendarDay
    /// What was entered.
    public let forecast: Forecast
  }

  /// The entries, in order.
  public private(set) var entries: [Entry]
  /// The bytes of the lines, each with its line feed.
  public private(set) var bytes: [UInt8]

  /// The `previous` of the first line.
  public static let origin = String(repeating: "0", count: 64)

  /// Creates an empty record.
  public init() {
    entries = []
    bytes = []
  }

  /// Reads and verifies a record.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: Its name in errors.
  /// - Throws: ``RecordError`` at the first line that is broken.
  /// - Complexity: O(bytes).
  public init(parsing bytes: [UInt8], name: String) throws(RecordError) {
    self.init()
    guard bytes.isEmpty || bytes.last == UInt8(ascii: "\n") else {
      throw .line(
        file: name,
        line: bytes.count { $0 == UInt8(ascii: "\n") } + 1,
        field: "line",
        value: "no line feed at its end",
        expected: "a complete line"
      )
    }
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropLast()
    {
      try append(line: Array(line), name: name)
    }
  }

  /// The hash of the last line, or ``origin`` for an empty record.
  public private(set) var head = ForecastRecord.origin

  /// The heads the record has had: the hash of every line, in order.
  public var heads: [String] {
    bytes.dropLast().split(separator: UInt8(ascii: "\n")).map { Self.hash(Array($0)) }
  }

  /// A record with one more forecast.
  ///
  /// - Throws: ``RecordError`` if the id is in the record or the forecast contradicts itself.
  public func appending(
    _ forecast: Forecast,
    entered: CalendarDay,
    name: String
  ) throws(RecordError) -> ForecastRecord {
    let entry = Entry(index: entries.count, previous: head, entered: entered, forecast: forecast)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let line = try? encoder.encode(entry) else {
      preconditionFailure("a forecast of finite numbers can be written as JSON")
    }
    var copy = self
    try copy.append(line: Array(line), name: name)
    return copy
  }

  private mutating func append(line: [UInt8], name: String) throws(RecordError) {
    let number = entries.count + 1
    func broken(_ field: String, _ value: String, _ expected: String) -> RecordError {
      .line(file: name, line: number, field: field, value: value, expected: expected)
    }
    let entry: Entry
    do {
      entry = try JSONDecoder().decode(Entry.self, from: Data(line))
    } catch {
      throw broken("forecast", DecodingText.of(error), "an entry of the record")
    }
    guard entry.index == entries.count else {
      throw broken("index", "\(entry.index)", "\(entries.count)")
    }
    guard entry.previous == head else { throw broken("previous", entry.previous, head) }
    if let fault = entry.forecast.fault { throw broken(fault.field, fault.value, fault.expected) }
    guard !entries.contains(where: { $0.forecast.id == entry.forecast.id }) else {
      throw broken("id", entry.forecast.id, "a name that is not yet in the record")
    }
    entries.append(entry)
    bytes += line + [UInt8(ascii: "\n")]
    head = Self.hash(line)
  }

  private static func hash(_ line: [UInt8]) -> String {
    SHA256.hash(data: line).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }
}
