import Quantities

/// Hyperliquid: funding, bars, and the state of every perpetual.
public struct HyperliquidSource: FeedSource {
  /// Creates the source.
  public init() {}

  private static let coin = FeedSubject.symbol(example: "BTC")
  private static let contextKeys = [
    ("funding", "funding_rate"), ("openInterest", "open_interest"), ("markPx", "mark_price"),
    ("oraclePx", "oracle_price"), ("premium", "premium"), ("dayNtlVlm", "day_volume"),
  ]

  /// What is known about the source.
  public let profile = FeedProfile(
    id: "hyperliquid",
    title: "Hyperliquid",
    hosts: ["api.hyperliquid.xyz"],
    rateLimit: RateLimit(1, per: .seconds(1)),
    licence: "exchange terms of use",
    topics: [
      FeedTopic(
        "funding",
        dataset: "hyperliquid",
        subject: coin,
        columns: [
          FeedColumn("hourly_funding_rate", unit: "fraction per hour", "Paid by longs to shorts."),
          FeedColumn("hourly_premium", unit: "fraction", "Premium over the oracle."),
        ],
        frequency: "1h",
        knowable: .published,
        "the time of the payment",
        staleAfter: .hours(3),
        span: .days(14),
        notes: "The time is the payment's, the end of the hour. A row can lack its premium."
      ),
      .bars(
        "candles",
        dataset: "hyperliquid",
        subject: coin,
        columns: BarColumns.prices() + [
          BarColumns.volume, FeedColumn("trade_count", unit: "count", "Trades in the bar."),
        ],
        span: .days(7),
        notes: "The newest 5 000 bars. Times are starts of bars; the unfinished bar is left out."
      ),
      .snapshot(
        "contexts",
        dataset: "hyperliquid",
        subject: coin,
        columns: [
          FeedColumn("funding_rate", unit: "fraction per hour", "Funding as it stands."),
          FeedColumn("open_interest", unit: "base currency", "Open interest now."),
          FeedColumn("mark_price", unit: "USD", "Mark price now."),
          FeedColumn("oracle_price", unit: "USD", "Oracle price now."),
          FeedColumn("premium", unit: "fraction", "Premium over the oracle."),
          FeedColumn("day_volume", unit: "USD", "Turnover of the last 24 hours."),
        ],
        knowable: "the time of receipt: the answer carries none",
        notes: "Universe and contexts pair by position. No liquidations are published."
      ),
    ]
  )

  /// Pieces of 500 hours of funding or 4 000 bars.
  public func requests(_ query: FeedQuery) throws(FeedError) -> [FeedRequest] {
    if query.topic.id == "contexts" { return [request(query, #"{"type":"metaAndAssetCtxs"}"#)] }
    let isFunding = query.topic.id == "funding"
    let row = isFunding ? Duration.hours(1) : query.step?.length ?? .hours(1)
    let pieces = try query.pieces(of: row * (isFunding ? 500 : 4_000), source: profile.id)
    return pieces.map { piece in
      let start = piece.start.microseconds / 1_000
      let end = piece.end.microseconds / 1_000 - 1
      // Subjects are letters, digits and -_.: alone, so that they need no escape.
      let stretch = #""startTime":\#(start),"endTime":\#(end)"#
      guard !isFunding else {
        return request(query, #"{"type":"fundingHistory","coin":"\#(query.subject)",\#(stretch)}"#)
      }
      let interval = query.step?.name ?? "1h"
      return request(
        query,
        #"{"type":"candleSnapshot","req":{"coin":"\#(query.subject)","interval":"\#(interval)",\#(stretch)}}"#
      )
    }
  }

  private func request(_ query: FeedQuery, _ body: String) -> FeedRequest {
    FeedRequest(
      query,
      source: profile.id,
      HTTPRequest(
        method: .post,
        address: WebAddress(host: "api.hyperliquid.xyz", path: "/info"),
        headers: [HTTPHeader(name: "Content-Type", value: "application/json")],
        body: Array(body.utf8)
      )
    )
  }

  /// Reads one answer.
  public func parse(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    let root = try FeedNode.root(reply)
    var table = FeedTable(reply, profile)
    switch reply.request.topic {
    case "funding":
      for row in try root.list() {
        try row.require("coin", is: reply.request.subject)
        let time = try row.milliseconds("time")
        let rate = try row.decimal("fundingRate")
        try table.add("hourly_funding_rate", at: time, knowable: time, rate)
        let premium = try row.decimalIfAny("premium")
        try table.add("hourly_premium", at: time, knowable: time, premium)
      }
    case "candles":
      for row in try root.list() {
        try row.require("s", is: reply.request.subject)
        try addBar(row, to: &table)
      }
    default: try addContext(root, reply, to: &table)
    }
    return try table.parsed()
  }

  private func addBar(_ row: FeedNode, to table: inout FeedTable) throws(FeedError) {
    let start = try row.milliseconds("t")
    let last = try row.member("T")
    guard try last.milliseconds() == table.end(ofBarAt: start) - Duration(microseconds: 1_000)
    else { throw last.failure("the last millisecond of the bar of \(start)") }
    let keys = [
      ("o", "open"), ("h", "high"), ("l", "low"), ("c", "close"), ("v", "volume"),
      ("n", "trade_count"),
    ]
    try table.addBar(at: start, try row.decimals(keys))
  }

  private func addContext(
    _ root: FeedNode,
    _ reply: FeedReply,
    to table: inout FeedTable
  ) throws(FeedError) {
    let parts = try root.row(atLeast: 2)
    let universe = try parts[0].list("universe")
    let contexts = try parts[1].list()
    guard universe.count == contexts.count else {
      throw parts[1].failure("as many contexts as names, \(universe.count)")
    }
    for (name, context) in zip(universe, contexts)
    where try name.text("name") == reply.request.subject {
      for (key, column) in Self.contextKeys {
        let value = try context.decimalIfAny(key)
        try table.add(column, at: reply.receivedAt, knowable: reply.receivedAt, value)
      }
    }
  }
}
