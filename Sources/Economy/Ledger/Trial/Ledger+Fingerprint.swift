import Exchange

extension Ledger {
  /// The hash of everything a refused batch must leave alone: books, net worths, flows and counts.
  var fingerprint: UInt64 {
    var digest = StateDigest()
    combine(into: &digest)
    digest.combine(batchCount)
    digest.combine(Int64(flows.count))
    digest.combine(Int64(positions.count))
    for value in netWorths + balances + flowMatrix.values + [totalBalance, outsideValue] {
      digest.combine(Int64(truncatingIfNeeded: value))
      digest.combine(Int64(truncatingIfNeeded: value >> 64))
    }
    return digest.value
  }
}
