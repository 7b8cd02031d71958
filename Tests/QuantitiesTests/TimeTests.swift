import Quantities
import Testing

@Suite("Time")
struct TimeTests {
  @Test(
    "instants print and parse back",
    arguments: [
      "2025-11-21T04:40:00Z", "1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z",
      "2000-02-29T12:00:00.000001Z", "2262-04-11T23:47:16Z",
    ]
  )
  func roundTrip(text: String) throws {
    #expect(try Instant(parsing: text).description == text)
  }

  @Test("known instants")
  func known() throws {
    #expect(try Instant(parsing: "2024-08-04").microseconds == 1_722_729_600_000_000)
    #expect(try Instant(parsing: "2024-08-04T00:00Z").microseconds == 1_722_729_600_000_000)
    #expect(try Instant(parsing: "1969-12-31").microseconds == -86_400_000_000)
  }

  @Test(
    "times that do not exist or lose digits are refused",
    arguments: [
      "2025-02-29", "2025-13-01", "2025-00-10", "2025-01-32", "2025-1-1", "2025-01-01T24:00:00Z",
      "2025-01-01T00:60Z", "2025-01-01T00:00:60Z", "2025-01-01T00:00:00.1234567Z",
      "2025-01-01T00:00:00.Z", "2025-01-01T00:00:00+09:00", "", "yesterday",
    ]
  )
  func malformed(text: String) {
    #expect(throws: QuantityError.self) { try Instant(parsing: text) }
  }

  @Test("civil dates convert both ways over four centuries", arguments: 0..<4)
  func civil(century: Int) {
    let start = -140_000 + century * 70_000
    var previous = Day(daysSince1970: start - 1).civil
    for number in start..<start + 70_000 {
      let day = Day(daysSince1970: number)
      let (year, month, date) = day.civil
      #expect(Day(year: year, month: month, day: date) == day)
      #expect((year, month, date) > previous)
      previous = (year, month, date)
    }
  }

  @Test("21 November 2025 was a Friday")
  func weekday() throws {
    #expect(try #require(Day(year: 2025, month: 11, day: 21)).weekday == 5)
    #expect(try #require(Day(year: 1969, month: 12, day: 28)).weekday == 7)
  }

  @Test(
    "durations parse in their units and in sums",
    arguments: [("90s", 90), ("15m", 900), ("24h", 86_400), ("7d", 604_800), ("1h30m", 5_400)]
  )
  func duration(text: String, seconds: Int64) throws {
    #expect(try Duration(parsing: text) == .seconds(seconds))
  }

  @Test(
    "a duration without number or unit is refused",
    arguments: ["", "h", "10", "1h30", "-1h", "1.5h", "99999999999999999999d", "106751991168d"]
  )
  func malformedDuration(text: String) {
    #expect(throws: QuantityError.self) { try Duration(parsing: text) }
  }
}

@Suite("Calendars and day counts")
struct CalendarTests {
  func day(_ text: String) throws -> Day { try Instant(parsing: text).day }

  @Test("16:00 in New York is 21:00 UTC in winter and 20:00 in summer")
  func close() throws {
    let winter = try #require(TradingCalendar.newYork.close(of: day("2025-11-20")))
    let summer = try #require(TradingCalendar.newYork.close(of: day("2025-07-03")))
    #expect(winter.description == "2025-11-20T21:00:00Z")
    #expect(summer.description == "2025-07-03T20:00:00Z")
  }

  @Test("daylight-saving time changes on the second Sunday of March and the first of November")
  func daylightSaving() throws {
    for (text, hour) in [
      ("2025-03-07", "21"), ("2025-03-10", "20"), ("2025-10-31", "20"), ("2025-11-03", "21"),
    ] {
      let close = try #require(TradingCalendar.newYork.close(of: day(text)))
      #expect(close.description == "\(text)T\(hour):00:00Z")
    }
  }

  @Test(
    "the exchange's holidays are closed",
    arguments: [
      "2025-01-01", "2025-01-09", "2025-01-20", "2025-02-17", "2025-04-18", "2025-05-26",
      "2025-06-19", "2025-07-04", "2025-09-01", "2025-11-27", "2025-12-25", "2021-12-24",
      "2022-06-20", "2023-01-02", "2020-07-03", "2025-11-22",
    ]
  )
  func holidays(text: String) throws {
    #expect(TradingCalendar.newYork.isOpen(on: try day(text)) == false)
    #expect(TradingCalendar.newYork.close(of: try day(text)) == nil)
  }

  @Test("trading days per year", arguments: [(2022, 251), (2023, 250), (2024, 252), (2021, 252)])
  func count(year: Int, expected: Int) throws {
    let first = try #require(Day(year: year, month: 1, day: 1))
    let open = (0..<366).map { first + $0 }
      .filter { $0.civil.year == year && TradingCalendar.newYork.isOpen(on: $0) }
    #expect(open.count == expected)
  }

  @Test("New Year on a Saturday is not observed in the old year")
  func newYear() throws {
    #expect(TradingCalendar.newYork.isOpen(on: try day("2021-12-31")))
    #expect(TradingCalendar.newYork.next(after: try day("2021-12-23")) == (try day("2021-12-27")))
  }

  @Test("crypto trades every day and its day ends at midnight")
  func everyDay() throws {
    let christmas = try day("2025-12-25")
    #expect(TradingCalendar.everyDay.close(of: christmas)?.description == "2025-12-26T00:00:00Z")
  }

  @Test("day counts")
  func dayCounts() throws {
    let start = try day("2025-01-31")
    let end = try day("2025-03-31")
    #expect(DayCount.actual360.days(from: start, to: end) == 59)
    #expect(DayCount.thirty360.days(from: start, to: end) == 60)
    let principal = Amount(3_600_000_000)
    let interest = try DayCount.actual360.interest(
      at: Rate(basisPoints: 500),
      on: principal,
      from: start,
      to: end,
      rounding: .toNearestOrEven
    )
    #expect(interest == Amount(29_500_000))
  }
}
