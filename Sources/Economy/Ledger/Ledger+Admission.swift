import Quantities

extension Ledger {
  /// Refuses a primitive that names something unknown or does not fit its instrument.
  func check(
    _ primitive: LedgerPrimitive,
    in kind: LedgerFlowKind
  ) throws(LedgerError) {
    guard primitive.payer.column < accountCount else {
      throw .accountUnknown(index: primitive.payer.index)
    }
    guard primitive.receiver.column < accountCount else {
      throw .accountUnknown(index: primitive.receiver.index)
    }
    guard primitive.instrument.column < instrumentCount else {
      throw .instrumentUnknown(index: primitive.instrument.index)
    }
    guard primitive.quantity.units > 0 else {
      throw .quantityNotPositive(
        posting: describe(primitive, kind: kind),
        quantity: primitive.quantity.units
      )
    }
    guard let expected = misfit(of: primitive) else { return }
    throw .actUnsuitable(posting: describe(primitive, kind: kind), expected: expected)
  }

  /// What a primitive should have been, or nil if it fits.
  private func misfit(of primitive: LedgerPrimitive) -> String? {
    let outside = LedgerAccountID.outside
    let isInside = primitive.payer != outside && primitive.receiver != outside
    switch (primitive.act, instruments[primitive.instrument.column].form) {
    case (.transfer, .claim), (.transfer, .outside), (.novate, .derivative):
      return isInside ? nil : "two accounts inside the economy"
    case (.issue, .claim(let issuer)):
      guard primitive.payer == issuer else { return "the issuer \(name(of: issuer))" }
      return isInside ? nil : "a holder inside the economy"
    case (.redeem, .claim(let issuer)):
      guard primitive.receiver == issuer else { return "the issuer \(name(of: issuer))" }
      return isInside ? nil : "a holder inside the economy"
    case (.produce, .outside): return primitive.receiver != outside ? nil : "an actor"
    case (.consume, .outside): return primitive.payer != outside ? nil : "an actor"
    case (.transfer, .derivative): return "a claim or outside asset"
    case (.novate, _): return "a derivative"
    case (.issue, _), (.redeem, _): return "a claim"
    case (.produce, _), (.consume, _): return "an outside asset"
    }
  }

  /// Refuses postings whose net would leave 64 bits, go below nothing, or move what is frozen.
  func admit(_ postings: [LedgerPosting], kind: LedgerFlowKind) throws(LedgerError) {
    var order: [(entry: UInt128, line: Int)] = []
    order.reserveCapacity(postings.count)
    for (line, posting) in postings.enumerated() { order.append((posting.sortKey, line)) }
    order.sort { $0.entry != $1.entry ? $0.entry < $1.entry : $0.line < $1.line }
    var start = 0
    while start < order.count {
      var end = start
      var net: Int128 = 0
      // The line to blame is the last that takes something away.
      var blamed = order[start].line
      while end < order.count, order[end].entry == order[start].entry {
        let change = postings[order[end].line].change.units
        if change < 0 { blamed = order[end].line }
        net += Int128(change)
        end += 1
      }
      try admit(net, to: postings[blamed], kind: kind)
      start = end
    }
  }

  private func admit(
    _ net: Int128,
    to posting: LedgerPosting,
    kind: LedgerFlowKind
  ) throws(LedgerError) {
    let instrument = posting.instrument
    let isAsset = posting.side == .asset
    let held =
      isAsset
      ? positions.quantity(posting.account, instrument) : outstandingUnits[instrument.column]
    let result = Int128(held) + net
    if result < 0, !isAsset || instruments[instrument.column].form != .derivative {
      throw .holdingInsufficient(
        account: name(of: posting.account),
        instrument: name(of: instrument),
        posting: describe(posting, kind: kind),
        available: held,
        needed: Int64(clamping: -net)
      )
    }
    guard let units = Int64(exactly: result),
      value(units, of: instrument, at: prices[instrument.column]) != nil
    else { throw overflow(of: posting, kind: kind) }
    if isAsset, net < 0, isFrozen[posting.account.column] {
      throw .accountFrozen(
        account: name(of: posting.account),
        instrument: name(of: instrument),
        posting: describe(posting, kind: kind)
      )
    }
  }

  /// The refusal of a posting whose result does not fit.
  func overflow(of posting: LedgerPosting, kind: LedgerFlowKind) -> LedgerError {
    .overflow(
      account: name(of: posting.account),
      instrument: name(of: posting.instrument),
      posting: describe(posting, kind: kind)
    )
  }

  private func describe(_ primitive: LedgerPrimitive, kind: LedgerFlowKind) -> String {
    "\(kind.title): \(primitive.act) of \(primitive.quantity.units) "
      + "\(name(of: primitive.instrument)) from \(name(of: primitive.payer)) "
      + "to \(name(of: primitive.receiver))"
  }

  /// One phrase that names a posting of the batch being applied.
  func describe(_ posting: LedgerPosting, kind: LedgerFlowKind) -> String {
    let side = posting.side == .asset ? "holding" : "liability"
    return "batch \(batchCount + 1) (\(kind.title)), \(name(of: posting.account)) "
      + "\(name(of: posting.instrument)) \(side): \(posting.change.units)"
  }
}
