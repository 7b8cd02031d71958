import Quantities

/// Files of Binance's public archive: a table in a ZIP, or the table itself.
enum BinanceArchive {
  private static let klineHeader = [
    "open_time", "open", "high", "low", "close", "volume", "close_time", "quote_volume", "count",
    "taker_buy_volume", "taker_buy_quote_volume", "ignore",
  ]

  /// The files of a question: one a month for bars and funding, one a day for the rest.
  static func addresses(_ query: FeedQuery) -> [WebAddress] {
    let symbol = query.subject
    var days = query.start.day...(query.end - .seconds(1)).day
    if days.upperBound - days.lowerBound > 3_660 {
      days = (days.upperBound + -3_660)...days.upperBound
    }
    var result: [WebAddress] = []
    var day = days.lowerBound
    while day <= days.upperBound {
      let (year, month, _) = day.civil
      let monthText = "\(year)-\(month < 10 ? "0" : "")\(month)"
      let path: String
      var isMonthly = true
      switch query.topic.id {
      case "archive_klines":
        let step = query.step?.name ?? "1h"
        path = "um/monthly/klines/\(symbol)/\(step)/\(symbol)-\(step)-\(monthText).zip"
      case "archive_funding":
        path = "um/monthly/fundingRate/\(symbol)/\(symbol)-fundingRate-\(monthText).zip"
      case "archive_metrics":
        path = "um/daily/metrics/\(symbol)/\(symbol)-metrics-\(day).zip"
        isMonthly = false
      default:
        let kind = "liquidationSnapshot"
        path = "cm/daily/\(kind)/\(symbol)/\(symbol)-\(kind)-\(day).zip"
        isMonthly = false
      }
      result.append(WebAddress(host: "data.binance.vision", path: "/data/futures/\(path)"))
      guard isMonthly else {
        day = day + 1
        continue
      }
      day = Day(year: year + month / 12, month: month % 12 + 1, day: 1) ?? days.upperBound + 1
    }
    return result
  }

  /// Bars, with a header or, in older files, without.
  static func klines(_ reply: FeedReply, _ profile: FeedProfile) throws(FeedError) -> ParsedReply {
    let body = try table(reply)
    let hasHeader = FeedText.first(of: body) == UInt8(ascii: "o")
    var rows =
      hasHeader
      ? try FeedRows(reply, body: body) : try FeedRows(reply, body: body, header: klineHeader)
    guard rows.header == klineHeader else {
      throw .notTable(source: profile.id, line: 1, detail: "got another header than that of bars")
    }
    var table = FeedTable(reply, profile)
    let names = [(1, "open"), (2, "high"), (3, "low"), (4, "close")] + BinanceTopics.volumes
    while try rows.next() {
      let start = try rows.instant(0)
      let last = try rows.instant(6)
      let end = table.end(ofBarAt: start)
      guard last < end, end - last <= Duration(microseconds: 1_000) else {
        throw rows.failure(6, "the last moment of the bar of \(start)")
      }
      var values: [(column: String, value: ExactDecimal?)] = []
      for (index, name) in names { values.append((name, try rows.decimal(index))) }
      try table.addBar(at: start, values)
    }
    return try table.parsed()
  }

  static func funding(_ reply: FeedReply, _ profile: FeedProfile) throws(FeedError) -> ParsedReply {
    var rows = try FeedRows(reply, body: try table(reply))
    let (time, rate) = (try rows.index("calc_time"), try rows.index("last_funding_rate"))
    var table = FeedTable(reply, profile)
    while try rows.next() {
      let paid = try rows.instant(time)
      try table.add("funding_rate", at: paid, knowable: paid, try rows.decimal(rate))
    }
    return try table.parsed()
  }

  /// Rows can be out of order and fields empty.
  static func metrics(_ reply: FeedReply, _ profile: FeedProfile) throws(FeedError) -> ParsedReply {
    var rows = try FeedRows(reply, body: try table(reply))
    let (time, symbol) = (try rows.index("create_time"), try rows.index("symbol"))
    var places: [(Int, String)] = []
    for (title, column) in [
      ("sum_open_interest", "open_interest"), ("sum_open_interest_value", "open_interest_value"),
      ("count_toptrader_long_short_ratio", "top_account_ratio"),
      ("sum_toptrader_long_short_ratio", "top_position_ratio"),
      ("count_long_short_ratio", "account_ratio"),
      ("sum_taker_long_short_vol_ratio", "taker_ratio"),
    ] {
      places.append((try rows.index(title), column))
    }
    var table = FeedTable(reply, profile, order: .loose)
    while try rows.next() {
      guard rows.text(symbol) == reply.request.subject else {
        throw rows.failure(symbol, reply.request.subject)
      }
      guard rows.text(time).utf8.count == 19, let stamp = try? Instant(parsing: rows.text(time))
      else { throw rows.failure(time, "a time such as 2026-07-20 00:05:00") }
      for (index, column) in places {
        let value = try rows.decimalIfAny(index)
        try table.add(column, at: stamp, knowable: stamp + .minutes(5), value)
      }
    }
    return try table.parsed()
  }

  /// Equal rows in a row are one liquidation: the archive is known to repeat them.
  static func liquidations(
    _ reply: FeedReply,
    _ profile: FeedProfile
  ) throws(FeedError) -> ParsedReply {
    var rows = try FeedRows(reply, body: try table(reply))
    let (time, side) = (try rows.index("time"), try rows.index("side"))
    let (quantity, price) = (
      try rows.index("accumulated_fill_quantity"), try rows.index("average_price")
    )
    var table = FeedTable(reply, profile, order: .events)
    var previous: [String] = []
    var repeatedCount = 0
    while try rows.next() {
      let row = rows.header.indices.map { rows.text($0) }
      if row == previous {
        repeatedCount += 1
        continue
      }
      previous = row
      guard let closed = LiquidatedSide.closed(byOrder: rows.text(side)) else {
        throw rows.failure(side, "BUY or SELL")
      }
      try table.addLiquidation(
        closed,
        at: try rows.instant(time),
        quantity: try rows.decimal(quantity),
        price: try rows.decimal(price)
      )
    }
    if repeatedCount > 0 { table.remark("\(repeatedCount) repeated rows are kept once") }
    return try table.parsed()
  }

  /// The table of a reply, unpacked if it is a ZIP.
  private static func table(_ reply: FeedReply) throws(FeedError) -> [UInt8] {
    guard ZipEntry.isZip(reply.body) else { return reply.body }
    do throws(ZipError) { return try ZipEntry.only(of: reply.body) } catch {
      throw .notTable(source: reply.request.source, line: 1, detail: "\(error)")
    }
  }
}
