/// A point of time in whole microseconds since 1970-01-01T00:00:00Z, without leap seconds.
public struct Instant: Hashable, Comparable, Sendable {
  /// Microseconds since the start of 1970, UTC.
  public var microseconds: Int64

  /// Creates the instant `microseconds` after the start of 1970, UTC.
  @inlinable
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// Creates the instant at which `day` starts, UTC.
  public init(startOf day: Day) {
    microseconds = Int64(day.daysSince1970) * 86_400_000_000
  }

  /// Orders instants in time.
  @inlinable
  public static func < (lhs: Instant, rhs: Instant) -> Bool {
    lhs.microseconds < rhs.microseconds
  }

  /// The instant `rhs` later; traps on overflow.
  @inlinable
  public static func + (lhs: Instant, rhs: Duration) -> Instant {
    Instant(microseconds: lhs.microseconds + rhs.microseconds)
  }

  /// The instant `rhs` earlier; traps on overflow.
  @inlinable
  public static func - (lhs: Instant, rhs: Duration) -> Instant {
    Instant(microseconds: lhs.microseconds - rhs.microseconds)
  }

  /// The time from `rhs` to `lhs`.
  @inlinable
  public static func - (lhs: Instant, rhs: Instant) -> Duration {
    Duration(microseconds: lhs.microseconds - rhs.microseconds)
  }

  /// The UTC day that contains the instant.
  public var day: Day {
    let days = Int128(microseconds).divided(by: 86_400_000_000, rounding: .down)
    return Day(daysSince1970: Int(days))
  }

  /// The time since the start of the UTC day.
  public var timeOfDay: Duration { self - Instant(startOf: day) }
}

extension Instant: CustomStringConvertible {
  /// ISO 8601 in UTC: `2025-11-21T04:40:00Z`, with microseconds only where there are some.
  public var description: String {
    let micros = Int(timeOfDay.microseconds)
    let seconds = micros / 1_000_000
    let clock =
      "\(padded(seconds / 3_600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    let fraction = micros % 1_000_000
    return "\(day)T\(clock)" + (fraction == 0 ? "Z" : ".\(padded(fraction, 6))Z")
  }

  /// Parses `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM[:SS[.ffffff]]Z` (a `Z` or nothing means UTC).
  ///
  /// - Throws: ``QuantityError/malformedTime(text:expected:)`` for any other text, for dates and
  ///   clock times that do not exist, and for non-zero digits below a microsecond.
  public init(parsing text: String) throws(QuantityError) {
    guard let parsed = Instant.parse(Array(text.utf8)) else {
      throw .malformedTime(
        text: text,
        expected: "a UTC time such as 2025-11-21 or 2025-11-21T04:40:00Z"
      )
    }
    self = parsed
  }

  private static func parse(_ bytes: [UInt8]) -> Instant? {
    func number(_ start: Int, _ count: Int) -> Int? {
      guard start + count <= bytes.count else { return nil }
      var value = 0
      for index in start..<start + count {
        guard (48...57).contains(bytes[index]) else { return nil }
        value = value * 10 + Int(bytes[index] - 48)
      }
      return value
    }
    func has(_ character: Unicode.Scalar, at index: Int) -> Bool {
      index < bytes.count && bytes[index] == UInt8(ascii: character)
    }
    guard let year = number(0, 4), has("-", at: 4), let month = number(5, 2), has("-", at: 7),
      let dayOfMonth = number(8, 2), let day = Day(year: year, month: month, day: dayOfMonth)
    else { return nil }
    let start = Instant(startOf: day)
    if bytes.count == 10 { return start }
    guard has("T", at: 10) || has(" ", at: 10), let hour = number(11, 2), hour < 24,
      has(":", at: 13), let minute = number(14, 2), minute < 60
    else { return nil }
    var seconds = 0
    var micros = 0
    var index = 16
    if has(":", at: index) {
      guard let parsed = number(17, 2), parsed < 60 else { return nil }
      seconds = parsed
      index = 19
      if has(".", at: index) {
        index += 1
        var place = 100_000
        let firstDigit = index
        while index < bytes.count, (48...57).contains(bytes[index]) {
          let digit = Int(bytes[index] - 48)
          guard place > 0 || digit == 0 else { return nil }
          micros += digit * place
          place /= 10
          index += 1
        }
        guard index > firstDigit else { return nil }
      }
    }
    if has("Z", at: index) { index += 1 }
    guard index == bytes.count else { return nil }
    let clock = Int64((hour * 60 + minute) * 60 + seconds) * 1_000_000 + Int64(micros)
    return start + Duration(microseconds: clock)
  }
}
