import Quantities

/// A position in a dated future that a participant opens the world with.
struct BroughtFuture: Sendable {
  let account: LedgerAccountID
  let market: MarketID
  /// Signed, the coin's smallest quantity.
  let quantity: Amount
}
