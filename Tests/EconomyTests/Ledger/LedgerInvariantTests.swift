import Quantities
import Testing

@testable import Economy

/// Each invariant is broken on purpose below the public interface; the books must notice at once.
@Suite("ledger invariants, broken on purpose")
struct LedgerInvariantTests {
  /// The violation that a body must end in.
  private func violation(_ body: () throws -> Void) -> LedgerViolation? {
    let error = #expect(throws: LedgerError.self) { try body() }
    guard case .violated(let violation)? = error else { return nil }
    return violation
  }

  private func leak(
    _ world: inout SmallWorld,
    _ account: LedgerAccountID,
    _ instrument: InstrumentID
  ) throws {
    let posting = LedgerPosting(
      account: account,
      instrument: instrument,
      side: .asset,
      change: Amount(1)
    )
    try world.ledger.enter([posting], flows: [], values: [], kind: .trade)
  }

  @Test("I1: a unit of deposit from nowhere is caught in its batch")
  func claims() throws {
    var world = try SmallWorld()
    let found = violation { try leak(&world, world.ann, world.depositsA) }
    #expect(found?.invariant == .claimsMatch)
    #expect(found?.account == "Ann")
    #expect(found?.instrument == "deposits A")
    #expect(found?.posting == "last posting in batch 2 (trade): Ann holding 1")
    #expect(found?.actual == 4_000_001)
    #expect(found?.expected == 4_000_000)
  }

  @Test("I2: a satoshi from nowhere is caught in its batch")
  func outsideAssets() throws {
    var world = try SmallWorld()
    let found = violation { try leak(&world, world.bob, world.coin) }
    #expect(found?.invariant == .outsideAssetsConserved)
    #expect(found?.account == "Bob")
    #expect(found?.instrument == "coin")
  }

  @Test("I3: a long without a short is caught in its batch")
  func derivatives() throws {
    var world = try SmallWorld()
    let found = violation { try leak(&world, world.bankA, world.perpetual) }
    #expect(found?.invariant == .positionsOffset)
    #expect(found?.account == "A")
    #expect(found?.instrument == "perp")
  }

  @Test("I4: a claim worth more to its holder than to its issuer is caught in the next batch")
  func netWorth() throws {
    var world = try SmallWorld()
    world.ledger.balances[world.ann.column] += 1
    world.ledger.netWorths[world.ann.column] += 1
    world.ledger.totalBalance += 1
    var batch = LedgerBatch(.payment)
    batch.transfer(world.bond, from: world.ann, to: world.bob, Amount(1))
    let found = violation { try world.ledger.apply(batch) }
    #expect(found?.invariant == .netWorthIsOutsideAssets)
    #expect(found?.instrument == "bond")
    #expect(found.map { $0.actual - $0.expected } == 1)
  }

  @Test("I5: a holding below nothing is caught in its batch and at the end of the step")
  func negativeHoldings() throws {
    var world = try SmallWorld()
    let postings = [
      LedgerPosting(
        account: world.bankB,
        instrument: world.coin,
        side: .asset,
        change: Amount(-1)
      ),
      LedgerPosting(account: world.bob, instrument: world.coin, side: .asset, change: Amount(1)),
    ]
    let found = violation {
      try world.ledger.enter(postings, flows: [], values: [], kind: .trade)
    }
    #expect(found?.invariant == .holdingsNotNegative)
    #expect(found?.account == "B")
    #expect(found?.instrument == "coin")
    let again = violation { try world.ledger.checkInvariants() }
    #expect(again?.invariant == .holdingsNotNegative)
    #expect(again?.account == "B")
  }

  @Test("I6: reserves that move without a flow unbalance the balance sheet")
  func balanceSheets() throws {
    var world = try SmallWorld()
    let postings = [
      LedgerPosting(
        account: world.fed,
        instrument: world.reserves,
        side: .liability,
        change: Amount(7)
      ),
      LedgerPosting(
        account: world.bankA,
        instrument: world.reserves,
        side: .asset,
        change: Amount(7)
      ),
    ]
    let found = violation {
      try world.ledger.enter(postings, flows: [], values: [], kind: .assetPurchase)
    }
    #expect(found?.invariant == .balanceSheetsBalance)
    #expect(found?.account == "FED")
    #expect(found?.instrument == "reserves")
    #expect(world.ledger.balanceSheet(of: world.fed).balances == false)
  }

  @Test("I7: a flow without a receiver is caught in the next batch of its kind")
  func flowRows() throws {
    var world = try SmallWorld()
    world.ledger.flowMatrix[.funding, Int(world.ledger.sectorOfAccount[world.ann.column])] += 1
    var batch = LedgerBatch(.funding)
    batch.transfer(world.bond, from: world.ann, to: world.bob, Amount(1))
    let found = violation { try world.ledger.apply(batch) }
    #expect(found?.invariant == .flowsBalance)
    #expect(found?.instrument == "bond")
    #expect(found?.actual == 1)
  }

  @Test("I7: flows that do not explain a sector's stocks are caught at the end of the step")
  func flowColumns() throws {
    var world = try SmallWorld()
    let people = Int(world.ledger.sectorOfAccount[world.ann.column])
    let banks = Int(world.ledger.sectorOfAccount[world.bankA.column])
    world.ledger.flowMatrix[.trade, people] += 5
    world.ledger.flowMatrix[.trade, banks] -= 5
    let found = violation { try world.ledger.checkInvariants() }
    #expect(found?.invariant == .flowsBalance)
    #expect(found?.account == "A")
    #expect(found.map { $0.actual - $0.expected } == -5)
  }

  @Test("a corrupted column that no posting wrote is found at the end of the step, by account")
  func corruption() throws {
    var world = try SmallWorld()
    let row = try #require(world.ledger.positions.row(world.bankA, world.bond))
    world.ledger.positions.quantities[row] += 1
    let found = violation { try world.ledger.checkInvariants() }
    #expect(found?.invariant == .claimsMatch)
    #expect(found?.account == "A")
    #expect(found?.instrument == "bond")
  }

  @Test("a leak planted among random operations ends the run in its step", arguments: 0..<20)
  func plantedLeak(seed: Int) throws {
    var trial = try LedgerTrial(LedgerTrial.Operation.allCases, seed: UInt64(seed))
    trial.run(50)
    var ledger = trial.ledger
    try ledger.checkInvariants()
    let holding = try #require(
      ledger.holdings(of: LedgerAccountID(index: UInt32(1 + seed % 20))).first
    )
    let posting = LedgerPosting(
      account: holding.account,
      instrument: holding.instrument,
      side: .asset,
      change: Amount(1)
    )
    ledger.batchCount += 1
    ledger.post(posting, kind: .trade)
    let found = violation { try ledger.checkInvariants() }
    #expect(found?.account == ledger.name(of: holding.account))
    #expect(found?.instrument == ledger.name(of: holding.instrument))
    #expect(found?.posting.hasPrefix("last posting in batch \(ledger.batchCount) (trade)") == true)
  }
}
