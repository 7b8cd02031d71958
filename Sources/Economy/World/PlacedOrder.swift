import Quantities

/// An order on its way to a market, with the event that it is or follows from.
struct PlacedOrder: Sendable {
  enum Contract: Sendable, Hashable {
    /// Delivery against money now.
    case spot(money: InstrumentID)
    /// A new perpetual position at a leverage.
    case open(leverage: Double)
    /// Less of a perpetual position.
    case close
    /// A dated future.
    case future
  }

  let account: LedgerAccountID
  /// The participant's place, −1 for a shock of the scenario.
  let participant: Int32
  let market: Int
  let contract: Contract
  var size: OrderSize
  let tag: IntentTag
  /// The last bar in which what is left of it is worked; of a bar's own orders, that bar.
  var lastStep = 0
  /// What forced it, or ``CauseID/none`` for a decision.
  let parent: CauseID
  /// The most dollars of it in one bar.
  var most = Double.infinity
  /// The bar in which it was placed.
  var placedStep = 0
  /// Whether it comes from a rule that acts every bar.
  var isRepeated = false

  /// Whether something outside its sender's will stands behind it.
  var isForced: Bool { tag == .forced || parent != .none }
}
