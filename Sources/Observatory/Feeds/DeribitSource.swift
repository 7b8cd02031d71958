import Quantities

/// Deribit: the volatility index, funding, bars, and trades that were liquidations.
public struct DeribitSource: FeedSource {
  /// Creates the source.
  public init() {}

  private static let perpetual = FeedSubject.symbol(example: "BTC-PERPETUAL")

  /// What is known about the source.
  public let profile = FeedProfile(
    id: "deribit",
    title: "Deribit",
    hosts: ["www.deribit.com"],
    rateLimit: RateLimit(5, per: .seconds(1)),
    licence: "exchange terms of use",
    topics: [
      .bars(
        "dvol",
        dataset: "deribit_dvol",
        subject: .named(["BTC", "ETH"]),
        columns: ["open", "high", "low", "close"].map {
          FeedColumn($0, unit: "annual percent", "DVOL, 30-day implied volatility: \($0).")
        },
        steps: ["1h", "1d"].map(FeedStep.init),
        span: .days(30),
        notes: "Times are starts of bars."
      ),
      FeedTopic(
        "funding",
        dataset: "deribit",
        subject: perpetual,
        columns: [
          FeedColumn("interest_1h", unit: "fraction per hour", "Funding of the hour that ends."),
          FeedColumn("interest_8h", unit: "fraction per 8 hours", "Funding of the last 8 hours."),
          FeedColumn("index_price", unit: "USD", "Index price at the time."),
        ],
        frequency: "1h",
        knowable: .published,
        "its own time",
        staleAfter: .hours(3),
        span: .days(14),
        notes: "The time is the end of the hour."
      ),
      .bars(
        "chart",
        dataset: "deribit",
        subject: perpetual,
        columns: BarColumns.prices() + [
          BarColumns.volume, FeedColumn("cost", unit: "USD", "Turnover of the bar."),
        ],
        steps: ["1m", "5m", "15m", "1h", "1d"].map(FeedStep.init),
        span: .days(7),
        notes: "Times are starts of bars; the unfinished bar is left out."
      ),
      FeedTopic(
        "liquidations",
        dataset: "deribit",
        subject: perpetual,
        columns: LiquidationColumns.columns(unit: "USD, of options coins"),
        frequency: "event",
        knowable: .published,
        "its own time",
        staleAfter: .days(7),
        span: .hours(12),
        notes: """
          From all trades: the flag M, T or MT says whether the maker, the taker or both were \
          liquidated; the direction is the taker's.
          """
      ),
    ]
  )

  /// Pieces of as many rows as one answer holds.
  public func requests(_ query: FeedQuery) throws(FeedError) -> [FeedRequest] {
    let step = query.step?.length ?? .hours(1)
    let length: Duration
    switch query.topic.id {
    case "dvol", "chart": length = step * 1_000
    case "funding": length = .hours(700)
    default: length = .minutes(10)
    }
    return try query.pieces(of: length, source: profile.id).map { piece in
      let start = "\(piece.start.microseconds / 1_000)"
      let end = "\(piece.end.microseconds / 1_000 - 1)"
      let window = [("start_timestamp", start), ("end_timestamp", end)]
      let seconds = step.microseconds / 1_000_000
      let isDay = query.step?.name == "1d"
      switch query.topic.id {
      case "dvol":
        let items = [
          ("currency", query.subject), ("resolution", isDay ? "1D" : "\(seconds)"),
        ]
        return request(query, "get_volatility_index_data", items + window)
      case "chart":
        let items = [
          ("instrument_name", query.subject), ("resolution", isDay ? "1D" : "\(seconds / 60)"),
        ]
        return request(query, "get_tradingview_chart_data", items + window)
      case "funding":
        return request(
          query,
          "get_funding_rate_history",
          [("instrument_name", query.subject)] + window
        )
      default:
        return request(
          query,
          "get_last_trades_by_instrument_and_time",
          [("instrument_name", query.subject)] + window + [("count", "1000"), ("sorting", "asc")]
        )
      }
    }
  }

  private func request(
    _ query: FeedQuery,
    _ method: String,
    _ items: [(String, String)]
  ) -> FeedRequest {
    let address = WebAddress(
      host: "www.deribit.com",
      path: "/api/v2/public/\(method)",
      query: items.map { (name: $0.0, value: $0.1) }
    )
    return FeedRequest(query, source: profile.id, address)
  }

