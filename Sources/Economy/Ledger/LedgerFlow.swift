public import Quantities

/// What one primitive moved: a payer, a receiver, a quantity and its value at the time.
public struct LedgerFlow: Hashable, Sendable {
  /// The batch, counted from 1.
  public let batchNumber: Int64
  /// Why.
  public let kind: LedgerFlowKind
  /// What moved.
  public let instrument: InstrumentID
  /// Whose net worth fell by ``value``.
  public let payer: LedgerAccountID
  /// Whose net worth rose by ``value``.
  public let receiver: LedgerAccountID
  /// How much moved, in the instrument's smallest quantity.
  public let quantity: Amount
  /// Quantity times price, exact, in 10⁻¹² dollars.
  public let value: Int128
}
