/// The days and hours on which a market is open.
public enum TradingCalendar: Sendable, Hashable {
  /// Crypto venues: every day, days end at 00:00 UTC.
  case everyDay
  /// New York securities: weekdays less the exchange's holidays, close at 16:00 New York.
  case newYork

  /// Whether the market trades on `day`.
  public func isOpen(on day: Day) -> Bool {
    switch self {
    case .everyDay: true
    case .newYork: day.weekday <= 5 && !NewYork.isHoliday(day)
    }
  }

  /// The first trading day after `day`.
  public func next(after day: Day) -> Day {
    var candidate = day + 1
    while !isOpen(on: candidate) { candidate = candidate + 1 }
    return candidate
  }

  /// The instant at which the market's day closes, or nil if it does not trade on `day`.
  ///
  /// Early closes are not modelled: the alignment rule samples cross-asset data at 16:00 New York.
  public func close(of day: Day) -> Instant? {
    guard isOpen(on: day) else { return nil }
    return switch self {
    case .everyDay: Instant(startOf: day + 1)
    case .newYork: NewYork.instant(on: day, hour: 16)
    }
  }
}

/// New York's clock and the regular holidays of its securities exchanges.
package enum NewYork {
  /// The instant of a full hour of New York's clock on `day`.
  ///
  /// Daylight-saving time runs from the second Sunday of March to the first Sunday of November
  /// (Energy Policy Act of 2005, since 2007); earlier years used April and October.
  package static func instant(on day: Day, hour: Int) -> Instant {
    Instant(startOf: day) + .hours(Int64(hour + (isDaylightSaving(on: day) ? 4 : 5)))
  }

  static func isDaylightSaving(on day: Day) -> Bool {
    let year = day.civil.year
    let start: Day?
    let end: Day?
    if year >= 2007 {
      start = Day.nth(2, weekday: 7, month: 3, year: year)
      end = Day.nth(1, weekday: 7, month: 11, year: year)
    } else {
      start = Day.nth(1, weekday: 7, month: 4, year: year)
      end = Day.nth(-1, weekday: 7, month: 10, year: year)
    }
    guard let start, let end else { return false }
    return day >= start && day < end
  }

  /// The exchange's regular full-day holidays since 1998 and its unscheduled closings since 2001.
  static func isHoliday(_ day: Day) -> Bool {
    let (year, month, dayOfMonth) = day.civil
    if unscheduled.contains(where: { $0 == (year, month, dayOfMonth) }) { return true }
    if isFixed(day) { return true }
    let floating: [(ordinal: Int, weekday: Int, month: Int)] = [
      (3, 1, 1), (3, 1, 2), (-1, 1, 5), (1, 1, 9), (4, 4, 11),
    ]
    for rule in floating where rule.month == month {
      let holiday = Day.nth(rule.ordinal, weekday: rule.weekday, month: month, year: year)
      if holiday == day { return true }
    }
    return day == easter(year) + -2
  }

  /// Closings that no rule foretells: 2001-09-11 to 14, state funerals, Hurricane Sandy.
  private static let unscheduled: [(Int, Int, Int)] = [
    (2001, 9, 11), (2001, 9, 12), (2001, 9, 13), (2001, 9, 14), (2004, 6, 11), (2007, 1, 2),
    (2012, 10, 29), (2012, 10, 30), (2018, 12, 5), (2025, 1, 9),
  ]

  /// New Year, Juneteenth (since 2022), Independence Day and Christmas, moved off weekends; New
  /// Year on a Saturday is not moved into the old year.
  private static func isFixed(_ day: Day) -> Bool {
    let (year, _, _) = day.civil
    for (month, date) in [(1, 1), (6, 19), (7, 4), (12, 25)] {
      if month == 6, year < 2022 { continue }
      guard let holiday = Day(year: year, month: month, day: date) else { continue }
      let observed: Day
      switch holiday.weekday {
      case 6 where month == 1: continue
      case 6: observed = holiday + -1
      case 7: observed = holiday + 1
      default: observed = holiday
      }
      if observed == day { return true }
    }
    return false
  }

  /// Easter Sunday by the anonymous Gregorian algorithm (Meeus 1991, chapter 8).
  static func easter(_ year: Int) -> Day {
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let d = b / 4
    let e = b % 4
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - d - g + 15) % 30
    let i = c / 4
    let k = c % 4
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 19 * l) / 433
    let month = (h + l - 7 * m + 90) / 25
    let day = (h + l - 7 * m + 33 * month + 19) % 32
    guard let result = Day(year: year, month: month, day: day) else {
      preconditionFailure("no Easter in \(year)")
    }
    return result
  }
}
