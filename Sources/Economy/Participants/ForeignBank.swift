import Quantities

/// Foreign banks: they owe dollars offshore, roll a part of them every day, and replace what is not rolled.
///
/// Balance sheet: reserves, onshore deposits, bills, coupons, offshore loans | offshore deposits, paper, repo,
/// swaps, swap line. Each settlement ρ·(paper + swaps + run share · deposits) falls due, ρ = 4 %. What is not
/// rolled is paid out of onshore dollars, which are filled up again in this order: new paper within the lenders'
/// limits, swaps up to what dealers can lend, the swap line if open, the sale of coupons. Source: `model.md`
/// §3.22, §4.4.
public struct ForeignBank: Participant {

  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "foreign_bank",
    summary:
      "Owes dollars offshore; replaces what is not rolled by swaps, swap lines and sales of bonds.",
    systems: ["M2.7", "M4.2"],
    parameters: debts + lenders,
    words: [
      WordDeclaration(
        "account",
        OffshoreFigures.sheetAccount,
        "the account of the sheet; its own if empty"
      ),
      WordDeclaration("paper", "CD/CP", "its paper; added to the sheet where that lacks it"),
      WordDeclaration("offshore_deposits", "offshore USD deposits", "its deposits; as its paper"),
      WordDeclaration("swap_line_loans", "swap-line loans", "its debt on a line; none if empty"),
      WordDeclaration("central_bank", "FO", "the foreign central bank that lends it on"),
      WordDeclaration("line_issuer", "FED", "who is paid for the line"),
      WordDeclaration("debt", "repo FBK", "its debt to a dealer; none if empty"),
      WordDeclaration("creditor", "DLR", "to whom"),
      WordDeclaration("money_funds", "MMF", "who buys new paper, with commas"),
      WordDeclaration("dealers", "DLR", "who lends over swaps, with commas"),
      WordDeclaration("sold", "coupons", "what it sells when no source is left"),
    ],
    mechanisms: [
      WorldMechanism("offshore_roll", "foreign banks roll their dollar debts day by day"),
      WorldMechanism("offshore_run", "depositors and money funds run from foreign banks"),
      WorldMechanism("swap_lines", "foreign banks can borrow dollars over their central banks"),
      WorldMechanism("offshore_sales", "foreign banks sell bonds when no source is left"),
    ],
    stages: [.equityClose, .settlement, .settled],
    participation: 0.1
  )

  let claims: OffshoreClaims
  let figures: OffshoreFigures
  let terms: OffshoreTerms
  let money: OnshoreDollars
  let market: MarketID
  let funds: [LedgerAccountID]
  let dealers: [(account: LedgerAccountID, capacity: FigureID)]
  let trust: DollarLenders
  private let rolls: Bool
  let sells: Bool
  private var interest: OffshoreInterest
  /// What it opened with; known at its first act.
  var opening: Opening?
  /// What its debts have cost so far, dollars: paid out of earnings that the sheet does not list.
  var paidInterest = 0.0
  /// Why it lacks dollars.
  var cause: CauseReference
  /// Whether somebody refused to roll at the last settlement.
  var isRefused = false
  /// What each dealer has lent it over swaps today, dollars.
  var swapped: [Double] = []
  /// What it held at the last settlement.
  var last: OnshorePosition?

  /// What it opened with, dollars.
  struct Opening {
    let deposits: Double
    let reserves: Double
    let paper: Double
    let worth: Double
    var dollars: Double { deposits + reserves }
  }

  /// Adds its debts over swaps, and whatever of its other debts the sheet lacks.
  public static func declare(
    _ plan: ParticipantPlan,
    _ setup: inout WorldSetup
  ) throws(WorldError) {
    try OffshoreClaims.declare(&setup)
    // Dealers add up the figures of all foreign banks; they must exist before.
    _ = OffshoreFigures(in: &setup, account: setup.ledger.name(of: setup.account))
  }

  /// Creates the banks of an account.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    claims = try OffshoreClaims(in: &setup)
    figures = OffshoreFigures(in: &setup, account: setup.ledger.name(of: setup.account))
    let lines = setup.isOn(Self.kind.mechanisms[2]) && claims.line != nil
    terms = OffshoreTerms(setup, hasLine: lines)
    money = try OnshoreDollars(in: setup, reservesKept: setup.number("reserves_kept_share"))
    market = try setup.market(named: setup.word("sold"))
    let funds = setup.word("money_funds").split(separator: ",").map(String.init)
    trust = DollarLenders(
      plan,
      setup,
      funds: funds,
      runs: setup.isOn(Self.kind.mechanisms[1])
    )
    self.funds = try Self.accounts(funds, setup)
    let dealers = setup.word("dealers").split(separator: ",").map(String.init)
    var lenders: [(account: LedgerAccountID, capacity: FigureID)] = []
    for (name, account) in zip(dealers, try Self.accounts(dealers, setup)) {
      lenders.append((account, setup.figure(named: OffshoreFigures.capacityName(name))))
    }
    self.dealers = lenders
    rolls = setup.isOn(Self.kind.mechanisms[0])
    sells = setup.isOn(Self.kind.mechanisms[3])
    interest = try OffshoreInterest(in: &setup, rate: figures.effectiveRate)
    cause = .figure(figures.shortfall)
    setup.open(figures.defaultProbability, setup.number("default_probability_annual"))
    if rolls, lines { setup.open(figures.floor, terms.floor) }
  }

  private static func accounts(
    _ names: [String],
    _ setup: WorldSetup
  ) throws(WorldError) -> [LedgerAccountID] {
    var accounts: [LedgerAccountID] = []
    for name in names { accounts.append(try setup.account(named: name)) }
    return accounts
  }

  /// Sells at the close what it lacks, rolls at settlement, and draws the line once that is done.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    let start =
      opening
      ?? Opening(
        deposits: view.units(money.deposits),
        reserves: view.units(money.reserves),
        paper: view.outstanding(claims.paper),
        worth: view.netWorth
      )
    opening = start
    switch view.stage {
    case .settlement:
      let paid = interest.pay(
        view,
        claims,
        basis: figures.crossCurrencyBasis,
        rolls: rolls,
        &intents
      )
      paidInterest += paid
      if rolls { roll(view, start, interest: paid, &intents) }
    case .settled: if rolls { close(view, start, &intents) }
    default: if rolls { sell(view, start, &intents) }
    }
  }
}
