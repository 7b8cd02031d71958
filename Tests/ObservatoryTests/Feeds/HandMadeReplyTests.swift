import Observatory
import Quantities
import Testing

/// A small answer in the documented shape, and every value that stands in it.
struct HandMadeReply: CustomTestStringConvertible, Sendable {
  let source: String
  let topic: String
  let subject: String
  let step: String?
  let text: String
  let lines: [String]
  var testDescription: String { "\(source) \(topic)" }

  init(
    _ source: String,
    _ topic: String,
    _ subject: String,
    step: String? = nil,
    _ text: String,
    _ lines: [String]
  ) {
    self.source = source
    self.topic = topic
    self.subject = subject
    self.step = step
    self.text = text
    self.lines = lines
  }
}

@Suite("Answers made by hand from the documentation")
struct HandMadeReplyTests {
  /// Two hours from 2025-01-01; places of volume, which these bars lack, hold zeros and a count of ticks.
  private static func binance(_ topic: String, _ prefix: String, isFraction: Bool) -> HandMadeReply
  {
    let (first, second) =
      isFraction
      ? (["-0.00042931", "0.00023641", "-0.00059406", "0.00000"], ["0.1", "0.2", "-0.3", "-0.04"])
      : (
        ["93576.1", "94509.42", "93489.03", "94401.14"],
        ["94401.14", "94408.7", "93578", "93607.74"]
      )
    func row(_ start: Int, _ values: [String]) -> String {
      let prices = values.map { "\"\($0)\"" }.joined(separator: ",")
      return "[\(start),\(prices),\"0\",\(start + 3_599_999),\"0\",3600,\"0\",\"0\",\"0\"]"
    }
    return HandMadeReply(
      "binance",
      topic,
      "BTCUSDT",
      step: "1h",
      "[\(row(1_735_689_600_000, first)),\(row(1_735_693_200_000, second))]",
      lines(prefix, first, second)
    )
  }

