import Testing

@testable import Economy

@Suite("random batches on the opening sheet")
struct LedgerTrialTests {
  @Test("ten thousand batches of every kind break no invariant")
  func everything() throws {
    var trial = try LedgerTrial(LedgerTrial.Operation.allCases, seed: 1)
    trial.run(10_000)
    #expect(trial.failures == [])
    #expect(trial.operationCount == 10_000)
    #expect(trial.fundingPaymentsSum == 0)
    #expect(trial.variationMarginSum == 0)
    #expect(trial.fundingPaymentCount > 500)
    #expect(trial.variationMarginCount > 1_000)
    #expect(trial.refusalCount > 500)
    #expect(trial.ledger.batchCount > 8_000)
  }
}
