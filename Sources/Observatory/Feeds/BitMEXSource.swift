import Quantities

/// BitMEX: funding, and the state of an instrument.
public struct BitMEXSource: FeedSource {
  /// Creates the source.
  public init() {}

  private static let symbol = FeedSubject.symbol(example: "XBTUSD")
  private static let instrumentKeys = [
    ("markPrice", "mark_price"), ("indicativeSettlePrice", "index_price"),
    ("openInterest", "open_interest"), ("fundingRate", "current_funding_rate"),
    ("indicativeFundingRate", "next_funding_rate"),
  ]

  /// What is known about the source.
  public let profile = FeedProfile(
    id: "bitmex",
    title: "BitMEX",
    hosts: ["www.bitmex.com"],
    rateLimit: RateLimit(1, per: .seconds(2)),
    licence: "exchange terms of use",
    topics: [
      FeedTopic(
        "funding",
        dataset: "bitmex",
        subject: symbol,
        columns: [
          FeedColumn("funding_rate", unit: "fraction per 8 hours", "Paid by longs to shorts.")
        ],
        frequency: "8h",
        knowable: .published,
        "the time of the payment",
        staleAfter: .hours(9),
        span: .days(90),
        notes: "The time is the payment's, the end of the interval."
      ),
      .snapshot(
        "instrument",
        dataset: "bitmex",
        subject: symbol,
        columns: [
          FeedColumn("mark_price", unit: "quote currency", "Mark price now."),
          FeedColumn("index_price", unit: "quote currency", "Index price now."),
          FeedColumn("open_interest", unit: "contracts", "Open interest now."),
          FeedColumn("current_funding_rate", unit: "fraction per 8 hours", "To be paid next."),
          FeedColumn("next_funding_rate", unit: "fraction per 8 hours", "To be paid after it."),
        ],
        notes: "A contract of XBTUSD is 1 USD. Liquidations are a stream without times: not read."
      ),
    ]
  )

  /// Pieces of 500 payments; one answer for the state.
  public func requests(_ query: FeedQuery) throws(FeedError) -> [FeedRequest] {
    let symbol = (name: "symbol", value: query.subject)
    if query.topic.id == "instrument" {
      let address = WebAddress(
        host: "www.bitmex.com",
        path: "/api/v1/instrument",
        query: [symbol, ("count", "1")]
      )
      return [FeedRequest(query, source: profile.id, address)]
    }
    return try query.pieces(of: .hours(4_000), source: profile.id).map { piece in
      let address = WebAddress(
        host: "www.bitmex.com",
        path: "/api/v1/funding",
        query: [
          symbol, ("count", "500"), ("startTime", piece.start.description),
          ("endTime", (piece.end - .seconds(1)).description),
        ]
      )
      return FeedRequest(query, source: profile.id, address)
    }
  }

  /// Reads a list of rows, or a single row as the streams send it.
  public func parse(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    let root = try FeedNode.root(reply)
    if root.isObject, let error = root.optional("error") {
      throw .refused(
        source: profile.id,
        code: FeedText.plain((try? error.text("name")) ?? "error"),
        message: FeedText.plain((try? error.text("message")) ?? "")
      )
    }
    var table = FeedTable(reply, profile)
    for row in root.isList ? try root.list() : [root] {
      try row.require("symbol", is: reply.request.subject)
      let time = try row.time("timestamp")
      if reply.request.topic == "funding" {
        // Another interval than eight hours would be another unit.
        let interval = try row.member("fundingInterval")
        guard interval.textValue == "2000-01-01T08:00:00.000Z" else {
          throw interval.failure("an interval of eight hours")
        }
        try table.add("funding_rate", at: time, knowable: time, try row.decimal("fundingRate"))
      } else {
        for (key, column) in Self.instrumentKeys {
          try table.add(column, at: time, knowable: time, try row.decimalIfAny(key))
        }
      }
    }
    return try table.parsed()
  }
}
