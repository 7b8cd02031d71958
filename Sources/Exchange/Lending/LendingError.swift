/// What a lending pool refuses; a refused command changes nothing.
public enum LendingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The reserve's number is not below the count of reserves.
  case reserveUnknown(AssetID)
  /// An amount must be positive.
  case amountNotPositive(Int64)
  /// The balance, or the pool's cash, is less than what is asked for.
  case balanceInsufficient(available: Int64, needed: Int64)
  /// The account would be left, or is, below what the rules require.
  case healthFactorTooLow(account: AccountID)
  /// The account's health factor is one or more.
  case notLiquidatable(account: AccountID)
  /// A reserve has no price yet.
  case priceMissing(AssetID)
  /// An exact result is too large.
  case overflow(operation: String)

  /// The stable name of the error.
  public var code: String {
    switch self {
    case .reserveUnknown: "lending.reserve.unknown"
    case .amountNotPositive: "lending.amount.notPositive"
    case .balanceInsufficient: "lending.balance.insufficient"
    case .healthFactorTooLow: "lending.healthFactor.tooLow"
    case .notLiquidatable: "lending.account.notLiquidatable"
    case .priceMissing: "lending.price.missing"
    case .overflow: "lending.overflow"
    }
  }

  /// One line for a person.
  public var description: String {
    switch self {
    case .reserveUnknown(let asset): "reserve \(asset): not in the pool"
    case .amountNotPositive(let units): "amount: got \(units), expected a positive number"
    case .balanceInsufficient(let available, let needed):
      "\(needed) needed, \(available) available"
    case .healthFactorTooLow(let account): "account \(account): health factor would be below 1"
    case .notLiquidatable(let account): "account \(account): health factor is 1 or more"
    case .priceMissing(let asset): "reserve \(asset): no oracle price"
    case .overflow(let operation): "\(operation) does not fit"
    }
  }
}
