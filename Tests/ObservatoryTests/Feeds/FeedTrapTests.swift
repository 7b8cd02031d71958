import Observatory
import Quantities
import Testing

@Suite("Known traps of sources")
struct FeedTrapTests {
  private func parse(
    _ source: String,
    _ topic: String,
    _ subject: String,
    step: String? = nil,
    _ text: String,
    received: String = "2027-01-01"
  ) throws -> ParsedReply {
    try FeedRegistry.source(source).parse(
      try Fixture.reply(source, topic, subject, step: step, Array(text.utf8), received: received)
    )
  }

  @Test(
    "an error with status 200 is an error",
    arguments: [
      (
        "bybit", "kline", "BTCUSDT", "1h",
        #"{"retCode":10001,"retMsg":"params error","result":{}}"#, "10001"
      ),
      ("okx", "candles", "BTC-USDT", "1h", #"{"code":"51001","msg":"no such","data":[]}"#, "51001"),
      (
        "deribit", "dvol", "BTC", "1h",
        #"{"jsonrpc":"2.0","id":1,"error":{"code":10028,"message":"too_many_requests","data":null}}"#,
        "10028"
      ),
      (
        "fred", "observations", "SOFR", nil,
        #"{"error_code":400,"error_message":"Bad Request.  Variable api_key is not set."}"#, "400"
      ),
      ("binance", "klines", "BTCUSDT", "1h", #"{"code":-1121,"msg":"Invalid symbol."}"#, "-1121"),
      (
        "kraken", "ohlc", "XBTUSD", "1h", #"{"error":["EQuery:Unknown asset pair"],"result":{}}"#,
        "error"
      ),
      (
        "kraken", "funding", "PF_XBTUSD", nil, #"{"result":"error","error":"apiLimitExceeded"}"#,
        "error"
      ),
      (
        "hkma", "hibor", "hibor", nil,
        #"{"header":{"success":false,"err_code":"9999","err_msg":"x"}}"#, "9999"
      ),
      (
        "coingecko", "market_chart", "bitcoin", nil,
        #"{"status":{"error_code":429,"error_message":"x"}}"#, "429"
      ),
      ("coinbase", "candles", "BTC-USD", "1h", #"{"error":"unknown","message":"x"}"#, "unknown"),
      (
        "eia", "petroleum", "RWTC", nil, #"{"error":{"code":"API_KEY_MISSING","message":"x"}}"#,
        "API_KEY_MISSING"
      ),
      (
        "bitmex", "funding", "XBTUSD", nil, #"{"error":{"message":"x","name":"HTTPError"}}"#,
        "HTTPError"
      ),
      (
        "fiscaldata", "operating_cash", "tga", nil,
        #"{"error":"Invalid Query Param","message":"x"}"#, "error"
      ),
      ("defillama", "hacks", "hacks", nil, #"{"message":"Internal server error"}"#, "error"),
      ("dydx", "funding", "BTC-USD", nil, #"{"errors":[{"msg":"x"}]}"#, "error"),
    ] as [(String, String, String, String?, String, String)]
  )
  func envelope(
    source: String,
    topic: String,
    subject: String,
    step: String?,
    text: String,
    code: String
  ) {
    let error = #expect(throws: FeedError.self) {
      try parse(source, topic, subject, step: step, text)
    }
    guard case .refused(source, code, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(
    "no marker of a missing value is zero",
    arguments: ["\".\"", "\"\"", "\"-\"", "\"null\"", "\"NA\"", "null"]
  )
  func missing(marker: String) throws {
    let text = """
      {"observations":[{"realtime_start":"2024-06-27","date":"2024-06-25","value":\(marker)},\
      {"realtime_start":"2024-06-27","date":"2024-06-26","value":"0"}]}
      """
    let lines = Fixture.lines(try parse("fred", "observations", "X", text))
    #expect(lines == ["value 2024-06-26 2024-06-28T06:00:00 0"])
  }

  @Test("every vintage of a value is kept, and one that changes nothing is none")
  func vintages() throws {
    func row(_ vintage: String, _ value: String) -> String {
      #"{"realtime_start":"\#(vintage)","date":"2024-05-01","value":"\#(value)"}"#
    }
    let rows = [row("2024-07-05", "4.0"), row("2024-06-07", "4.0"), row("2024-08-02", "4.1")]
    let text = "{\"observations\":[\(rows.joined(separator: ","))]}"
    let lines = Fixture.lines(try parse("fred", "observations", "UNRATE", text))
    #expect(
      lines == [
        "value 2024-05-01 2024-06-08T06:00:00 4.0",
        "value 2024-05-01 2024-08-03T06:00:00 4.1",
      ]
    )
    let twice = "{\"observations\":[\(row("2024-06-07", "4.0")),\(row("2024-06-07", "4.2"))]}"
    let error = #expect(throws: FeedError.self) {
      try parse("fred", "observations", "UNRATE", twice)
    }
    #expect(error?.code == "feed.order")
  }

  @Test("the date of a weekly series of FRED is the end of its week")
  func weekEnding() throws {
    let text = "observation_date,ICSA\n2026-07-04,230000\n"
    let parsed = try parse("fred", "graph", "ICSA", text)
    // What may be revised is knowable from the pull on.
    #expect(Fixture.lines(parsed) == ["value 2026-06-28 2027-01-01 230000"])
    #expect(parsed.batches.first?.description.period == .week)
    #expect(parsed.batches.first?.description.unit == "persons")
  }

  @Test(
    "the date of a rate and the hour it was out differ over holidays",
    arguments: [
      // A Friday; the Friday before Columbus Day; Christmas Eve; Maundy Thursday.
      ("2024-06-07", "2024-06-10T13:00:00Z"), ("2024-10-11", "2024-10-15T13:00:00Z"),
      ("2024-12-24", "2024-12-26T14:00:00Z"), ("2025-04-17", "2025-04-21T13:00:00Z"),
      ("2024-11-08", "2024-11-12T14:00:00Z"), ("2023-11-09", "2023-11-10T14:00:00Z"),
    ]
  )
  func publication(date: String, expected: String) throws {
    let text = #"{"refRates":[{"effectiveDate":"\#(date)","type":"SOFR","percentRate":5.33}]}"#
    let lines = Fixture.lines(try parse("nyfed", "rates", "sofr", text))
    #expect(lines == ["rate \(date) \(expected.dropLast()) 5.33"])
  }

  @Test("a rate marked as revised was known in the afternoon only")
  func revisedRate() throws {
    let text = """
      {"refRates":[{"effectiveDate":"2024-06-06","type":"SOFR","percentRate":5.33,\
      "percentPercentile1":"","volumeInBillions":null,"revisionIndicator":"R"}]}
      """
    let lines = Fixture.lines(try parse("nyfed", "rates", "sofr", text))
    #expect(lines == ["rate 2024-06-06 2024-06-07T19:00:00 5.33"])
  }

  @Test("two operations of a day are summed, in exact integers")
  func sums() throws {
    func row(_ type: String, _ amount: String, _ status: String = "Results") -> String {
      """
      {"operationDate":"2026-01-02","operationType":"\(type)","auctionStatus":"\(status)",\
      "totalAmtAccepted":\(amount)}
      """
    }
    let rows = [
      row("Repo", "9007199254740993"), row("Reverse Repo", "5"), row("Repo", "1"),
      row("Repo", "7", "Announced"),
    ]
    let text = "{\"repo\":{\"operations\":[\(rows.joined(separator: ","))]}}"
    let lines = Fixture.lines(try parse("nyfed", "operations", "repo", text))
    #expect(lines.contains("amount_accepted 2026-01-02 2026-01-02T22:00:00 9007199254740994"))
    #expect(lines.contains("operation_count 2026-01-02 2026-01-02T22:00:00 2"))
    let full = [row("Repo", "9223372036854775807"), row("Repo", "1")]
    #expect(throws: FeedError.self) {
      try parse(
        "nyfed",
        "operations",
        "repo",
        "{\"repo\":{\"operations\":[\(full.joined(separator: ","))]}}"
      )
    }
  }

  @Test("the three names of the Treasury's account are one series")
  func accountNames() throws {
    let text = """
      {"data":[
      {"record_date":"2021-09-30","account_type":"Federal Reserve Account","close_today_bal":"215160","open_today_bal":"1"},
      {"record_date":"2021-10-04","account_type":"Treasury General Account (TGA)","close_today_bal":"132401","open_today_bal":"1"},
      {"record_date":"2022-04-18","account_type":"Treasury General Account (TGA) Opening Balance","close_today_bal":"null","open_today_bal":"5"},
      {"record_date":"2022-04-18","account_type":"Treasury General Account (TGA) Closing Balance","close_today_bal":"null","open_today_bal":"786551"}],
      "meta":{"total-pages":1}}
      """
    let lines = Fixture.lines(try parse("fiscaldata", "operating_cash", "tga", text))
    #expect(lines.map { $0.suffix(6) } == ["215160", "132401", "786551"])
    let pages = text.replacing("\"total-pages\":1", with: "\"total-pages\":2")
    #expect(throws: FeedError.self) { try parse("fiscaldata", "operating_cash", "tga", pages) }
  }

  @Test("the parts of the stress index must sum to it")
  func indexParts() throws {
    let header =
      "Date,OFR FSI,Credit,Equity valuation,Safe assets,Funding,Volatility,United States,Other advanced economies,Emerging markets\n"
    #expect(throws: Never.self) {
      try parse(
        "ofr",
        "stress_index",
        "fsi",
        header + "2000-01-03,1.502,0.5,0.5,0.5,0.5,-0.5,1,1,1\n"
      )
    }
    let error = #expect(throws: FeedError.self) {
      try parse(
        "ofr",
        "stress_index",
        "fsi",
        header + "2000-01-03,1.504,0.5,0.5,0.5,0.5,-0.5,1,1,1\n"
      )
    }
    #expect(error?.code == "feed.inconsistent")
  }

  private static let bars = [
    (
      "binance", "um_klines", "[%@]",
      #"[1735689600000,"1","2","0.5","1.5","10",1735693199999,"15",3,"4","6","0"]"#
    ),
    (
      "bybit", "kline", #"{"retCode":0,"result":{"list":[%@]}}"#,
      #"["1735689600000","1","2","0.5","1.5","10","15"]"#
    ),
    (
      "okx", "candles", #"{"code":"0","data":[%@]}"#,
      #"["1735689600000","1","2","0.5","1.5","10","10","15","1"]"#
    ),
    (
      "deribit", "dvol", #"{"result":{"data":[%@],"continuation":null}}"#,
      "[1735689600000,1,2,0.5,1.5]"
    ),
    (
      "kraken", "ohlc", #"{"error":[],"result":{"XXBTZUSD":[%@],"last":1}}"#,
      #"[1735689600,"1","2","0.5","1.5","1.2","10",3]"#
    ),
    ("coinbase", "candles", "[%@]", "[1735689600,0.5,2,1,1.5,10]"),
    (
      "hyperliquid", "candles", "[%@]",
      #"{"t":1735689600000,"T":1735693199999,"s":"BTC","i":"1h","o":"1","h":"2","l":"0.5","c":"1.5","v":"10","n":3}"#
    ),
    (
      "dydx", "candles", #"{"candles":[%@]}"#,
      #"{"startedAt":"2025-01-01T00:00:00.000Z","ticker":"BTC","low":"0.5","high":"2","open":"1","close":"1.5","baseTokenVolume":"10","usdVolume":"15","trades":3,"startingOpenInterest":"7"}"#
    ),
  ]

  @Test(
    "a bar refers to its start, is knowable at its end, and before that it is left out",
    arguments: bars
  )
  func unfinished(source: String, topic: String, envelope: String, row: String) throws {
    let text = envelope.replacing("%@", with: row)
    func close(_ received: String) throws -> [String] {
      let parsed = try parse(source, topic, "BTC", step: "1h", text, received: received)
      return Fixture.lines(parsed).filter { $0.hasPrefix("close_1h ") }
    }
    let whole = try close("2025-01-01T01:00:00Z")
    #expect(whole.count == 1)
    #expect(
      whole.first == "close_1h 2025-01-01 2025-01-01T01:00:00 1.5"
    )
    #expect(try close("2025-01-01T00:59:59Z").isEmpty)
  }

