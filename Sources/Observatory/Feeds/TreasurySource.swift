import Quantities

/// The par yield curve of the United States Treasury, a table a year.
public struct TreasurySource: FeedSource {
  /// Creates the source.
  public init() {}

  /// The title in the table and the name of the column; the set of maturities changed over the years.
  private static let maturities: [(title: String, name: String)] = [
    ("1 Mo", "1m"), ("1.5 Month", "1_5m"), ("2 Mo", "2m"), ("3 Mo", "3m"), ("4 Mo", "4m"),
    ("6 Mo", "6m"), ("1 Yr", "1y"), ("2 Yr", "2y"), ("3 Yr", "3y"), ("5 Yr", "5y"), ("7 Yr", "7y"),
    ("10 Yr", "10y"), ("20 Yr", "20y"), ("30 Yr", "30y"),
  ]

  /// What is known about the source.
  public let profile = FeedProfile(
    id: "treasury",
    title: "U.S. Department of the Treasury",
    hosts: ["home.treasury.gov"],
    rateLimit: RateLimit(1, per: .seconds(1)),
    licence: "public domain",
    topics: [
      FeedTopic(
        "par_yield",
        dataset: "treasury",
        subject: .named(["par_yield"]),
        columns: maturities.map {
          FeedColumn($0.name, unit: "percent", "Par yield of constant maturity \($0.title).")
        },
        period: .day,
        frequency: "business day",
        knowable: .assumed,
        "20:00 New York on the day: the table is filled in the evening",
        staleAfter: .days(5),
        span: .days(366),
        notes: "Maturities come and go over the years; an empty field is no value."
      )
    ]
  )

  /// One request a calendar year.
  public func requests(_ query: FeedQuery) throws(FeedError) -> [FeedRequest] {
    let years = query.start.day.civil.year...(query.end - .seconds(1)).day.civil.year
    return years.map { year in
      let address = WebAddress(
        host: "home.treasury.gov",
        path:
          "/resource-center/data-chart-center/interest-rates/daily-treasury-rates.csv/\(year)/all",
        query: [
          ("type", "daily_treasury_yield_curve"), ("field_tdr_date_value", "\(year)"),
          ("page", ""), ("_format", "csv"),
        ]
      )
      return FeedRequest(query, source: profile.id, address)
    }
  }

  /// Reads one year; a column that is no known maturity is a fault, not left out.
  public func parse(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    var rows = try FeedRows(reply)
    let date = try rows.index("Date")
    var places: [(Int, String)] = []
    for (index, title) in rows.header.enumerated() where index != date {
      guard let maturity = Self.maturities.first(where: { $0.title == title }) else {
        throw .notTable(
          source: profile.id,
          line: 1,
          detail: "got the column \(FeedText.plain(title)), expected a maturity such as 10 Yr"
        )
      }
      places.append((index, maturity.name))
    }
    var table = FeedTable(reply, profile)
    while try rows.next() {
      let day = try rows.day(date, .american)
      for (index, column) in places {
        try table.add(
          column,
          at: Instant(startOf: day),
          knowable: Publication.newYork(day, hour: 20),
          try rows.decimalIfAny(index)
        )
      }
    }
    return try table.parsed()
  }
}
