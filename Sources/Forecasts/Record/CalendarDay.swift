public import Quantities

/// A calendar day that reads and writes itself as `YYYY-MM-DD`.
public struct CalendarDay: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The day.
  public let day: Day

  /// Wraps a day.
  public init(_ day: Day) { self.day = day }

  /// Reads `YYYY-MM-DD`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard text.utf8.count == 10, let instant = try? Instant(parsing: text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "got \(text), expected a day such as 2025-11-21"
      )
    }
    day = instant.day
  }

  /// Writes `YYYY-MM-DD`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// `YYYY-MM-DD`.
  public var description: String { "\(day)" }
}
