import Quantities

/// When official statistics become known.
enum Publication {
  /// A full hour of New York's clock on a day.
  static func newYork(_ day: Day, hour: Int) -> Instant { NewYork.instant(on: day, hour: hour) }

  /// A full hour of New York's clock on the first business day after a day.
  static func nextBusinessDay(after day: Day, hour: Int) -> Instant {
    newYork(businessDay(after: day), hour: hour)
  }

  /// The first day after `day` on which both banks and the securities exchanges of New York are open.
  ///
  /// Columbus Day and Veterans Day are bank holidays on which the exchange trades; Good Friday is the
  /// reverse. Skipping both kinds never says that something was known before it was.
  static func businessDay(after day: Day) -> Day {
    var next = TradingCalendar.newYork.next(after: day)
    while isBankHoliday(next) { next = TradingCalendar.newYork.next(after: next) }
    return next
  }

  /// Columbus Day, the second Monday of October, and Veterans Day, 11 November, a Sunday's on Monday.
  private static func isBankHoliday(_ day: Day) -> Bool {
    let (_, month, date) = day.civil
    if month == 10 { return day.weekday == 1 && (8...14).contains(date) }
    return month == 11 && (date == 11 || date == 12 && day.weekday == 1)
  }
}
