import Quantities

/// What a foreign bank pays onshore for its debts at every settlement.
///
/// Repo: SOFR and a spread. Paper: OIS + 20 bp. Swaps: OIS − x. Line: OIS + 25 bp. OIS is taken to be EFFR.
struct OffshoreInterest {
  private var repo: RepoInterest?
  private let rate: FigureID
  private let paperSpread: Double
  private let lineSpread: Double
  private let deposits: InstrumentID
  private let reserves: InstrumentID
  private let lineIssuer: LedgerAccountID
  private var lastDay: Int?

  init(in setup: inout WorldSetup, rate: FigureID) throws(WorldError) {
    let debt = setup.word("debt")
    if !debt.isEmpty {
      repo = try RepoInterest(
        on: debt,
        spread: setup.number("debt_spread_percent"),
        in: &setup
      )
    }
    self.rate = rate
    paperSpread = setup.number("paper_spread_bp") / 100
    lineSpread = setup.number("swap_line_spread_bp") / 100
    deposits = try setup.instrument(named: "deposits")
    reserves = try setup.instrument(named: "reserves")
    lineIssuer = try setup.account(named: setup.word("line_issuer"))
  }

  /// Pays for the days since the last settlement.
  ///
  /// - Returns: What is owed for them, dollars.
  mutating func pay(
    _ view: ParticipantView,
    _ claims: OffshoreClaims,
    basis: FigureID,
    rolls: Bool,
    _ intents: inout IntentList
  ) -> Double {
    var paid = repo?.pay(view, from: deposits, &intents) ?? 0
    let days = Double(view.clock.day - (lastDay ?? view.clock.day))
    lastDay = view.clock.day
    guard rolls, days > 0 else { return paid }
    let ois = view.figure(rate)
    func owed(_ claim: InstrumentID, _ percent: Double) -> Amount {
      view.amount(view.outstanding(claim) * max(0, percent) / 36_000 * days, of: deposits)
    }
    for (claim, percent) in [
      (claims.paper, ois + paperSpread), (claims.swaps, ois - view.figure(basis) / 100),
    ] {
      let amount = owed(claim, percent)
      guard amount > .zero else { continue }
      intents.add(.payHolders(of: claim, amount, money: deposits))
      paid += Double(amount.units) / 10_000
    }
    guard let line = claims.line else { return paid }
    let amount = owed(line.loan, ois + lineSpread)
    guard amount > .zero else { return paid }
    intents.add(.pay(amount, from: reserves, to: lineIssuer, in: reserves, as: .coupon))
    return paid + Double(amount.units) / 10_000
  }
}
