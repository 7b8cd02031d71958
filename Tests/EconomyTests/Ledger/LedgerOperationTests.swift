import Quantities
import Testing

@testable import Economy

@Suite("ledger operations")
struct LedgerOperationTests {
  @Test("a payment between banks cancels a deposit, moves reserves, and issues a deposit")
  func interbankPayment() throws {
    var world = try SmallWorld()
    let payment = MoneyPayment(of: SmallWorld.usd(40), from: world.annParty, to: world.bobParty)
    try world.ledger.apply(try payment.batch(settlement: world.settlement, in: world.ledger))
    #expect(world.held(world.ann, world.depositsA) == 3_600_000)
    #expect(world.ledger.outstanding(world.depositsA) == SmallWorld.usd(360))
    #expect(world.held(world.bankA, world.reserves) == 4_600_000)
    #expect(world.held(world.bankB, world.reserves) == 3_400_000)
    #expect(world.held(world.bob, world.depositsB) == 4_400_000)
    #expect(world.ledger.outstanding(world.reserves) == SmallWorld.usd(800))
    try world.ledger.checkInvariants()
  }

  @Test("a payment within a bank moves a deposit and no reserves")
  func internalPayment() throws {
    var world = try SmallWorld()
    let payment = MoneyPayment(
      of: SmallWorld.usd(40),
      from: world.annParty,
      to: LedgerSettlement.Party(world.bob, in: world.depositsA)
    )
    try world.ledger.apply(try payment.batch(settlement: world.settlement, in: world.ledger))
    #expect(world.held(world.bob, world.depositsA) == 400_000)
    #expect(world.held(world.bankA, world.reserves) == 5_000_000)
    #expect(world.ledger.outstanding(world.depositsA) == SmallWorld.usd(400))
  }

  @Test("the Treasury spends: its account falls, reserves and deposits rise")
  func publicSpending() throws {
    var world = try SmallWorld()
    let payment = MoneyPayment(
      of: SmallWorld.usd(50),
      from: LedgerSettlement.Party(world.treasury, in: world.treasuryAccount),
      to: world.annParty
    )
    try world.ledger.apply(try payment.batch(settlement: world.settlement, in: world.ledger))
    #expect(world.ledger.outstanding(world.treasuryAccount) == .zero)
    #expect(world.ledger.outstanding(world.reserves) == SmallWorld.usd(850))
    #expect(world.held(world.bankA, world.reserves) == 5_500_000)
    #expect(world.held(world.ann, world.depositsA) == 4_500_000)
    #expect(world.ledger.balanceSheet(of: world.fed).balances)
    try world.ledger.checkInvariants()
  }

  @Test("a bank without reserves cannot settle, and the refusal changes nothing")
  func illiquidBank() throws {
    var world = try SmallWorld()
    var drain = LedgerBatch(.payment)
    drain.transfer(world.reserves, from: world.bankB, to: world.bankA, SmallWorld.usd(290))
    try world.ledger.apply(drain)
    let before = world.ledger.fingerprint
    let payment = MoneyPayment(of: SmallWorld.usd(11), from: world.bobParty, to: world.annParty)
    let batch = try payment.batch(settlement: world.settlement, in: world.ledger)
    let error = #expect(throws: LedgerError.self) { try world.ledger.apply(batch) }
    #expect(error?.code == "ledger.holding.insufficient")
    #expect(error?.description.hasPrefix("B: 110000 units of reserves needed") == true)
    #expect(world.ledger.fingerprint == before)
  }

