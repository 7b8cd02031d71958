import Quantities

/// OKX: bars, funding, open interest, mark prices and liquidations.
public struct OKXSource: FeedSource {
  /// Creates the source.
  public init() {}

  private static let symbol = FeedSubject.symbol(example: "BTC-USDT-SWAP")

  /// What is known about the source.
  public let profile = FeedProfile(
    id: "okx",
    title: "OKX",
    hosts: ["www.okx.com"],
    rateLimit: RateLimit(5, per: .seconds(1)),
    licence: "exchange terms of use",
    topics: [
      .bars(
        "candles",
        dataset: "okx",
        subject: symbol,
        columns: BarColumns.prices() + [
          FeedColumn("volume", unit: "contracts", "Volume of the bar; of spot in base currency."),
          FeedColumn("base_volume", unit: "base currency", "Volume of the bar in coins."),
          BarColumns.quoteVolume,
        ],
        span: .days(7),
        notes: "Times are starts of bars; a bar is finished when its last field is 1."
      ),
      FeedTopic(
        "funding",
        dataset: "okx",
        subject: symbol,
        columns: [
          FeedColumn("funding_rate", unit: "fraction per funding interval", "As forecast last."),
          FeedColumn("realized_rate", unit: "fraction per funding interval", "As paid."),
        ],
        frequency: "8h, some symbols 4h or 1h",
        knowable: .published,
        "the time of the payment",
        staleAfter: .hours(9),
        span: .days(30),
        notes: "The history reaches back three months."
      ),
      snapshot(
        "open_interest",
        [
          FeedColumn("open_interest", unit: "contracts", "Open interest now."),
          FeedColumn("open_interest_base", unit: "base currency", "Open interest in coins."),
          FeedColumn("open_interest_value", unit: "USD", "Open interest, valued."),
        ]
      ),
      snapshot("mark_price", [FeedColumn("mark_price", unit: "quote currency", "Mark price now.")]),
      snapshot(
        "index_price",
        [FeedColumn("index_price", unit: "quote currency", "Index price now.")],
        subject: .symbol(example: "BTC-USDT")
      ),
      FeedTopic(
        "liquidations",
        dataset: "okx",
        subject: symbol,
        columns: LiquidationColumns.columns(unit: "contracts"),
        frequency: "event",
        knowable: .published,
        "its own time",
        trust: .medium,
        staleAfter: .days(1),
        span: .days(1),
        notes: """
          \(LiquidationColumns.censored). The position is named (posSide). Sizes are contracts, of \
          BTC-USDT-SWAP 0.01 BTC each. The answer reaches back seven days, a hundred rows.
          """
      ),
    ]
  )

  private static func snapshot(
    _ id: String,
    _ columns: [FeedColumn],
    subject: FeedSubject = OKXSource.symbol
  ) -> FeedTopic {
    .snapshot(
      id,
      dataset: "okx",
      subject: subject,
      columns: columns
    )
  }

  /// Pieces of a hundred rows.
  public func requests(_ query: FeedQuery) throws(FeedError) -> [FeedRequest] {
    let item = ("instId", query.subject)
    switch query.topic.id {
    case "open_interest": return [request(query, "public/open-interest", Self.kind(query) + [item])]
    case "mark_price": return [request(query, "public/mark-price", Self.kind(query) + [item])]
    case "index_price": return [request(query, "market/index-tickers", [item])]
    case "liquidations":
      let family = query.subject.split(separator: "-").prefix(2).joined(separator: "-")
      return [
        request(
          query,
          "public/liquidation-orders",
          Self.kind(query) + [("uly", family), ("state", "filled"), ("limit", "100")]
        )
      ]
    default: break
    }
    let isFunding = query.topic.id == "funding"
    let row = isFunding ? Duration.hours(1) : query.step?.length ?? .hours(1)
    return try query.pieces(of: row * 100, source: profile.id).map { piece in
      // `after` asks for what is older than a time, `before` for what is newer; both exclude it.
      let items =
        [item] + Self.barItem(query) + [
          ("after", "\(piece.end.microseconds / 1_000)"),
          ("before", "\(piece.start.microseconds / 1_000 - 1)"), ("limit", "100"),
        ]
      let path = isFunding ? "public/funding-rate-history" : "market/history-candles"
      return request(query, path, items)
    }
  }

