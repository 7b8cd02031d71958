import Quantities

/// Bybit, linear perpetuals: bars, funding, open interest, account ratios, liquidation messages.
public struct BybitSource: FeedSource {
  /// Creates the source.
  public init() {}

  private static let symbol = FeedSubject.symbol(example: "BTCUSDT")

  /// What is known about the source.
  public let profile = FeedProfile(
    id: "bybit",
    title: "Bybit",
    hosts: ["api.bybit.com"],
    rateLimit: RateLimit(10, per: .seconds(1)),
    licence: "exchange terms of use; refuses US addresses",
    topics: [
      bars("kline", BarColumns.prices() + [BarColumns.volume, BarColumns.quoteVolume]),
      bars("mark-price-kline", BarColumns.prices("mark_", of: "mark price")),
      bars("index-price-kline", BarColumns.prices("index_", of: "index price")),
      bars(
        "premium-index-price-kline",
        BarColumns.prices("premium_", of: "premium index", unit: "fraction")
      ),
      FeedTopic(
        "funding",
        dataset: "bybit",
        subject: symbol,
        columns: [
          FeedColumn("funding_rate", unit: "fraction per funding interval", "Longs pay shorts.")
        ],
        frequency: "8h, some symbols 4h or 1h",
        knowable: .published,
        "the time of the payment",
        staleAfter: .hours(9),
        span: .days(60),
        notes: "The time is the payment's, the end of the interval that the rate is for."
      ),
      FeedTopic(
        "open_interest",
        dataset: "bybit",
        subject: symbol,
        columns: [FeedColumn("open_interest", unit: "base currency", "Open interest.")],
        steps: ["5m", "15m", "30m", "1h", "4h", "1d"].map(FeedStep.init),
        frequency: "step",
        knowable: .assumed,
        "one step after the stamp: whether it is the start or the end is not documented",
        trust: .medium,
        staleAfter: .hours(30),
        span: .days(30),
        notes: "Inverse contracts count in US dollars."
      ),
      FeedTopic(
        "account_ratio",
        dataset: "bybit",
        subject: symbol,
        columns: [
          FeedColumn("long_share", unit: "fraction", "Share of accounts that is net long."),
          FeedColumn("short_share", unit: "fraction", "Share of accounts that is net short."),
        ],
        steps: ["5m", "15m", "30m", "1h", "4h", "1d"].map(FeedStep.init),
        frequency: "step",
        knowable: .assumed,
        "one step after the stamp",
        trust: .medium,
        staleAfter: .hours(30),
        span: .days(20)
      ),
      FeedTopic(
        "liquidations",
        dataset: "bybit",
        subject: symbol,
        columns: LiquidationColumns.columns(unit: "base currency"),
        frequency: "event",
        knowable: .published,
        "the time of the message",
        staleAfter: .days(1),
        span: .days(1),
        isPulled: false,
        notes: "Every liquidation since 2025. The side is the position's: Buy was a long."
      ),
    ]
  )

  private static func bars(_ id: String, _ columns: [FeedColumn]) -> FeedTopic {
    .bars(
      id,
      dataset: "bybit",
      subject: symbol,
      columns: columns,
      span: .days(30),
      notes: "Times are starts of bars; the unfinished bar is left out."
    )
  }

  /// Pieces of as many rows as one answer holds.
  public func requests(_ query: FeedQuery) throws(FeedError) -> [FeedRequest] {
    let step = query.step
    let (path, count, row): (String, Int64, Duration)
    switch query.topic.id {
    case "liquidations": throw .notPulled(source: profile.id, name: "bybit/\(query.subject)")
    case "funding": (path, count, row) = ("funding/history", 200, .hours(1))
    case "open_interest": (path, count, row) = ("open-interest", 200, step?.length ?? .hours(1))
    case "account_ratio": (path, count, row) = ("account-ratio", 500, step?.length ?? .hours(1))
    default: (path, count, row) = (query.topic.id, 1_000, step?.length ?? .hours(1))
    }
    let names = query.topic.id.hasSuffix("kline") ? ("start", "end") : ("startTime", "endTime")
    return try query.pieces(of: row * count, source: profile.id).map { piece in
      let address = WebAddress(
        host: "api.bybit.com",
        path: "/v5/market/\(path)",
        query: [("category", "linear"), ("symbol", query.subject)]
          + Self.stepItem(query) + [
            (names.0, "\(piece.start.microseconds / 1_000)"),
            (names.1, "\(piece.end.microseconds / 1_000 - 1)"), ("limit", "\(count)"),
          ]
      )
      return FeedRequest(query, source: profile.id, address)
    }
  }

