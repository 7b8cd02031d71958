import Quantities
import Statistics

/// A cash lender: offers what it has overnight through its desks, and parks what is left.
///
/// Balance sheet: bills, repo, ON RRP, deposits | shares. Each desk asks r = o + ψ of a safe borrower and
/// LGD·PD·(1 − coverage) more of a risky one, and refuses where PD is above its limit. Idle cash of a lender
/// with access goes to the central bank's facility, so that refusal raises take-up while scarcity lowers it.
/// Bills are bought towards a share of what it manages; earnings are paid to its shareholders once a month.
/// Source: `model.md` §3.17.
public struct CashLender: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "cash_lender",
    summary: "Lends cash overnight through its desks, refuses risky borrowers, and parks the rest.",
    systems: ["M2.1", "M2.2"],
    parameters: desks + holdings,
    words: [
      WordDeclaration("account", "MMF", "the account of the sheet"),
      WordDeclaration("money", "deposits", "what it lends: deposits, or reserves for a bank"),
      WordDeclaration("borrowers", "DLR", "accounts whose debt it holds, with commas"),
      WordDeclaration(
        "outside",
        "reverse_repo",
        "what idle cash earns: "
          + OutsideOption.allCases.map(\.rawValue).joined(separator: ", ")
      ),
      WordDeclaration("facility", "ON RRP", "where idle cash goes; none if empty"),
      WordDeclaration(
        "shares",
        "MMF shares",
        "its own claim, sold and redeemed at par; none if empty"
      ),
      WordDeclaration("debt", "", "its own debt to dealers, on which it pays SOFR; none if empty"),
    ],
    mechanisms: [
      WorldMechanism("lender_refusal", "lenders refuse borrowers whom they think may default"),
      WorldMechanism("reverse_repo", "idle cash goes to the central bank's facility"),
    ],
    stages: [.equityClose, .settlement, .settled, .month],
    participation: 0.2
  )

  private let money: InstrumentID
  private let facility: InstrumentID?
  private let shares: InstrumentID?
  private let outside: OutsideOption
  private let outsideRate: FigureID
  private let bills: MarketID?
  let desks: OvernightDesks
  private let cashKept: Double
  private let billShare: Double
  private let billSpeed: Double
  private var debt: RepoInterest?
  /// What it is worth before it earns anything.
  private var openingWorth: Double?

  /// Opens the window for its shares.
  public static func declare(
    _ plan: ParticipantPlan,
    _ setup: inout WorldSetup
  ) throws(WorldError) {
    guard !setup.word("shares").isEmpty else { return }
    let shares = try setup.instrument(named: setup.word("shares"))
    guard setup.ledger.description(of: shares).form == .claim(issuer: setup.account) else {
      throw setup.invalid("words.shares", setup.word("shares"), "a claim on the account", [])
    }
    let money = try setup.instrument(named: setup.word("money"))
    _ = setup.addFacility(claim: shares, asset: money, exchange: .par)
  }

  /// Creates the lender of an account.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    money = try setup.instrument(named: setup.word("money"))
    let parks = setup.isOn(Self.kind.mechanisms[1]) && !setup.word("facility").isEmpty
    facility = parks ? try setup.instrument(named: setup.word("facility")) : nil
    let shares = setup.word("shares")
    self.shares = shares.isEmpty ? nil : try setup.instrument(named: shares)
    outside = try OutsideOption.choice(setup)
    outsideRate = outside.figure(in: &setup)
    desks = try OvernightDesks(plan, &setup, refuses: setup.isOn(Self.kind.mechanisms[0]))
    cashKept = setup.number("cash_kept_usd")
    billShare = setup.number("bill_share")
    billSpeed = setup.number("bill_speed_per_day")
    bills = billShare > 0 ? try setup.market(named: "bills") : nil
    if !setup.word("debt").isEmpty {
      debt = try RepoInterest(
        on: setup.word("debt"),
        spread: setup.number("debt_spread_percent"),
        in: &setup
      )
    }
    setup.joinRepoLenders()
  }

  /// Buys bills at the close, lends at settlement, parks what is left, and pays out once a month.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    let worth = openingWorth ?? view.netWorth
    openingWorth = worth
    switch view.stage {
    case .equityClose: buyBills(view, &intents)
    case .settlement:
      debt?.pay(view, from: money, &intents)
      offer(view, &intents)
    case .settled: park(view, &intents)
    default: payOut(view, above: worth, &intents)
    }
  }

  // MARK: - Lending

  /// Cash that it has or gets back tonight, less what it keeps.
  private func cash(_ view: ParticipantView) -> Double {
    let parked = facility.map { view.units($0) } ?? 0
    return max(0, desks.lent(view) + max(0, view.units(money) + parked - cashKept))
  }

  private func offer(_ view: ParticipantView, _ intents: inout IntentList) {
    if let facility, view.holding(facility) > .zero {
      intents.add(
        .pay(view.holding(facility), from: facility, to: view.account, in: money, as: .lending)
      )
    }
    desks.offer(
      view,
      money: money,
      cash: cash(view),
      outside: outside.rate(view, outsideRate, cost: desks.terms.balanceSheetCost),
      hasAccess: facility != nil,
      &intents
    )
  }

  private func park(_ view: ParticipantView, _ intents: inout IntentList) {
    guard let facility else { return }
    let idle = view.amount(view.units(money) - cashKept, of: money)
    guard idle > .zero else { return }
    intents.add(.pay(idle, from: money, to: view.account, in: facility, as: .lending))
  }

  // MARK: - Bills and shares

  private func buyBills(_ view: ParticipantView, _ intents: inout IntentList) {
    guard let bills else { return }
    let held = view.units(view.instrument(bills))
    let managed = cash(view) + cashKept + held
    let dollars = billSpeed * (billShare * managed - held)
    intents.trade(bills, dollars: min(dollars, view.units(money)), money: money)
  }

  private func payOut(
    _ view: ParticipantView,
    above worth: Double,
    _ intents: inout IntentList
  ) {
    guard let shares else { return }
    let earned = view.amount(min(view.netWorth - worth, view.units(money)), of: money)
    guard earned > .zero else { return }
    intents.add(.payHolders(of: shares, earned, money: money))
  }
}
