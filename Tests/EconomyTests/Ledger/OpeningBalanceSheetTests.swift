import Quantities
import Testing

@testable import Economy

@Suite("the opening balance sheet")
struct OpeningBalanceSheetTests {
  /// The totals as they stand in the document, in billions of dollars (millions of coins for BTC).
  static let totals: [(family: String, text: String, decimals: Int)] = [
    ("reserves", "2830", 13), ("ON RRP", "5", 13), ("foreign repo pool", "350", 13),
    ("TGA", "900", 13), ("currency", "2400", 13), ("gold certificates", "11", 13),
    ("bills", "6600", 13), ("coupons", "23400", 13), ("MBS", "9000", 13),
    ("bank loans", "12800", 13), ("offshore USD loans", "6000", 13), ("deposits", "17700", 13),
    ("offshore USD deposits", "6000", 13), ("CD/CP", "1000", 13), ("repo", "6800", 13),
    ("MMF shares", "6705", 13), ("stablecoins", "305", 13), ("SPX shares", "58000", 13),
    ("BTC", "19.95", 14),
  ]

  @Test("every total of the document is the sum of its holders and what its issuers owe")
  func documentTotals() throws {
    let sheet = try OpeningBalanceSheet.november2025()
    let ledger = try sheet.ledger()
    for total in Self.totals {
      let stated = try FixedPoint.units(total.text, decimals: total.decimals)
      var held: Int64 = 0
      var owed: Int64 = 0
      for line in sheet.lines where line.family == total.family {
        let instrument = try #require(ledger.instrument(named: line.name))
        held += ledger.holdings(in: instrument).reduce(0) { $0 + $1.quantity.units }
        owed += ledger.outstanding(instrument).units
      }
      #expect(held == stated, "\(total.family)")
      #expect(owed == stated, "\(total.family)")
    }
  }

  @Test("net worths are what the document implies, exactly")
  func residuals() throws {
    let ledger = try OpeningBalanceSheet.november2025().ledger()
    let billion = powerOfTen(21)
    let expected: [(String, Int128)] = [
      ("FED", 65), ("MMF", 0), ("DLR", 100), ("HF", 700), ("BNK", 2_750), ("FBK", 1_380),
      ("CRY", 115), ("THIEF", 0),
    ]
    for (name, worth) in expected {
      let account = try #require(ledger.account(named: name))
      #expect(ledger.netWorth(of: account) == worth * billion, "\(name)")
      #expect(ledger.balanceSheet(of: account).balances, "\(name)")
    }
    let fed = ledger.balanceSheet(of: try #require(ledger.account(named: "FED")))
    // Total assets of 6.55 tn, as §3.19 states.
    #expect(fed.assets.reduce(0) { $0 + $1.value } == 6_550 * billion)
    #expect(
      fed.liabilities.map(\.family) == [
        "reserves", "ON RRP", "foreign repo pool", "TGA", "currency",
      ]
    )
  }

  @Test("contracts have as many longs as shorts, 68 billion dollars a side")
  func derivatives() throws {
    let sheet = try OpeningBalanceSheet.november2025()
    let ledger = try sheet.ledger()
    var longs: Int64 = 0
    for line in sheet.lines where line.isDerivative {
      let instrument = try #require(ledger.instrument(named: line.name))
      let holdings = ledger.holdings(in: instrument)
      #expect(holdings.reduce(0) { $0 + $1.quantity.units } == 0)
      longs += holdings.reduce(0) { $0 + max(0, $1.quantity.units) }
    }
    #expect(longs == 68 * 10_000_000_000_000)
  }

  @Test("both tables of the opening step balance")
  func tables() throws {
    let ledger = try OpeningBalanceSheet.november2025().ledger()
    #expect(ledger.balanceSheetMatrix().balances)
    #expect(ledger.flowMatrixTable().balances)
    #expect(ledger.flows.isEmpty)
  }

  private static func sheet(
    holders: String = #"{"a": 1, "b": 2.5}"#,
    totals: String = #"{"loans": 3.5}"#,
    residual: String = #"{"account": "b", "name": "equity", "value": 2.5}"#,
    extra: String = ""
  ) -> String {
    """
    {"name": "small", "source": "test",
     "accounts": [{"name": "a", "description": "x"}, {"name": "b", "description": "y"}],
     "instruments": [{"name": "loans", "issuer": "a", "holders": \(holders)\(extra)}],
     "totals": \(totals), "residuals": [\(residual)]}
    """
  }

  @Test("a small sheet loads to the last unit")
  func smallSheet() throws {
    let ledger = try OpeningBalanceSheet(json: Array(Self.sheet().utf8)).ledger()
    let loans = try #require(ledger.instrument(named: "loans"))
    #expect(ledger.outstanding(loans) == Amount(35_000_000_000_000))
  }

  @Test(
    "a sheet that does not add up, or cannot be read, is refused by name",
    arguments: [
      (sheet(totals: #"{"loans": 3.4}"#), "loans: holders sum to 35000000000000"),
      (
        sheet(residual: #"{"account": "b", "name": "equity", "value": 2}"#),
        "b, equity: net worth 2500000000000000000000"
      ),
      (sheet(holders: #"{"a": 1, "c": 2.5}"#), "loans: got c, expected an account"),
      (sheet(holders: #"{"a": 1, "b": 0.00000000000001}"#), "instruments[0].holders.b"),
      (sheet(holders: #"{"a": 1, "b": "2.5"}"#), "instruments[0].holders.b: got something else"),
      (sheet(holders: #"{"a": -1, "b": 4.5}"#), "lending"),
      (sheet(extra: #", "prise": "1""#), "instruments[0]: got prise, expected one of"),
      (sheet(extra: #", "kind": "bond""#), "instruments[0].kind: got bond"),
      (sheet(extra: #", "in": "dozen""#), "instruments[0].in: got dozen"),
      (sheet(totals: #"{"bonds": 3.5}"#), "totals: got bonds"),
      (sheet(residual: #"{"account": "z", "name": "equity"}"#), "residuals: got z"),
      (sheet(residual: #"{"account": "b", "account": "b"}"#), "line 4: expected a field other"),
      ("{\"name\": \"x\",\n \"accounts\" [] }", "line 2: expected a colon"),
      ("{", "line 1: expected a quoted text"),
      (String(repeating: "[", count: 100_000), "line 1: expected at most 32 levels"),
      ("{\"name\": \"x\"} 1", "line 1: expected the end of the text"),
    ] as [(text: String, error: String)]
  )
  func refusals(text: String, error expected: String) throws {
    let error = #expect(throws: OpeningSheetError.self) {
      _ = try OpeningBalanceSheet(json: Array(text.utf8)).ledger()
    }
    let description = error?.description ?? ""
    let matches =
      expected == "lending"
      ? error?.code == "sheet.refused" : description.hasPrefix(expected)
    #expect(matches, "\(description)")
  }
}
