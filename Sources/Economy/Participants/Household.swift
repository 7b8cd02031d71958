import Quantities

/// Households and firms as one saver: pays taxes, keeps a steady sum of deposits, and invests the rest.
///
/// Balance sheet: deposits, shares of money funds, bills, coupons | (loans and mortgages of the sheet). It pays
/// what the Treasury asks for, and moves a share of what it has above or below the deposits of the opening
/// into or out of fund shares, bills and coupons, the latter two in the opening's proportions, so that what
/// the Treasury spends comes back to its markets. Source: `model.md` §3.26.
public struct Household: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "household",
    summary:
      "Pays taxes and invests deposits above what it keeps in fund shares, bills and coupons.",
    systems: ["M2.1"],
    parameters: [
      ParameterDeclaration(
        "saving_speed_per_day",
        0.05,
        in: 0...1,
        "the share of its deposits above or below the opening's that it invests or takes back in a day",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "fund_weight",
        0.2,
        in: 0...1,
        "the part of it that goes to fund shares; bills and coupons share the rest as they do at the opening",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "deposit_growth_percent",
        2,
        in: -50...50,
        "how much more deposits it keeps a year",
        basis: "assumption"
      ),
    ],
    words: [
      WordDeclaration("account", "HN", "the account of the sheet"),
      WordDeclaration("fund_shares", "MMF shares", "shares that it saves in; none if empty"),
      WordDeclaration("treasury", "TSY", "to whom it pays taxes"),
    ],
    mechanisms: [
      WorldMechanism("taxes", "households pay taxes out of their deposits"),
      WorldMechanism("household_saving", "households invest what the Treasury spends"),
    ],
    stages: [.equityClose, .settlement],
    participation: 0.2
  )

  private let deposits: InstrumentID
  private let treasuryAccount: InstrumentID
  private let treasury: LedgerAccountID
  private let fund: FacilityID?
  private let shares: InstrumentID?
  private let bills: MarketID
  private let coupons: MarketID
  private let taxDue: FigureID
  private let paysTaxes: Bool
  private let saves: Bool
  private let speed: Double
  private let growth: Double
  private let fundWeight: Double
  /// What shocks have asked for so far, by their places.
  private var taxesPaid: [Int: Double] = [:]
  /// What it keeps, and the weights of fund shares, bills and coupons, from the first close.
  private var opening: (deposits: Double, weights: [Double])?

  /// Creates the households of an account.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    deposits = try setup.instrument(named: "deposits")
    treasuryAccount = try setup.instrument(named: "TGA")
    treasury = try setup.account(named: setup.word("treasury"))
    bills = try setup.market(named: "bills")
    coupons = try setup.market(named: "coupons")
    taxDue = setup.figure(named: "tax due")
    paysTaxes = setup.isOn(Self.kind.mechanisms[0])
    saves = setup.isOn(Self.kind.mechanisms[1])
    speed = setup.number("saving_speed_per_day")
    fundWeight = setup.word("fund_shares").isEmpty ? 0 : setup.number("fund_weight")
    growth = setup.number("deposit_growth_percent") / 100
    if setup.word("fund_shares").isEmpty {
      (shares, fund) = (nil, nil)
    } else {
      let shares = try setup.instrument(named: setup.word("fund_shares"))
      self.shares = shares
      fund = try setup.facility(claim: shares, asset: deposits)
    }
  }

  /// Invests at the close, pays taxes and trades fund shares at settlement.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    let kept = opening ?? open(view)
    opening = kept
    if view.stage == .settlement { payTaxes(view, &intents) }
    guard saves else { return }
    let years = Double(view.clock.day) / 365
    let excess = view.units(deposits) - kept.deposits * (1 + growth * years)
    invest(speed * excess, kept.weights, view, &intents)
  }

  private func open(_ view: ParticipantView) -> (deposits: Double, weights: [Double]) {
    let held = [bills, coupons].map { view.dollars(view.instrument($0)) }
    let whole = max(1, held.reduce(0, +))
    return (view.units(deposits), [fundWeight] + held.map { (1 - fundWeight) * $0 / whole })
  }

  private mutating func payTaxes(_ view: ParticipantView, _ intents: inout IntentList) {
    guard paysTaxes else { return }
    let due = view.amount(view.figure(taxDue) + extraTaxes(view), of: deposits)
    guard due > .zero else { return }
    intents.add(.pay(due, from: deposits, to: treasury, in: treasuryAccount, as: .payment))
  }

  /// What shocks ask for: an equal part a day of each, weekends' parts at the next settlement.
  private mutating func extraTaxes(_ view: ParticipantView) -> Double {
    var extra = 0.0
    for (place, shock) in view.shocksBegun(.taxPayment) {
      let days = Double(view.clock.day - shock.day + 1) / Double(shock.dayCount)
      let asked = shock.size * min(1, days)
      extra += asked - taxesPaid[place, default: 0]
      taxesPaid[place] = asked
    }
    return extra
  }

  private func invest(
    _ dollars: Double,
    _ weights: [Double],
    _ view: ParticipantView,
    _ intents: inout IntentList
  ) {
    guard view.stage == .settlement else {
      intents.trade(bills, dollars: dollars * weights[1], money: deposits)
      intents.trade(coupons, dollars: dollars * weights[2], money: deposits)
      return
    }
    guard let fund else { return }
    let claims = view.amount(abs(dollars) * weights[0], of: deposits)
    guard claims > .zero else { return }
    intents.add(dollars > 0 ? .create(fund, claims: claims) : .redeem(fund, claims: claims))
  }
}
