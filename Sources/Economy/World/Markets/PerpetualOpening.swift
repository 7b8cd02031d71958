/// A perpetual position that a participant brings along when the world opens.
struct PerpetualOpening: Hashable, Sendable {
  let account: LedgerAccountID
  let market: MarketID
  let notional: Double
  let leverage: Double
  let entryPremium: Double
  let entrySpread: Double
}
