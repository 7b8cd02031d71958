import Foundation
import TestSupport
import Testing
import Validation

@Suite("the exchange topics answer their vectors")
struct ExchangeVectorTests {
  private static let runner = VectorRunner(
    topics: ExchangePriceTopics.all + ExchangeMarginTopics.all + ExchangeFundingTopics.all
      + ExchangeProfitTopics.all + ExchangeLiquidationTopics.all + ExchangeMatchingTopics.all
  )

  private static func failures(of vectors: [Vector]) -> [String] {
    vectors.map { runner.outcome(of: $0) }.filter { $0.status != .pass }
      .map { "\($0.id): \($0.status.rawValue): \($0.error ?? "")" }
  }

  private static func shared(_ path: String) throws -> [Vector] {
    let text = String(decoding: try SharedData.contents(of: path), as: UTF8.self)
    return try VectorFile.parse(text, name: path)
  }

  @Test(
    "all 84 published exchange vectors pass",
    .enabled(if: SharedData.isPresent, "the shared data folder is absent")
  )
  func exchangeVectors() throws {
    let vectors = try ExchangeVectorTests.shared("vectors/exchange-vectors.yaml")
    #expect(vectors.count == 84)
    #expect(ExchangeVectorTests.failures(of: vectors) == [])
  }

  @Test(
    "the model's liquidation and bankruptcy rows pass",
    .enabled(if: SharedData.isPresent, "the shared data folder is absent")
  )
  func modelVectors() throws {
    let vectors = try ExchangeVectorTests.shared("vectors/model-vectors.yaml")
      .filter { ["liquidation_price", "bankruptcy_price"].contains($0.topic) }
    #expect(vectors.count >= 5)
    #expect(ExchangeVectorTests.failures(of: vectors) == [])
  }

  @Test(
    "vectors with other inputs, computed outside the engine, pass",
    arguments: OtherExchangeVectors.all
  )
  func otherVectors(yaml: String, count: Int) throws {
    let vectors = try VectorFile.parse(yaml, name: "other")
    #expect(vectors.count == count)
    #expect(ExchangeVectorTests.failures(of: vectors) == [])
  }

  @Test(
    "wrong inputs fail with the field, unknown forms are unsupported",
    arguments: [
      ("liquidation_price", "{side: up, entry: 1, leverage: 2, mmr: 0.1}", "inputs.side"),
      ("liquidation_price", "{side: long, entry: 0, leverage: 2, mmr: 0.1}", "inputs.entry"),
      ("liquidation_price", "{side: long, entry: 1, mmr: 0.1}", "inputs.leverage"),
      ("margin", "{symbol: BTCUSDT, notional: 2000000000}", "notional"),
      ("margin", "{symbol: NOPEUSDT, notional: 1}", "unsupported"),
      ("margin", "{tier_floors: [0, 10], mmr: [0.02, 0.01]}", "tier 2: maintenance rate"),
      ("socialised_loss", "{loss_usd: 1, long_base: 0, short_base: 0}", "nobody"),
      ("adl", "{side: long, entry: 100, mark: 90, bankruptcy: 95, size: 1}", "mark value"),
      ("matching", "{orders: [{id: 1, side: buy, price: 1, qty: 1, tif: X}]}", "unsupported"),
    ]
  )
  func refusals(topic: String, inputs: String, reason: String) throws {
    let yaml = """
      vectors:
      - id: wrong
        topic: \(topic)
        inputs: \(inputs)
        expected: {x: 1}
        abs_tolerance: 0
      """
    let vectors = try VectorFile.parse(yaml, name: "wrong")
    let outcome = ExchangeVectorTests.runner.outcome(of: try #require(vectors.first))
    #expect(outcome.status != .pass)
    #expect(outcome.error?.contains(reason) == true, "\(outcome.error ?? "no error")")
  }
}
