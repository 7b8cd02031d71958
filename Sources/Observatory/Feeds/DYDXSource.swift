import Quantities

/// dYdX v4: funding, bars with open interest, and trades that were liquidations.
public struct DYDXSource: FeedSource {
  /// Creates the source.
  public init() {}

  private static let market = FeedSubject.symbol(example: "BTC-USD")

  /// What is known about the source.
  public let profile = FeedProfile(
    id: "dydx",
    title: "dYdX v4 indexer",
    hosts: ["indexer.dydx.trade"],
    rateLimit: RateLimit(5, per: .seconds(1)),
    licence: "exchange terms of use",
    topics: [
      FeedTopic(
        "funding",
        dataset: "dydx",
        subject: market,
        columns: [
          FeedColumn("hourly_funding_rate", unit: "fraction per hour", "Paid by longs to shorts."),
          FeedColumn("funding_price", unit: "USD", "Oracle price at the payment."),
        ],
        frequency: "1h",
        knowable: .published,
        "the time of the payment",
        staleAfter: .hours(3),
        span: .days(4),
        notes: "The time is the block's, within a second of the hour that ends."
      ),
      .bars(
        "candles",
        dataset: "dydx",
        subject: market,
        columns: BarColumns.prices() + [
          BarColumns.volume, BarColumns.quoteVolume,
          FeedColumn("trade_count", unit: "count", "Trades in the bar."),
          FeedColumn("opening_open_interest", unit: "base currency", "Open interest at the start."),
        ],
        span: .days(7),
        notes: "Times are starts of bars; a bar without trades is absent."
      ),
      FeedTopic(
        "liquidations",
        dataset: "dydx",
        subject: market,
        columns: LiquidationColumns.columns(unit: "base currency"),
        frequency: "event",
        knowable: .published,
        "its own time",
        staleAfter: .days(7),
        span: .hours(1),
        notes: "Trades of type LIQUIDATED or DELEVERAGED among the newest; the side is the taker's."
      ),
    ]
  )

  /// Pieces of a hundred hours of funding or a thousand bars; the newest trades.
  public func requests(_ query: FeedQuery) throws(FeedError) -> [FeedRequest] {
    let subject = query.subject
    switch query.topic.id {
    case "liquidations":
      return [request(query, "trades/perpetualMarket/\(subject)", [("limit", "1000")])]
    case "funding":
      return try query.pieces(of: .hours(100), source: profile.id).map { piece in
        let items = [("effectiveBeforeOrAt", piece.end.description), ("limit", "100")]
        return request(query, "historicalFunding/\(subject)", items)
      }
    default:
      let step = query.step ?? FeedStep("1h")
      let resolutions = [
        "1m": "1MIN", "5m": "5MINS", "15m": "15MINS", "1h": "1HOUR", "4h": "4HOURS", "1d": "1DAY",
      ]
      return try query.pieces(of: step.length * 1_000, source: profile.id).map { piece in
        let items = [
          ("resolution", resolutions[step.name] ?? "1HOUR"), ("fromISO", piece.start.description),
          ("toISO", piece.end.description), ("limit", "1000"),
        ]
        return request(query, "candles/perpetualMarkets/\(subject)", items)
      }
    }
  }

  private func request(
    _ query: FeedQuery,
    _ path: String,
    _ items: [(String, String)]
  ) -> FeedRequest {
    FeedRequest(query, source: profile.id, host: "indexer.dydx.trade", path: "/v4/\(path)", items)
  }

  /// Reads one answer, bare or wrapped in a result.
  public func parse(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    let root = try FeedNode.root(reply)
    if let errors = root.optional("errors"), let first = try errors.list().first {
      throw .refused(
        source: profile.id,
        code: "error",
        message: FeedText.plain((try? first.text("msg")) ?? "")
      )
    }
    let result = root.optional("result") ?? root
    switch reply.request.topic {
    case "funding": return try funding(reply, result)
    case "liquidations": return try trades(reply, result)
    default: return try candles(reply, result)
    }
  }

  private func funding(_ reply: FeedReply, _ result: FeedNode) throws(FeedError) -> ParsedReply {
    var table = FeedTable(reply, profile)
    for row in try result.list("historicalFunding") {
      try row.require("ticker", is: reply.request.subject)
      let time = try row.time("effectiveAt")
      let rate = try row.decimal("rate")
      try table.add("hourly_funding_rate", at: time, knowable: time, rate)
      try table.add("funding_price", at: time, knowable: time, try row.decimalIfAny("price"))
    }
    return try table.parsed()
  }

  private func candles(_ reply: FeedReply, _ result: FeedNode) throws(FeedError) -> ParsedReply {
    let keys = [
      ("open", "open"), ("high", "high"), ("low", "low"), ("close", "close"),
      ("baseTokenVolume", "volume"), ("usdVolume", "quote_volume"), ("trades", "trade_count"),
      ("startingOpenInterest", "opening_open_interest"),
    ]
    var table = FeedTable(reply, profile)
    for row in try result.list("candles") {
      try row.require("ticker", is: reply.request.subject)
      let values = try row.decimals(keys)
      try table.addBar(at: try row.time("startedAt"), values)
    }
    return try table.parsed()
  }

  private func trades(_ reply: FeedReply, _ result: FeedNode) throws(FeedError) -> ParsedReply {
    var table = FeedTable(reply, profile, order: .events)
    for row in try result.list("trades") {
      let kind = try row.text("type")
      guard ["LIQUIDATED", "DELEVERAGED"].contains(kind) else { continue }
      let side = try row.member("side")
      guard let closed = LiquidatedSide.closed(byOrder: side.textValue ?? "") else {
        throw side.failure("BUY or SELL")
      }
      try table.addLiquidation(
        closed,
        at: try row.time("createdAt"),
        quantity: try row.decimal("size"),
        price: try row.decimal("price")
      )
    }
    return try table.parsed()
  }
}
