import Quantities
import Testing

@testable import Economy

@Suite("derivatives on the ledger")
struct LedgerDerivativeTests {
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
}
