import Observatory
import Testing

@Suite("LeverageTiers and OpenInterestHistory")
struct DerivativesSourcesTests {
  static let header =
    "symbol,tier,currency,min_notional,max_notional,maintenance_margin_rate,max_leverage,"
    + "cum_maintenance_deduction\n"

  static func tiers(_ rows: String) throws(SourceError) -> LeverageTiers {
    try LeverageTiers(SourceFile(path: "tiers.csv", storedBytes: Array((header + rows).utf8)))
  }

  static func interest(_ text: String) throws(SourceError) -> OpenInterestHistory {
    try OpenInterestHistory(SourceFile(path: "oi.csv", storedBytes: Array(text.utf8)))
  }

  @Test("brackets keep their numbers exactly, and an end at the largest integer is none")
  func readsTiers() throws {
    let tiers = try Self.tiers(
      """
      A/USDT:USDT,1.0,USDT,0.0,50000.0,0.004,125.0,0.0
      A/USDT:USDT,2.0,USDT,50000.0,9.223372036854776e+18,0.0065,75.0,125.0
      B/USDT:USDT,1.0,USDT,0.0,5000.0,0.01,50.0,0.0

      """
    )
    #expect(tiers.symbols == ["A/USDT:USDT", "B/USDT:USDT"])
    let second = try tiers.tiers(of: "A/USDT:USDT")[1]
    #expect(second.maintenanceMarginRate == ExactDecimal(units: 65, decimals: 4))
    #expect(second.maxNotional == nil)
    #expect(second.maxLeverage == 75)
    #expect(second.deduction == ExactDecimal(units: 1_250, decimals: 1))
    let error = #expect(throws: SourceError.self) { try tiers.tiers(of: "A/USDT") }
    #expect(error?.hint == "did you mean A/USDT:USDT?" || error?.hint == nil)
  }

  @Test(
    "brackets that do not join are refused",
    arguments: [
      ("A,1,U,5,10,0.01,50,0", "min_notional: got 5, expected the end of the bracket before"),
      ("A,2,U,0,10,0.01,50,0", "tier: got 2, expected 1"),
      ("A,1,U,0,10,0.01,2.5,0", "max_leverage: got 2.5, expected a positive whole number"),
      (
        "A,1,U,0,10,1.01,50,0",
        "maintenance_margin_rate: got 1.01, expected a fraction above 0, at most 1"
      ),
      (
        "A,1,U,0,10,0.01,50,-1",
        "cum_maintenance_deduction: got -1, expected a number that is not negative"
      ),
      (",1,U,0,10,0.01,50,0", "symbol: got \"\", expected a contract"),
    ]
  )
  func refusesTiers(row: String, expected: String) {
    let error = #expect(throws: SourceError.self) { try Self.tiers(row) }
    #expect(error?.description == "tiers.csv:2: \(expected)")
  }

  @Test("a contract whose brackets are split is refused")
  func refusesSplitContract() {
    #expect(throws: SourceError.self) {
      try Self.tiers("A,1,U,0,10,0.01,50,0\nB,1,U,0,10,0.01,50,0\nA,1,U,0,10,0.01,50,0\n")
    }
  }

  @Test("open interest of one coin takes the coin from the caller")
  func readsOneCoin() throws {
    let history = try Self.interest("date,oi_usd\n2019-03-30,605258083.0\n2019-04-02,1.5\n")
    #expect(history.symbols == ["BTC"])
    #expect(history.readings[0].totalUSD == ExactDecimal(units: 6_052_580_830, decimals: 1))
    let day = try #require(ISO8601.microseconds("2019-04-01"))
    #expect(history.reading(of: "BTC", atOrBefore: day)?.time == history.readings[0].time)
    #expect(history.reading(of: "BTC", atOrBefore: 0) == nil)
  }

  @Test("open interest of several coins keeps what was not published apart from zero")
  func readsSeveralCoins() throws {
    let history = try Self.interest(
      """
      date,symbol,oi_total_usd,oi_coin_margined_usd,oi_stable_margined_coins
      2020-02-27,BTC,100,20,0
      2020-02-27,ADA,7,,1.25

      """
    )
    #expect(history.symbols == ["ADA", "BTC"])
    let ada = try #require(history.readings(of: "ADA").first)
    #expect(ada.coinMarginedUSD == nil)
    #expect(ada.stableMarginedCoins == ExactDecimal(units: 125, decimals: 2))
    #expect(history.readings[0].stableMarginedCoins?.units == 0)
  }

  @Test("a day that does not rise for its coin is refused")
  func refusesRepeatedDay() {
    let error = #expect(throws: SourceError.self) {
      try Self.interest("date,oi_usd\n2019-03-30,1\n2019-03-30,2\n")
    }
    #expect(
      error?.description == "oi.csv:3: date: got 2019-03-30, expected a day after 2019-03-30"
    )
  }
}
