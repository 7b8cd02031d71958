/// What the clearing house refuses; a refused event changes nothing.
public enum ClearingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The account has not been opened.
  case accountUnknown(AccountID)
  /// The number is reserved for the venue's own accounts.
  case accountReserved(AccountID)
  /// The number is not below the count of assets.
  case assetUnknown(AssetID)
  /// The number is not below the count of contracts.
  case contractUnknown(ContractID)
  /// A deposit, withdrawal or quantity must be positive.
  case amountNotPositive(Int64)
  /// The wallet or margin holds less than what is to be taken.
  case balanceInsufficient(account: AccountID, available: Int64, needed: Int64)
  /// An exact result leaves 64 bits.
  case overflow(operation: String)
  /// A batch does not sum to zero; names the asset or contract and the last posting to it.
  case unbalanced(sum: Int64, posting: Posting)
  /// A loss has nobody to be shared among: no open interest, or no profit.
  case nothingToSocialiseOver(loss: Int64)

  /// The stable name of the error.
  public var code: String {
    switch self {
    case .accountUnknown: "clearing.account.unknown"
    case .accountReserved: "clearing.account.reserved"
    case .assetUnknown: "clearing.asset.unknown"
    case .contractUnknown: "clearing.contract.unknown"
    case .amountNotPositive: "clearing.amount.notPositive"
    case .balanceInsufficient: "clearing.balance.insufficient"
    case .overflow: "clearing.overflow"
    case .unbalanced: "clearing.batch.unbalanced"
    case .nothingToSocialiseOver: "clearing.socialisation.nobody"
    }
  }

  /// One line for a person.
  public var description: String {
    switch self {
    case .accountUnknown(let account): "account \(account): not opened"
    case .accountReserved(let account):
      "account \(account): expected a number below \(SystemAccount.firstReserved)"
    case .assetUnknown(let asset): "asset \(asset): not among the house's assets"
    case .contractUnknown(let contract): "contract \(contract): not among the house's contracts"
    case .amountNotPositive(let units): "amount: got \(units), expected a positive number"
    case .balanceInsufficient(let account, let available, let needed):
      "account \(account): \(needed) needed, \(available) available"
    case .overflow(let operation): "\(operation) does not fit in 64 bits"
    case .unbalanced(let sum, let posting): "batch sums to \(sum), last posting \(posting)"
    case .nothingToSocialiseOver(let loss): "loss of \(loss): nobody to share it among"
    }
  }
}
