import Quantities
import Statistics

/// The credit cycle: unemployment, delinquency and the output gap, month by month, from what banks lend.
///
/// It has no balance sheet. ``CreditCycle`` takes the real policy rate, what is lent beyond normal growth, the
/// quality of the loans outstanding (``CreditVintages``: loose standards of the month in which they were made)
/// and a demand shock. Delinquency's own effect on lending is left to the banks. Source: `model.md` §4.5.
public struct CreditEconomy: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "credit_cycle",
    summary: "Unemployment, delinquency and the output gap, with what banks lend fed back.",
    systems: ["M2.5", "M2.6"],
    parameters: parameters,
    words: [
      WordDeclaration("borrowers", "firms", "accounts of kind firm, with commas"),
      WordDeclaration("loans", "firm loans", "their debts, with commas"),
      WordDeclaration("banks", "BNK", "the accounts that lend them, with commas"),
      WordDeclaration("wealth", "", "a market whose price is wealth; none if empty"),
    ],
    mechanisms: [
      WorldMechanism("credit_feedback", "what banks lend moves output, standards move quality"),
      WorldMechanism("credit_cycle", "unemployment, delinquency and output move"),
    ],
    stages: [.risk]
  )

  private struct Lender {
    let loan: InstrumentID
    let standard: FigureID
    let supply: FigureID
  }

  private let policy: FigureID
  private let inflation: FigureID
  private let unemployment: FigureID
  private let delinquency: FigureID
  private let gap: FigureID
  private let lending: [FigureID]
  private var banks: [Lender] = []
  private let wealth: MarketID?
  private let feedsBack: Bool
  private let moves: Bool
  private let output: Double
  private let neutralRate: Double
  private let growth: Double
  private let repaidShare: Double
  private let deviation: Double
  private let wealthShare: Double
  private var cycle: CreditCycle
  private var vintages: CreditVintages
  private var months = 0

  /// Starts at rest.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    feedsBack = setup.isOn(Self.kind.mechanisms[0])
    moves = setup.isOn(Self.kind.mechanisms[1])
    var parameters = CreditCycleParameters()
    parameters.normalUnemployment = setup.number("unemployment_percent")
    parameters.creditFeedback = 0
    cycle = CreditCycle(parameters)
    repaidShare = setup.number("repayment_share_per_month")
    vintages = CreditVintages(monthlyRunoff: repaidShare)
    policy = setup.figure(named: "policy rate", assumed: 3.875)
    inflation = setup.figure(named: "inflation", assumed: 3)
    unemployment = setup.figure(named: "unemployment", opening: cycle.unemployment)
    delinquency = setup.figure(named: "delinquency", opening: cycle.delinquency)
    gap = setup.figure(named: "output gap", opening: cycle.outputGap)
    let borrowers = Self.list(setup.word("borrowers"))
    lending = borrowers.map { setup.figure(named: "net lending \($0)") }
    wealth = setup.word("wealth").isEmpty ? nil : try setup.market(named: setup.word("wealth"))
    output = setup.number("output_usd_per_year")
    neutralRate = setup.number("neutral_real_rate_percent")
    growth = setup.number("growth_percent") / 100
    deviation = setup.number("demand_deviation_points")
    wealthShare = setup.number("wealth_share")
    let loans = Self.list(setup.word("loans"))
    let names = Self.list(setup.word("banks"))
    guard loans.count == names.count else {
      throw setup.invalid("words.loans", setup.word("loans"), "as many as banks", [])
    }
    for (loan, name) in zip(loans, names) {
      let suffix = BankFigures.suffix(of: name)
      banks.append(
        Lender(
          loan: try setup.instrument(named: loan),
          standard: setup.figure(named: "lending standard" + suffix),
          supply: setup.figure(named: "loan supply" + suffix)
        )
      )
    }
  }

  private static func list(_ word: String) -> [String] {
    word.split(separator: ",").map { String($0.drop { $0 == " " }) }
  }

  /// Takes one step at the end of a month.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    guard view.clock.isMonthEnd, moves else { return }
    var stream = view.stream(1)
    var shock = CreditCycle.Shock()
    shock.demand = deviation * stream.nextNormal()
    shock.realRateGap = view.figure(policy) - view.figure(inflation) - neutralRate
    if let wealth { shock.wealth = wealthShare * 100 * view.logReturn(wealth, days: 30) }
    if feedsBack {
      shock.qualityShortfall = qualityShortfall(view)
      shock.creditImpulse = creditImpulse(view)
    }
    if months == 0 { start(view) }
    months += 1
    cycle.step(shock)
    intents.publish(unemployment, cycle.unemployment)
    intents.publish(delinquency, cycle.delinquency)
    intents.publish(gap, cycle.outputGap)
  }

  /// Is at rest where the world opens: a store may have said what unemployment and delinquency were.
  private mutating func start(_ view: ParticipantView) {
    var parameters = cycle.parameters
    parameters.normalUnemployment = view.figure(unemployment)
    parameters.normalDelinquency = view.figure(delinquency)
    cycle = CreditCycle(parameters)
  }

  /// Lending beyond normal growth, percent of a year's output; the first month is not a whole one.
  private func creditImpulse(_ view: ParticipantView) -> Double {
    guard months > 0 else { return 0 }
    let lent = 1e9 * lending.reduce(0) { $0 + view.figure($1) }
    let owed = banks.reduce(0) { $0 + view.outstanding($1.loan) }
    return 100 * (lent - growth / 12 * owed) / output
  }

  /// Q̄ − Q of the loans outstanding, each month's loans with the standard at which they were made.
  private mutating func qualityShortfall(_ view: ParticipantView) -> Double {
    let lent = banks.reduce(0) { $0 + max(0, view.figure($1.supply)) }
    if months == 0 {
      let owed = banks.reduce(0) { $0 + view.outstanding($1.loan) } / 1e9
      vintages.endMonth(lending: owed, quality: 0)
      return 0
    }
    let standard = banks.reduce(0) {
      $0 + max(0, view.figure($1.supply)) * view.figure($1.standard)
    }
    vintages.endMonth(lending: lent, quality: lent > 0 ? standard / lent : 0)
    return -(vintages.quality ?? 0)
  }
}
