import Quantities

/// Kraken: spot bars, and funding and state of its futures.
public struct KrakenSource: FeedSource {
  /// Creates the source.
  public init() {}

  /// What is known about the source.
  public let profile = FeedProfile(
    id: "kraken",
    title: "Kraken",
    hosts: ["api.kraken.com", "futures.kraken.com"],
    rateLimit: RateLimit(1, per: .seconds(1)),
    licence: "exchange terms of use",
    topics: [
      .bars(
        "ohlc",
        dataset: "kraken",
        subject: .symbol(example: "XBTUSD"),
        columns: BarColumns.prices() + [
          FeedColumn("vwap", unit: "quote currency", "Volume-weighted average price."),
          BarColumns.volume, FeedColumn("trade_count", unit: "count", "Trades in the bar."),
        ],
        span: .days(7),
        notes: "At most 720 bars. Times are starts of bars; the last bar is unfinished."
      ),
      FeedTopic(
        "funding",
        dataset: "kraken_futures",
        subject: .symbol(example: "PF_XBTUSD"),
        columns: [
          FeedColumn(
            "relative_funding_rate",
            unit: "fraction per funding period",
            "Funding over the price."
          ),
          FeedColumn("funding_rate", unit: "quote or coin per contract", "Funding as paid."),
        ],
        frequency: "1h, earlier 4h and 8h",
        knowable: .assumed,
        "eight hours after its time, the end of the longest period that starts there",
        staleAfter: .hours(20),
        span: .days(30),
        notes: """
          All history in one answer. The time is the start of the period. Digits below 10^-18 are \
          cut off.
          """
      ),
      .snapshot(
        "tickers",
        dataset: "kraken_futures",
        subject: .symbol(example: "PF_XBTUSD"),
        columns: [
          FeedColumn("mark_price", unit: "USD", "Mark price now."),
          FeedColumn("index_price", unit: "USD", "Index price now."),
          FeedColumn("open_interest", unit: "contracts", "Open interest now."),
        ],
        knowable: "the time of the server",
        notes: "A contract is 1 USD (PI) or one coin (PF)."
      ),
    ]
  )

  /// One request each.
  public func requests(_ query: FeedQuery) throws(FeedError) -> [FeedRequest] {
    let address: WebAddress
    switch query.topic.id {
    case "ohlc":
      let minutes = (query.step?.length.microseconds ?? 0) / 60_000_000
      address = WebAddress(
        host: "api.kraken.com",
        path: "/0/public/OHLC",
        query: [
          ("pair", query.subject), ("interval", "\(minutes)"),
          ("since", "\(query.start.microseconds / 1_000_000 - 1)"),
        ]
      )
    case "funding":
      address = WebAddress(
        host: "futures.kraken.com",
        path: "/derivatives/api/v3/historical-funding-rates",
        query: [("symbol", query.subject)]
      )
    default:
      address = WebAddress(host: "futures.kraken.com", path: "/derivatives/api/v3/tickers")
    }
    return [FeedRequest(query, source: profile.id, address)]
  }

  /// Reads one answer; spot names its errors in a list, futures in words.
  public func parse(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    let root = try FeedNode.root(reply)
    guard reply.request.topic != "ohlc" else { return try bars(reply, root) }
    let result = try root.member("result")
    guard result.textValue == "success" else {
      throw .refused(
        source: profile.id,
        code: FeedText.plain(result.textValue ?? ""),
        message: FeedText.plain((try? root.text("error")) ?? "")
      )
    }
    var table = FeedTable(reply, profile)
    if reply.request.topic == "funding" {
      for row in try root.list("rates") {
        let time = try row.time("timestamp")
        for (key, column) in [
          ("relativeFundingRate", "relative_funding_rate"), ("fundingRate", "funding_rate"),
        ] {
          let value = try row.decimalIfAny(key, isBinary: true)
          try table.add(column, at: time, knowable: time + .hours(8), value)
        }
      }
    } else {
      let time = try root.time("serverTime")
      for row in try root.list("tickers") where try row.text("symbol") == reply.request.subject {
        for (key, column) in [
          ("markPrice", "mark_price"), ("indexPrice", "index_price"),
          ("openInterest", "open_interest"),
        ] {
          let value = try row.decimalIfAny(key, isBinary: true)
          try table.add(column, at: time, knowable: time, value)
        }
      }
    }
    return try table.parsed()
  }

  /// The pair has a name of its own in the answer; the last bar is the unfinished one.
  private func bars(_ reply: FeedReply, _ root: FeedNode) throws(FeedError) -> ParsedReply {
    let errors = try root.list("error")
    if let error = errors.first {
      throw .refused(
        source: profile.id,
        code: "error",
        message: FeedText.plain(error.textValue ?? "")
      )
    }
    let lists = try root.member("result").members().filter { $0.key != "last" }
    guard lists.count == 1, let list = lists.first else {
      throw try root.member("result").failure("one pair")
    }
    let names = ["open", "high", "low", "close", "vwap", "volume", "trade_count"]
    var table = FeedTable(reply, profile)
    for row in try list.value.list() {
      let fields = try row.row(atLeast: 8)
      let values = try fields.decimals(names)
      try table.addBar(at: try fields[0].seconds(), values)
    }
    return try table.parsed()
  }
}