  /// Bars count minutes, `D` stands for a day; open interest writes `5min` and `1h`.
  private static func stepItem(_ query: FeedQuery) -> [(name: String, value: String)] {
    guard let step = query.step else { return [] }
    let minutes = step.length.microseconds / 60_000_000
    if query.topic.id.hasSuffix("kline") {
      return [("interval", minutes == 1_440 ? "D" : "\(minutes)")]
    }
    let text = step.name.hasSuffix("m") ? "\(minutes)min" : step.name
    return [(query.topic.id == "open_interest" ? "intervalTime" : "period", text)]
  }

  /// Reads one answer or a record of messages; lists come newest first.
  public func parse(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    if reply.request.topic == "liquidations" { return try liquidations(reply) }
    let root = try FeedNode.root(reply)
    let code = try root.member("retCode").integer()
    guard code == 0 else {
      throw .refused(
        source: profile.id,
        code: "\(code)",
        message: FeedText.plain((try? root.text("retMsg")) ?? "")
      )
    }
    let result = try root.member("result")
    if let symbol = result.optional("symbol"), symbol.textValue != reply.request.subject {
      throw symbol.failure(reply.request.subject)
    }
    if let cursor = result.optional("nextPageCursor")?.textValue, !cursor.isEmpty,
      reply.request.topic != "open_interest"
    {
      throw result.failure("one page")
    }
    let rows = try result.list("list")
    var table = FeedTable(reply, profile)
    for row in rows {
      switch reply.request.topic {
      case "funding":
        let time = try row.milliseconds("fundingRateTimestamp")
        try table.add("funding_rate", at: time, knowable: time, try row.decimal("fundingRate"))
      case "open_interest":
        try add(row, [("openInterest", "open_interest")], reply, to: &table)
      case "account_ratio":
        try add(row, [("buyRatio", "long_share"), ("sellRatio", "short_share")], reply, to: &table)
      default: try addBar(row, reply.request.topic, to: &table)
      }
    }
    return try table.parsed()
  }

  private func add(
    _ row: FeedNode,
    _ keys: [(String, String)],
    _ reply: FeedReply,
    to table: inout FeedTable
  ) throws(FeedError) {
    let time = try row.milliseconds("timestamp")
    let knowable = time + (reply.request.step?.length ?? .zero)
    for (key, column) in keys {
      try table.add(column, at: time, knowable: knowable, try row.decimal(key))
    }
  }

  private func addBar(
    _ row: FeedNode,
    _ topic: String,
    to table: inout FeedTable
  ) throws(FeedError) {
    let fields = try row.row(atLeast: topic == "kline" ? 7 : 5)
    let prefix: String
    switch topic {
    case "mark-price-kline": prefix = "mark_"
    case "index-price-kline": prefix = "index_"
    case "premium-index-price-kline": prefix = "premium_"
    default: prefix = ""
    }
    var values = try fields.decimals(BarColumns.priceNames(prefix))
    if topic == "kline" {
      values.append(("volume", try fields[5].decimal()))
      values.append(("quote_volume", try fields[6].decimal()))
    }
    try table.addBar(at: try fields[0].milliseconds(), values)
  }

  /// `S` is the side of the position, the opposite of Binance's.
  private func liquidations(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    var table = FeedTable(reply, profile, order: .events)
    for message in try FeedMessages.all(reply) {
      let sent = try message.milliseconds("ts")
      for row in try message.list("data") where try row.text("s") == reply.request.subject {
        let side = try row.member("S")
        guard let held = LiquidatedSide.held(byPosition: side.textValue ?? "") else {
          throw side.failure("Buy or Sell")
        }
        try table.addLiquidation(
          held,
          at: try row.milliseconds("T"),
          knowable: sent,
          quantity: try row.decimal("v"),
          price: try row.decimal("p")
        )
      }
    }
    return try table.parsed()
  }
}
