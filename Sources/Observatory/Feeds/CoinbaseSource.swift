import Quantities

/// Coinbase: spot bars, for the premium over other venues.
public struct CoinbaseSource: FeedSource {
  /// Creates the source.
  public init() {}

  private static let granularities = [
    "1m": "ONE_MINUTE", "5m": "FIVE_MINUTE", "15m": "FIFTEEN_MINUTE", "1h": "ONE_HOUR",
    "6h": "SIX_HOUR", "1d": "ONE_DAY",
  ]

  /// What is known about the source.
  public let profile = FeedProfile(
    id: "coinbase",
    title: "Coinbase",
    hosts: ["api.coinbase.com"],
    rateLimit: RateLimit(5, per: .seconds(1)),
    licence: "exchange terms of use",
    topics: [
      .bars(
        "candles",
        dataset: "coinbase",
        subject: .symbol(example: "BTC-USD"),
        columns: BarColumns.prices() + [BarColumns.volume],
        steps: ["1m", "5m", "15m", "1h", "6h", "1d"].map(FeedStep.init),
        span: .days(14),
        notes: "Times are starts of bars in seconds; a bar without trades is absent."
      )
    ]
  )

  /// Pieces of 300 bars.
  public func requests(_ query: FeedQuery) throws(FeedError) -> [FeedRequest] {
    let step = query.step ?? FeedStep("1h")
    return try query.pieces(of: step.length * 300, source: profile.id).map { piece in
      let address = WebAddress(
        host: "api.coinbase.com",
        path: "/api/v3/brokerage/market/products/\(query.subject)/candles",
        query: [
          ("start", "\(piece.start.microseconds / 1_000_000)"),
          ("end", "\(piece.end.microseconds / 1_000_000 - 1)"),
          ("granularity", Self.granularities[step.name] ?? "ONE_HOUR"),
        ]
      )
      return FeedRequest(query, source: profile.id, address)
    }
  }

  /// Reads named bars, or the unnamed rows of the older interface: time, low, high, open, close, volume.
  public func parse(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    let root = try FeedNode.root(reply)
    if root.isObject, root.optional("candles") == nil {
      let code = (try? root.text("error")) ?? "error"
      throw .refused(
        source: profile.id,
        code: FeedText.plain(code),
        message: FeedText.plain((try? root.text("message")) ?? "")
      )
    }
    var table = FeedTable(reply, profile)
    let names = ["low", "high", "open", "close", "volume"]
    for row in root.isList ? try root.list() : try root.list("candles") {
      var values: [(column: String, value: ExactDecimal?)] = []
      let start: Instant
      if row.isList {
        let fields = try row.row(atLeast: 6)
        start = try fields[0].seconds()
        for (index, name) in names.enumerated() {
          values.append((name, try fields[1 + index].decimal()))
        }
      } else {
        start = try row.seconds("start")
        for name in names { values.append((name, try row.decimal(name))) }
      }
      try table.addBar(at: start, values)
    }
    return try table.parsed()
  }
}
