import Quantities

/// Binance: spot, USD-margined perpetuals, the archive of both, and liquidation messages.
public struct BinanceSource: FeedSource {
  /// Creates the source.
  public init() {}

  /// What is known about the source.
  public let profile = FeedProfile(
    id: "binance",
    title: "Binance",
    hosts: ["data-api.binance.vision", "fapi.binance.com", "data.binance.vision"],
    rateLimit: RateLimit(5, per: .seconds(1)),
    licence: "no redistribution of raw data as a product; refuses US addresses",
    topics: BinanceTopics.all
  )

  private static let rowCountMax = 1_000

  /// Pieces of a thousand rows; one archive file a month or day.
  public func requests(_ query: FeedQuery) throws(FeedError) -> [FeedRequest] {
    let topic = query.topic
    switch topic.id {
    case "open_interest": return [request(query, "/fapi/v1/openInterest")]
    case "premium_index": return [request(query, "/fapi/v1/premiumIndex")]
    case "force_orders":
      throw .notPulled(source: profile.id, name: "\(topic.dataset)/\(query.subject)")
    case "archive_klines", "archive_funding", "archive_metrics", "archive_liquidations":
      return BinanceArchive.addresses(query).map {
        FeedRequest(query, source: profile.id, $0)
      }
    default: break
    }
    let row = query.step?.length ?? .hours(1)
    let count = topic.id.hasSuffix("_hist") ? 500 : Self.rowCountMax
    return try query.pieces(of: row * Int64(count), source: profile.id).map { piece in
      let window = [
        ("startTime", "\(piece.start.microseconds / 1_000)"),
        ("endTime", "\(piece.end.microseconds / 1_000 - 1)"), ("limit", "\(count)"),
      ]
      return request(query, BinanceTopics.path(topic.id), window)
    }
  }

  private func request(
    _ query: FeedQuery,
    _ path: String,
    _ window: [(String, String)] = []
  ) -> FeedRequest {
    let name = query.topic.id == "index_price_klines" ? "pair" : "symbol"
    let interval = query.topic.id.hasSuffix("_hist") ? "period" : "interval"
    let step = query.step.map { [(interval, $0.name)] } ?? []
    let isSpot = query.topic.dataset == "binance_spot"
    let address = WebAddress(
      host: isSpot ? "data-api.binance.vision" : "fapi.binance.com",
      path: path,
      query: [(name, query.subject)] + step + window
    )
    return FeedRequest(query, source: profile.id, address)
  }

  /// Reads one answer, archive file or record of messages.
  public func parse(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    switch reply.request.topic {
    case "archive_klines": return try BinanceArchive.klines(reply, profile)
    case "archive_funding": return try BinanceArchive.funding(reply, profile)
    case "archive_metrics": return try BinanceArchive.metrics(reply, profile)
    case "archive_liquidations": return try BinanceArchive.liquidations(reply, profile)
    case "force_orders": return try forceOrders(reply)
    default: break
    }
    let root = try FeedNode.root(reply)
    if root.isObject, let code = root.optional("code") {
      throw .refused(
        source: profile.id,
        code: "\((try? code.integer()) ?? 0)",
        message: FeedText.plain((try? root.text("msg")) ?? "")
      )
    }
    switch reply.request.topic {
    case "funding": return try funding(reply, root)
    case "open_interest": return try snapshot(reply, root, ["open_interest": "openInterest"])
    case "premium_index":
      let keys = [
        "mark_price": "markPrice", "index_price": "indexPrice",
        "last_funding_rate": "lastFundingRate", "interest_rate": "interestRate",
      ]
      return try snapshot(reply, root, keys)
    case let topic where topic.hasSuffix("_hist"):
      return try history(reply, root, BinanceTopics.historyKeys(topic))
    default: return try klines(reply, root)
    }
  }

  /// A bar names its start first and its last millisecond seventh.
  private func klines(_ reply: FeedReply, _ root: FeedNode) throws(FeedError) -> ParsedReply {
    var table = FeedTable(reply, profile)
    let prefix = BinanceTopics.pricePrefix(reply.request.topic)
    for row in try root.list() {
      let fields = try row.row(atLeast: 11)
      let start = try fields[0].milliseconds()
      let end = table.end(ofBarAt: start)
      guard try fields[6].milliseconds() == end - Duration(microseconds: 1_000) else {
        throw fields[6].failure("the last millisecond of the bar of \(start)")
      }
      var values = try fields.decimals(BarColumns.priceNames(prefix))
      // Bars of mark, index and premium carry zeros in the places of volume.
      if prefix.isEmpty {
        for (index, name) in BinanceTopics.volumes {
          values.append((name, try fields[index].decimal()))
        }
      }
      try table.addBar(at: start, values)
    }
    return try table.parsed()
  }

  private func funding(_ reply: FeedReply, _ root: FeedNode) throws(FeedError) -> ParsedReply {
    var table = FeedTable(reply, profile)
    for row in try root.list() {
      try row.require("symbol", is: reply.request.subject)
      let time = try row.milliseconds("fundingTime")
      try table.add("funding_rate", at: time, knowable: time, try row.decimal("fundingRate"))
      let price = try row.decimalIfAny("markPrice")
      try table.add("funding_mark_price", at: time, knowable: time, price)
    }
    return try table.parsed()
  }

  private func snapshot(
    _ reply: FeedReply,
    _ root: FeedNode,
    _ keys: [String: String]
  ) throws(FeedError) -> ParsedReply {
    try root.require("symbol", is: reply.request.subject)
    let time = try root.milliseconds("time")
    var table = FeedTable(reply, profile)
    for (column, key) in keys.sorted(by: { $0.key < $1.key }) {
      try table.add(column, at: time, knowable: time, try root.decimal(key))
    }
    return try table.parsed()
  }

  /// The documents do not say whether a stamp is the start or the end of its period: the value is taken
  /// as of the stamp and as knowable one period later.
  private func history(
    _ reply: FeedReply,
    _ root: FeedNode,
    _ keys: [(key: String, column: String)]
  ) throws(FeedError) -> ParsedReply {
    var table = FeedTable(reply, profile)
    let length = reply.request.step?.length ?? .zero
    for row in try root.list() {
      if row.optional("symbol") != nil { try row.require("symbol", is: reply.request.subject) }
      let time = try row.milliseconds("timestamp")
      for (key, column) in keys {
        try table.add(column, at: time, knowable: time + length, try row.decimalIfAny(key))
      }
    }
    return try table.parsed()
  }

  /// Messages of liquidations, one order each.
  ///
  /// An order SELL closes a long; the average price is the one it was filled at.
  private func forceOrders(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    var table = FeedTable(reply, profile, order: .events)
    for message in try FeedMessages.all(reply) {
      let event = message.optional("data") ?? message
      let order = try event.member("o")
      guard try order.text("s") == reply.request.subject else { continue }
      let side = try order.member("S")
      guard let closed = LiquidatedSide.closed(byOrder: side.textValue ?? "") else {
        throw side.failure("BUY or SELL")
      }
      try table.addLiquidation(
        closed,
        at: try order.milliseconds("T"),
        knowable: try event.milliseconds("E"),
        quantity: try order.decimal("z"),
        price: try order.decimal("ap")
      )
    }
    return try table.parsed()
  }
}
