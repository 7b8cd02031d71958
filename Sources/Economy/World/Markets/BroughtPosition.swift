/// A perpetual position that a participant brings along when the world opens.
struct BroughtPosition: Sendable {
  let account: LedgerAccountID
  let market: MarketID
  let opening: PerpetualOpening
}