  @Test("a row that stands twice is refused, and so is one out of order", arguments: bars)
  func order(source: String, topic: String, envelope: String, row: String) throws {
    func later(_ hours: Int) -> String {
      var text = row
      for (old, unit) in [(1_735_689_600_000, 1_000), (1_735_693_199_999, 1_000)] {
        text = text.replacing("\(old)", with: "\(old + hours * 3_600 * unit)")
      }
      text = text.replacing("[1735689600,", with: "[\(1_735_689_600 + hours * 3_600),")
      return text.replacing("01-01T00:", with: "01-01T0\(hours):")
    }
    func read(_ hours: [Int]) throws -> Int {
      let rows = hours.map(later).joined(separator: ",")
      let text = envelope.replacing("%@", with: rows)
      let parsed = try parse(source, topic, "BTC", step: "1h", text)
      let close = try #require(parsed.batches.first { $0.description.id.column == "close_1h" })
      return close.observations.count
    }
    #expect(try read([0, 1, 2]) == 3)
    #expect(try read([2, 1, 0]) == 3)
    for hours in [[0, 0], [0, 1, 1], [0, 2, 1], [2, 1, 3]] {
      let error = #expect(throws: FeedError.self) { try read(hours) }
      #expect(error?.code == "feed.order", "\(hours)")
    }
  }

