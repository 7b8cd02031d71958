public import Quantities

/// One of the six elementary acts; each is two postings that balance and one flow.
///
/// Every act moves value from ``payer`` to ``receiver``: an issuer gives a claim on itself, a holder
/// who redeems gives it back, production is a gift of ``LedgerAccountID/outside``.
public struct LedgerPrimitive: Hashable, Sendable {
  /// What the acts are called.
  public enum Act: UInt8, Sendable, Hashable, CaseIterable {
    /// A claim or outside asset changes hands.
    case transfer
    /// An issuer creates a claim on itself.
    case issue
    /// A claim is cancelled.
    case redeem
    /// An outside asset comes into being.
    case produce
    /// An outside asset is used up.
    case consume
    /// A position in a derivative passes on: the receiver gains the quantity, the payer loses it.
    case novate
  }

  /// Which act.
  public let act: Act
  /// What moves.
  public let instrument: InstrumentID
  /// Who gives.
  public let payer: LedgerAccountID
  /// Who gets.
  public let receiver: LedgerAccountID
  /// How much, in the instrument's smallest quantity; positive.
  public let quantity: Amount

  init(
    _ act: Act,
    _ instrument: InstrumentID,
    from payer: LedgerAccountID,
    to receiver: LedgerAccountID,
    _ quantity: Amount
  ) {
    self.act = act
    self.instrument = instrument
    self.payer = payer
    self.receiver = receiver
    self.quantity = quantity
  }
}
