/// A market maker's part in a market's depth.
struct MakerShare: Sendable {
  /// The account of the market maker.
  let maker: LedgerAccountID
  /// Where it publishes what it offers of it, from 0 to 1.
  let figure: FigureID
  /// Its part in calm.
  let share: Double
}
