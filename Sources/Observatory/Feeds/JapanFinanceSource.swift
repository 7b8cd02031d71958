import Quantities

/// Yields of Japanese government bonds, from the Ministry of Finance.
public struct JapanFinanceSource: FeedSource {
  /// Creates the source.
  public init() {}

  private static let years = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 25, 30, 40]

  /// What is known about the source.
  public let profile = FeedProfile(
    id: "mof_japan",
    title: "Ministry of Finance, Japan",
    hosts: ["www.mof.go.jp"],
    rateLimit: RateLimit(1, per: .seconds(2)),
    licence: "Government of Japan standard terms of use, attribution",
    topics: [
      FeedTopic(
        "bond_yield",
        dataset: "mof_japan",
        subject: .named(["jgb_yield"]),
        columns: years.map {
          FeedColumn("\($0)y", unit: "percent", "Constant-maturity yield, \($0) years.")
        },
        period: .day,
        frequency: "business day",
        knowable: .assumed,
        "12:00 Tokyo on the next day of the table; after its last day on the next weekday",
        staleAfter: .days(7),
        span: .days(366),
        notes: "The file of all history ends with the last month; the current month has its own."
      )
    ]
  )

  /// The file of all history if an earlier month is wanted, and that of the current month.
  public func requests(_ query: FeedQuery) throws(FeedError) -> [FeedRequest] {
    let folder = "/english/policy/jgbs/reference/interest_rate"
    let (year, month, _) = (query.end - .seconds(1)).day.civil
    let isOlder = query.start.day < (Day(year: year, month: month, day: 1) ?? query.start.day)
    let paths = (isOlder ? ["\(folder)/historical/jgbcme_all.csv"] : []) + ["\(folder)/jgbcme.csv"]
    return paths.map {
      FeedRequest(query, source: profile.id, WebAddress(host: "www.mof.go.jp", path: $0))
    }
  }

  /// Reads a table under its title line.
  public func parse(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    var rows = try FeedRows(reply, titleLineCount: 1)
    let date = try rows.index("Date")
    var places: [(Int, String)] = []
    for year in Self.years where rows.header.contains("\(year)Y") {
      places.append((try rows.index("\(year)Y"), "\(year)y"))
    }
    guard places.count == rows.header.count - 1 else {
      throw .notTable(
        source: profile.id,
        line: 2,
        detail: "got a column that is no known maturity, expected 1Y to 40Y"
      )
    }
    var days: [(day: Day, values: [ExactDecimal?])] = []
    while try rows.next() {
      let day = try rows.day(date, .unpadded)
      var values: [ExactDecimal?] = []
      for (index, _) in places { values.append(try rows.decimalIfAny(index)) }
      days.append((day, values))
    }
    var table = FeedTable(reply, profile)
    for (index, (day, values)) in days.enumerated() {
      // The table has a row for each business day, so that the next row's day is the next business
      // day. A hole in the table makes the time later, never earlier.
      let next = index + 1 < days.count ? days[index + 1].day : Self.weekday(after: day)
      let knowable = Instant(startOf: next) + .hours(3)
      for (place, value) in zip(places, values) {
        try table.add(place.1, at: Instant(startOf: day), knowable: knowable, value)
      }
    }
    return try table.parsed()
  }

  private static func weekday(after day: Day) -> Day {
    var next = day + 1
    while next.weekday > 5 { next = next + 1 }
    return next
  }
}
