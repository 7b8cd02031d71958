public import Quantities

/// One trade that an account did not choose, with the record that caused it.
///
/// Ids of forced trades and of the root causes (a mark move, a voluntary order, a funding payment)
/// come from one sequence and grow with time, so that a parent's id is always below its child's and
/// the parents form a forest. A trade is one node: an account, a contract, one price.
public struct ForcedTrade: Hashable, Sendable {
  /// The ``parent`` of a record that nothing forced: a root.
  public static let noParent: Int32 = -1

  /// The number of the record, unique within one run.
  public let id: Int32
  /// The number of the forced trade or root cause without which this one would not have happened.
  public let parent: Int32
  /// What forced it.
  public let kind: ForcedTradeKind
  /// Whose position, collateral or profit is taken.
  public let account: AccountID
  /// The contract or, for a sale of collateral, the market.
  public let contract: ContractID
  /// What the account does: a liquidated long sells.
  public let side: OrderSide
  /// How much, in the contract's size units; never negative.
  public let quantity: Amount
  /// The average price of the fill, rounded to nearest for display.
  public let price: Price
  /// The exact value of the fill in settlement units, not negative: cash that changed hands.
  public let fillNotional: Amount
  /// The price at which the liquidated position's margin is exactly used up; zero where there is
  /// none.
  public let bankruptcyPrice: Price
  /// What the insurance fund gained (positive) or paid (negative) by this trade, settlement units.
  public let fundDelta: Amount

  /// Creates a record.
  public init(
    id: Int32,
    parent: Int32,
    kind: ForcedTradeKind,
    account: AccountID,
    contract: ContractID,
    side: OrderSide,
    quantity: Amount,
    price: Price,
    fillNotional: Amount,
    bankruptcyPrice: Price,
    fundDelta: Amount
  ) {
    precondition(parent < id, "a cause comes before its effect: parent \(parent) of \(id)")
    precondition(quantity.units >= 0, "a quantity must not be negative: \(quantity.units)")
    self.id = id
    self.parent = parent
    self.kind = kind
    self.account = account
    self.contract = contract
    self.side = side
    self.quantity = quantity
    self.price = price
    self.fillNotional = fillNotional
    self.bankruptcyPrice = bankruptcyPrice
    self.fundDelta = fundDelta
  }
}
