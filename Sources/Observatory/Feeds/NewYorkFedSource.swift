import Quantities

/// The markets interface of the New York Fed: reference rates with their percentiles, repo operations,
/// and dollar swaps.
public struct NewYorkFedSource: FeedSource {
  /// Creates the source.
  public init() {}

  private static let secured = ["sofr", "bgcr", "tgcr"]
  private static let unsecured = ["effr", "obfr"]

  /// What is known about the source.
  public let profile = FeedProfile(
    id: "nyfed",
    title: "Federal Reserve Bank of New York, Markets Data",
    hosts: ["markets.newyorkfed.org"],
    rateLimit: RateLimit(1, per: .seconds(1)),
    licence: "free with attribution; SOFR carries its own disclaimer",
    topics: [
      FeedTopic(
        "rates",
        dataset: "nyfed",
        subject: .named(secured + unsecured),
        columns: NewYorkFedColumns.rates.map(\.column),
        period: .day,
        frequency: "business day",
        knowable: .rule,
        """
        the next business day at 09:00 New York, an hour after the secured and at the hour of the \
        unsecured rates; a row marked as revised: 15:00
        """,
        staleAfter: .days(5),
        span: .days(366),
        notes: "Percentiles and volume are empty on two days of the history of SOFR."
      ),
      FeedTopic(
        "averages",
        dataset: "nyfed",
        subject: .named(["sofrai"]),
        columns: NewYorkFedColumns.averages.map(\.column),
        period: .day,
        frequency: "business day",
        knowable: .rule,
        "09:00 New York on the date itself",
        staleAfter: .days(5),
        span: .days(366)
      ),
      FeedTopic(
        "operations",
        dataset: "nyfed",
        subject: .named(["reverse_repo", "repo"]),
        columns: [
          FeedColumn("amount_accepted", unit: "USD", "Accepted amounts of the day, summed."),
          FeedColumn("amount_submitted", unit: "USD", "Submitted amounts of the day, summed."),
          FeedColumn("operation_count", unit: "count", "Operations of the day with results."),
        ],
        period: .day,
        frequency: "operation day",
        knowable: .assumed,
        "17:00 New York on the operation day, after the last operation",
        staleAfter: .days(5),
        span: .days(90),
        notes: "All operations of a day are summed, small-value exercises too; no row is not zero."
      ),
      FeedTopic(
        "swaps",
        dataset: "nyfed",
        subject: .named(["fx_swaps"]),
        columns: [
          FeedColumn("amount", unit: "USD", "Amounts of dollar swaps by settlement day, summed."),
          FeedColumn("operation_count", unit: "count", "Swaps that settle on the day."),
        ],
        period: .day,
        frequency: "operation day",
        knowable: .assumed,
        "eight days after settlement: the list is published weekly",
        staleAfter: .days(60),
        span: .days(366),
        notes: "Small-value exercises are in the sums. Weeks without swaps have no row."
      ),
    ]
  )

  /// One request a year.
  public func requests(_ query: FeedQuery) throws(FeedError) -> [FeedRequest] {
    try query.pieces(of: .days(366), source: profile.id).map { piece in
      let path: String
      switch query.topic.id {
      case "operations": path = "/api/rp/results/search.json"
      case "swaps": path = "/api/fxs/usdollar/search.json"
      case "averages": path = "/api/rates/secured/sofrai/search.json"
      default:
        let kind = Self.secured.contains(query.subject) ? "secured" : "unsecured"
        path = "/api/rates/\(kind)/\(query.subject)/search.json"
      }
      let address = WebAddress(
        host: "markets.newyorkfed.org",
        path: path,
        query: [
          ("startDate", piece.start.day.description),
          ("endDate", (piece.end - .seconds(1)).day.description),
        ]
      )
      return FeedRequest(query, source: profile.id, address)
    }
  }

  /// Reads rates (JSON or the table of all rates), operations or swaps.
  public func parse(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    switch reply.request.topic {
    case "operations": return try operations(reply)
    case "swaps": return try swaps(reply)
    default:
      let isTable = FeedText.first(of: reply.body) == UInt8(ascii: "E")
      return isTable ? try rateTable(reply) : try rates(reply)
    }
  }

