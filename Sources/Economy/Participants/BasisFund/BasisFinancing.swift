/// The overnight funding of a prime broker's loan: what it costs, and how much of it is left.
///
/// The broker is a dealer who borrows overnight what it lends. Its loan costs SOFR, the broker's spread and its
/// shadow cost χ. What the dealer says it lends to funds, over what funds owe it, is the part of every loan that
/// it rolls: a dealer who is refused, or whose leverage binds, takes from all of its customers alike.
struct BasisFinancing: Sendable {
  private let loans: InstrumentID
  private let funding: FigureID
  private let secured: FigureID
  private let policy: FigureID
  private let shadowCost: FigureID

  init(_ setup: inout WorldSetup) throws(WorldError) {
    loans = try setup.instrument(named: setup.word("dealer_loans"))
    funding = setup.figure(named: "dealer funding", assumed: 1e15)
    secured = setup.figure(named: "SOFR")
    policy = setup.figure(named: "policy rate", assumed: 3.875)
    shadowCost = setup.figure(named: "dealer shadow cost")
  }

  /// Why the dealer lends less.
  var cause: CauseReference { .figure(funding) }

  /// The broker's rate as a fraction a year, with its spread over SOFR.
  func rate(_ view: ParticipantView, spread: Double) -> Double {
    let overnight = view.figure(secured) > 0 ? view.figure(secured) : view.figure(policy)
    return overnight / 100 + spread + max(0, view.figure(shadowCost)) / 10_000
  }

  /// What funds repay and draw from one settlement to the next, a share of their debt: an assumption.
  private static let dailyDrift = 0.001

  /// The part of a loan that the dealer rolls; 1 or more where nothing limits it.
  func rolledShare(_ view: ParticipantView) -> Double {
    let share = view.figure(funding) / max(1, view.outstanding(loans))
    return share > 1 - Self.dailyDrift ? max(1, share) : share
  }
}
