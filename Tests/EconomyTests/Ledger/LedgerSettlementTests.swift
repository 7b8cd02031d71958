import Quantities
import Testing

@testable import Economy

@Suite("ledger payments and trades")
struct LedgerSettlementTests {
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
    for (claim, amount) in [(world.bond, Int64.min), (world.coin, 1)] {
      #expect(throws: LedgerError.self) {
        try CouponPayment(on: claim, of: Amount(amount), from: world.bobParty)
          .batch(settlement: world.settlement, in: world.ledger) { books.money(of: $0) }
      }
    }
  }
}
