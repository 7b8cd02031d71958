import Quantities
import Testing

@testable import Economy

@Suite("ledger batches")
struct LedgerBatchTests {
  @Test("a batch with one impossible primitive changes nothing and names it")
  func atomicity() throws {
    var world = try SmallWorld()
    let before = world.ledger.fingerprint
    let hash = world.ledger.stateHash
    var batch = LedgerBatch(.trade)
    batch.transfer(world.bond, from: world.ann, to: world.bob, SmallWorld.usd(1))
    batch.issue(world.bond, issuer: world.treasury, to: world.bob, SmallWorld.usd(1))
    batch.transfer(world.coin, from: world.bob, to: world.ann, Amount(500_000_001))
    #expect(
      throws: LedgerError.holdingInsufficient(
        account: "Bob",
        instrument: "coin",
        posting: "batch 2 (trade), Bob coin holding: -500000001",
        available: 500_000_000,
        needed: 500_000_001
      )
    ) { try world.ledger.apply(batch) }
    #expect(world.ledger.fingerprint == before)
    #expect(world.ledger.stateHash == hash)
    #expect(world.ledger.batchCount == 1)
  }

  @Test("what an account pays and receives in one batch nets")
  func netting() throws {
    var world = try SmallWorld()
    var batch = LedgerBatch(.trade)
    batch.transfer(world.coin, from: world.ann, to: world.bankA, Amount(5))
    batch.transfer(world.coin, from: world.bob, to: world.ann, Amount(5))
    try world.ledger.apply(batch)
    #expect(world.held(world.ann, world.coin) == 0)
    #expect(world.held(world.bankA, world.coin) == 5)
  }

  @Test("quantities near the end of 64 bits are refused, not wrapped")
  func quantityOverflow() throws {
    var ledger = Ledger()
    let issuer = try ledger.addAccount(LedgerAccount(name: "issuer"))
    let holder = try ledger.addAccount(LedgerAccount(name: "holder"))
    let token = try ledger.addInstrument(
      LedgerInstrument(
        name: "token",
        form: .claim(issuer: issuer),
        quantityDecimals: 9,
        priceDecimals: 3
      ),
      price: Price(1)
    )
    var batch = LedgerBatch(.lending)
    batch.issue(token, issuer: issuer, to: holder, Amount(.max - 1))
    try ledger.apply(batch)
    let before = ledger.fingerprint
    batch = LedgerBatch(.lending)
    batch.issue(token, issuer: issuer, to: holder, Amount(2))
    let error = #expect(throws: LedgerError.self) { try ledger.apply(batch) }
    #expect(error?.code == "ledger.overflow")
    #expect(error?.description.contains("token") == true)
    #expect(error?.description.contains("batch 2 (lending)") == true)
    #expect(ledger.fingerprint == before)
    batch = LedgerBatch(.lending)
    batch.issue(token, issuer: issuer, to: holder, Amount(1))
    try ledger.apply(batch)
    #expect(ledger.holding(of: holder, in: token) == Amount(.max))
    try ledger.checkInvariants()
    let wide = #expect(throws: LedgerError.self) { try ledger.revalue(token, to: Price(.max)) }
    #expect(wide?.code == "ledger.overflow")
    #expect(ledger.price(of: token) == Price(1))
    try ledger.checkInvariants()
  }

  @Test("a value beyond the limit is refused before it is posted")
  func valueOverflow() throws {
    var ledger = Ledger()
    let holder = try ledger.addAccount(LedgerAccount(name: "holder"))
    let asset = try ledger.addInstrument(
      LedgerInstrument(name: "asset", form: .outside, quantityDecimals: 0, priceDecimals: 0),
      price: Price(.max)
    )
    var batch = LedgerBatch(.production)
    batch.produce(asset, by: holder, Amount(.max))
    let before = ledger.fingerprint
    let error = #expect(throws: LedgerError.self) { try ledger.apply(batch) }
    #expect(error?.code == "ledger.overflow")
    #expect(ledger.fingerprint == before)
  }

  @Test("a revaluation gives holders what it takes from the issuer")
  func revaluation() throws {
    var world = try SmallWorld()
    let (ann, treasury) = (
      world.ledger.netWorth(of: world.ann), world.ledger.netWorth(of: world.treasury)
    )
    try world.ledger.revalue(world.bond, to: Price(9_000))
    #expect(world.ledger.netWorth(of: world.ann) == ann - 20 * 1_000_000_000_000)
    #expect(world.ledger.netWorth(of: world.treasury) == treasury + 30 * 1_000_000_000_000)
    try world.ledger.revalue(world.coin, to: Price(210_000))
    try world.ledger.checkInvariants()
    #expect(world.ledger.outsideValue == 105 * 1_000_000_000_000)
    #expect(throws: LedgerError.self) { try world.ledger.revalue(world.bond, to: Price(-1)) }
  }

  @Test("equal histories have equal hashes, and any difference shows")
  func hashes() throws {
    var one = try SmallWorld()
    var two = try SmallWorld()
    #expect(one.ledger.stateHash == two.ledger.stateHash)
    var batch = LedgerBatch(.payment)
    batch.transfer(one.bond, from: one.ann, to: one.bob, Amount(1))
    try one.ledger.apply(batch)
    #expect(one.ledger.stateHash != two.ledger.stateHash)
    try two.ledger.apply(batch)
    #expect(one.ledger.stateHash == two.ledger.stateHash)
    // A position that comes and goes leaves no trace in the books.
    let hash = one.ledger.stateHash
    batch = LedgerBatch(.payment)
    batch.transfer(one.coin, from: one.bob, to: one.bankB, Amount(1))
    try one.ledger.apply(batch)
    batch = LedgerBatch(.payment)
    batch.transfer(one.coin, from: one.bankB, to: one.bob, Amount(1))
    try one.ledger.apply(batch)
    #expect(one.ledger.stateHash == hash)
  }

  @Test("a population of a hundred thousand accounts is held sparsely")
  func population() throws {
    var ledger = Ledger()
    let bank = try ledger.addAccount(LedgerAccount(name: "bank", isBank: true))
    let members = try ledger.addPopulation(LedgerAccount(name: "people"), count: 100_000)
    let deposits = try ledger.addInstrument(
      LedgerInstrument(name: "deposits", form: .claim(issuer: bank)),
      price: Price(10_000)
    )
    var batch = LedgerBatch(.opening)
    for member in members {
      batch.issue(
        deposits,
        issuer: bank,
        to: LedgerAccountID(index: member),
        Amount(Int64(member))
      )
    }
    try ledger.apply(batch)
    try ledger.checkInvariants()
    #expect(ledger.positions.count == 100_000)
    let holders = ledger.holdings(in: deposits)
    #expect(holders.map(\.account.index) == Array(members))
    #expect(holders.allSatisfy { $0.quantity.units == Int64($0.account.index) })
  }
}
