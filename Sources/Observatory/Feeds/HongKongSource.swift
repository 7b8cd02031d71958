import Quantities

/// The Hong Kong Monetary Authority: interbank rates, the dollar's rate, and the aggregate balance.
public struct HongKongSource: FeedSource {
  /// Creates the source.
  public init() {}

  private static let tenors: [(key: String, name: String)] = [
    ("ir_overnight", "overnight"), ("ir_1w", "1w"), ("ir_1m", "1m"), ("ir_3m", "3m"),
    ("ir_6m", "6m"), ("ir_9m", "9m"), ("ir_12m", "12m"),
  ]
  private static let balances: [(key: String, column: FeedColumn)] = [
    ("opening_balance", FeedColumn("opening_balance", unit: "million HKD", "Opening balance.")),
    ("closing_balance", FeedColumn("closing_balance", unit: "million HKD", "Closing balance.")),
    ("cu_weakside", FeedColumn("weak_side", unit: "HKD per USD", "Weak-side undertaking.")),
    ("cu_strongside", FeedColumn("strong_side", unit: "HKD per USD", "Strong-side undertaking.")),
  ]

  /// What is known about the source.
  public let profile = FeedProfile(
    id: "hkma",
    title: "Hong Kong Monetary Authority",
    hosts: ["api.hkma.gov.hk"],
    rateLimit: RateLimit(1, per: .seconds(1)),
    licence: "HKMA terms of use, attribution",
    topics: [
      topic(
        "hibor",
        tenors.map { FeedColumn($0.name, unit: "percent", "HIBOR fixing, \($0.name).") },
        "20:00 Hong Kong on the day; the fixing itself is at 11:15",
        .days(45)
      ),
      topic(
        "exchange_rate",
        [
          FeedColumn("usd", unit: "HKD per USD", "Closing rate of the US dollar."),
          FeedColumn("cny", unit: "HKD per CNY", "Closing rate of the renminbi."),
        ],
        "20:00 Hong Kong on the day",
        .days(45)
      ),
      topic("aggregate_balance", balances.map(\.column), "20:00 Hong Kong on the day", .days(7)),
    ]
  )

  private static func topic(
    _ id: String,
    _ columns: [FeedColumn],
    _ rule: String,
    _ staleAfter: Duration
  ) -> FeedTopic {
    FeedTopic(
      id,
      dataset: "hkma",
      subject: .named([id]),
      columns: columns,
      period: .day,
      frequency: "business day",
      knowable: .assumed,
      rule,
      staleAfter: staleAfter,
      span: .days(366),
      notes: "The paths of the monthly bulletin lag by weeks at times."
    )
  }

  /// One request for 900 days, oldest first.
  public func requests(_ query: FeedQuery) throws(FeedError) -> [FeedRequest] {
    let bulletin = "monthly-statistical-bulletin/er-ir/"
    let path: String
    switch query.topic.id {
    case "hibor": path = bulletin + "hk-interbank-ir-daily"
    case "exchange_rate": path = bulletin + "er-eeri-daily"
    default: path = "daily-monetary-statistics/daily-figures-interbank-liquidity"
    }
    let segment = query.topic.id == "hibor" ? [("segment", "hibor.fixing")] : []
    let key = Self.dateKey(query.topic.id)
    return try query.pieces(of: .days(900), source: profile.id).map { piece in
      let address = WebAddress(
        host: "api.hkma.gov.hk",
        path: "/public/market-data-and-statistics/\(path)",
        query: segment + [
          ("pagesize", "1000"), ("offset", "0"), ("sortby", key), ("sortorder", "asc"),
          ("choose", key), ("from", piece.start.day.description),
          ("to", (piece.end - .seconds(1)).day.description),
        ]
      )
      return FeedRequest(query, source: profile.id, address)
    }
  }

  /// Reads the records of one path; the balance names its date otherwise than the bulletin.
  public func parse(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    let root = try FeedNode.root(reply)
    let header = try root.member("header")
    guard try header.member("success").isTrue else {
      throw .refused(
        source: profile.id,
        code: (try? header.text("err_code")) ?? "",
        message: FeedText.plain((try? header.text("err_msg")) ?? "")
      )
    }
    let keys: [(key: String, name: String)]
    switch reply.request.topic {
    case "hibor": keys = Self.tenors
    case "exchange_rate": keys = [("usd", "usd"), ("cny", "cny")]
    default: keys = Self.balances.map { ($0.key, $0.column.name) }
    }
    var table = FeedTable(reply, profile)
    for row in try root.member("result").list("records") {
      let day = try row.day(Self.dateKey(reply.request.topic))
      for (key, name) in keys {
        try table.add(
          name,
          at: Instant(startOf: day),
          knowable: Instant(startOf: day) + .hours(12),
          try row.decimalIfAny(key)
        )
      }
    }
    return try table.parsed()
  }

  private static func dateKey(_ topic: String) -> String {
    topic == "aggregate_balance" ? "end_of_date" : "end_of_day"
  }
}
