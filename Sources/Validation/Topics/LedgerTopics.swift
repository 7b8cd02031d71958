import Economy

/// The ledger's invariants under random batches.
enum LedgerTopics {
  static let all: [Topic] = [invariants]

  /// The most batches that a vector may ask for: minutes, not hours.
  private static let batchCountMax: Int64 = 10_000_000

  private static let invariants = Topic("sfc_invariants") { (inputs) throws(VectorError) in
    let batches = try inputs.integer("batches")
    guard (1...batchCountMax).contains(batches) else {
      throw inputs.invalid(
        "batches",
        .integer(batches),
        "a whole number from 1 to \(batchCountMax)"
      )
    }
    let seed = UInt64(bitPattern: try inputs.integer("seed"))
    var trial: LedgerTrial
    do throws(OpeningSheetError) {
      trial = try LedgerTrial(try operations(inputs), seed: seed)
    } catch {
      throw .refused(reason: error.description)
    }
    trial.run(batches)
    // A trial ends at its first failure; a vector that fails should say which.
    if let failure = trial.failures.first { throw .refused(reason: failure) }
    return [
      VectorValue.Field("invariant_violations", .integer(Int64(trial.failures.count))),
      VectorValue.Field("funding_payments_sum", .integer(trial.fundingPaymentsSum)),
      VectorValue.Field("variation_margin_sum", .integer(trial.variationMarginSum)),
    ]
  }
}
