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
    let operations = try operations(of: inputs)
    var trial: LedgerTrial
    do throws(OpeningSheetError) {
      trial = try LedgerTrial(operations, seed: seed)
    } catch {
      throw .refused(reason: error.description)
    }
    trial.run(batches)
    var results = [
      VectorValue.Field("invariant_violations", .integer(Int64(trial.failures.count))),
      VectorValue.Field("funding_payments_sum", .integer(trial.fundingPaymentsSum)),
      VectorValue.Field("variation_margin_sum", .integer(trial.variationMarginSum)),
    ]
    // The run ends at the first violation; which one it was stands beside the count.
    for failure in trial.failures { results.append(VectorValue.Field("violation", .word(failure))) }
    return results
  }

  /// The kinds of operation, by name.
  private static func operations(
    of inputs: VectorInputs
  ) throws(VectorError) -> [LedgerTrial.Operation] {
    let known = LedgerTrial.Operation.allCases.map(\.rawValue).joined(separator: ", ")
    var operations: [LedgerTrial.Operation] = []
    for element in try inputs.list("operations") {
      guard case .word(let name) = element, let operation = LedgerTrial.Operation(rawValue: name)
      else { throw inputs.invalid("operations", element, "one of \(known)") }
      operations.append(operation)
    }
    guard !operations.isEmpty else {
      throw inputs.invalid("operations", .list([]), "at least one of \(known)")
    }
    return operations
  }
}
