import Quantities

/// A group of banks: lends by owing deposits, as far as capital, liquidity and its trust in applicants go.
///
/// Balance sheet: reserves, loans, bills, coupons, mortgage bonds, repo | deposits, debts to the central
/// bank, equity and other funding. Once a month it decides on its loan supply, ``LoanSupply``, and says what
/// binds. Each settlement it borrows reserves that depositors take and lends overnight what it does not keep.
/// Below its least capital ratio it must shrink. Source: `model.md` §3.18, §4.2, §4.8.
public struct Bank: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "bank",
    summary:
      "Lends by owing deposits; limited by capital, liquidity or whom it trusts; can be run.",
    systems: ["M2.6", "M2.1", "M3.1"],
    parameters: lending + capital + liquidity + overnight,
    words: [
      WordDeclaration("account", "BNK", "the account of the sheet, or of a claim of the plan"),
      WordDeclaration("deposits", "deposits", "its own claim that it lends by issuing"),
      WordDeclaration("loans", "firm loans", "debts that it holds and renews, with commas"),
      WordDeclaration("other_loans", "bank loans", "debts that stay as they are, with commas"),
      WordDeclaration("market", "coupons", "the bonds that it sells when it must"),
      WordDeclaration("borrowers", "DLR", "to whom it lends overnight, with commas; none if empty"),
      WordDeclaration("central_bank", "FED", "who lends it reserves"),
      WordDeclaration("owners", "HN", "to whom it pays profits"),
    ],
    mechanisms: [
      WorldMechanism("loan_supply", "capital, liquidity and trust limit what banks lend"),
      WorldMechanism("lending_standards", "banks trust fewer applicants after losses"),
      WorldMechanism("discount_window", "banks borrow missing reserves from the central bank"),
      WorldMechanism("capital_shrink", "banks with too little capital sell bonds"),
      WorldMechanism("deposit_interest", "banks pay interest on deposits, and profits"),
      WorldMechanism("reserve_demand", "banks keep reserves by what the market of reserves pays"),
      WorldMechanism("lender_refusal", "lenders refuse borrowers whom they think may default"),
    ],
    stages: [.equityClose, .settlement, .risk, .month],
    participation: 0.2
  )

  let sheet: BankSheet
  let figures: BankFigures
  let terms: BankTerms
  var lending: BankLending
  private var credit: CentralBankCredit
  private let desk: BankRepoDesk?
  /// Losses on loans and on coupons sold, dollars so far.
  var loanLosses = 0.0
  var saleLosses = 0.0
  /// Coupons at the end of yesterday, dollars of face.
  private var couponsHeld: Double
  /// Coupons to be sold a day until the next month's end, dollars.
  var soldPerDay = 0.0
  /// Coupons to be sold at the next close because the central bank lent too little, dollars, and why.
  private var missing = (dollars: 0.0, cause: CauseReference.decision)
  /// What was ordered at the last close for that, and is sold tomorrow.
  private var ordered = 0.0
  /// Equity at the end of last month.
  var lastEquity: Double?

  /// Adds its debts to the central bank.
  public static func declare(
    _ plan: ParticipantPlan,
    _ setup: inout WorldSetup
  ) throws(WorldError) {
    try CentralBankCredit.declare(&setup)
  }

  /// Creates the bank of an account.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    let on = Self.kind.mechanisms.map { setup.isOn($0) }
    sheet = try BankSheet(setup)
    figures = BankFigures(in: &setup)
    terms = try BankTerms(setup, shrinks: on[3], paysInterest: on[4])
    lending = BankLending(setup, isLimited: on[0], tightens: on[1])
    credit = try CentralBankCredit(setup, isOpen: on[2])
    desk = try BankRepoDesk(plan, &setup, followsDemand: on[5], refuses: on[6])
    couponsHeld = setup.units(of: sheet.coupons)
    setup.open(figures.capital, 100 * setup.number("capital_ratio_opening"))
  }

  /// Sells at the close, borrows and lends reserves at settlement, measures itself daily, decides monthly.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    switch view.stage {
    case .equityClose: sell(view, &intents)
    case .settlement: settle(view, &intents)
    case .risk: measure(view, &intents)
    default: decide(view, owed: credit.owed(view), &intents)
    }
  }

  // MARK: - Reserves

  private mutating func settle(_ view: ParticipantView, _ intents: inout IntentList) {
    credit.payInterest(view, sheet, rate: view.figure(figures.facility), &intents)
    let taken = view.figure(figures.withdrawals)
    let floor = terms.reserveFloor * view.outstanding(sheet.deposits)
    let cause: CauseReference = taken > 0 ? .figure(figures.withdrawals) : .decision
    let short = floor + taken - view.units(sheet.reserves)
    let left = credit.balance(view, sheet, missing: short, because: cause, &intents)
    missing = (max(0, left - ordered), cause)
    desk?.offer(view, sheet, figures, owed: credit.owed(view), &intents)
  }

  // MARK: - Coupons

  /// Sells what capital and missing reserves ask for, the forced parts with their causes.
  private mutating func sell(_ view: ParticipantView, _ intents: inout IntentList) {
    let held = view.dollars(sheet.coupons)
    let shrunk = min(soldPerDay, held)
    intents.trade(
      sheet.market,
      dollars: -shrunk,
      money: sheet.reserves,
      .forced,
      because: .figure(figures.capital)
    )
    ordered = min(missing.dollars, held - shrunk)
    intents.trade(
      sheet.market,
      dollars: -ordered,
      money: sheet.reserves,
      missing.cause == .decision ? .directional : .forced,
      because: missing.cause
    )
  }

  private mutating func measure(_ view: ParticipantView, _ intents: inout IntentList) {
    let held = view.units(sheet.coupons)
    saleLosses += max(0, couponsHeld - held) * sheet.lossPerUnit(view)
    couponsHeld = held
    // A bank without equity has lost more than anyone asks about.
    let loss = min(10, max(0, sheet.unrealisedLoss(view)) / max(1, sheet.equity(view)))
    intents.publish(
      figures.unrealisedLoss,
      loss,
      because: loss > 0 ? .fall(sheet.market, to: sheet.lossLevel(view)) : .decision
    )
  }
}
