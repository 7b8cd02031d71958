public import Quantities

/// Assets are stolen: they change hands for nothing and nothing is destroyed.
public struct Hack: Hashable, Sendable {
  /// What is stolen: an outside asset or a token.
  public let asset: InstrumentID
  /// How much; positive.
  public let quantity: Amount
  /// From whom.
  public let victim: LedgerAccountID
  /// By whom.
  public let thief: LedgerAccountID

  /// Creates a hack.
  public init(
    of asset: InstrumentID,
    _ quantity: Amount,
    victim: LedgerAccountID,
    thief: LedgerAccountID
  ) {
    self.asset = asset
    self.quantity = quantity
    self.victim = victim
    self.thief = thief
  }

  /// The transfer.
  public var batch: LedgerBatch {
    var batch = LedgerBatch(.hack)
    batch.transfer(asset, from: victim, to: thief, quantity)
    return batch
  }
}
