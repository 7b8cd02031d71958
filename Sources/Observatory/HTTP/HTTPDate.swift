public import Quantities

/// Dates as HTTP writes them (RFC 9110 §5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
public enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Reads the fixed form that servers must send; nil for any other text.
  public static func instant(_ text: String) -> Instant? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 6, words[0].utf8.count == 4, words[0].hasSuffix(","), words[5] == "GMT",
      let day = number(words[1], 2), let month = months.firstIndex(of: String(words[2])),
      let year = number(words[3], 4), let date = Day(year: year, month: month + 1, day: day)
    else { return nil }
    let clock = words[4].split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 3, let hour = number(clock[0], 2), hour < 24,
      let minute = number(clock[1], 2), minute < 60, let second = number(clock[2], 2), second <= 60
    else { return nil }
    return Instant(startOf: date) + .seconds(Int64(hour * 3_600 + minute * 60 + second))
  }

  /// How long a `Retry-After` asks to wait, in seconds from `now`, not below zero; nil for any other
  /// text.
  public static func waitSeconds(_ text: String, now: Instant) -> Int? {
    if !text.isEmpty, text.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") <= 9 }) {
      return text.utf8.count <= 9 ? Int(text) : Int(Int32.max)
    }
    guard let until = instant(text) else { return nil }
    return Int(max(0, ((until - now).microseconds + 999_999) / 1_000_000))
  }

  private static func number(_ text: Substring, _ digitCount: Int) -> Int? {
    guard text.utf8.count == digitCount, text.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") <= 9 })
    else { return nil }
    return Int(text)
  }
}
