public import Quantities

extension Ledger {
  /// Adds an account with nothing in it.
  ///
  /// - Throws: ``LedgerError/nameUnusable(name:expected:)`` if the name is taken.
  public mutating func addAccount(
    _ account: LedgerAccount
  ) throws(LedgerError) -> LedgerAccountID {
    let range = try addPopulation(account, count: 1)
    return LedgerAccountID(index: range.lowerBound)
  }

  /// Adds accounts that share a description, with numbers in sequence.
  ///
  /// - Returns: The numbers of the members.
  /// - Throws: ``LedgerError/nameUnusable(name:expected:)`` if the name is taken.
  public mutating func addPopulation(
    _ account: LedgerAccount,
    count: Int
  ) throws(LedgerError) -> Range<UInt32> {
    precondition(count > 0, "a population has members: \(count)")
    guard groupsByName[account.name] == nil else {
      throw .nameUnusable(name: account.name, expected: "a name that no other account has")
    }
    return append(account, count: count)
  }

  mutating func append(_ account: LedgerAccount, count: Int) -> Range<UInt32> {
    let first = UInt32(balances.count)
    let sector = Ledger.number(of: account.sector, in: &sectors)
    groupsByName[account.name] = groups.count
    groups.append(AccountGroup(first: first, count: UInt32(count), description: account))
    sectorOfAccount.append(contentsOf: repeatElement(sector, count: count))
    isFrozen.append(contentsOf: repeatElement(account.isFrozen, count: count))
    balances.append(contentsOf: repeatElement(0, count: count))
    netWorths.append(contentsOf: repeatElement(0, count: count))
    positions.addAccounts(count)
    flowMatrix.reserve(sectors: sectors.count)
    return first..<UInt32(balances.count)
  }

  /// Adds an instrument of which nothing exists yet.
  ///
  /// - Parameters:
  ///   - instrument: What it is.
  ///   - price: Dollars per unit in the instrument's price decimals; zero for a derivative.
  /// - Returns: Its number.
  /// - Throws: ``LedgerError`` if the name is taken or the issuer unknown.
  public mutating func addInstrument(
    _ instrument: LedgerInstrument,
    price: Price
  ) throws(LedgerError) -> InstrumentID {
    guard instrumentsByName[instrument.name] == nil else {
      throw .nameUnusable(name: instrument.name, expected: "a name that no other instrument has")
    }
    if case .claim(let issuer) = instrument.form {
      guard issuer != .outside, issuer.column < accountCount else {
        throw .accountUnknown(index: issuer.index)
      }
    }
    guard price.units >= 0 || instrument.form == .derivative else {
      throw .actUnsuitable(
        posting: "price of \(instrument.name)",
        expected: "a price that is not negative"
      )
    }
    let id = InstrumentID(index: UInt32(instruments.count))
    let decimals = instrument.quantityDecimals + instrument.priceDecimals
    instrumentsByName[instrument.name] = id
    instruments.append(instrument)
    familyOfInstrument.append(Ledger.number(of: instrument.family, in: &families))
    prices.append(price)
    let multiplier = powerOfTen(LedgerInstrument.valueDecimals - decimals)
    valueMultipliers.append(Int64(multiplier))
    productLimits.append((Ledger.valueLimit / multiplier).magnitude)
    heldTotals.append(0)
    outstandingUnits.append(0)
    initialUnits.append(0)
    producedUnits.append(0)
    consumedUnits.append(0)
    lastPostings.append(nil)
    positions.addInstrument()
    return id
  }

  /// The account of a name; the first member of a population.
  public func account(named name: String) -> LedgerAccountID? {
    groupsByName[name].map { LedgerAccountID(index: groups[$0].first) }
  }

  /// The instrument of a name.
  public func instrument(named name: String) -> InstrumentID? { instrumentsByName[name] }

  /// What an instrument is.
  public func description(of instrument: InstrumentID) -> LedgerInstrument {
    instruments[instrument.column]
  }

  /// What an account is; members of a population share it.
  public func description(of account: LedgerAccountID) -> LedgerAccount {
    group(of: account).description
  }

  /// The name of an account for tables and errors.
  public func name(of account: LedgerAccountID) -> String {
    guard account.column < accountCount else { return "account \(account.index)" }
    let group = group(of: account)
    guard group.count > 1 else { return group.description.name }
    return "\(group.description.name)[\(account.index - group.first)]"
  }

  /// The name of an instrument for tables and errors.
  public func name(of instrument: InstrumentID) -> String {
    guard instrument.column < instrumentCount else { return "instrument \(instrument.index)" }
    return instruments[instrument.column].name
  }

  /// The account on the other side of an instrument, or nil for a derivative.
  func counterpart(of instrument: InstrumentID) -> LedgerAccountID? {
    switch instruments[instrument.column].form {
    case .claim(let issuer): issuer
    case .outside: .outside
    case .derivative: nil
    }
  }

  private func group(of account: LedgerAccountID) -> AccountGroup {
    var low = 0
    var high = groups.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if groups[middle].first <= account.index { low = middle } else { high = middle }
    }
    return groups[low]
  }

  private static func number(of name: String, in names: inout [String]) -> UInt16 {
    // Sectors and families are rows and columns of a table that people read: a few dozen.
    if let number = names.firstIndex(of: name) { return UInt16(number) }
    precondition(names.count < Int(UInt16.max), "too many sectors or families: \(names.count)")
    names.append(name)
    return UInt16(names.count - 1)
  }
}
