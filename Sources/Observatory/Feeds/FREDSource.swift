import Quantities

/// FRED and ALFRED of the Federal Reserve Bank in St Louis: series of many publishers, with all their vintages.
///
/// With a key the answer holds every vintage, and a value is knowable from the end of the day on which
/// it entered the archive. The keyless table holds the newest vintage alone: what may be revised is
/// knowable from the pull on, not before.
public struct FREDSource: FeedSource {
  /// Creates the source.
  public init() {}

  /// What is known about the source.
  public let profile = FeedProfile(
    id: "fred",
    title: "FRED, Federal Reserve Bank of St. Louis",
    hosts: ["api.stlouisfed.org", "fred.stlouisfed.org"],
    key: FeedKey(variable: "FRED_API_KEY", place: .query("api_key")),
    rateLimit: RateLimit(100, per: .minutes(1)),
    licence: "FRED terms of use; series of third parties (ICE, S&P, Cboe) may not be redistributed",
    topics: [
      FeedTopic(
        "observations",
        dataset: "fred",
        subject: .symbol(example: "SOFR"),
        columns: [FeedColumn("value", unit: "see FRED", "The series as FRED shows it.")],
        frequency: "see FRED",
        knowable: .published,
        "06:00 UTC after the day on which the vintage entered the archive (realtime_start)",
        staleAfter: .days(10),
        span: .days(366),
        needsKey: true,
        notes: "Every vintage is kept. A missing day is a point, never zero."
      ),
      FeedTopic(
        "graph",
        dataset: "fred_graph",
        subject: .symbol(example: "DGS10"),
        columns: [FeedColumn("value", unit: "see FRED", "The newest vintage, without a key.")],
        frequency: "see FRED",
        knowable: .assumed,
        """
        daily market series that are not revised: 18:00 New York on the next business day; all \
        others: the time of the pull
        """,
        staleAfter: .days(10),
        span: .days(366),
        notes: "The newest vintage alone: for what was known on a date take the topic with a key."
      ),
    ]
  )

  /// One request: FRED answers up to 100 000 rows.
  public func requests(_ query: FeedQuery) throws(FeedError) -> [FeedRequest] {
    let (first, last) = (query.start.day.description, (query.end - .seconds(1)).day.description)
    if query.topic.id == "graph" {
      let address = WebAddress(
        host: "fred.stlouisfed.org",
        path: "/graph/fredgraph.csv",
        query: [("id", query.subject), ("cosd", first), ("coed", last)]
      )
      return [FeedRequest(query, source: profile.id, address)]
    }
    let address = WebAddress(
      host: "api.stlouisfed.org",
      path: "/fred/series/observations",
      query: [
        ("series_id", query.subject), ("file_type", "json"), ("observation_start", first),
        ("observation_end", last), ("realtime_start", "1776-07-04"),
        ("realtime_end", "9999-12-31"),
      ]
    )
    return [FeedRequest(query, source: profile.id, address)]
  }

  /// Reads the JSON of the interface or the table of the graph page.
  public func parse(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    let known = FREDSeries.all.first { $0.id == reply.request.subject }
    let parsed =
      FeedText.first(of: reply.body) == UInt8(ascii: "{")
      ? try observations(reply, known) : try graph(reply, known)
    guard let known else { return parsed }
    return ParsedReply(batches: parsed.batches.map(known.described), remarks: parsed.remarks)
  }

  private func observations(
    _ reply: FeedReply,
    _ known: FREDSeries?
  ) throws(FeedError) -> ParsedReply {
    let root = try FeedNode.root(reply)
    if let code = root.optional("error_code") {
      let message = (try? root.text("error_message")) ?? ""
      throw .refused(
        source: profile.id,
        code: (try? code.integer()).map(String.init) ?? "",
        message: FeedText.plain(message)
      )
    }
    guard reply.request.topic == "observations" else {
      throw .notTable(source: profile.id, line: 1, detail: "got JSON, expected a table")
    }
    let rows = try root.list("observations")
    if let count = root.optional("count"), try count.integer() > Int64(rows.count) {
      throw count.failure("no more rows than the \(rows.count) in the answer")
    }
    var table = FeedTable(reply, profile, order: .revisions)
    for row in rows {
      let day = try row.day("date")
      let vintage = try row.day("realtime_start")
      try table.add(
        "value",
        at: known?.start(of: day) ?? Instant(startOf: day),
        knowable: Instant(startOf: vintage + 1) + .hours(6),
        try row.decimalIfAny("value")
      )
    }
    return try table.parsed()
  }

  private func graph(_ reply: FeedReply, _ known: FREDSeries?) throws(FeedError) -> ParsedReply {
    guard reply.request.topic == "graph" else {
      // A web page or anything else in place of JSON is named as such.
      _ = try FeedNode.root(reply)
      throw .notTable(source: profile.id, line: 1, detail: "got no object of JSON")
    }
    var rows = try FeedRows(reply)
    let date = try rows.index(rows.header.contains("DATE") ? "DATE" : "observation_date")
    let value = try rows.index(reply.request.subject)
    var table = FeedTable(reply, profile)
    while try rows.next() {
      let day = try rows.day(date, .iso)
      try table.add(
        "value",
        at: known?.start(of: day) ?? Instant(startOf: day),
        knowable: known?.isUnrevisedDaily == true
          ? Publication.nextBusinessDay(after: day, hour: 18) : reply.receivedAt,
        try rows.decimalIfAny(value)
      )
    }
    return try table.parsed()
  }
}
