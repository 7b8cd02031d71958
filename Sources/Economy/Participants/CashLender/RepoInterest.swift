import Quantities

/// What a borrower of dealers pays for its loans at every settlement: SOFR and a spread on what it owes.
///
/// Overnight debts of the market bear interest there; dealers' loans to their customers are between the two.
/// Every holder of the debt gets its share.
struct RepoInterest {
  /// The debt.
  let claim: InstrumentID
  private let deposits: InstrumentID
  private let secured: FigureID
  private let policy: FigureID
  private let spread: Double
  private var lastDay: Int?

  /// Looks up the debt; the spread over SOFR is percent a year.
  init(
    on claim: String,
    spread: Double,
    in setup: inout WorldSetup
  ) throws(WorldError) {
    self.claim = try setup.instrument(named: claim)
    deposits = try setup.instrument(named: "deposits")
    secured = setup.figure(named: "SOFR")
    policy = setup.figure(named: "policy rate", assumed: 3.875)
    self.spread = spread
  }

  /// Whether repo has been traded yet.
  func isTraded(_ view: ParticipantView) -> Bool { view.figure(secured) > 0 }

  /// SOFR, percent a year; the policy rate before anything was traded.
  func securedRate(_ view: ParticipantView) -> Double {
    let rate = view.figure(secured)
    return rate > 0 ? rate : view.figure(policy)
  }

  /// Pays for the days since the last settlement, with a surcharge of percent a year.
  ///
  /// - Returns: What is owed for them, dollars.
  @discardableResult
  mutating func pay(
    _ view: ParticipantView,
    from money: InstrumentID,
    surcharge: Double = 0,
    _ intents: inout IntentList
  ) -> Double {
    let days = Double(view.clock.day - (lastDay ?? view.clock.day))
    lastDay = view.clock.day
    let rate = securedRate(view) + spread + surcharge
    let owed = view.amount(view.outstanding(claim) * rate / 36_000 * days, of: deposits)
    guard owed > .zero else { return 0 }
    intents.add(.payHolders(of: claim, owed, money: money))
    return Double(owed.units) / 10_000
  }
}
