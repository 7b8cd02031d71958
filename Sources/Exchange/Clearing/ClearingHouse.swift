public import Quantities

/// The venue's own accounts in exact integers: who holds which cash and which contracts.
///
/// Every event is a batch of postings that sums to zero per asset and per contract. A position's
/// entry value is a ledger entry of its own, with the opposite sign: opening a position promises
/// value without moving cash, closing it turns the difference into cash. Deposits come from, and
/// withdrawals go to, ``SystemAccount/outside``. Hence for every asset
///
///     Σ wallets + Σ isolated margins − Σ entry values = 0
///
/// over all accounts, the venue's own included, and for every contract Σ sizes = 0, after every
/// event. ``checkInvariants()`` recomputes the sums from the balances, not from the batches.
///
/// Accounts are kept in the order of their numbers whatever the order in which they were opened.
public struct ClearingHouse: Sendable {
  /// The assets, by ``AssetID``.
  public let assets: [Asset]
  /// The asset in which each contract settles, by ``ContractID``.
  public let settlementAssets: [AssetID]
  /// The number of batches applied.
  public private(set) var batchCount: Int64 = 0
  /// The last batch applied, to explain a violation.
  public private(set) var lastBatch: PostingBatch?
  private(set) var accounts: [AccountState] = []

  struct AccountState: Hashable {
    let id: AccountID
    var wallets: [Amount]
    var positions: [ClearedPosition]
  }

  /// Creates a house without participants.
  ///
  /// - Parameters:
  ///   - assets: Everything that can be deposited or settled in.
  ///   - settlementAssets: One per contract; each below the count of assets.
  public init(assets: [Asset], settlementAssets: [AssetID]) {
    for asset in settlementAssets {
      precondition(asset < assets.count, "settlement asset \(asset) is not among the assets")
    }
    self.assets = assets
    self.settlementAssets = settlementAssets
    for account in SystemAccount.all { insert(account) }
  }

  /// The number of contracts.
  public var contractCount: Int { settlementAssets.count }

  /// All accounts in the order of their numbers, the venue's own last.
  public var accountIDs: [AccountID] { accounts.map(\.id) }

  /// The participants' accounts in the order of their numbers.
  public var participantIDs: [AccountID] {
    accounts.prefix { !SystemAccount.contains($0.id) }.map(\.id)
  }

  /// Opens an account with nothing in it; opening it again changes nothing.
  ///
  /// - Throws: ``ClearingError/accountReserved(_:)`` for a number of the venue's own.
  public mutating func open(_ account: AccountID) throws(ClearingError) {
    guard !SystemAccount.contains(account) else { throw .accountReserved(account) }
    guard index(of: account) == nil else { return }
    insert(account)
  }

  /// Whether the account exists.
  public func isOpen(_ account: AccountID) -> Bool { index(of: account) != nil }

  /// The free balance of one asset; zero for an account that is not open.
  public func wallet(of account: AccountID, asset: AssetID) -> Amount {
    guard let index = index(of: account), asset < assets.count else { return .zero }
    return accounts[index].wallets[Int(asset)]
  }

  /// One position; flat for an account that is not open.
  public func position(
    of account: AccountID,
    contract: ContractID,
    slot: PositionSlot = .net
  ) -> ClearedPosition {
    guard let index = index(of: account), contract < contractCount else { return ClearedPosition() }
    return accounts[index].positions[ClearingHouse.place(contract, slot)]
  }

  /// The asset in which a contract settles.
  public func settlementAsset(of contract: ContractID) -> AssetID {
    settlementAssets[Int(contract)]
  }

  /// The total of all long positions in a contract, equal to the total of all short ones; takeover
  /// positions of the venue count.
  public func openInterest(in contract: ContractID) -> Amount {
    var total = Amount.zero
    for account in accounts {
      for slot in PositionSlot.allCases {
        let size = account.positions[ClearingHouse.place(contract, slot)].size
        if size.units > 0 { total += size }
      }
    }
    return total
  }

  /// Turns isolated margin on or off for a flat position.
  ///
  /// - Returns: Whether the mode is now as asked; a position that is not flat keeps its mode.
  public mutating func setIsolated(
    _ isIsolated: Bool,
    account: AccountID,
    contract: ContractID,
    slot: PositionSlot
  ) -> Bool {
    guard let index = index(of: account), contract < contractCount else { return false }
    let place = ClearingHouse.place(contract, slot)
    if accounts[index].positions[place].isIsolated == isIsolated { return true }
    guard accounts[index].positions[place].isFlat else { return false }
    accounts[index].positions[place].isIsolated = isIsolated
    return true
  }

