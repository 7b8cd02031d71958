import Quantities
import Statistics

/// Firms: they owe bank loans, renew and draw what banks lend, spend it, and default with delinquency.
///
/// Balance sheet: deposits, real capital | loans of one or more banks. A month's applications to a bank are
///
///     D = B (repaid + growth/12 + e_y y + …)/accepted
///
/// and what it lends them becomes deposits that they pay to the owners. Loans are written
/// down by LGD · PD(z)/12 with PD(z) of ``VasicekPortfolio``, PD in proportion to delinquency, z drawn once a
/// month. Source: `model.md` §3.26, §4.5.
public struct Firm: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "firm",
    summary: "Owes banks, spends what they lend, pays interest, and defaults with delinquency.",
    systems: ["M2.5", "M2.6"],
    parameters: parameters,
    words: [
      WordDeclaration("account", "firms", "the account: the issuer of the loans"),
      WordDeclaration("banks", "BNK", "accounts that lend to it, with commas"),
      WordDeclaration("loans", "firm loans", "its debt to each, with commas"),
      WordDeclaration("moneys", "deposits", "the deposits that each makes, with commas"),
      WordDeclaration("owners", "HN", "who is paid what it spends of each loan, with commas"),
    ],
    mechanisms: [
      WorldMechanism("firm_credit", "firms repay loans and draw what banks supply"),
      WorldMechanism("loan_losses", "firms default and banks write loans down"),
      WorldMechanism("loan_interest", "firms pay interest on loans"),
    ],
    stages: [.settlement, .risk, .month]
  )

  let deposits: InstrumentID
  let policy: FigureID
  let delinquency: FigureID
  private let gap: FigureID
  private let netLending: FigureID
  let isOn: [Bool]
  private let repaidShare: Double
  private let growth: Double
  private let served: Double
  private let gapEffect: Double
  private let rateEffect: Double
  let spread: Double
  let probability: Double
  let lossGivenDefault: Double
  let correlation: Double
  var lenders: [FirmLender] = []
  /// What was drawn less what was repaid this month, dollars.
  private var net = 0.0
  private var openingRate: Double?
  /// Whether a month has ended since the last settlement.
  var isNewMonth = false
  let normalDelinquency = CreditCycleParameters().normalDelinquency

  /// Finds its banks.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    deposits = try setup.instrument(named: "deposits")
    policy = setup.figure(named: "policy rate", assumed: 3.875)
    delinquency = setup.figure(named: "delinquency", assumed: normalDelinquency)
    gap = setup.figure(named: "output gap")
    netLending = setup.figure(named: "net lending \(setup.word("account"))")
    isOn = Self.kind.mechanisms.map { setup.isOn($0) }
    repaidShare = setup.number("repayment_share_per_month")
    growth = setup.number("growth_percent") / 100
    served = setup.number("served_share")
    gapEffect = setup.number("gap_effect_percent") / 100
    rateEffect = setup.number("rate_effect_percent") / 100
    spread = setup.number("loan_spread_percent")
    probability = setup.number("default_probability_annual")
    lossGivenDefault = setup.number("loss_given_default")
    correlation = setup.number("asset_correlation")
    let lists = ["banks", "loans", "moneys", "owners"].map { Self.list(setup.word($0)) }
    guard lists.allSatisfy({ $0.count == lists[0].count }) else {
      throw setup.invalid(
        "words.loans",
        setup.word("loans"),
        "as many loans, moneys and owners as banks: \(lists[0].count)",
        []
      )
    }
    for place in lists[0].indices {
      lenders.append(
        try FirmLender(
          bank: lists[0][place],
          loan: lists[1][place],
          money: lists[2][place],
          owner: lists[3][place],
          in: &setup
        )
      )
    }
  }

  private static func list(_ word: String) -> [String] {
    word.split(separator: ",").map { String($0.drop { $0 == " " }) }
  }

  /// Draws and repays at settlement, applies at the month's last day, then pays interest and defaults.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    switch view.stage {
    case .settlement: if isOn[0] { settle(view, &intents) }
    case .risk: if isOn[0], view.clock.isMonthEnd { apply(view, &intents) }
    default: endMonth(view, &intents)
    }
  }

  // MARK: - Credit

  /// Applications of the month to come, USD billion, and what falls due.
  private mutating func apply(_ view: ParticipantView, _ intents: inout IntentList) {
    let start = openingRate ?? view.figure(policy)
    openingRate = start
    let wanted =
      repaidShare + growth / 12 + gapEffect * view.figure(gap)
      - rateEffect * (view.figure(policy) - start)
    for lender in lenders {
      let owed = view.outstanding(lender.loan) / 1e9
      intents.publish(lender.demand, owed * max(0, wanted) / served)
      intents.publish(lender.repayments, owed * repaidShare)
    }
  }

  /// A day's part of the month: borrows, repays, and spends what is left of it.
  private mutating func settle(_ view: ParticipantView, _ intents: inout IntentList) {
    if isNewMonth {
      isNewMonth = false
      net = 0
      for place in lenders.indices {
        lenders[place].begin(
          draw: 1e9 * view.figure(lenders[place].supply),
          repay: repaidShare * view.outstanding(lenders[place].loan)
        )
      }
    }
    for place in lenders.indices {
      let (drawn, repaid) = lenders[place].next()
      net += drawn - repaid
      move(drawn, repaid, lenders[place], view, &intents)
    }
    intents.publish(netLending, net / 1e9)
  }
}
