import Quantities

/// The onshore dollars of a foreign bank: deposits, out of which it pays, and reserves behind them.
struct OnshoreDollars {
  let deposits: InstrumentID
  let reserves: InstrumentID
  /// The share of its opening reserves that it keeps.
  private let reservesKept: Double

  init(in setup: WorldSetup, reservesKept: Double) throws(WorldError) {
    deposits = try setup.instrument(named: "deposits")
    reserves = try setup.instrument(named: "reserves")
    self.reservesKept = reservesKept
  }

  /// Both together.
  func total(_ view: ParticipantView) -> Double { view.units(deposits) + view.units(reserves) }

  /// Fills deposits up to what they were at the opening, or reserves where deposits are ample.
  func balance(
    _ view: ParticipantView,
    deposits opening: Double,
    reserves openingReserves: Double,
    _ intents: inout IntentList
  ) {
    let lacking = opening - view.units(deposits)
    let spare = view.units(reserves) - reservesKept * openingReserves
    let moved =
      lacking > 0
      ? min(lacking, max(0, spare))
      : -min(-lacking, max(0, openingReserves - view.units(reserves)))
    guard abs(moved) >= 1 else { return }
    let (source, target) = moved > 0 ? (reserves, deposits) : (deposits, reserves)
    let amount = view.amount(abs(moved), of: source)
    intents.add(.pay(amount, from: source, to: view.account, in: target, as: .payment), .neutral)
  }
}
