public import Quantities

/// A pool in which accounts supply assets, and borrow against what they supplied.
///
/// Per asset, exactly and after every command:
///
///     cash + Σ debts + deficit = Σ supplied claims + treasury
///
/// Interest is not accrued here; a rate model posts it as supply and debt.
public struct LendingPool: Sendable {
  /// The assets, by number.
  public let reserves: [LendingReserve]
  /// The liquidation rule.
  public let closeFactorRule: CloseFactorRule
  /// What the pool holds of each asset, minor units.
  public internal(set) var cash: [Amount]
  /// The protocol's fees, a claim on the pool.
  public internal(set) var treasury: [Amount]
  /// Debt written off and not yet made good; zero before version 3.3.
  public internal(set) var deficit: [Amount]
  /// Base currency units per whole coin, as the oracle last said.
  public private(set) var prices: [Price?]
  var accounts: [AccountState] = []

  struct AccountState: Hashable {
    let id: AccountID
    var supplied: [Amount]
    var debts: [Amount]
  }

  /// Creates an empty pool.
  public init(reserves: [LendingReserve], closeFactorRule: CloseFactorRule) {
    self.reserves = reserves
    self.closeFactorRule = closeFactorRule
    cash = Array(repeating: .zero, count: reserves.count)
    treasury = cash
    deficit = cash
    prices = Array(repeating: nil, count: reserves.count)
  }

  /// All accounts, in the order of their numbers.
  public var accountIDs: [AccountID] { accounts.map(\.id) }

  /// Takes over the oracle's price of a reserve.
  public mutating func update(price: Price, of asset: AssetID) throws(LendingError) {
    guard asset < reserves.count else { throw .reserveUnknown(asset) }
    guard price.units > 0 else { throw .amountNotPositive(price.units) }
    prices[Int(asset)] = price
  }

  /// What an account has supplied.
  public func supplied(by account: AccountID, asset: AssetID) -> Amount {
    index(of: account).map { accounts[$0].supplied[Int(asset)] } ?? .zero
  }

  /// What an account owes.
  public func debt(of account: AccountID, asset: AssetID) -> Amount {
    index(of: account).map { accounts[$0].debts[Int(asset)] } ?? .zero
  }

  /// Takes an asset in as collateral.
  public mutating func supply(
    _ amount: Amount,
    asset: AssetID,
    by account: AccountID
  ) throws(LendingError) {
    let index = try begin(amount, asset, account)
    cash[Int(asset)] = try sum(cash[Int(asset)], amount)
    accounts[index].supplied[Int(asset)] = try sum(accounts[index].supplied[Int(asset)], amount)
  }

  /// Gives an asset out as a loan; the loan to value must allow it.
  public mutating func borrow(
    _ amount: Amount,
    asset: AssetID,
    by account: AccountID
  ) throws(LendingError) {
    let before = self
    let index = try begin(amount, asset, account)
    try take(amount, of: asset)
    accounts[index].debts[Int(asset)] = try sum(accounts[index].debts[Int(asset)], amount)
    do throws(LendingError) {
      let values = try values(of: account)
      let (limit, overflow) = values.debt.multipliedReportingOverflow(
        by: Int128(BasisPointMath.one)
      )
      guard !overflow, values.borrowable >= limit else {
        throw .healthFactorTooLow(account: account)
      }
    } catch {
      self = before
      throw error
    }
  }

  /// Takes a repayment; more than the debt is refused.
  public mutating func repay(
    _ amount: Amount,
    asset: AssetID,
    by account: AccountID
  ) throws(LendingError) {
    let index = try begin(amount, asset, account)
    let owed = accounts[index].debts[Int(asset)]
    guard owed >= amount else {
      throw .balanceInsufficient(available: owed.units, needed: amount.units)
    }
    accounts[index].debts[Int(asset)] -= amount
    cash[Int(asset)] = try sum(cash[Int(asset)], amount)
  }

  /// Gives collateral back; the health factor must stay at one or more.
  public mutating func withdraw(
    _ amount: Amount,
    asset: AssetID,
    by account: AccountID
  ) throws(LendingError) {
    let before = self
    let index = try begin(amount, asset, account)
    let held = accounts[index].supplied[Int(asset)]
    guard held >= amount else {
      throw .balanceInsufficient(available: held.units, needed: amount.units)
    }
    do throws(LendingError) {
      try take(amount, of: asset)
      accounts[index].supplied[Int(asset)] -= amount
      guard try !healthFactor(of: account).isLiquidatable else {
        throw .healthFactorTooLow(account: account)
      }
    } catch {
      self = before
      throw error
    }
  }

  func index(of account: AccountID) -> Int? {
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

  private mutating func begin(
    _ amount: Amount,
    _ asset: AssetID,
    _ account: AccountID
  ) throws(LendingError) -> Int {
    guard asset < reserves.count else { throw .reserveUnknown(asset) }
    guard amount.units > 0 else { throw .amountNotPositive(amount.units) }
    let index = insertionIndex(of: account)
    if index == accounts.count || accounts[index].id != account {
      let none = [Amount](repeating: .zero, count: reserves.count)
      accounts.insert(AccountState(id: account, supplied: none, debts: none), at: index)
    }
    return index
  }

  private mutating func take(_ amount: Amount, of asset: AssetID) throws(LendingError) {
    guard cash[Int(asset)] >= amount else {
      throw .balanceInsufficient(available: cash[Int(asset)].units, needed: amount.units)
    }
    cash[Int(asset)] -= amount
  }

  private func sum(_ lhs: Amount, _ rhs: Amount) throws(LendingError) -> Amount {
    do throws(QuantityError) {
      return try lhs.adding(rhs)
    } catch {
      throw .overflow(operation: "\(error)")
    }
  }
}
