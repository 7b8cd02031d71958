public import Quantities

/// What one account holds of one instrument.
public struct LedgerHolding: Hashable, Sendable {
  /// Who.
  public let account: LedgerAccountID
  /// What.
  public let instrument: InstrumentID
  /// How much, in the instrument's smallest quantity; not zero, negative only if short.
  public let quantity: Amount
}