  @Test("a bar whose end is not that of its step is refused")
  func wrongStep() {
    let text = #"[[1735689600000,"1","2","0.5","1.5","10",1735689659999,"15",3,"4","6","0"]]"#
    let error = #expect(throws: FeedError.self) {
      try parse("binance", "um_klines", "BTCUSDT", step: "1h", text)
    }
    #expect(error?.code == "feed.field")
  }

  @Test("a value of the future is refused")
  func future() {
    let text = #"{"openInterest":"1","symbol":"BTCUSDT","time":1767225601000}"#
    let error = #expect(throws: FeedError.self) {
      try parse("binance", "open_interest", "BTCUSDT", text, received: "2026-01-01")
    }
    #expect(error?.code == "feed.future")
  }

  @Test("seconds in place of milliseconds are refused")
  func wrongUnit() {
    let text = #"{"openInterest":"1","symbol":"BTCUSDT","time":1767225601}"#
    let error = #expect(throws: FeedError.self) {
      try parse("binance", "open_interest", "BTCUSDT", text)
    }
    #expect(
      error?.description == "binance:1:47: time: got 1767225601, expected milliseconds since 1970"
    )
  }

  @Test("an answer about another symbol is refused")
  func wrongSymbol() {
    let text = #"[{"symbol":"ETHUSDT","fundingRate":"0.1","fundingTime":1570608000000}]"#
    #expect(throws: FeedError.self) { try parse("binance", "funding", "BTCUSDT", text) }
  }

  @Test(
    "one liquidated long reads alike from every venue",
    arguments: [
      (
        "binance", "force_orders",
        #"{"e":"forceOrder","E":1767225600000,"o":{"s":"X","S":"SELL","z":"2","ap":"9.5","T":1767225600000}}"#
      ),
      (
        "bybit", "liquidations",
        #"{"ts":1767225600000,"data":[{"T":1767225600000,"s":"X","S":"Buy","v":"2","p":"9.5"}]}"#
      ),
      (
        "okx", "liquidations",
        #"{"code":"0","data":[{"instId":"X","details":[{"posSide":"long","side":"sell","sz":"2","bkPx":"9.5","ts":"1767225600000"}]}]}"#
      ),
      (
        "okx", "liquidations",
        #"{"arg":{},"data":[{"instId":"X","details":[{"posSide":"net","side":"sell","sz":"2","bkPx":"9.5","ts":"1767225600000"}]}]}"#
      ),
      (
        "deribit", "liquidations",
        #"{"result":{"has_more":false,"trades":[{"instrument_name":"X","timestamp":1767225600000,"direction":"sell","amount":2,"price":9.5,"liquidation":"T"}]}}"#
      ),
      (
        "deribit", "liquidations",
        #"{"params":{"data":[{"instrument_name":"X","timestamp":1767225600000,"direction":"buy","amount":2,"price":9.5,"liquidation":"M"}]}}"#
      ),
      (
        "dydx", "liquidations",
        #"{"trades":[{"side":"SELL","size":"2","price":"9.5","type":"LIQUIDATED","createdAt":"2026-01-01T00:00:00.000Z"}]}"#
      ),
      (
        "binance", "archive_liquidations",
        "time,side,average_price,accumulated_fill_quantity\n1767225600000,SELL,9.5,2\n"
      ),
    ]
  )
  func oneLong(source: String, topic: String, text: String) throws {
    let lines = Fixture.lines(try parse(source, topic, "X", text))
    #expect(lines.count == 2)
    #expect(lines.contains("long_liquidated_quantity 2026-01-01 = 2"))
    #expect(lines.contains("long_liquidated_price 2026-01-01 = 9.5"))
  }

  @Test("feeds that leave liquidations out say that they are a lower bound")
  func censored() throws {
    for (source, topic) in [
      ("binance", "force_orders"), ("binance", "archive_liquidations"), ("okx", "liquidations"),
    ] {
      let profile = try FeedRegistry.source(source).profile
      let notes = profile.topics.first { $0.id == topic }?.notes ?? ""
      #expect(notes.contains("isLowerBound"), "\(source) \(topic)")
    }
  }

  @Test("several liquidations of one instant are kept apart, one message a line")
  func sameInstant() throws {
    let line = #"{"E":1767225600000,"o":{"s":"X","S":"SELL","z":"%","ap":"9","T":1767225600000}}"#
    let text = ["1", "2", "3"].map { line.replacing("%", with: $0) }.joined(separator: "\n") + "\n"
    let parsed = try parse("binance", "force_orders", "X", text)
    let batch = try #require(
      parsed.batches.first { $0.description.id.column.hasSuffix("quantity") }
    )
    #expect(batch.observations.map(\.ordinal) == [0, 1, 2])
    #expect(batch.observations.map(\.value.units) == [1, 2, 3])
    let broken = text + "{\"E\":\n"
    let error = #expect(throws: FeedError.self) {
      try parse("binance", "force_orders", "X", broken)
    }
    #expect(error?.description.hasPrefix("binance:4:") == true)
  }

  @Test("a lost page is named, not taken for all there is")
  func lostPages() {
    for (source, topic, subject, step, text) in [
      ("deribit", "dvol", "BTC", "1h", #"{"result":{"data":[],"continuation":1}}"#),
      ("eia", "petroleum", "RWTC", nil, #"{"response":{"total":"2","data":[]}}"#),
      ("fred", "observations", "SOFR", nil, #"{"count":1,"observations":[]}"#),
      (
        "bybit", "account_ratio", "X", "1h",
        #"{"retCode":0,"result":{"list":[],"nextPageCursor":"a"}}"#
      ),
    ] as [(String, String, String, String?, String)] {
      let error = #expect(throws: FeedError.self) {
        try parse(source, topic, subject, step: step, text)
      }
      #expect(error?.code == "feed.field", "\(source)")
    }
  }

  @Test(
    "numbers of binary arithmetic keep eighteen decimals",
    arguments: [
      ("-3.995839963e-09", "-0.000000003995839963"), ("1.2345678e-11", "0.000000000012345678"),
      ("0.00001234567890123456789", "0.000012345678901234"), ("1.5e-20", "0.000000000000000000"),
      ("123.4567890123456", "123.4567890123456"), ("-1.99999e-18", "-0.000000000000000001"),
    ]
  )
  func binary(written: String, kept: String) throws {
    let text = """
      {"result":"success","rates":[{"timestamp":"2025-07-11T08:00:00.000Z",\
      "relativeFundingRate":\(written)}]}
      """
    let parsed = try parse("kraken", "funding", "X", text)
    #expect(parsed.batches.first?.observations.first?.value.description == kept)
  }

  @Test("an archive file is unpacked, and a damaged one refused")
  func archive() throws {
    let table = "calc_time,funding_interval_hours,last_funding_rate\n1709251200000,8,0.00010000\n"
    let zip = StoredZip.bytes(of: Array(table.utf8), name: "f.csv")
    func read(_ bytes: [UInt8]) throws -> [String] {
      let reply = try Fixture.reply("binance", "archive_funding", "BTCUSDT", bytes)
      return Fixture.lines(try BinanceSource().parse(reply))
    }
    #expect(try read(zip) == ["funding_rate 2024-03-01 = 0.00010000"])
    for place in zip.indices.dropFirst(4) where place % 3 == 0 {
      var damaged = zip
      damaged[place] ^= 0x10
      let lines = try? read(damaged)
      // Only bytes that say nothing of the content, such as times and names, may change.
      #expect(lines == nil || lines?.count == 1, "\(place)")
      #expect(lines?.first?.hasSuffix("0.00010000") != false, "\(place)")
    }
    for length in 4..<zip.count {
      #expect(throws: FeedError.self) { try read(Array(zip[..<length])) }
    }
  }
}
