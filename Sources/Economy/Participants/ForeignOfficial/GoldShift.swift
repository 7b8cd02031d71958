/// Reserves on their way from coupons to gold.
struct GoldShift {
  private let market: MarketID
  /// Coupons that are still to be sold, dollars.
  private var unsold = 0.0
  /// Gold that is still to be bought, dollars.
  private(set) var due = 0.0
  private var held: Double?

  /// Nil where nobody trades gold.
  init?(in setup: WorldSetup) {
    guard let gold = try? setup.market(named: setup.word("gold")) else { return nil }
    market = gold
  }

  /// The gold that it holds, dollars.
  func worth(_ view: ParticipantView) -> Double { view.dollars(view.instrument(market)) }

  /// Decides to shift so many dollars.
  mutating func add(_ dollars: Double) {
    unsold += dollars
    due += dollars
  }

  /// Sells coupons, and buys gold with what they have brought.
  mutating func trade(
    _ view: ParticipantView,
    coupons: MarketID,
    money: InstrumentID,
    _ intents: inout IntentList
  ) {
    let units = view.units(view.instrument(market))
    if let held { due = max(0, due - max(0, units - held) * view.price(market)) }
    held = units
    // An order below a cent is none; half a dollar is the rounding of a month.
    guard due > 0.5 else { return }
    let sold = min(unsold, view.dollars(view.instrument(coupons)))
    intents.trade(coupons, dollars: -sold, money: money)
    unsold = 0
    intents.trade(market, dollars: min(due, view.units(money)), money: money)
  }
}
