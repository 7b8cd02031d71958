public import Quantities

/// The primitives of one event, applied whole or not at all.
///
/// A batch can only be built of primitives, so that it balances by construction. A quantity of zero
/// adds nothing; a negative one is refused when the batch is applied.
public struct LedgerBatch: Hashable, Sendable {
  /// Why.
  public let kind: LedgerFlowKind
  /// What, in order.
  public private(set) var primitives: [LedgerPrimitive] = []

  /// Creates an empty batch.
  public init(_ kind: LedgerFlowKind) {
    self.kind = kind
  }

  /// Adds: a claim or outside asset changes hands.
  public mutating func transfer(
    _ instrument: InstrumentID,
    from source: LedgerAccountID,
    to target: LedgerAccountID,
    _ quantity: Amount
  ) {
    add(.transfer, instrument, from: source, to: target, quantity)
  }

  /// Adds: an issuer creates a claim on itself.
  public mutating func issue(
    _ instrument: InstrumentID,
    issuer: LedgerAccountID,
    to holder: LedgerAccountID,
    _ quantity: Amount
  ) {
    add(.issue, instrument, from: issuer, to: holder, quantity)
  }

  /// Adds: a holder gives a claim back and it is cancelled.
  public mutating func redeem(
    _ instrument: InstrumentID,
    issuer: LedgerAccountID,
    from holder: LedgerAccountID,
    _ quantity: Amount
  ) {
    add(.redeem, instrument, from: holder, to: issuer, quantity)
  }

  /// Adds: an outside asset comes into being.
  public mutating func produce(
    _ instrument: InstrumentID,
    by actor: LedgerAccountID,
    _ quantity: Amount
  ) {
    add(.produce, instrument, from: .outside, to: actor, quantity)
  }

  /// Adds: an outside asset is used up.
  public mutating func consume(
    _ instrument: InstrumentID,
    by actor: LedgerAccountID,
    _ quantity: Amount
  ) {
    add(.consume, instrument, from: actor, to: .outside, quantity)
  }

  /// Adds: the target's position in a derivative rises by the quantity, the source's falls.
  ///
  /// A trade of a derivative is a novation from the seller to the buyer; a short position is taken
  /// over by a novation from who takes it to who is relieved of it.
  public mutating func novate(
    _ instrument: InstrumentID,
    from source: LedgerAccountID,
    to target: LedgerAccountID,
    _ quantity: Amount
  ) {
    add(.novate, instrument, from: source, to: target, quantity)
  }

  private mutating func add(
    _ act: LedgerPrimitive.Act,
    _ instrument: InstrumentID,
    from payer: LedgerAccountID,
    to receiver: LedgerAccountID,
    _ quantity: Amount
  ) {
    guard quantity.units != 0 else { return }
    primitives.append(LedgerPrimitive(act, instrument, from: payer, to: receiver, quantity))
  }
}
