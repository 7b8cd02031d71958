import Quantities

/// FiscalData of the United States Treasury: the closing balance of the Treasury General Account.
public struct FiscalDataSource: FeedSource {
  /// Creates the source.
  public init() {}

  /// The rows that hold the balance, and the field it stands in: the account was renamed in October
  /// 2021, and since April 2022 the closing balance stands in the opening field of a row of its own.
  private static let rows = [
    "Federal Reserve Account": "close_today_bal",
    "Treasury General Account (TGA)": "close_today_bal",
    "Treasury General Account (TGA) Closing Balance": "open_today_bal",
  ]

  /// What is known about the source.
  public let profile = FeedProfile(
    id: "fiscaldata",
    title: "U.S. Department of the Treasury, FiscalData",
    hosts: ["api.fiscaldata.treasury.gov"],
    rateLimit: RateLimit(2, per: .seconds(1)),
    licence: "public domain",
    topics: [
      FeedTopic(
        "operating_cash",
        dataset: "fiscaldata",
        subject: .named(["tga"]),
        columns: [
          FeedColumn(
            "closing_balance",
            unit: "million USD",
            "Closing balance of the Treasury General Account."
          )
        ],
        period: .day,
        frequency: "business day",
        knowable: .rule,
        "the next business day at 17:00 New York, an hour after the Daily Treasury Statement",
        staleAfter: .days(6),
        span: .days(366),
        notes: "Every value is text; the text null is no value."
      )
    ]
  )

  /// One request for 900 days.
  public func requests(_ query: FeedQuery) throws(FeedError) -> [FeedRequest] {
    try query.pieces(of: .days(900), source: profile.id).map { piece in
      let names = Self.rows.keys.sorted().joined(separator: ",")
      let last = (piece.end - .seconds(1)).day
      let address = WebAddress(
        host: "api.fiscaldata.treasury.gov",
        path: "/services/api/fiscal_service/v1/accounting/dts/operating_cash_balance",
        query: [
          ("fields", "record_date,account_type,close_today_bal,open_today_bal"),
          (
            "filter",
            "record_date:gte:\(piece.start.day),record_date:lte:\(last),account_type:in:(\(names))"
          ),
          ("sort", "record_date"), ("page[size]", "1000"), ("page[number]", "1"),
          ("format", "json"),
        ]
      )
      return FeedRequest(query, source: profile.id, address)
    }
  }

  /// Reads the rows of the account; rows of other accounts are left out.
  public func parse(_ reply: FeedReply) throws(FeedError) -> ParsedReply {
    let root = try FeedNode.root(reply)
    if let error = root.optional("error") {
      let message = (try? root.text("message")) ?? error.textValue ?? ""
      throw .refused(source: profile.id, code: "error", message: FeedText.plain(message))
    }
    if let pages = root.optional("meta")?.optional("total-pages"), try pages.integer() > 1 {
      throw pages.failure("one page")
    }
    var table = FeedTable(reply, profile)
    for row in try root.list("data") {
      guard let field = Self.rows[try row.text("account_type")] else { continue }
      let day = try row.day("record_date")
      try table.add(
        "closing_balance",
        at: Instant(startOf: day),
        knowable: Publication.nextBusinessDay(after: day, hour: 17),
        try row.decimalIfAny(field)
      )
    }
    return try table.parsed()
  }
}
