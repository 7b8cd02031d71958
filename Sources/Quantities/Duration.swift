/// A length of time in whole microseconds.
public struct Duration: Hashable, Comparable, Sendable {
  /// The length; negative before its origin.
  public var microseconds: Int64

  /// Creates a duration of `microseconds`.
  @inlinable
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// A duration of whole seconds; traps beyond 292 000 years.
  public static func seconds(_ count: Int64) -> Duration {
    Duration(microseconds: count * 1_000_000)
  }

  /// A duration of whole minutes.
  public static func minutes(_ count: Int64) -> Duration { seconds(count * 60) }

  /// A duration of whole hours.
  public static func hours(_ count: Int64) -> Duration { seconds(count * 3_600) }

  /// A duration of whole days of 24 hours.
  public static func days(_ count: Int64) -> Duration { seconds(count * 86_400) }

  /// No time at all.
  public static let zero = Duration(microseconds: 0)

  /// The length in seconds, for statistics and display.
  public var inSeconds: Double { Double(microseconds) / 1_000_000 }

  /// Orders durations by length.
  @inlinable
  public static func < (lhs: Duration, rhs: Duration) -> Bool {
    lhs.microseconds < rhs.microseconds
  }

  /// The sum of two durations; traps on overflow.
  @inlinable
  public static func + (lhs: Duration, rhs: Duration) -> Duration {
    Duration(microseconds: lhs.microseconds + rhs.microseconds)
  }

  /// The difference of two durations; traps on overflow.
  @inlinable
  public static func - (lhs: Duration, rhs: Duration) -> Duration {
    Duration(microseconds: lhs.microseconds - rhs.microseconds)
  }

  /// `count` times the duration; traps on overflow.
  @inlinable
  public static func * (lhs: Duration, count: Int64) -> Duration {
    Duration(microseconds: lhs.microseconds * count)
  }

  /// Parses a length such as `90s`, `15m`, `24h`, `7d` or `1h30m`.
  ///
  /// - Throws: ``QuantityError/malformedTime(text:expected:)`` for any other text.
  public init(parsing text: String) throws(QuantityError) {
    let expected = "a duration such as 90s, 15m, 24h, 7d or 1h30m"
    var total: Int64 = 0
    var number: Int64?
    for byte in text.utf8 {
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        let digit = Int64(byte - UInt8(ascii: "0"))
        let (tens, first) = (number ?? 0).multipliedReportingOverflow(by: 10)
        let (next, second) = tens.addingReportingOverflow(digit)
        guard !first, !second else { throw .malformedTime(text: text, expected: expected) }
        number = next
        continue
      }
      let unit: Int64
      switch byte {
      case UInt8(ascii: "s"): unit = 1_000_000
      case UInt8(ascii: "m"): unit = 60_000_000
      case UInt8(ascii: "h"): unit = 3_600_000_000
      case UInt8(ascii: "d"): unit = 86_400_000_000
      default: throw .malformedTime(text: text, expected: expected)
      }
      guard let count = number else { throw .malformedTime(text: text, expected: expected) }
      let (length, first) = count.multipliedReportingOverflow(by: unit)
      let (sum, second) = total.addingReportingOverflow(length)
      guard !first, !second else { throw .malformedTime(text: text, expected: expected) }
      total = sum
      number = nil
    }
    guard number == nil, !text.isEmpty else {
      throw .malformedTime(text: text, expected: expected)
    }
    microseconds = total
  }
}
