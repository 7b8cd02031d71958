import Quantities

/// CoinGecko: prices, capitalisations and turnover of coins, and holdings of companies.
public struct CoinGeckoSource: FeedSource {
  /// Creates the source.
  public init() {}

  private static let note = "Computed in binary floating point; digits below 10^-18 are cut off."

  /// What is known about the source.
  public let profile = FeedProfile(
    id: "coingecko",
    title: "CoinGecko",
    hosts: ["api.coingecko.com"],
    key: FeedKey(variable: "COINGECKO_API_KEY", place: .header("x-cg-demo-api-key")),
    rateLimit: RateLimit(10, per: .minutes(1)),
    licence: "attribution required: data by CoinGecko",
    topics: [
      FeedTopic(
        "market_chart",
        dataset: "coingecko",
        subject: .symbol(example: "bitcoin"),
        columns: [
          FeedColumn("price", unit: "USD", "Average price over venues."),
          FeedColumn("market_cap", unit: "USD", "Capitalisation."),
          FeedColumn("volume_24h", unit: "USD", "Turnover of the 24 hours before."),
        ],
        frequency: "1h up to 90 days, then 1d",
        knowable: .assumed,
        "its own time",
        trust: .medium,
        staleAfter: .hours(26),
        span: .days(30),
        notes: "The last point is the present, off the grid of the others. \(note)"
      ),
      holdings(
        "company_holdings",
        dataset: "coingecko_treasury",
        subject: .named(["bitcoin", "ethereum"]),
        columns: [
          FeedColumn("total_holdings", unit: "coins", "Coins that listed companies hold."),
          FeedColumn("total_value", unit: "USD", "Their value."),
        ]
      ),
      holdings(
        "entity",
        dataset: "coingecko_entity",
        subject: .symbol(example: "strategy"),
        columns: [
          FeedColumn("total_value", unit: "USD", "Value of all holdings."),
          FeedColumn("m_nav", unit: "ratio", "Capitalisation over holdings, as the source counts."),
          FeedColumn("bitcoin", unit: "coins", "Bitcoin held."),
          FeedColumn("ethereum", unit: "coins", "Ether held."),
        ]
      ),
    ]
  )

  /// A topic of coins held: counted when somebody asks, and never dated by the source.
  private static func holdings(
    _ id: String,
    dataset: String,
    subject: FeedSubject,
    columns: [FeedColumn]
  ) -> FeedTopic {
    FeedTopic(
      id,
      dataset: dataset,
      subject: subject,
      columns: columns,
      frequency: "snapshot",
      knowable: .published,
      "the time of receipt: the answer carries none",
      trust: .medium,
      staleAfter: .days(1),
      span: .hours(1),
      notes: note
    )
  }

  /// One request each; the free key sees 365 days.
  public func requests(_ query: FeedQuery) throws(FeedError) -> [FeedRequest] {
    let path: String
    var items: [(name: String, value: String)] = []
    switch query.topic.id {
    case "company_holdings": path = "companies/public_treasury/\(query.subject)"
    case "entity": path = "public_treasury/\(query.subject)"
    default:
      path = "coins/\(query.subject)/market_chart/range"
      items = [
        ("vs_currency", "usd"), ("from", "\(query.start.microseconds / 1_000_000)"),
        ("to", "\(query.end.microseconds / 1_000_000)"),
      ]
    }
    let address = WebAddress(host: "api.coingecko.com", path: "/api/v3/\(path)", query: items)
    return [FeedRequest(query, source: profile.id, address)]
  }

  /// Reads one answer.
  public func parse(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    let root = try FeedNode.root(reply)
    if let status = root.optional("status"), status.optional("error_code") != nil {
      throw .refused(
        source: profile.id,
        code: "\((try? status.member("error_code").integer()) ?? 0)",
        message: FeedText.plain((try? status.text("error_message")) ?? "")
      )
    }
    if let error = root.optional("error") {
      throw .refused(
        source: profile.id,
        code: "error",
        message: FeedText.plain(error.textValue ?? "")
      )
    }
    var table = FeedTable(reply, profile)
    switch reply.request.topic {
    case "company_holdings":
      try add(root, "total_holdings", "total_holdings", reply, to: &table)
      try add(root, "total_value_usd", "total_value", reply, to: &table)
    case "entity":
      try add(root, "total_treasury_value_usd", "total_value", reply, to: &table)
      try add(root, "m_nav", "m_nav", reply, to: &table)
      for holding in try root.list("holdings") {
        let coin = try holding.text("coin_id")
        guard ["bitcoin", "ethereum"].contains(coin) else {
          table.remark("holdings of \(FeedText.plain(coin)) are left out")
          continue
        }
        try add(holding, "amount", coin, reply, to: &table)
      }
    default:
      for (key, column) in [
        ("prices", "price"), ("market_caps", "market_cap"), ("total_volumes", "volume_24h"),
      ] {
        for pair in try root.list(key) {
          let pair = try pair.row(atLeast: 2)
          let time = try pair[0].milliseconds()
          try table.add(column, at: time, knowable: time, try pair[1].decimalIfAny(isBinary: true))
        }
      }
    }
    return try table.parsed()
  }

  private func add(
    _ node: FeedNode,
    _ key: String,
    _ column: String,
    _ reply: FeedReply,
    to table: inout FeedTable
  ) throws(FeedError) {
    let value = try node.decimalIfAny(key, isBinary: true)
    try table.add(column, at: reply.receivedAt, knowable: reply.receivedAt, value)
  }
}
