import Quantities
import Testing

@testable import Economy

@Suite("The opening ledger of every built-in world")
struct OpeningLedgerTests {
  private static let plans: [(name: String, plan: WorldPlan?)] = {
    var divided = WorldPlan.funding()
    divided.participants.removeAll { ["dealers", "funds"].contains($0.name) }
    divided.splits = [
      AccountSplit(
        "DLR",
        [.init("dealer 1", 0.5), .init("dealer 2", 0.3), .init("dealer 3", 0.2)]
      ),
      AccountSplit("HF", [.init("fund 1", 0.7), .init("fund 2", 0.3)]),
      AccountSplit("INST", [.init("pensions", 0.61), .init("insurers", 0.39)]),
    ]
    for place in divided.participants.indices
    where divided.participants[place].words["account"] == "INST" {
      divided.participants[place].words["account"] = "pensions"
      divided.participants[place].words["debt"] = "repo pensions"
    }
    for place in divided.participants.indices
    where divided.participants[place].kind == "cash_lender" {
      divided.participants[place].words["borrowers"] = "dealer 1,dealer 2,dealer 3"
    }
    return [
      ("bare sheet", nil), ("standard", .standard()), ("lite", .lite()), ("funding", .funding()),
      ("funding, split", divided),
    ]
  }()

  private static func ledger(_ plan: WorldPlan?) throws -> Ledger {
    guard let plan else { return try OpeningBalanceSheet.november2025().ledger() }
    return try World(plan, catalogue: .standard, seed: 1, run: 0).ledger
  }

  @Test(
    "every account has what it owes and is worth, every claim is owed once, and all worth is outside assets",
    arguments: 0..<5
  )
  func balances(place: Int) throws {
    let (name, plan) = Self.plans[place]
    let ledger = try Self.ledger(plan)
    #expect(ledger.openingGaps().isEmpty, "\(name): \(ledger.openingGaps())")
    // Of some size: the sheet's total assets exceed a hundred trillion dollars.
    let worth = (1..<UInt32(ledger.accountCount)).reduce(Int128(0)) {
      $0 + ledger.netWorth(of: LedgerAccountID(index: $1))
    }
    #expect(worth > 50_000 * powerOfTen(21))
    try ledger.checkInvariants()
  }

  @Test("a missing unit would be found")
  func finds() throws {
    var ledger = try Self.ledger(nil)
    let deposits = try #require(ledger.instrument(named: "deposits"))
    ledger.outstandingUnits[deposits.column] += 1
    #expect(ledger.openingGaps() == ["BNK", "deposits"])
  }
}

extension Ledger {
  /// Accounts and instruments that do not add up, from holdings, debts and prices alone.
  ///
  /// An account: assets − liabilities − equity ≠ 0. A claim: holders ≠ issuer. A contract: positions that do not
  /// sum to zero. "worth": Σ equity ≠ outside assets at their prices.
  func openingGaps() -> [String] {
    var gaps: [String] = []
    var worth = [Int128](repeating: 0, count: accountCount)
    var outside: Int128 = 0
    var unbalanced: [String] = []
    for place in 0..<UInt32(instrumentCount) {
      let instrument = InstrumentID(index: place)
      let unit = unitWorth(of: instrument)
      var held: Int128 = 0
      for holding in holdings(in: instrument) {
        held += Int128(holding.quantity.units)
        worth[holding.account.column] += Int128(holding.quantity.units) * unit
      }
      switch description(of: instrument).form {
      case .claim(let issuer):
        let owed = Int128(outstanding(instrument).units)
        worth[issuer.column] -= owed * unit
        if held != owed { unbalanced.append(name(of: instrument)) }
      case .outside: outside += held * unit
      case .derivative: if held != 0 { unbalanced.append(name(of: instrument)) }
      }
    }
    var total: Int128 = 0
    for place in 0..<UInt32(accountCount) {
      let account = LedgerAccountID(index: place)
      guard account != .outside else { continue }
      total += netWorth(of: account)
      if worth[account.column] != netWorth(of: account) { gaps.append(name(of: account)) }
    }
    gaps += unbalanced
    if total != outside { gaps.append("worth") }
    return gaps
  }

  private func unitWorth(of instrument: InstrumentID) -> Int128 {
    let description = description(of: instrument)
    let decimals = description.quantityDecimals + description.priceDecimals
    return Int128(price(of: instrument).units)
      * powerOfTen(LedgerInstrument.valueDecimals - decimals)
  }
}
