import Quantities
import Testing

@testable import Economy

@Suite("ledger operations")
struct LedgerOperationTests {
  @Test("a foreclosure gives collateral for cancelled debt")
  func foreclosure() throws {
    var world = try SmallWorld()
    let loan = try world.ledger.addInstrument(
      LedgerInstrument(name: "loan", form: .claim(issuer: world.bob)),
      price: Price(10_000)
    )
    var lend = LedgerBatch(.lending)
    lend.issue(loan, issuer: world.bob, to: world.bankA, SmallWorld.usd(60))
    try world.ledger.apply(lend)
    let batch = Liquidation.foreclosure(
      of: loan,
      repaid: SmallWorld.usd(60),
      collateral: world.coin,
      seized: Amount(315_000_000),
      debtor: world.bob,
      creditor: world.bankA
    )
    try world.ledger.apply(batch)
    #expect(world.ledger.outstanding(loan) == .zero)
    #expect(world.held(world.bankA, world.coin) == 315_000_000)
    try world.ledger.checkInvariants()
  }

  @Test("a default takes the same integer from creditors and debtor")
  func writeDown() throws {
    var world = try SmallWorld()
    let recovery = Rate(partsPerMillion: 333_333)
    let batch = try DebtDefault(on: world.bond, recovery: recovery, in: world.ledger)
      .batch(in: world.ledger)
    try world.ledger.apply(batch)
    // 300.0000 · 0.333333 = 99.9999 stays, of which Ann keeps two thirds.
    #expect(world.ledger.outstanding(world.bond) == Amount(999_999))
    #expect(world.held(world.ann, world.bond) == 666_666)
    #expect(world.held(world.bankA, world.bond) == 333_333)
    #expect(world.ledger.flowMatrix.total(of: .default) == 0)
    try world.ledger.checkInvariants()
    #expect(throws: LedgerError.self) {
      try DebtDefault(on: world.bond, losing: Amount(1_000_000)).batch(in: world.ledger)
    }
    #expect(throws: LedgerError.self) {
      try DebtDefault(on: world.bond, recovery: Rate(partsPerMillion: 1_000_001), in: world.ledger)
    }
    #expect(throws: LedgerError.self) {
      try DebtDefault(on: world.coin, losing: Amount(1)).batch(in: world.ledger)
    }
    #expect(throws: LedgerError.self) {
      try DebtDefault(on: world.bond, losing: Amount(.min)).batch(in: world.ledger)
    }
  }

  @Test("a hack conserves coins and changes who owns them")
  func hack() throws {
    var world = try SmallWorld()
    let thief = try world.ledger.addAccount(LedgerAccount(name: "THIEF"))
    let hack = Hack(of: world.coin, Amount(499_999_999), victim: world.bob, thief: thief)
    try world.ledger.apply(hack.batch)
    #expect(world.held(thief, world.coin) == 499_999_999)
    #expect(world.held(world.bob, world.coin) == 1)
    #expect(world.ledger.outstanding(world.coin) == Amount(500_000_000))
    #expect(world.ledger.flows.last?.kind == .hack)
    try world.ledger.checkInvariants()
    #expect(throws: LedgerError.self) { try world.ledger.apply(hack.batch) }
  }

  @Test("the central bank pays a bank in reserves and anyone else through its bank")
  func assetPurchase() throws {
    var world = try SmallWorld()
    let fromBank = AssetPurchase(
      of: world.bond,
      SmallWorld.usd(10),
      at: Price(10_100),
      from: LedgerSettlement.Party(world.bankA, in: world.reserves)
    )
    try world.ledger.apply(try fromBank.batch(settlement: world.settlement, in: world.ledger))
    #expect(world.held(world.fed, world.bond) == 100_000)
    #expect(world.held(world.bankA, world.reserves) == 5_101_000)
    #expect(world.ledger.outstanding(world.depositsA) == SmallWorld.usd(400))
    let fromAnn = AssetPurchase(
      of: world.bond,
      SmallWorld.usd(20),
      at: Price(10_000),
      from: world.annParty
    )
    try world.ledger.apply(try fromAnn.batch(settlement: world.settlement, in: world.ledger))
    #expect(world.held(world.fed, world.bond) == 300_000)
    #expect(world.held(world.bankA, world.reserves) == 5_301_000)
    #expect(world.held(world.ann, world.depositsA) == 4_200_000)
    #expect(world.ledger.outstanding(world.reserves) == Amount(8_301_000))
    #expect(world.ledger.balanceSheet(of: world.fed).balances)
    try world.ledger.checkInvariants()
  }

  @Test("gold at 2 920 dollars is worth 752.5358 bn more: certificates and the Treasury's account")
  func goldRevaluation() throws {
    var ledger = try OpeningBalanceSheet.november2025().ledger()
    let revaluation = try TrialWorld(ledger).revaluation
    let gain = try revaluation.gain(from: Price(422_222), to: Price(29_200_000), in: ledger)
    #expect(gain == Amount(7_525_358_039_666_428))
    let ounces = ledger.holding(of: revaluation.treasury, in: revaluation.gold)
    let worth = ledger.netWorth(of: revaluation.treasury)
    try ledger.apply(try revaluation.batch(gain, in: ledger))
    try ledger.checkInvariants()
    #expect(ledger.outstanding(revaluation.certificates).units == 110_000_000_000_000 + gain.units)
    #expect(
      ledger.outstanding(revaluation.treasuryAccount).units == 9_000_000_000_000_000 + gain.units
    )
    #expect(ledger.holding(of: revaluation.treasury, in: revaluation.gold) == ounces)
    #expect(ledger.netWorth(of: revaluation.treasury) == worth)
    let fed = ledger.balanceSheet(of: revaluation.centralBank)
    #expect(fed.balances)
    #expect(fed.netWorth == 65 * powerOfTen(21))
    let before = ledger.fingerprint
    let error = #expect(throws: LedgerError.self) {
      try ledger.apply(try revaluation.batch(gain, in: ledger))
    }
    #expect(error?.code == "ledger.backing.insufficient")
    #expect(ledger.fingerprint == before)
  }

  @Test("a swap line is three claims of one amount, and its repayment cancels them")
  func swapLine() throws {
    var world = try SmallWorld()
    let foreign = try world.ledger.addAccount(LedgerAccount(name: "ECB"))
    let claim = try world.ledger.addInstrument(
      LedgerInstrument(name: "swap", form: .claim(issuer: foreign)),
      price: Price(10_000)
    )
    let loan = try world.ledger.addInstrument(
      LedgerInstrument(name: "swap loan", form: .claim(issuer: world.bankB)),
      price: Price(10_000)
    )
    let line = SwapLine(
      claim: claim,
      loan: loan,
      foreignCentralBank: foreign,
      bank: world.bankB
    )
    let hash = world.ledger.stateHash
    let worth = world.ledger.netWorths
    try world.ledger.apply(line.draw(SmallWorld.usd(25), settlement: world.settlement))
    #expect(world.held(world.fed, claim) == 250_000)
    #expect(world.held(foreign, loan) == 250_000)
    #expect(world.held(world.bankB, world.reserves) == 3_250_000)
    #expect(world.ledger.netWorths == worth)
    try world.ledger.checkInvariants()
    try world.ledger.apply(line.repayment(SmallWorld.usd(25), settlement: world.settlement))
    #expect(world.ledger.stateHash == hash)
    #expect(throws: LedgerError.self) {
      try world.ledger.apply(line.repayment(Amount(1), settlement: world.settlement))
    }
  }
}
