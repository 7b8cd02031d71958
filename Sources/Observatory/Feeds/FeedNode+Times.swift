import Quantities

extension FeedNode {
  /// Milliseconds since 1970, as a number or as text, between 2000 and 2100.
  func milliseconds() throws(FeedError) -> Instant { try instant(unitMicroseconds: 1_000) }

  /// Milliseconds since 1970 under a key.
  func milliseconds(_ key: String) throws(FeedError) -> Instant {
    try member(key).milliseconds()
  }

  /// Seconds since 1970, as a number or as text, between 2000 and 2100.
  func seconds() throws(FeedError) -> Instant { try instant(unitMicroseconds: 1_000_000) }

  /// Seconds since 1970 under a key.
  func seconds(_ key: String) throws(FeedError) -> Instant { try member(key).seconds() }

  /// A date `YYYY-MM-DD`.
  func day() throws(FeedError) -> Day {
    guard let text = textValue, text.utf8.count == 10, let instant = try? Instant(parsing: text)
    else { throw failure("a date such as 2026-07-31") }
    return instant.day
  }

  /// The date under a key.
  func day(_ key: String) throws(FeedError) -> Day { try member(key).day() }

  /// A time of ISO 8601 in UTC, `2025-11-17T00:34:37.524Z`.
  func time() throws(FeedError) -> Instant {
    guard let text = textValue, text.hasSuffix("Z"), let instant = try? Instant(parsing: text)
    else {
      throw failure("a time such as 2026-07-31T12:00:00Z")
    }
    return instant
  }

  /// The time under a key.
  func time(_ key: String) throws(FeedError) -> Instant { try member(key).time() }

  private func instant(unitMicroseconds unit: Int64) throws(FeedError) -> Instant {
    let expected = unit == 1_000 ? "milliseconds since 1970" : "seconds since 1970"
    guard let count = try? integer() else { throw failure(expected) }
    let (microseconds, overflow) = count.multipliedReportingOverflow(by: unit)
    guard !overflow, FeedText.yearsAccepted.contains(microseconds) else { throw failure(expected) }
    return Instant(microseconds: microseconds)
  }
}
