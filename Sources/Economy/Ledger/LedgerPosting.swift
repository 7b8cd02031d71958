public import Quantities

/// One line of double entry: an account, an instrument, and what is added.
public struct LedgerPosting: Hashable, Sendable {
  /// The side of the balance sheet.
  public enum Side: UInt8, Sendable, Hashable {
    /// A holding, or a signed position in a derivative.
    case asset
    /// What the account owes, or for ``LedgerAccountID/outside`` what it has given.
    case liability
  }

  /// Whose balance sheet changes.
  public let account: LedgerAccountID
  /// What of it.
  public let instrument: InstrumentID
  /// On which side.
  public let side: Side
  /// What is added, in the instrument's smallest quantity.
  public let change: Amount

  /// Creates a line.
  public init(
    account: LedgerAccountID,
    instrument: InstrumentID,
    side: Side,
    change: Amount
  ) {
    self.account = account
    self.instrument = instrument
    self.side = side
    self.change = change
  }

  /// Orders lines that meet in the same entry next to each other.
  var sortKey: UInt128 {
    UInt128(account.index) << 64 | UInt128(instrument.index) << 8 | UInt128(side.rawValue)
  }
}

extension LedgerPrimitive {
  /// The two lines of the act; they balance.
  var postings: [2 of LedgerPosting] {
    let payerLine = LedgerPosting(
      account: payer,
      instrument: instrument,
      side: act == .issue || act == .produce ? .liability : .asset,
      change: act == .issue || act == .produce ? quantity : -quantity
    )
    let receiverLine = LedgerPosting(
      account: receiver,
      instrument: instrument,
      side: act == .redeem || act == .consume ? .liability : .asset,
      change: act == .redeem || act == .consume ? -quantity : quantity
    )
    return [payerLine, receiverLine]
  }
}
