import Quantities

/// The Energy Information Administration: spot and futures prices of oil.
public struct EnergyInformationSource: FeedSource {
  /// Creates the source.
  public init() {}

  /// What is known about the source.
  public let profile = FeedProfile(
    id: "eia",
    title: "U.S. Energy Information Administration",
    hosts: ["api.eia.gov"],
    key: FeedKey(variable: "EIA_API_KEY", place: .query("api_key")),
    rateLimit: RateLimit(1, per: .seconds(1)),
    licence: "public domain, attribution",
    topics: [
      FeedTopic(
        "petroleum",
        dataset: "eia",
        subject: .symbol(example: "RWTC"),
        columns: [FeedColumn("value", unit: "USD per barrel", "Daily price of the series.")],
        period: .day,
        frequency: "business day",
        knowable: .assumed,
        "eight days after: daily prices are published weekly",
        staleAfter: .days(16),
        span: .days(366),
        needsKey: true,
        notes: "The futures RCLC1 to RCLC4 ended in April 2024."
      )
    ]
  )

  /// One request for ten years: 5 000 rows are the most of one answer.
  public func requests(_ query: FeedQuery) throws(FeedError) -> [FeedRequest] {
    let kind = query.subject.hasPrefix("RCLC") ? "fut" : "spt"
    return try query.pieces(of: .days(3_650), source: profile.id).map { piece in
      let address = WebAddress(
        host: "api.eia.gov",
        path: "/v2/petroleum/pri/\(kind)/data/",
        query: [
          ("frequency", "daily"), ("data[0]", "value"), ("facets[series][]", query.subject),
          ("start", piece.start.day.description),
          ("end", (piece.end - .seconds(1)).day.description), ("sort[0][column]", "period"),
          ("sort[0][direction]", "asc"), ("offset", "0"), ("length", "5000"),
        ]
      )
      return FeedRequest(query, source: profile.id, address)
    }
  }

  /// Reads the rows of one series; a unit other than dollars per barrel is refused.
  public func parse(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    let root = try FeedNode.root(reply)
    if let error = root.optional("error") {
      let message = error.textValue ?? (try? error.text("message")) ?? ""
      let code = (try? error.text("code")) ?? "error"
      throw .refused(
        source: profile.id,
        code: FeedText.plain(code),
        message: FeedText.plain(message)
      )
    }
    let response = try root.member("response")
    let rows = try response.list("data")
    if let total = response.optional("total"), try total.integer() > Int64(rows.count) {
      throw total.failure("no more rows than the \(rows.count) in the answer")
    }
    var table = FeedTable(reply, profile)
    for row in rows {
      let unit = try row.member("units")
      guard unit.textValue == "$/BBL" else { throw unit.failure("$/BBL") }
      if let series = row.optional("series"), series.textValue != reply.request.subject {
        throw series.failure(reply.request.subject)
      }
      let day = try row.day("period")
      try table.add(
        "value",
        at: Instant(startOf: day),
        knowable: Instant(startOf: day + 8),
        try row.decimalIfAny("value")
      )
    }
    return try table.parsed()
  }
}