  /// Reads one answer; an error of the interface comes with any status.
  public func parse(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    if reply.request.topic == "liquidations" { return try trades(reply) }
    let result = try Self.result(try FeedNode.root(reply))
    switch reply.request.topic {
    case "dvol": return try dvol(reply, result)
    case "chart": return try chart(reply, result)
    default: return try funding(reply, result)
    }
  }

  private static func result(_ root: FeedNode) throws(FeedError) -> FeedNode {
    if let error = root.optional("error") {
      throw .refused(
        source: "deribit",
        code: "\((try? error.member("code").integer()) ?? 0)",
        message: FeedText.plain((try? error.text("message")) ?? "")
      )
    }
    return try root.member("result")
  }

  private func dvol(_ reply: FeedReply, _ result: FeedNode) throws(FeedError) -> ParsedReply {
    if let more = result.optional("continuation") { throw more.failure("one page") }
    var table = FeedTable(reply, profile)
    for row in try result.list("data") {
      let fields = try row.row(atLeast: 5)
      let values = try fields.decimals(BarColumns.priceNames())
      try table.addBar(at: try fields[0].milliseconds(), values)
    }
    return try table.parsed()
  }

  private func funding(_ reply: FeedReply, _ result: FeedNode) throws(FeedError) -> ParsedReply {
    var table = FeedTable(reply, profile)
    for row in try result.list() {
      let time = try row.milliseconds("timestamp")
      for key in ["interest_1h", "interest_8h", "index_price"] {
        // Interest is the outcome of floating-point arithmetic, with up to twenty decimals.
        let value = try row.decimalIfAny(key, isBinary: true)
        try table.add(key, at: time, knowable: time, value)
      }
    }
    return try table.parsed()
  }

  /// Lists of equal length, one a column.
  private func chart(_ reply: FeedReply, _ result: FeedNode) throws(FeedError) -> ParsedReply {
    let status = try result.text("status")
    guard status == "ok" || status == "no_data" else {
      throw .refused(source: profile.id, code: FeedText.plain(status), message: "no bars")
    }
    let ticks = try result.list("ticks")
    let names = ["open", "high", "low", "close", "volume", "cost"]
    var lists: [[FeedNode]] = []
    for name in names {
      let list = try result.list(name)
      guard list.count == ticks.count else {
        throw try result.member(name).failure("as many values as ticks, \(ticks.count)")
      }
      lists.append(list)
    }
    var table = FeedTable(reply, profile)
    for (index, tick) in ticks.enumerated() {
      var values: [(column: String, value: ExactDecimal?)] = []
      for (name, list) in zip(names, lists) { values.append((name, try list[index].decimal())) }
      try table.addBar(at: try tick.milliseconds(), values)
    }
    return try table.parsed()
  }

  /// The taker's direction is given: a taker that sold closed a long; its maker, liquidated, a short.
  private func trades(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    var table = FeedTable(reply, profile, order: .events)
    for message in try FeedMessages.all(reply) {
      let trades: [FeedNode]
      if let parameters = message.optional("params") {
        trades = try parameters.list("data")
      } else {
        let result = try Self.result(message)
        if let more = result.optional("has_more"), more.isTrue {
          table.remark("the answer holds not all trades of its time: some liquidations are missing")
        }
        trades = try result.list("trades")
      }
      for trade in trades where try trade.text("instrument_name") == reply.request.subject {
        try addTrade(trade, to: &table)
      }
    }
    return try table.parsed()
  }

  private func addTrade(_ trade: FeedNode, to table: inout FeedTable) throws(FeedError) {
    let time = try trade.milliseconds("timestamp")
    let direction = try trade.member("direction")
    guard let taker = LiquidatedSide.closed(byOrder: direction.textValue ?? "") else {
      throw direction.failure("buy or sell")
    }
    guard let flag = trade.optional("liquidation") else { return }
    let maker: LiquidatedSide = taker == .long ? .short : .long
    let sides: [LiquidatedSide]
    switch flag.textValue {
    case "T": sides = [taker]
    case "M": sides = [maker]
    case "MT": sides = [taker, maker]
    default: throw flag.failure("M, T or MT")
    }
    for side in sides {
      try table.addLiquidation(
        side,
        at: time,
        quantity: try trade.decimal("amount"),
        price: try trade.decimal("price")
      )
    }
  }
}