  /// The same two hours, newest first.
  private static func bybit(_ topic: String, _ prefix: String, isFraction: Bool) -> HandMadeReply {
    let (first, second) =
      isFraction
      ? (
        ["0.000000", "0.000461", "-0.000587", "-0.000024"], ["-0.000024", "0.0003", "-0.001", "0"]
      )
      : (["17459.5", "17461.94", "17459", "17460.25"], ["17460.25", "17465", "17440.1", "17441"])
    func row(_ start: Int, _ values: [String]) -> String {
      "[\"\(start)\",\(values.map { "\"\($0)\"" }.joined(separator: ","))]"
    }
    let rows = "\(row(1_735_693_200_000, second)),\(row(1_735_689_600_000, first))"
    return HandMadeReply(
      "bybit",
      topic,
      "BTCUSDT",
      step: "1h",
      """
      {"retCode":0,"retMsg":"OK","result":{"symbol":"BTCUSDT","category":"linear",\
      "list":[\(rows)]},"retExtInfo":{},"time":1735700000000}
      """,
      lines(prefix, first, second)
    )
  }

  private static func lines(_ prefix: String, _ first: [String], _ second: [String]) -> [String] {
    zip(["open", "high", "low", "close"], zip(first, second)).flatMap { name, values in
      [
        "\(prefix)_\(name)_1h 2025-01-01 2025-01-01T01:00:00 \(values.0)",
        "\(prefix)_\(name)_1h 2025-01-01T01:00:00 2025-01-01T02:00:00 \(values.1)",
      ]
    }
  }

  static let all: [HandMadeReply] = [
    binance("mark_price_klines", "mark", isFraction: false),
    binance("index_price_klines", "index", isFraction: false),
    binance("premium_price_klines", "premium", isFraction: true),
    bybit("mark-price-kline", "mark", isFraction: false),
    bybit("index-price-kline", "index", isFraction: false),
    bybit("premium-index-price-kline", "premium", isFraction: true),
    HandMadeReply(
      "binance",
      "top_position_ratio_hist",
      "BTCUSDT",
      step: "5m",
      """
      [{"symbol":"BTCUSDT","longShortRatio":"1.4342","longAccount":"0.5891",\
      "shortAccount":"0.4108","timestamp":1735689600000},\
      {"symbol":"BTCUSDT","longShortRatio":"0.9","longAccount":"0.4737",\
      "shortAccount":"0.5263","timestamp":1735689900000}]
      """,
      [
        "top_position_long_short_ratio_5m 2025-01-01 2025-01-01T00:05:00 1.4342",
        "top_position_long_short_ratio_5m 2025-01-01T00:05:00 2025-01-01T00:10:00 0.9",
        "top_position_long_share_5m 2025-01-01 2025-01-01T00:05:00 0.5891",
        "top_position_long_share_5m 2025-01-01T00:05:00 2025-01-01T00:10:00 0.4737",
        "top_position_short_share_5m 2025-01-01 2025-01-01T00:05:00 0.4108",
        "top_position_short_share_5m 2025-01-01T00:05:00 2025-01-01T00:10:00 0.5263",
      ]
    ),
    HandMadeReply(
      "binance",
      "taker_ratio_hist",
      "BTCUSDT",
      step: "1h",
      """
      [{"buySellRatio":"1.5586","buyVol":"387.3300","sellVol":"248.5030",\
      "timestamp":1735689600000}]
      """,
      [
        "taker_ratio_1h 2025-01-01 2025-01-01T01:00:00 1.5586",
        "taker_bought_1h 2025-01-01 2025-01-01T01:00:00 387.3300",
        "taker_sold_1h 2025-01-01 2025-01-01T01:00:00 248.5030",
      ]
    ),
    HandMadeReply(
      "bybit",
      "account_ratio",
      "BTCUSDT",
      step: "1h",
      """
      {"retCode":0,"retMsg":"OK","result":{"list":[\
      {"symbol":"BTCUSDT","buyRatio":"0.49","sellRatio":"0.51","timestamp":"1735693200000"},\
      {"symbol":"BTCUSDT","buyRatio":"0.5777","sellRatio":"0.4223","timestamp":"1735689600000"}],\
      "nextPageCursor":""},"retExtInfo":{},"time":1735700000000}
      """,
      [
        "long_share_1h 2025-01-01 2025-01-01T01:00:00 0.5777",
        "long_share_1h 2025-01-01T01:00:00 2025-01-01T02:00:00 0.49",
        "short_share_1h 2025-01-01 2025-01-01T01:00:00 0.4223",
        "short_share_1h 2025-01-01T01:00:00 2025-01-01T02:00:00 0.51",
      ]
    ),
    HandMadeReply(
      "deribit",
      "dvol",
      "BTC",
      step: "1h",
      """
      {"jsonrpc":"2.0","id":833,"result":{"data":[[1735689600000,57.5,58.11,57.01,57.94],\
      [1735693200000,57.94,59,57.9,58.2]],"continuation":null}}
      """,
      [
        "open_1h 2025-01-01 2025-01-01T01:00:00 57.5",
        "open_1h 2025-01-01T01:00:00 2025-01-01T02:00:00 57.94",
        "high_1h 2025-01-01 2025-01-01T01:00:00 58.11",
        "high_1h 2025-01-01T01:00:00 2025-01-01T02:00:00 59",
        "low_1h 2025-01-01 2025-01-01T01:00:00 57.01",
        "low_1h 2025-01-01T01:00:00 2025-01-01T02:00:00 57.9",
        "close_1h 2025-01-01 2025-01-01T01:00:00 57.94",
        "close_1h 2025-01-01T01:00:00 2025-01-01T02:00:00 58.2",
      ]
    ),
    HandMadeReply(
      "binance",
      "um_klines",
      "BTCUSDT",
      step: "1h",
      """
      [[1735689600000,"93576.10","94509.42","93489.03","94401.14","755.99",1735693199999,\
      "71062480.57",133,"400.25","37650000.1","0"]]
      """,
      [
        "open_1h 2025-01-01 2025-01-01T01:00:00 93576.10",
        "high_1h 2025-01-01 2025-01-01T01:00:00 94509.42",
        "low_1h 2025-01-01 2025-01-01T01:00:00 93489.03",
        "close_1h 2025-01-01 2025-01-01T01:00:00 94401.14",
        "volume_1h 2025-01-01 2025-01-01T01:00:00 755.99",
        "quote_volume_1h 2025-01-01 2025-01-01T01:00:00 71062480.57",
        "trade_count_1h 2025-01-01 2025-01-01T01:00:00 133",
        "taker_buy_volume_1h 2025-01-01 2025-01-01T01:00:00 400.25",
        "taker_buy_quote_volume_1h 2025-01-01 2025-01-01T01:00:00 37650000.1",
      ]
    ),
    HandMadeReply(
      "hyperliquid",
      "candles",
      "BTC",
      step: "1h",
      """
      [{"t":1735689600000,"T":1735693199999,"s":"BTC","i":"1h","o":"93576.1","h":"94509","l":"93489",\
      "c":"94401.5","v":"10.25","n":30}]
      """,
      [
        "open_1h 2025-01-01 2025-01-01T01:00:00 93576.1",
        "high_1h 2025-01-01 2025-01-01T01:00:00 94509",
        "low_1h 2025-01-01 2025-01-01T01:00:00 93489",
        "close_1h 2025-01-01 2025-01-01T01:00:00 94401.5",
        "volume_1h 2025-01-01 2025-01-01T01:00:00 10.25",
        "trade_count_1h 2025-01-01 2025-01-01T01:00:00 30",
      ]
    ),
    HandMadeReply(
      "kraken",
      "ohlc",
      "XBTUSD",
      step: "1h",
      """
      {"error":[],"result":{"XXBTZUSD":[[1735689600,"93576.1","94509.4","93489.0","94401.1","94000.2",\
      "12.5",87]],"last":1735689600}}
      """,
      [
        "open_1h 2025-01-01 2025-01-01T01:00:00 93576.1",
        "high_1h 2025-01-01 2025-01-01T01:00:00 94509.4",
        "low_1h 2025-01-01 2025-01-01T01:00:00 93489.0",
        "close_1h 2025-01-01 2025-01-01T01:00:00 94401.1",
        "vwap_1h 2025-01-01 2025-01-01T01:00:00 94000.2",
        "volume_1h 2025-01-01 2025-01-01T01:00:00 12.5",
        "trade_count_1h 2025-01-01 2025-01-01T01:00:00 87",
      ]
    ),
    HandMadeReply(
      "deribit",
      "funding",
      "BTC-PERPETUAL",
      """
      {"jsonrpc":"2.0","id":7617,"result":[\
      {"timestamp":1735689600000,"index_price":93576.25,"prev_index_price":93500.5,\
      "interest_8h":0.00004561,"interest_1h":-0.0000025},\
      {"timestamp":1735693200000,"index_price":94401,"prev_index_price":93576.25,\
      "interest_8h":1.5e-7,"interest_1h":0.0}]}
      """,
      [
        "interest_1h 2025-01-01 = -0.0000025", "interest_1h 2025-01-01T01:00:00 = 0.0",
        "interest_8h 2025-01-01 = 0.00004561", "interest_8h 2025-01-01T01:00:00 = 0.00000015",
        "index_price 2025-01-01 = 93576.25", "index_price 2025-01-01T01:00:00 = 94401",
      ]
    ),
  ]

  @Test("every value is the one that stands in the answer, with its clocks", arguments: all)
  func values(reply: HandMadeReply) throws {
    let source = try FeedRegistry.source(reply.source)
    let parsed = try source.parse(
      try Fixture.reply(
        reply.source,
        reply.topic,
        reply.subject,
        step: reply.step,
        Array(reply.text.utf8),
        received: "2027-01-01"
      )
    )
    #expect(Fixture.lines(parsed).sorted() == reply.lines.sorted())
    let topic = try #require(source.profile.topics.first { $0.id == reply.topic })
    for batch in parsed.batches {
      #expect(batch.description.id.dataset == topic.dataset)
      #expect(batch.description.knowableBasis == topic.knowableBasis)
    }
  }
}
