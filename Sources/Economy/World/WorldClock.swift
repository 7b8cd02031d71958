public import Quantities

/// What time it is in a world: a UTC day, a bar of it, and which blocks are due.
public struct WorldClock: Hashable, Sendable {
  /// The opening day.
  public let start: Day
  /// Bars a day.
  public let barsPerDay: Int
  /// The number of the day, 0 for the opening day.
  public internal(set) var day = 0
  /// The number of the bar within the day.
  public internal(set) var bar = 0

  init(start: Day, barsPerDay: Int) {
    self.start = start
    self.barsPerDay = barsPerDay
  }

  /// The date.
  public var date: Day { start + day }

  /// The end of the bar.
  public var instant: Instant {
    Instant(startOf: date) + Duration(microseconds: Int64(Double(bar + 1) * barSeconds * 1e6))
  }

  /// The number of bars since the opening.
  public var step: Int { day * barsPerDay + bar }

  /// A bar's length as a fraction of a day.
  public var barDays: Double { 1 / Double(barsPerDay) }

  /// A bar's length in seconds.
  public var barSeconds: Double { 86_400 / Double(barsPerDay) }

  /// Whether New York's exchanges are open on the date.
  public var isBusinessDay: Bool { calendar.isOpen(on: date) }

  /// Whether the date is the last of its month.
  public var isMonthEnd: Bool { (date + 1).civil.month != date.civil.month }

  /// Whether New York's exchanges are open on the date and on no later one of its month.
  public var isLastBusinessDayOfMonth: Bool {
    guard isBusinessDay else { return false }
    var next = date + 1
    while next.civil.month == date.civil.month {
      if calendar.isOpen(on: next) { return false }
      next = next + 1
    }
    return true
  }

  /// Whether the date is the last of its quarter.
  public var isQuarterEnd: Bool { isMonthEnd && date.civil.month % 3 == 0 }

  /// Whether the date is a Wednesday.
  public var isWeekEnd: Bool { date.weekday == 3 }

  private var calendar: TradingCalendar { .newYork }

  /// The number of the bar that ends at 16:00 New York, the last bar in coarser days; nil on holidays.
  var closingBar: Int? {
    guard let close = calendar.close(of: date) else { return nil }
    return min(barsPerDay, max(1, Int(close.timeOfDay.inSeconds / barSeconds))) - 1
  }

  /// The number of the bar that ends at 17:00 New York, the last bar in coarser days; nil on holidays.
  var settlementBar: Int? {
    closingBar.map { min(barsPerDay - 1, $0 + Int(3600 / barSeconds)) }
  }

  /// Whether New York's exchanges are open in the bar; in a day of few bars, on any business day.
  var isSessionOpen: Bool {
    guard let closing = closingBar else { return false }
    guard barsPerDay >= 24 else { return true }
    let sessionBars = Int(6.5 * 3600 / barSeconds)
    return bar <= closing && bar > closing - sessionBars
  }
}
