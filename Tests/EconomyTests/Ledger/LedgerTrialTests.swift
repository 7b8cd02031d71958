import Quantities
import Testing

@testable import Economy

@Suite("random batches on the opening sheet")
struct LedgerTrialTests {
  @Test("ten thousand operations of every kind break no invariant")
  func everything() throws {
    var trial = try LedgerTrial(LedgerTrial.Operation.allCases, seed: 1)
    trial.run(10_000)
    #expect(trial.failures == [])
    #expect(trial.operationCount == 10_000)
    #expect(trial.fundingPaymentsSum == 0)
    #expect(trial.variationMarginSum == 0)
    // The zeros mean something: payments were made, and many excesses were refused.
    #expect(trial.fundingPaymentCount > 500)
    #expect(trial.variationMarginCount > 1_000)
    #expect(trial.refusalCount > 500)
    #expect(trial.ledger.batchCount > 8_000)
  }

  @Test("every kind by itself", arguments: LedgerTrial.Operation.allCases)
  func single(operation: LedgerTrial.Operation) throws {
    for seed in [2, UInt64.max] {
      var trial = try LedgerTrial([operation], seed: seed)
      trial.run(300)
      #expect(trial.failures == [])
      #expect(trial.ledger.batchCount > 100)
      #expect(trial.refusalCount > 5)
    }
  }

  @Test("the same seed gives the same books, another seed others")
  func determinism() throws {
    func hash(_ seed: UInt64, in parts: [Int64]) throws -> UInt64 {
      var trial = try LedgerTrial(LedgerTrial.Operation.allCases, seed: seed)
      for part in parts { trial.run(part) }
      return trial.ledger.stateHash
    }
    let whole = try hash(5, in: [400])
    #expect(try hash(5, in: [400]) == whole)
    #expect(try hash(5, in: [1, 150, 249]) == whole)
    #expect(try hash(6, in: [400]) != whole)
  }

  @Test("the sums are measured: money that comes from somebody else shows")
  func measuredSums() throws {
    var trial = try LedgerTrial([.funding], seed: 1)
    let ledger = trial.ledger
    let lender = try #require(ledger.account(named: "DEFI"))
    let trader = try #require(ledger.account(named: "RETAIL"))
    let (coins, derivative) = (trial.world.stablecoins, trial.world.derivatives[0])
    var gift = LedgerBatch(.funding)
    gift.transfer(coins, from: lender, to: trader, Amount(3))
    for isMargin in [false, true] {
      let isPaid = trial.attemptSettlement(of: derivative, isMargin: isMargin) {
        (ledger: inout Ledger) throws(LedgerError) in try ledger.apply(gift)
      }
      #expect(isPaid)
    }
    #expect(trial.fundingPaymentsSum == 3)
    #expect(trial.variationMarginSum == 3)
    #expect(trial.failures == [])
  }

  @Test("a refusal that changed something, and an excess that was not refused, are failures")
  func failures() throws {
    var trial = try LedgerTrial([.hack], seed: 1)
    let reserves = trial.world.reserves
    trial.attempt(.trade, isExcess: true) { _ in }
    #expect(trial.failures.count == 1)
    trial.attempt(.trade) { (ledger: inout Ledger) throws(LedgerError) in
      ledger.lastPostings[reserves.column] = nil
      ledger.batchCount += 1
      throw .nobodyHolds(instrument: "anything")
    }
    #expect(trial.failures.count == 2)
    let before = trial.operationCount
    trial.run(10)
    #expect(trial.operationCount == before, "a broken trial goes on")
  }
}
