import Quantities

@testable import Economy

/// Two banks, their customers and a central bank: small enough to compute by hand.
struct SmallWorld {
  var ledger = Ledger()
  let fed: LedgerAccountID
  let treasury: LedgerAccountID
  let bankA: LedgerAccountID
  let bankB: LedgerAccountID
  let ann: LedgerAccountID
  let bob: LedgerAccountID
  let reserves: InstrumentID
  let treasuryAccount: InstrumentID
  let depositsA: InstrumentID
  let depositsB: InstrumentID
  let bond: InstrumentID
  let coin: InstrumentID
  let perpetual: InstrumentID
  let settlement: LedgerSettlement

  /// Reserves 500 and 300, deposits 400 each, bonds 200 with Ann and 100 with bank A, 5 coins with
  /// Bob at 20 dollars, and Ann long 7 contracts against Bob.
  init() throws {
    fed = try ledger.addAccount(LedgerAccount(name: "FED"))
    treasury = try ledger.addAccount(LedgerAccount(name: "TSY"))
    bankA = try ledger.addAccount(LedgerAccount(name: "A", sector: "banks", isBank: true))
    bankB = try ledger.addAccount(LedgerAccount(name: "B", sector: "banks", isBank: true))
    ann = try ledger.addAccount(LedgerAccount(name: "Ann", sector: "people"))
    bob = try ledger.addAccount(LedgerAccount(name: "Bob", sector: "people"))
    reserves = try Self.money("reserves", fed, &ledger)
    treasuryAccount = try Self.money("TGA", fed, &ledger)
    depositsA = try Self.money("deposits A", bankA, &ledger)
    depositsB = try Self.money("deposits B", bankB, &ledger)
    bond = try Self.money("bond", treasury, &ledger)
    coin = try ledger.addInstrument(
      LedgerInstrument(name: "coin", form: .outside, quantityDecimals: 8, unit: "coin"),
      price: Price(200_000)
    )
    perpetual = try ledger.addInstrument(
      LedgerInstrument(name: "perp", form: .derivative, priceDecimals: 8, unit: "contract"),
      price: Price(0)
    )
    settlement = LedgerSettlement(centralBank: fed, reserves: reserves)
    var batch = LedgerBatch(.opening)
    batch.issue(reserves, issuer: fed, to: bankA, Self.usd(500))
    batch.issue(reserves, issuer: fed, to: bankB, Self.usd(300))
    batch.issue(depositsA, issuer: bankA, to: ann, Self.usd(400))
    batch.issue(depositsB, issuer: bankB, to: bob, Self.usd(400))
    batch.issue(bond, issuer: treasury, to: ann, Self.usd(200))
    batch.issue(bond, issuer: treasury, to: bankA, Self.usd(100))
    batch.issue(treasuryAccount, issuer: fed, to: treasury, Self.usd(50))
    batch.produce(coin, by: bob, Amount(500_000_000))
    batch.novate(perpetual, from: bob, to: ann, Amount(70_000))
    try ledger.apply(batch)
    try ledger.checkInvariants()
    ledger.beginStep()
  }

  private static func money(
    _ name: String,
    _ issuer: LedgerAccountID,
    _ ledger: inout Ledger
  ) throws -> InstrumentID {
    try ledger.addInstrument(
      LedgerInstrument(name: name, form: .claim(issuer: issuer)),
      price: Price(10_000)
    )
  }

  static func usd(_ dollars: Int64) -> Amount { Amount(dollars * 10_000) }

  func held(_ account: LedgerAccountID, _ instrument: InstrumentID) -> Int64 {
    ledger.holding(of: account, in: instrument).units
  }

  var annParty: LedgerSettlement.Party { LedgerSettlement.Party(ann, in: depositsA) }
  var bobParty: LedgerSettlement.Party { LedgerSettlement.Party(bob, in: depositsB) }

  func money(of account: LedgerAccountID) -> InstrumentID {
    if account == ann { return depositsA }
    if account == bob { return depositsB }
    return account == treasury ? treasuryAccount : reserves
  }
}