  static func place(_ contract: ContractID, _ slot: PositionSlot) -> Int {
    Int(contract) * PositionSlot.allCases.count + Int(slot.rawValue)
  }

  func index(of account: AccountID) -> Int? {
    // Participants are mostly numbered without gaps; then the place follows from the number.
    if let first = accounts.first?.id, account >= first {
      let place = Int(account - first)
      if place < accounts.count, accounts[place].id == account { return place }
    }
    let index = insertionIndex(of: account)
    return index < accounts.count && accounts[index].id == account ? index : nil
  }

  private func insertionIndex(of account: AccountID) -> Int {
    var low = 0
    var high = accounts.count
    while low < high {
      let middle = (low + high) / 2
      if accounts[middle].id < account { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func insert(_ account: AccountID) {
    let state = AccountState(
      id: account,
      wallets: Array(repeating: .zero, count: assets.count),
      positions: Array(
        repeating: ClearedPosition(),
        count: contractCount * PositionSlot.allCases.count
      )
    )
    accounts.insert(state, at: insertionIndex(of: account))
  }
}

extension ClearingHouse {
  /// Applies a batch, all of it or nothing.
  ///
  /// - Throws: ``ClearingError`` if the batch does not sum to zero, names an account, asset or
  ///   contract that does not exist, or leaves 64 bits.
  public mutating func apply(_ batch: PostingBatch) throws(ClearingError) {
    try checkBalance(of: batch)
    var applied = 0
    do throws(ClearingError) {
      for posting in batch.postings {
        try post(posting)
        applied += 1
      }
    } catch {
      for posting in batch.postings[..<applied].reversed() {
        let reversal = Posting(
          account: posting.account,
          entry: posting.entry,
          amount: -posting.amount
        )
        try post(reversal)
      }
      throw error
    }
    batchCount += 1
    lastBatch = batch
  }

  /// Adds one amount to one entry, on one side only: the primitive under ``apply(_:)``.
  mutating func post(_ posting: Posting) throws(ClearingError) {
    guard let index = index(of: posting.account) else { throw .accountUnknown(posting.account) }
    let amount = posting.amount
    switch posting.entry {
    case .wallet(let asset):
      guard asset < assets.count else { throw .assetUnknown(asset) }
      try Self.add(amount, to: &accounts[index].wallets[Int(asset)])
    case .isolatedMargin(let contract, let slot):
      guard contract < contractCount else { throw .contractUnknown(contract) }
      let place = ClearingHouse.place(contract, slot)
      try Self.add(amount, to: &accounts[index].positions[place].isolatedMargin)
    case .openValue(let contract, let slot):
      guard contract < contractCount else { throw .contractUnknown(contract) }
      let place = ClearingHouse.place(contract, slot)
      try Self.add(-amount, to: &accounts[index].positions[place].entryValue)
    case .size(let contract, let slot):
      guard contract < contractCount else { throw .contractUnknown(contract) }
      let place = ClearingHouse.place(contract, slot)
      try Self.add(amount, to: &accounts[index].positions[place].size)
    }
  }

  /// Static: a method of the house would hold a copy of it while one balance changes, and every
  /// posting would copy all accounts.
  private static func add(_ amount: Amount, to balance: inout Amount) throws(ClearingError) {
    do throws(QuantityError) {
      balance = try balance.adding(amount)
    } catch {
      throw .overflow(operation: "\(error)")
    }
  }

  /// Refuses a batch whose postings do not sum to zero per asset and per contract.
  private func checkBalance(of batch: PostingBatch) throws(ClearingError) {
    for (number, posting) in batch.postings.enumerated() {
      let unit = try unit(of: posting.entry)
      var sum: Int128 = 0
      var isLast = true
      for (other, candidate) in batch.postings.enumerated()
      where try self.unit(of: candidate.entry) == unit {
        sum += Int128(candidate.amount.units)
        if other > number { isLast = false }
      }
      if isLast, sum != 0 {
        throw .unbalanced(sum: Int64(clamping: sum), posting: posting)
      }
    }
  }

  /// What an entry is counted in.
  private enum Unit: Hashable {
    case asset(AssetID)
    case contract(ContractID)
  }

  private func unit(of entry: LedgerEntry) throws(ClearingError) -> Unit {
    switch entry {
    case .wallet(let asset):
      guard asset < assets.count else { throw .assetUnknown(asset) }
      return .asset(asset)
    case .isolatedMargin(let contract, _), .openValue(let contract, _):
      guard contract < contractCount else { throw .contractUnknown(contract) }
      return .asset(settlementAsset(of: contract))
    case .size(let contract, _):
      guard contract < contractCount else { throw .contractUnknown(contract) }
      return .contract(contract)
    }
  }
}
