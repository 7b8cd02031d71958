import Quantities

/// When a value of a given time becomes known: the second clock, computed from the first.
enum PublicationClock: Hashable, Sendable {
  /// At the time itself: settlements, snapshots, block times.
  case itself
  /// At the end of the value's period: bars named by their open.
  case periodEnd
  /// At midnight UTC after the day, or so many days later.
  case utcDayEnd(daysLater: Int)
  /// At the New York close of the day, or minutes after it; on a day without one, midnight UTC.
  case newYorkClose(minutesLater: Int)
  /// So many days after the day, at a time of New York.
  case newYork(daysLater: Int, at: ClockTime)
  /// On the nth New York business day after the day, at a time of New York.
  case newYorkBusinessDay(Int, at: ClockTime)
  /// On the first New York business day at least so many days after the day.
  case newYorkBusinessDayFrom(daysLater: Int, at: ClockTime)
  /// On the first of a weekday (1 is Monday) at least so many days after the day.
  case weekday(Int, daysLater: Int, at: ClockTime)
  /// So many days after the last day of the value's month or quarter, at a time of New York.
  case afterPeriod(days: Int, at: ClockTime)
  /// On the first Friday after the value's month, at a time of New York.
  case firstFridayAfterMonth(at: ClockTime)

  /// A time of day in New York.
  struct ClockTime: Hashable, Sendable {
    let hour: Int
    let minute: Int

    init(_ hour: Int, _ minute: Int = 0) {
      self.hour = hour
      self.minute = minute
    }
  }

  /// When the value of a time becomes known.
  func instant(for time: Instant, period: SeriesPeriod) -> Instant {
    let day = time.day
    let calendar = TradingCalendar.newYork
    switch self {
    case .itself: return time
    case .periodEnd: return period.end(from: time)
    case .utcDayEnd(let days): return Instant(startOf: day + (1 + days))
    case .newYorkClose(let minutes):
      guard let close = calendar.close(of: day) else { return Instant(startOf: day + 1) }
      return close + .minutes(Int64(minutes))
    case .newYork(let days, let clock): return Self.newYork(day + days, clock)
    case .newYorkBusinessDay(let count, let clock):
      let target = (0..<count).reduce(day) { previous, _ in calendar.next(after: previous) }
      return Self.newYork(target, clock)
    case .newYorkBusinessDayFrom(let days, let clock):
      return Self.newYork(calendar.next(after: day + (days - 1)), clock)
    case .weekday(let weekday, let days, let clock):
      let earliest = day + days
      return Self.newYork(earliest + ((weekday - earliest.weekday + 7) % 7), clock)
    case .afterPeriod(let days, let clock):
      return Self.newYork(period.end(from: time).day + (days - 1), clock)
    case .firstFridayAfterMonth(let clock):
      let next = SeriesPeriod.month.end(from: time).day
      return Self.newYork(next + ((5 - next.weekday + 7) % 7), clock)
    }
  }

  /// A time of day in New York; the clock is that of the nearest trading day without a Sunday
  /// between, since clocks change on Sundays.
  private static func newYork(_ day: Day, _ clock: ClockTime) -> Instant {
    let calendar = TradingCalendar.newYork
    var session = day
    let step = day.weekday == 7 ? 1 : -1
    while !calendar.isOpen(on: session) {
      let next = session + step
      if next.weekday == 7 { break }
      session = next
    }
    // A week without a session up to its holiday: the next one has the same clock.
    while !calendar.isOpen(on: session) { session = session + 1 }
    guard let close = calendar.close(of: session) else {
      preconditionFailure("no close on \(session)")
    }
    let offset = close - Instant(startOf: session) - .hours(16)
    let minutes = Int64(clock.hour * 60 + clock.minute)
    return Instant(startOf: day) + offset + .minutes(minutes)
  }
}
