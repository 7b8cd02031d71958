import Quantities

/// The Office of Financial Research: its stress index and its short-term funding monitor.
public struct FinancialResearchSource: FeedSource {
  /// Creates the source.
  public init() {}

  private static let columns: [(title: String, name: String)] = [
    ("OFR FSI", "total"), ("Credit", "credit"), ("Equity valuation", "equity_valuation"),
    ("Safe assets", "safe_assets"), ("Funding", "funding"), ("Volatility", "volatility"),
    ("United States", "united_states"), ("Other advanced economies", "other_advanced_economies"),
    ("Emerging markets", "emerging_markets"),
  ]

  /// What is known about the source.
  public let profile = FeedProfile(
    id: "ofr",
    title: "Office of Financial Research",
    hosts: ["www.financialresearch.gov", "data.financialresearch.gov"],
    rateLimit: RateLimit(1, per: .seconds(1)),
    licence: "public domain",
    topics: [
      FeedTopic(
        "stress_index",
        dataset: "ofr",
        subject: .named(["fsi"]),
        columns: columns.map {
          FeedColumn($0.name, unit: "index", "Financial stress index: \($0.title).")
        },
        period: .day,
        frequency: "business day",
        knowable: .assumed,
        "the second business day after at 18:00 New York",
        staleAfter: .days(7),
        span: .days(36_500),
        notes: "One file holds all history, as estimated now: past values may change with it."
      ),
      FeedTopic(
        "funding_monitor",
        dataset: "ofr",
        subject: .symbol(example: "REPO-TRIV1_AR_OO-P"),
        columns: [
          FeedColumn("value", unit: "as its mnemonic says", "Series of the funding monitor.")
        ],
        period: .day,
        frequency: "business day",
        knowable: .assumed,
        "the second business day after at 18:00 New York; final figures later still",
        staleAfter: .days(10),
        span: .days(36_500),
        notes: "A mnemonic that ends in -P is preliminary."
      ),
    ]
  )

  /// One request: both answers hold all history.
  public func requests(_ query: FeedQuery) throws(FeedError) -> [FeedRequest] {
    let address =
      query.topic.id == "stress_index"
      ? WebAddress(
        host: "www.financialresearch.gov",
        path: "/financial-stress-index/data/fsi.csv"
      )
      : WebAddress(
        host: "data.financialresearch.gov",
        path: "/v1/series/full",
        query: [("mnemonic", query.subject)]
      )
    return [FeedRequest(query, source: profile.id, address)]
  }

  /// Reads the table of the index, whose parts must sum to it, or one series of the monitor.
  public func parse(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    reply.request.topic == "stress_index" ? try stressIndex(reply) : try monitor(reply)
  }

  private func knowable(_ day: Day) -> Instant {
    Publication.nextBusinessDay(after: Publication.businessDay(after: day), hour: 18)
  }

  private func stressIndex(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    var rows = try FeedRows(reply)
    let date = try rows.index("Date")
    var places: [(Int, String)] = []
    for (title, name) in Self.columns { places.append((try rows.index(title), name)) }
    var table = FeedTable(reply, profile)
    while try rows.next() {
      let day = try rows.day(date, .iso)
      var values: [ExactDecimal?] = []
      for (index, column) in places {
        let value = try rows.decimalIfAny(index)
        values.append(value)
        try table.add(column, at: Instant(startOf: day), knowable: knowable(day), value)
      }
      try checkSum(values, day)
    }
    return try table.parsed()
  }

  /// Five rounded parts differ from their rounded sum by at most three units of the third decimal.
  private func checkSum(_ values: [ExactDecimal?], _ day: Day) throws(FeedError) {
    let thousandths = values.prefix(6).map { try? $0?.units(decimals: 3) }
    guard let total = thousandths.first ?? nil,
      !thousandths.contains(where: { $0 == nil })
    else { return }
    let sum = thousandths.dropFirst().reduce(0) { $0 &+ ($1 ?? 0) }
    guard (total &- sum).magnitude <= 3 else {
      throw .inconsistent(
        source: profile.id,
        time: day.description,
        detail: "the parts sum to \(ExactDecimal(units: sum, decimals: 3)), expected the index"
      )
    }
  }

  private func monitor(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    let series = try FeedNode.root(reply).member(reply.request.subject).member("timeseries")
    var table = FeedTable(reply, profile)
    for pair in try series.list("aggregation") {
      let pair = try pair.row(atLeast: 2)
      let day = try pair[0].day()
      try table.add(
        "value",
        at: Instant(startOf: day),
        knowable: knowable(day),
        try pair[1].decimalIfAny()
      )
    }
    if let edits = series.optional("disclosure_edits"), edits.count > 0 {
      table.remark("\(edits.count) days are withheld by the publisher")
    }
    return try table.parsed()
  }
}
