/// What the ledger refuses, and what must abort a run.
///
/// A refusal changes nothing. ``violated(_:)`` is no refusal: the books are broken, are not repaired,
/// and the run ends.
public enum LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The number is not below the count of accounts.
  case accountUnknown(index: UInt32)
  /// The number is not below the count of instruments.
  case instrumentUnknown(index: UInt32)
  /// A name stands for no account or instrument, or for one already.
  case nameUnusable(name: String, expected: String)
  /// A quantity must be positive.
  case quantityNotPositive(posting: String, quantity: Int64)
  /// The act does not fit the instrument's form or names another issuer.
  case actUnsuitable(posting: String, expected: String)
  /// Nothing can leave the account.
  case accountFrozen(account: String, instrument: String, posting: String)
  /// The account would hold less than nothing (I5).
  case holdingInsufficient(
    account: String,
    instrument: String,
    posting: String,
    available: Int64,
    needed: Int64
  )
  /// An exact quantity leaves 64 bits, or its value 2¹⁰⁰.
  case overflow(account: String, instrument: String, posting: String)
  /// There is no way to pay from one kind of money to the other.
  case settlementImpossible(payer: String, receiver: String, expected: String)
  /// A claim would exceed what backs it.
  case backingInsufficient(instrument: String, backing: Int64, needed: Int64)
  /// An operation has nobody to share an amount among.
  case nobodyHolds(instrument: String)
  /// An invariant does not hold: abort the run.
  case violated(LedgerViolation)

  /// The stable name of the error.
  public var code: String {
    switch self {
    case .accountUnknown: "ledger.account.unknown"
    case .instrumentUnknown: "ledger.instrument.unknown"
    case .nameUnusable: "ledger.name.unusable"
    case .quantityNotPositive: "ledger.quantity.notPositive"
    case .actUnsuitable: "ledger.act.unsuitable"
    case .accountFrozen: "ledger.account.frozen"
    case .holdingInsufficient: "ledger.holding.insufficient"
    case .overflow: "ledger.overflow"
    case .settlementImpossible: "ledger.settlement.impossible"
    case .backingInsufficient: "ledger.backing.insufficient"
    case .nobodyHolds: "ledger.split.nobody"
    case .violated: "ledger.invariant.violated"
    }
  }

  /// One line for a person.
  public var description: String {
    switch self {
    case .accountUnknown(let index): "account \(index): not in the ledger"
    case .instrumentUnknown(let index): "instrument \(index): not in the ledger"
    case .nameUnusable(let name, let expected): "\"\(name)\": expected \(expected)"
    case .quantityNotPositive(let posting, let quantity):
      "\(posting): got \(quantity), expected a positive quantity"
    case .actUnsuitable(let posting, let expected): "\(posting): expected \(expected)"
    case .accountFrozen(let account, let instrument, let posting):
      "\(account): nothing can leave it, and \(instrument) would; \(posting)"
    case .holdingInsufficient(let account, let instrument, let posting, let available, let needed):
      "\(account): \(needed) units of \(instrument) needed, \(available) held; \(posting)"
    case .overflow(let account, let instrument, let posting):
      "\(account), \(instrument): does not fit in 64 bits; \(posting)"
    case .settlementImpossible(let payer, let receiver, let expected):
      "payment from \(payer) to \(receiver): expected \(expected)"
    case .backingInsufficient(let instrument, let backing, let needed):
      "\(instrument): \(needed) needed, \(backing) backed"
    case .nobodyHolds(let instrument): "\(instrument): nobody holds any to share an amount among"
    case .violated(let violation): violation.description
    }
  }
}