  private static func kind(_ query: FeedQuery) -> [(String, String)] {
    [("instType", query.subject.hasSuffix("-SWAP") ? "SWAP" : "FUTURES")]
  }

  /// Hours and days are in capitals; a day of UTC is `1Dutc`.
  private static func barItem(_ query: FeedQuery) -> [(String, String)] {
    guard let step = query.step else { return [] }
    if step.name == "1d" { return [("bar", "1Dutc")] }
    return [("bar", step.name.hasSuffix("h") ? step.name.uppercased() : step.name)]
  }

  private func request(
    _ query: FeedQuery,
    _ path: String,
    _ items: [(String, String)]
  ) -> FeedRequest {
    FeedRequest(query, source: profile.id, host: "www.okx.com", path: "/api/v5/\(path)", items)
  }

  /// Reads one answer or, of liquidations, a record of messages.
  public func parse(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    if reply.request.topic == "liquidations" { return try liquidations(reply) }
    let rows = try Self.rows(try FeedNode.root(reply))
    var table = FeedTable(reply, profile)
    for row in rows {
      switch reply.request.topic {
      case "candles": try addBar(row, to: &table)
      case "funding":
        try row.require("instId", is: reply.request.subject)
        let time = try row.milliseconds("fundingTime")
        try table.add("funding_rate", at: time, knowable: time, try row.decimal("fundingRate"))
        let realized = try row.decimalIfAny("realizedRate")
        try table.add("realized_rate", at: time, knowable: time, realized)
      case "open_interest":
        let keys = [
          ("oi", "open_interest"), ("oiCcy", "open_interest_base"),
          ("oiUsd", "open_interest_value"),
        ]
        try addSnapshot(row, reply, keys, to: &table)
      case "mark_price": try addSnapshot(row, reply, [("markPx", "mark_price")], to: &table)
      default: try addSnapshot(row, reply, [("idxPx", "index_price")], to: &table)
      }
    }
    return try table.parsed()
  }

  /// The rows of an envelope; a code other than 0 is an error with status 200.
  private static func rows(_ root: FeedNode) throws(FeedError) -> [FeedNode] {
    let code = try root.text("code")
    guard code == "0" else {
      throw .refused(
        source: "okx",
        code: FeedText.plain(code),
        message: FeedText.plain((try? root.text("msg")) ?? "")
      )
    }
    return try root.list("data")
  }

  private func addSnapshot(
    _ row: FeedNode,
    _ reply: FeedReply,
    _ keys: [(String, String)],
    to table: inout FeedTable
  ) throws(FeedError) {
    try row.require("instId", is: reply.request.subject)
    let time = try row.milliseconds("ts")
    for (key, column) in keys {
      try table.add(column, at: time, knowable: time, try row.decimalIfAny(key))
    }
  }

  private func addBar(_ row: FeedNode, to table: inout FeedTable) throws(FeedError) {
    let fields = try row.row(atLeast: 9)
    let values = try fields.decimals([
      "open", "high", "low", "close", "volume", "base_volume", "quote_volume",
    ])
    let isFinished = fields[8].textValue == "1"
    try table.addBar(at: try fields[0].milliseconds(), isFinished: isFinished, values)
  }

  /// `posSide` names the position; in net mode it is `net`, and the order's side closes it.
  private func liquidations(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    var events: [(time: Instant, side: LiquidatedSide, row: FeedNode)] = []
    for message in try FeedMessages.all(reply) {
      let groups =
        message.optional("arg") == nil ? try Self.rows(message) : try message.list("data")
      for group in groups where try group.text("instId") == reply.request.subject {
        for row in try group.list("details") {
          let position = try row.member("posSide")
          let side =
            position.textValue == "net"
            ? LiquidatedSide.closed(byOrder: try row.text("side"))
            : LiquidatedSide.held(byPosition: position.textValue ?? "")
          guard let side else { throw position.failure("long, short or net") }
          events.append((try row.milliseconds("ts"), side, row))
        }
      }
    }
    var table = FeedTable(reply, profile, order: .events)
    // Groups and messages overlap in time: in order of time, equal times as given.
    for (_, event) in events.enumerated().sorted(by: {
      ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
    }) {
      try table.addLiquidation(
        event.side,
        at: event.time,
        quantity: try event.row.decimal("sz"),
        price: try event.row.decimal("bkPx")
      )
    }
    return try table.parsed()
  }
}
