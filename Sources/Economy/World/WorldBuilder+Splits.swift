import Quantities

extension WorldBuilder {
  /// What has been split so far: the accounts of the parts, by the name of the account.
  typealias SplitAccounts = [String: (parts: [LedgerAccountID], weights: [Int64])]

  /// Divides accounts of the sheet, in the order of the plan.
  mutating func splitAccounts() throws(WorldError) {
    var done: SplitAccounts = [:]
    for split in plan.splits {
      let account = try splittable(split, done)
      let weights = try weights(of: split, done)
      var parts: [LedgerAccountID] = []
      for part in split.parts { parts.append(try addPart(part, of: account)) }
      try divideClaims(on: account, split, parts, weights, done)
      try divideAssets(of: account, parts, weights)
      done[split.account] = (parts, weights)
    }
  }

  // MARK: - What can be split

  /// The account, if the world does not need it whole.
  private func splittable(
    _ split: AccountSplit,
    _ done: SplitAccounts
  ) throws(WorldError) -> LedgerAccountID {
    guard let account = setup.ledger.account(named: split.account), account != .outside,
      done[split.account] == nil
    else {
      throw invalid(split, split.account, "an account of the sheet that is not split yet")
    }
    let bank = issuer(of: deposits)
    guard account != residual, account != settlement.centralBank, account != bank else {
      throw invalid(
        split,
        split.account,
        "an account other than the central bank, the residual provider and the bank of all deposits"
      )
    }
    for place in 0..<setup.ledger.instrumentCount {
      let claim = InstrumentID(index: UInt32(place))
      let name = setup.ledger.name(of: claim)
      guard issuer(of: claim) == account, plan.markets.contains(where: { $0.name == name }) else {
        continue
      }
      throw invalid(split, split.account, "an account whose claims have no market, as \(name) has")
    }
    return account
  }

  /// Shares as integers that sum to 10¹⁵: the last one takes the rest.
  private func weights(
    of split: AccountSplit,
    _ done: SplitAccounts
  ) throws(WorldError) -> [Int64] {
    let sum = split.parts.reduce(0) { $0 + $1.share }
    let arePositive = split.parts.allSatisfy { $0.share > 0 && $0.share.isFinite }
    guard !split.parts.isEmpty, arePositive, abs(sum - 1) < 1e-9 else {
      throw invalid(split, "\(split.parts.map(\.share))", "positive shares that sum to one")
    }
    var weights = split.parts.dropLast().map { Int64(($0.share * 1e15).rounded()) }
    weights.append(1_000_000_000_000_000 - weights.reduce(0, +))
    guard weights.allSatisfy({ $0 > 0 }) else {
      throw invalid(split, "\(split.parts.map(\.share))", "shares of at least 10⁻¹⁵")
    }
    guard !split.pairedCreditor.isEmpty else { return weights }
    guard let creditor = done[split.pairedCreditor], creditor.weights == weights else {
      throw invalid(
        split,
        split.pairedCreditor,
        "an account that an earlier split divided by the same shares"
      )
    }
    return weights
  }

  private mutating func addPart(
    _ part: AccountSplit.Part,
    of account: LedgerAccountID
  ) throws(WorldError) -> LedgerAccountID {
    let whole = setup.ledger.description(of: account)
    do throws(LedgerError) {
      return try setup.ledger.addAccount(
        LedgerAccount(
          name: part.name,
          sector: whole.sector,
          isBank: whole.isBank,
          isFrozen: whole.isFrozen
        )
      )
    } catch { throw .ledger(error) }
  }

  // MARK: - Dividing

  /// Every claim on the account becomes one on each part; each holder keeps its value.
  private mutating func divideClaims(
    on account: LedgerAccountID,
    _ split: AccountSplit,
    _ parts: [LedgerAccountID],
    _ weights: [Int64],
    _ done: SplitAccounts
  ) throws(WorldError) {
    let creditors = done[split.pairedCreditor]?.parts ?? []
    for place in 0..<setup.ledger.instrumentCount {
      let claim = InstrumentID(index: UInt32(place))
      guard issuer(of: claim) == account else { continue }
      let issued = try addClaims(like: claim, split, parts)
      var batch = LedgerBatch(.opening)
      for holding in setup.ledger.holdings(in: claim) {
        batch.redeem(claim, issuer: account, from: holding.account, holding.quantity)
        var shares = [Amount](repeating: .zero, count: parts.count)
        if let pair = creditors.firstIndex(of: holding.account) {
          shares[pair] = holding.quantity
        } else {
          shares = try divide(holding.quantity, weights)
        }
        for (part, share) in shares.enumerated() {
          batch.issue(issued[part], issuer: parts[part], to: holding.account, share)
        }
      }
      try setup.apply(batch)
    }
  }

  private mutating func addClaims(
    like claim: InstrumentID,
    _ split: AccountSplit,
    _ parts: [LedgerAccountID]
  ) throws(WorldError) -> [InstrumentID] {
    let whole = setup.ledger.description(of: claim)
    var issued: [InstrumentID] = []
    for (part, account) in zip(split.parts, parts) {
      let instrument = LedgerInstrument(
        name: split.claimName(whole.name, of: part.name),
        family: whole.family,
        form: .claim(issuer: account),
        quantityDecimals: whole.quantityDecimals,
        priceDecimals: whole.priceDecimals,
        unit: whole.unit
      )
      do throws(LedgerError) {
        let id = try setup.ledger.addInstrument(instrument, price: setup.ledger.price(of: claim))
        setup.priceAlike[id] = setup.priceAlike[claim]
        issued.append(id)
      } catch { throw .ledger(error) }
    }
    return issued
  }

  /// Everything that the account holds goes to the parts; positions keep their sign.
  private mutating func divideAssets(
    of account: LedgerAccountID,
    _ parts: [LedgerAccountID],
    _ weights: [Int64]
  ) throws(WorldError) {
    var batch = LedgerBatch(.opening)
    for holding in setup.ledger.holdings(of: account) {
      let form = setup.ledger.description(of: holding.instrument).form
      for (part, share) in zip(parts, try divide(holding.quantity, weights)) {
        switch form {
        case .claim, .outside: batch.transfer(holding.instrument, from: account, to: part, share)
        case .derivative where share > .zero:
          batch.novate(holding.instrument, from: account, to: part, share)
        case .derivative: batch.novate(holding.instrument, from: part, to: account, -share)
        }
      }
    }
    try setup.apply(batch)
  }

  private func divide(_ amount: Amount, _ weights: [Int64]) throws(WorldError) -> [Amount] {
    do throws(QuantityError) {
      return try amount.split(among: weights)
    } catch { preconditionFailure("weights are positive: \(error)") }
  }

  private func issuer(of instrument: InstrumentID) -> LedgerAccountID? {
    guard case .claim(let issuer) = setup.ledger.description(of: instrument).form else {
      return nil
    }
    return issuer
  }

  private func invalid(_ split: AccountSplit, _ value: String, _ expected: String) -> WorldError {
    .invalid(field: "splits.\(split.account)", value: value, expected: expected, known: [])
  }
}