  @Test("money of an issuer that is no bank cannot be paid into a bank")
  func noRoute() throws {
    let world = try SmallWorld()
    var batch = LedgerBatch(.payment)
    let error = #expect(throws: LedgerError.self) {
      try world.settlement.pay(
        Amount(1),
        from: LedgerSettlement.Party(world.ann, in: world.bond),
        to: world.bobParty,
        in: world.ledger,
        adding: &batch
      )
    }
    #expect(error?.code == "ledger.settlement.impossible")
    #expect(batch.primitives.isEmpty)
  }

  @Test("a trade delivers against the rounded cash, the same integer for both")
  func trade() throws {
    var world = try SmallWorld()
    let trade = AssetTrade(
      of: world.coin,
      Amount(12_345_678),
      at: Price(199_999),
      buyer: world.annParty,
      seller: world.bobParty
    )
    let annWorth = world.ledger.netWorth(of: world.ann)
    let bobWorth = world.ledger.netWorth(of: world.bob)
    try world.ledger.apply(try trade.batch(settlement: world.settlement, in: world.ledger))
    // 0.12345678 · 19.9999 = 2.46912325432…, of 10⁻⁴ dollars 24 691.
    #expect(world.held(world.ann, world.depositsA) == 4_000_000 - 24_691)
    #expect(world.held(world.bob, world.depositsB) == 4_000_000 + 24_691)
    #expect(world.held(world.ann, world.coin) == 12_345_678)
    let gained = world.ledger.netWorth(of: world.ann) - annWorth
    #expect(gained == bobWorth - world.ledger.netWorth(of: world.bob))
    try world.ledger.checkInvariants()
  }

  @Test("funding is split by largest remainder and sums to zero")
  func funding() throws {
    var world = try SmallWorld()
    var batch = LedgerBatch(.trade)
    batch.novate(world.perpetual, from: world.bankB, to: world.bankA, Amount(30_000))
    batch.novate(world.perpetual, from: world.bankB, to: world.ann, Amount(1))
    try world.ledger.apply(batch)
    let before = world.ledger
    for amount in [1, -1, 10, 99_999, -99_999] as [Int64] {
      let payment = FundingPayment(on: world.perpetual, longsPay: Amount(amount))
      let credits = try payment.credits(in: world.ledger)
      #expect(credits.reduce(0) { $0 + $1.amount.units } == 0)
      let paidByLongs = credits.filter { world.held($0.account, world.perpetual) > 0 }
      #expect(paidByLongs.reduce(0) { $0 + $1.amount.units } == -amount)
      let books = world
      let paid = try payment.batch(settlement: world.settlement, in: world.ledger) {
        books.money(of: $0)
      }
      try world.ledger.apply(paid)
      try world.ledger.checkInvariants()
    }
    // Longs paid 10 units in all; Ann's side of it and Bob's follow their positions.
    let moved = [world.ann, world.bankA, world.bankB, world.bob].map { account in
      world.ledger.holding(of: account, in: world.money(of: account)).units
        - before.holding(of: account, in: world.money(of: account)).units
    }
    #expect(moved[0] < 0 && moved[3] > 0)
    #expect(world.ledger.flowMatrix.total(of: .funding) == 0)
  }

  @Test("funding of a contract that nobody holds, or of a claim, is refused")
  func fundingRefusals() throws {
    var world = try SmallWorld()
    let empty = try world.ledger.addInstrument(
      LedgerInstrument(name: "empty", form: .derivative),
      price: Price(0)
    )
    let nobody = #expect(throws: LedgerError.self) {
      try FundingPayment(on: empty, longsPay: Amount(1)).credits(in: world.ledger)
    }
    #expect(nobody?.code == "ledger.split.nobody")
    let claim = #expect(throws: LedgerError.self) {
      try FundingPayment(on: world.bond, longsPay: Amount(1)).credits(in: world.ledger)
    }
    #expect(claim?.code == "ledger.act.unsuitable")
  }

  @Test("variation margin pays every gain to within a unit and sums to zero", arguments: 0..<50)
  func variationMargin(step: Int) throws {
    var world = try SmallWorld()
    var batch = LedgerBatch(.trade)
    batch.novate(world.perpetual, from: world.bankB, to: world.bankA, Amount(12_347))
    batch.novate(world.perpetual, from: world.bankB, to: world.ann, Amount(1 + Int64(step)))
    try world.ledger.apply(batch)
    let price = Price(Int64(step - 25) * 33_333_331 + 7)
    try world.ledger.revalue(world.perpetual, to: price)
    let margin = VariationMargin(of: world.perpetual)
    let books = world
    let credits = try margin.settle(settlement: world.settlement, in: &world.ledger) {
      books.money(of: $0)
    }
    #expect(credits.reduce(0) { $0 + $1.amount.units } == 0)
    for credit in credits {
      let exact = Int128(books.held(credit.account, world.perpetual)) * Int128(price.units)
      #expect((exact - Int128(credit.amount.units) * 100_000_000).magnitude < 100_000_000)
    }
    #expect(world.ledger.price(of: world.perpetual) == Price(0))
    try world.ledger.checkInvariants()
  }

  @Test("a position is taken over whichever way it points, and not beyond its size")
  func takeover() throws {
    var world = try SmallWorld()
    for (debtor, sign) in [(world.annParty, Int64(1)), (world.bobParty, -1)] {
      let taker = LedgerSettlement.Party(world.bankB, in: world.reserves)
      let before = world.held(debtor.account, world.perpetual)
      let batch = try Liquidation.takeover(
        of: world.perpetual,
        Amount(20_000),
        from: debtor,
        to: taker,
        penalty: SmallWorld.usd(3),
        settlement: world.settlement,
        in: world.ledger
      )
      try world.ledger.apply(batch)
      #expect(world.held(debtor.account, world.perpetual) == before - sign * 20_000)
      try world.ledger.checkInvariants()
    }
    #expect(world.held(world.bankB, world.perpetual) == 0)
    #expect(world.held(world.bankB, world.reserves) == 3_000_000 + 30_000)
    #expect(throws: LedgerError.self) {
      try Liquidation.takeover(
        of: world.perpetual,
        Amount(50_001),
        from: world.annParty,
        to: world.bobParty,
        penalty: .zero,
        settlement: world.settlement,
        in: world.ledger
      )
    }
  }

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

  @Test("a coupon reaches every holder in its own money and sums to what was paid")
  func coupon() throws {
    var world = try SmallWorld()
    let books = world
    let payment = CouponPayment(
      on: world.bond,
      of: Amount(100),
      from: LedgerSettlement.Party(world.treasury, in: world.treasuryAccount)
    )
    let batch = try payment.batch(settlement: world.settlement, in: world.ledger) {
      books.money(of: $0)
    }
    try world.ledger.apply(batch)
    #expect(world.held(world.treasury, world.treasuryAccount) == 500_000 - 100)
    #expect(world.held(world.ann, world.depositsA) == 4_000_000 + 67)
    // Bank A gets its own 33 and the reserves behind Ann's 67.
    #expect(world.held(world.bankA, world.reserves) == 5_000_000 + 100)
    try world.ledger.checkInvariants()
  }
}
