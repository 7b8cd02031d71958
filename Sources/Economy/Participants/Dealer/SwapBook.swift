import Quantities

/// What a dealer lends foreign banks over swaps, what it can add, and the basis that follows.
///
///     C = swaps + room − cash to be replaced,   x = max(basis of D and C, floor of open lines)
///
/// D is the sum of what foreign banks want, what they have included. Source: `model.md` §3.16, §4.4.
struct SwapBook {
  /// Debts of foreign banks over swaps.
  private let swaps: [InstrumentID]
  /// Dollars that foreign banks want over swaps, each its own figure.
  private let demands: [FigureID]
  /// What it still lends in a day, dollars: no more than its cash; nobody reads it where no foreign bank swaps.
  private let capacity: FigureID?
  /// The lowest basis that open lines allow, basis points; zero where none is open.
  private let floor: FigureID
  private let model = CrossCurrencyBasis()

  init(in setup: inout WorldSetup, account: String) {
    let ids = (0..<setup.ledger.instrumentCount).map { InstrumentID(index: UInt32($0)) }
    let ledger = setup.ledger
    swaps = ids.filter { ledger.description(of: $0).family == OffshoreClaims.swapFamily }
    _ = setup.figure(named: OffshoreFigures.demandName)
    let names = setup.figureNames
    demands = names.indices.filter { names[$0].hasPrefix(OffshoreFigures.demandName) }
      .map { FigureID(index: $0) }
    capacity = swaps.isEmpty ? nil : setup.figure(named: OffshoreFigures.capacityName(account))
    floor = setup.figure(named: OffshoreFigures.floorName)
  }

  /// Publishes what a dealer can still lend over swaps.
  ///
  /// - Parameters:
  ///   - view: The dealer's.
  ///   - room: What its leverage lets it add, dollars; negative if it has too much.
  ///   - cash: What it has to lend today and tomorrow, dollars.
  ///   - cashKept: What it wants to have; what is missing it will borrow back.
  ///   - intents: What the figure is added to.
  /// - Returns: What its balance sheet has left for swaps, dollars.
  func publishCapacity(
    _ view: ParticipantView,
    room: Double,
    cash: Double,
    cashKept: Double,
    _ intents: inout IntentList
  ) -> Double {
    let left = max(0, room - max(0, cashKept - cash))
    if let capacity { intents.publish(capacity, min(left, cash)) }
    return left
  }

  /// x, basis points, where dealers have so many dollars left for swaps.
  func basis(_ view: ParticipantView, left: Double) -> Double {
    let lent = swaps.reduce(0) { $0 + view.outstanding($1) }
    let wanted = demands.reduce(0) { $0 + max(0, view.figure($1)) }
    let state = CrossCurrencyBasis.State(
      demand: wanted / 1e9,
      dealerCapacity: max(1, (lent + left) / 1e9),
      isQuarterEnd: LeverageLimit.isQuarterEnd(view.clock)
    )
    let free = model.unsupported(state)
    let lowest = view.figure(floor)
    return lowest < 0 ? max(free, lowest) : free
  }
}
