import Quantities

/// DefiLlama: stablecoins in circulation, and hacks.
public struct DefiLlamaSource: FeedSource {
  /// Creates the source.
  public init() {}

  /// What is known about the source.
  public let profile = FeedProfile(
    id: "defillama",
    title: "DefiLlama",
    hosts: ["stablecoins.llama.fi", "api.llama.fi"],
    rateLimit: RateLimit(2, per: .seconds(1)),
    licence: "free with attribution",
    topics: [
      FeedTopic(
        "stablecoin",
        dataset: "defillama_stablecoin",
        subject: .symbol(example: "1"),
        columns: [
          FeedColumn("circulating", unit: "coins pegged to USD", "Coins in circulation."),
          FeedColumn("circulating_usd", unit: "USD", "Coins in circulation, at their price."),
          FeedColumn("bridged_usd", unit: "USD", "Coins bridged to other chains."),
        ],
        period: .day,
        frequency: "1d",
        knowable: .assumed,
        "the end of the day; the present day is left out",
        trust: .medium,
        staleAfter: .days(3),
        span: .days(36_500),
        notes: """
          The subject is the id of a coin, all of them is `all`: 1 USDT, 2 USDC, 146 USDe (check the \
          ids). A date is text of unix seconds here. Other pegs than the dollar are left out.
          """
      ),
      FeedTopic(
        "hacks",
        dataset: "defillama",
        subject: .named(["hacks"]),
        columns: [FeedColumn("amount", unit: "USD", "Amount lost in one hack, as estimated.")],
        period: .day,
        frequency: "event",
        knowable: .assumed,
        "seven days after: entries are made by hand, some much later",
        trust: .medium,
        staleAfter: .days(60),
        span: .days(36_500),
        notes: "Several hacks of one day are numbered in the order of the answer."
      ),
    ]
  )

  /// One request: both answers hold all history.
  public func requests(_ query: FeedQuery) throws(FeedError) -> [FeedRequest] {
    let address: WebAddress
    if query.topic.id == "hacks" {
      address = WebAddress(host: "api.llama.fi", path: "/hacks")
    } else {
      address = WebAddress(
        host: "stablecoins.llama.fi",
        path: "/stablecoincharts/all",
        query: query.subject == "all" ? [] : [("stablecoin", query.subject)]
      )
    }
    return [FeedRequest(query, source: profile.id, address)]
  }

  /// Reads one answer.
  public func parse(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    let root = try FeedNode.root(reply)
    if root.isObject, let message = root.optional("message") ?? root.optional("error") {
      throw .refused(
        source: profile.id,
        code: "error",
        message: FeedText.plain(message.textValue ?? "")
      )
    }
    guard reply.request.topic == "hacks" else { return try stablecoins(reply, root) }
    var hacks: [(day: Day, amount: ExactDecimal?)] = []
    for row in root.isList ? try root.list() : try root.list("hacks") {
      let day = try row.seconds("date").day
      hacks.append((day, try row.decimalIfAny("amount", isBinary: true)))
    }
    // The answer is in no promised order.
    var table = FeedTable(reply, profile, order: .events)
    for (_, hack) in hacks.enumerated().sorted(by: {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }) {
      let knowable = Instant(startOf: hack.day + 7)
      try table.add("amount", at: Instant(startOf: hack.day), knowable: knowable, hack.amount)
    }
    let absent = hacks.count { $0.amount == nil }
    if absent > 0 { table.remark("\(absent) hacks without an amount are left out") }
    return try table.parsed()
  }

  /// Keys of pegs differ from row to row and can be missing.
  private func stablecoins(_ reply: FeedReply, _ root: FeedNode) throws(FeedError) -> ParsedReply {
    var table = FeedTable(reply, profile)
    for row in try root.list() {
      let start = Instant(startOf: try row.seconds("date").day)
      var values: [(column: String, value: ExactDecimal?)] = []
      for (key, column) in [
        ("totalCirculating", "circulating"), ("totalCirculatingUSD", "circulating_usd"),
        ("totalBridgedToUSD", "bridged_usd"),
      ] {
        let value = try row.optional(key)?.decimalIfAny("peggedUSD", isBinary: true)
        values.append((column, value ?? nil))
      }
      try table.addBar(at: start, values)
    }
    return try table.parsed()
  }
}
