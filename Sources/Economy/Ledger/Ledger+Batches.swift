import Quantities

extension Ledger {
  /// Applies a batch, all of it or nothing, and checks the invariants on what it touched.
  ///
  /// Primitives of one batch net: what an account pays and receives in the same event is compared
  /// with its holding as one sum.
  ///
  /// - Throws: ``LedgerError`` with nothing changed, or ``LedgerError/violated(_:)`` with the books
  ///   broken: end the run.
  /// - Complexity: O(n log n) in the number of primitives.
  public mutating func apply(_ batch: LedgerBatch) throws(LedgerError) {
    var values: [Int128] = []
    var postings: [LedgerPosting] = []
    values.reserveCapacity(batch.primitives.count)
    postings.reserveCapacity(2 * batch.primitives.count)
    for primitive in batch.primitives {
      try check(primitive, in: batch.kind)
      let price = prices[primitive.instrument.column]
      let valuation = valuation(of: primitive.instrument)
      guard let value = valuation.value(primitive.quantity.units, at: price) else {
        throw overflow(of: primitive.postings[0], kind: batch.kind)
      }
      values.append(value)
      let lines = primitive.postings
      postings.append(lines[0])
      postings.append(lines[1])
    }
    try admit(postings, kind: batch.kind)
    try enter(postings, flows: batch.primitives, values: values, kind: batch.kind)
  }

  /// Writes admitted postings and their flows, then checks what they touched.
  mutating func enter(
    _ postings: [LedgerPosting],
    flows primitives: [LedgerPrimitive],
    values: [Int128],
    kind: LedgerFlowKind
  ) throws(LedgerError) {
    batchCount += 1
    for posting in postings { post(posting, kind: kind) }
    for (primitive, value) in zip(primitives, values) {
      record(primitive, value: value, kind: kind)
    }
    try checkTouched(by: postings, kind: kind)
  }

  /// Adds one line to one side of one balance sheet.
  mutating func post(_ posting: LedgerPosting, kind: LedgerFlowKind) {
    let instrument = posting.instrument.column
    let units = posting.change.units
    var value =
      Int128(units) * Int128(prices[instrument].units) * Int128(valueMultipliers[instrument])
    // A sum in the middle of a batch may leave 64 bits and come back: only the net is admitted.
    switch posting.side {
    case .asset:
      let row = positions.insertedRow(posting.account, posting.instrument)
      positions.quantities[row] &+= units
      heldTotals[instrument] += Int128(units)
    case .liability:
      outstandingUnits[instrument] &+= units
      value = -value
    }
    balances[posting.account.column] += value
    totalBalance += value
    lastPostings[instrument] = PostingRecord(
      batchNumber: batchCount,
      kind: kind,
      posting: posting
    )
  }

  /// Books a flow from its payer to its receiver.
  private mutating func record(_ primitive: LedgerPrimitive, value: Int128, kind: LedgerFlowKind) {
    netWorths[primitive.payer.column] -= value
    netWorths[primitive.receiver.column] += value
    flowMatrix[kind, Int(sectorOfAccount[primitive.payer.column])] -= value
    flowMatrix[kind, Int(sectorOfAccount[primitive.receiver.column])] += value
    let instrument = primitive.instrument.column
    switch primitive.act {
    case .produce:
      outsideValue += value
      if kind == .opening {
        initialUnits[instrument] += Int128(primitive.quantity.units)
      } else {
        producedUnits[instrument] += Int128(primitive.quantity.units)
      }
    case .consume:
      outsideValue -= value
      consumedUnits[instrument] += Int128(primitive.quantity.units)
    case .transfer, .issue, .redeem, .novate: break
    }
    guard recordsFlows else { return }
    flows.append(
      LedgerFlow(
        batchNumber: batchCount,
        kind: kind,
        instrument: primitive.instrument,
        payer: primitive.payer,
        receiver: primitive.receiver,
        quantity: primitive.quantity,
        value: value
      )
    )
  }
}