  /// Rows of other rates than the one asked for are left out: `latest` answers hold all of them.
  private func rates(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    let wanted = reply.request.subject.uppercased()
    let columns =
      reply.request.topic == "averages" ? NewYorkFedColumns.averages : NewYorkFedColumns.rates
    var table = FeedTable(reply, profile)
    for row in try FeedNode.root(reply).list("refRates") where try row.text("type") == wanted {
      let day = try row.day("effectiveDate")
      let isRevised = row.optional("revisionIndicator")?.textValue.map { !$0.isEmpty } ?? false
      let knowable = knowable(reply, day, isRevised: isRevised)
      for (key, _, column) in columns {
        let value = try row.decimalIfAny(key)
        try table.add(column.name, at: Instant(startOf: day), knowable: knowable, value)
      }
    }
    return try table.parsed()
  }

  private func rateTable(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    let wanted = reply.request.subject.uppercased()
    let columns =
      reply.request.topic == "averages" ? NewYorkFedColumns.averages : NewYorkFedColumns.rates
    var rows = try FeedRows(reply)
    let (date, type) = (try rows.index("Effective Date"), try rows.index("Rate Type"))
    let revision = try rows.index("Revision Indicator (Y/N)")
    var places: [(Int, String)] = []
    for (_, title, column) in columns { places.append((try rows.index(title), column.name)) }
    var table = FeedTable(reply, profile)
    while try rows.next() {
      guard rows.text(type) == wanted else { continue }
      let day = try rows.day(date, .american)
      let isRevised = !["", "N"].contains(rows.text(revision))
      let knowable = knowable(reply, day, isRevised: isRevised)
      for (index, column) in places {
        let value = try rows.decimalIfAny(index)
        try table.add(column, at: Instant(startOf: day), knowable: knowable, value)
      }
    }
    return try table.parsed()
  }

  private func knowable(_ reply: FeedReply, _ day: Day, isRevised: Bool) -> Instant {
    if reply.request.topic == "averages" { return Publication.newYork(day, hour: 9) }
    return Publication.nextBusinessDay(after: day, hour: isRevised ? 15 : 9)
  }

  /// Sums the operations of each day and kind: since 2025 there are two of the standing facility a day.
  private func operations(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    let wanted = reply.request.subject == "repo" ? "Repo" : "Reverse Repo"
    let repo = try FeedNode.root(reply).member("repo")
    var days: [Day: [String: Int64]] = [:]
    for row in try repo.list("operations") where try row.text("operationType") == wanted {
      guard try row.text("auctionStatus") == "Results" else { continue }
      var sums = days[try row.day("operationDate")] ?? [:]
      try add(row, "totalAmtAccepted", to: &sums, as: "amount_accepted")
      try add(row, "totalAmtSubmitted", to: &sums, as: "amount_submitted")
      sums["operation_count", default: 0] += 1
      days[try row.day("operationDate")] = sums
    }
    return try summed(reply, days) { Publication.newYork($0, hour: 17) }
  }

  private func swaps(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    let swaps = try FeedNode.root(reply).member("fxSwaps")
    var days: [Day: [String: Int64]] = [:]
    for row in try swaps.list("operations") {
      let day = try row.day("settlementDate")
      var sums = days[day] ?? [:]
      try add(row, "amount", to: &sums, as: "amount")
      sums["operation_count", default: 0] += 1
      days[day] = sums
    }
    return try summed(reply, days) { Instant(startOf: $0 + 8) }
  }

  private func add(
    _ row: FeedNode,
    _ key: String,
    to sums: inout [String: Int64],
    as column: String
  ) throws(FeedError) {
    guard let node = row.optional(key) else { return }
    let (sum, overflow) = sums[column, default: 0].addingReportingOverflow(try node.integer())
    guard !overflow else { throw node.failure("an amount that can be summed") }
    sums[column] = sum
  }

  private func summed(
    _ reply: FeedReply,
    _ days: [Day: [String: Int64]],
    knowable: (Day) -> Instant
  ) throws(FeedError) -> ParsedReply {
    var table = FeedTable(reply, profile)
    for (day, sums) in days.sorted(by: { $0.key < $1.key }) {
      for (column, sum) in sums.sorted(by: { $0.key < $1.key }) {
        try table.add(
          column,
          at: Instant(startOf: day),
          knowable: knowable(day),
          ExactDecimal(units: sum, decimals: 0)
        )
      }
    }
    return try table.parsed()
  }
}
