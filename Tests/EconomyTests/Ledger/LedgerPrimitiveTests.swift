import Quantities
import Testing

@testable import Economy

@Suite("ledger primitives")
struct LedgerPrimitiveTests {
  @Test("a transfer moves a holding and nothing else")
  func transfer() throws {
    var world = try SmallWorld()
    var batch = LedgerBatch(.payment)
    batch.transfer(world.bond, from: world.ann, to: world.bob, SmallWorld.usd(30))
    try world.ledger.apply(batch)
    #expect(world.held(world.ann, world.bond) == 1_700_000)
    #expect(world.held(world.bob, world.bond) == 300_000)
    #expect(world.ledger.outstanding(world.bond) == SmallWorld.usd(300))
    #expect(world.ledger.flows.map(\.payer) == [world.ann])
    #expect(world.ledger.flows.map(\.value) == [30 * 1_000_000_000_000])
  }

  @Test("issue and redeem change what the issuer owes by what the holder has")
  func issueAndRedeem() throws {
    var world = try SmallWorld()
    let worth = world.ledger.netWorth(of: world.treasury)
    var batch = LedgerBatch(.lending)
    batch.issue(world.bond, issuer: world.treasury, to: world.bob, SmallWorld.usd(10))
    try world.ledger.apply(batch)
    #expect(world.ledger.outstanding(world.bond) == SmallWorld.usd(310))
    #expect(world.held(world.bob, world.bond) == 100_000)
    #expect(world.ledger.netWorth(of: world.treasury) == worth - 10 * 1_000_000_000_000)
    batch = LedgerBatch(.lending)
    batch.redeem(world.bond, issuer: world.treasury, from: world.bob, SmallWorld.usd(10))
    try world.ledger.apply(batch)
    #expect(world.ledger.outstanding(world.bond) == SmallWorld.usd(300))
    #expect(world.ledger.netWorth(of: world.treasury) == worth)
    try world.ledger.checkInvariants()
  }

  @Test("production and consumption are counted against the outside")
  func produceAndConsume() throws {
    var world = try SmallWorld()
    var batch = LedgerBatch(.production)
    batch.produce(world.coin, by: world.ann, Amount(3))
    try world.ledger.apply(batch)
    batch = LedgerBatch(.consumption)
    batch.consume(world.coin, by: world.bob, Amount(5))
    try world.ledger.apply(batch)
    #expect(world.ledger.outstanding(world.coin) == Amount(499_999_998))
    #expect(world.ledger.producedUnits[world.coin.column] == 3)
    #expect(world.ledger.consumedUnits[world.coin.column] == 5)
    #expect(world.ledger.flows.map(\.payer) == [.outside, world.bob])
    try world.ledger.checkInvariants()
  }

  @Test("a novation moves a signed position and can turn it")
  func novate() throws {
    var world = try SmallWorld()
    var batch = LedgerBatch(.trade)
    batch.novate(world.perpetual, from: world.ann, to: world.bankA, Amount(100_000))
    try world.ledger.apply(batch)
    #expect(world.held(world.ann, world.perpetual) == -30_000)
    #expect(world.held(world.bankA, world.perpetual) == 100_000)
    #expect(world.held(world.bob, world.perpetual) == -70_000)
    try world.ledger.checkInvariants()
  }

  @Test("an act that does not fit its instrument is refused and changes nothing")
  func misfits() throws {
    var world = try SmallWorld()
    var batches: [LedgerBatch] = []
    func add(_ build: (inout LedgerBatch) -> Void) {
      var batch = LedgerBatch(.payment)
      build(&batch)
      batches.append(batch)
    }
    let (ann, bob, fed) = (world.ann, world.bob, world.fed)
    let one = Amount(1)
    add { $0.transfer(world.perpetual, from: ann, to: bob, one) }
    add { $0.novate(world.bond, from: ann, to: bob, one) }
    add { $0.issue(world.bond, issuer: fed, to: bob, one) }
    add { $0.redeem(world.bond, issuer: fed, from: ann, one) }
    add { $0.issue(world.coin, issuer: fed, to: bob, one) }
    add { $0.produce(world.bond, by: ann, one) }
    add { $0.consume(world.perpetual, by: ann, one) }
    add { $0.produce(world.coin, by: .outside, one) }
    add { $0.transfer(world.coin, from: bob, to: .outside, one) }
    let before = world.ledger.fingerprint
    for batch in batches {
      let error = #expect(throws: LedgerError.self) { try world.ledger.apply(batch) }
      #expect(error?.code == "ledger.act.unsuitable")
      #expect(world.ledger.fingerprint == before)
    }
  }

  @Test("an unknown account, an unknown instrument and a negative quantity are named")
  func unknown() throws {
    var world = try SmallWorld()
    var batch = LedgerBatch(.payment)
    batch.transfer(
      world.bond,
      from: world.ann,
      to: LedgerAccountID(index: 99),
      Amount(1)
    )
    #expect(throws: LedgerError.accountUnknown(index: 99)) { try world.ledger.apply(batch) }
    batch = LedgerBatch(.payment)
    batch.transfer(InstrumentID(index: 77), from: world.ann, to: world.bob, Amount(1))
    #expect(throws: LedgerError.instrumentUnknown(index: 77)) { try world.ledger.apply(batch) }
    batch = LedgerBatch(.payment)
    batch.transfer(world.bond, from: world.ann, to: world.bob, Amount(-1))
    let error = #expect(throws: LedgerError.self) { try world.ledger.apply(batch) }
    #expect(error?.code == "ledger.quantity.notPositive")
  }

  @Test("nothing leaves a frozen account, but it can receive")
  func frozen() throws {
    var world = try SmallWorld()
    let lost = try world.ledger.addAccount(LedgerAccount(name: "LOST", isFrozen: true))
    var batch = LedgerBatch(.payment)
    batch.transfer(world.coin, from: world.bob, to: lost, Amount(10))
    try world.ledger.apply(batch)
    batch = LedgerBatch(.payment)
    batch.transfer(world.coin, from: lost, to: world.bob, Amount(10))
    let error = #expect(throws: LedgerError.self) { try world.ledger.apply(batch) }
    #expect(error?.code == "ledger.account.frozen")
    #expect(world.held(lost, world.coin) == 10)
  }

  @Test("names are unique, and a population is numbered")
  func names() throws {
    var world = try SmallWorld()
    #expect(throws: LedgerError.self) { try world.ledger.addAccount(LedgerAccount(name: "Ann")) }
    #expect(throws: LedgerError.self) {
      try world.ledger.addInstrument(
        LedgerInstrument(name: "coin", form: .outside),
        price: Price(1)
      )
    }
    let range = try world.ledger.addPopulation(LedgerAccount(name: "retail"), count: 1_000)
    #expect(range.count == 1_000)
    let member = LedgerAccountID(index: range.lowerBound + 17)
    #expect(world.ledger.name(of: member) == "retail[17]")
    #expect(world.ledger.name(of: world.ann) == "Ann")
    #expect(world.ledger.description(of: member).sector == "retail")
  }
}
