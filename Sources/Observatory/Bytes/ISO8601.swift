/// Times as ISO 8601 writes them in UTC, and microseconds since 1970-01-01T00:00:00Z.
///
/// Two forms are read: a date, `2024-08-04`, which is its midnight, and a date and time,
/// `2024-08-04T00:00:00Z`, with up to six digits of a fraction of a second. Years run from 1 to
/// 9999 in the proleptic Gregorian calendar; leap seconds do not exist on this scale.
public enum ISO8601 {
  /// Microseconds in a day.
  public static let microsecondsPerDay: Int64 = 86_400_000_000
  private static let microsecondsPerSecond: Int64 = 1_000_000

  /// Reads a time.
  ///
  ///     ISO8601.microseconds(Array("1970-01-02".utf8), 0..<10)   // 86_400_000_000
  ///
  /// - Parameters:
  ///   - bytes: ASCII text that contains the time.
  ///   - range: The offsets of the time.
  /// - Returns: Microseconds since 1970, or nil if the text is neither form or no such time exists.
  /// - Complexity: O(1).
  public static func microseconds(_ bytes: [UInt8], _ range: Range<Int>) -> Int64? {
    let start = range.lowerBound
    guard range.count >= 10,
      let year = number(bytes, start, 4), let month = number(bytes, start + 5, 2),
      let day = number(bytes, start + 8, 2),
      bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
      year >= 1, (1...12).contains(month), day >= 1, day <= dayCount(year: year, month: month)
    else { return nil }
    let midnight = Int64(daysSince1970(year: year, month: month, day: day)) * microsecondsPerDay
    guard range.count > 10 else { return midnight }
    guard let time = timeOfDay(bytes, (start + 10)..<range.upperBound) else { return nil }
    return midnight + time
  }

  /// Reads a time; see ``microseconds(_:_:)``.
  public static func microseconds(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    return microseconds(bytes, 0..<bytes.count)
  }

  /// Writes a time to the second, with six digits of fraction only if it is not whole.
  ///
  ///     ISO8601.text(86_400_000_000)   // "1970-01-02T00:00:00Z"
  ///
  /// - Parameter microseconds: Since 1970; the year must be 1 to 9999.
  /// - Returns: The text.
  public static func text(_ microseconds: Int64) -> String {
    let day = floorDivided(microseconds, by: microsecondsPerDay)
    let rest = Int(microseconds - day * microsecondsPerDay)
    let seconds = rest / Int(microsecondsPerSecond)
    let fraction = rest % Int(microsecondsPerSecond)
    let time =
      "\(padded(seconds / 3_600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    let tail = fraction == 0 ? "Z" : ".\(padded(fraction, 6))Z"
    return "\(dateText(microseconds))T\(time)\(tail)"
  }

  /// Writes the date of a time, `1970-01-02`.
  ///
  /// - Parameter microseconds: Since 1970; the year must be 1 to 9999.
  /// - Returns: The text.
  public static func dateText(_ microseconds: Int64) -> String {
    let day = Int(floorDivided(microseconds, by: microsecondsPerDay))
    let date = civilDate(daysSince1970: day)
    precondition((1...9_999).contains(date.year), "the year must be 1 to 9999: \(date.year)")
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }

  /// The part `Thh:mm:ss[.ffffff]Z`.
  private static func timeOfDay(_ bytes: [UInt8], _ range: Range<Int>) -> Int64? {
    let start = range.lowerBound
    guard range.count >= 10, bytes[start] == UInt8(ascii: "T"),
      let hour = number(bytes, start + 1, 2), let minute = number(bytes, start + 4, 2),
      let second = number(bytes, start + 7, 2),
      bytes[start + 3] == UInt8(ascii: ":"), bytes[start + 6] == UInt8(ascii: ":"),
      bytes[range.upperBound - 1] == UInt8(ascii: "Z"),
      hour < 24, minute < 60, second < 60
    else { return nil }
    let whole = Int64(hour * 3_600 + minute * 60 + second) * microsecondsPerSecond
    let fractionDigits = range.count - 11
    guard fractionDigits != -1 else { return whole }
    guard bytes[start + 9] == UInt8(ascii: "."), (1...6).contains(fractionDigits),
      let fraction = number(bytes, start + 10, fractionDigits)
    else { return nil }
    return whole + Int64(fraction) * ExactDecimal.power(6 - fractionDigits)
  }

  private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
    var value = 0
    for index in start..<start + count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01, by counting in years that start in March, so that the leap day is last.
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let era = marchYear / 400
    let yearOfEra = marchYear % 400
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The inverse of ``daysSince1970(year:month:day:)``.
  private static func civilDate(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = Int(floorDivided(Int64(shifted), by: 146_097))
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  private static func floorDivided(_ value: Int64, by divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }
}
