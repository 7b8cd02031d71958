/// Households that keep bringing savings to the traders' collateral: what liquidations take away has
/// to come from somewhere.
///
/// Balance sheet: the money of a sheet account, RETAIL by default | –. Rule: the same sum every day to
/// each cohort by its share, until the money is gone. Nothing is forced. Seed 001 calls it wages that
/// restart the cycle (system M1.11).
public struct RetailSavers: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "retail_savers",
    summary:
      "Savings that flow into traders' collateral every day; owes nothing, forced by nothing.",
    systems: ["M1.11"],
    parameters: [
      ParameterDeclaration(
        "inflow_usd_per_day",
        30e6,
        in: 0...1e10,
        "dollars a day for all cohorts together",
        basis: "assumption"
      )
    ],
    words: [
      WordDeclaration("account", "RETAIL", "the sheet account whose money it is"),
      WordDeclaration("money", "stablecoins", "what is brought"),
      WordDeclaration(
        "cohorts",
        "",
        "participants that receive it, in equal parts; every retail cohort if empty"
      ),
    ],
    mechanisms: [WorldMechanism("retail_savings", "savings replace collateral that was lost")],
    stages: [.risk]
  )

  private let money: InstrumentID
  private let cohorts: [LedgerAccountID]
  private let inflow: Double
  private let isOn: Bool

  /// Creates the savers of a list of cohorts.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    money = try setup.instrument(named: setup.word("money"))
    inflow = setup.number("inflow_usd_per_day")
    isOn = setup.isOn(Self.kind.mechanisms[0])
    var names = setup.word("cohorts").split(separator: ",").map { String($0.drop { $0 == " " }) }
    if names.isEmpty {
      names = setup.plan.participants.filter { $0.kind == RetailCohort.kind.id }.map(\.name)
        .sorted()
    }
    var accounts: [LedgerAccountID] = []
    for name in names { accounts.append(try setup.account(named: name)) }
    cohorts = accounts
  }

  /// Pays the day's savings in.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    guard isOn else { return }
    for cohort in cohorts {
      let part = view.amount(inflow / Double(cohorts.count), of: money)
      intents.add(.transfer(money, part, to: cohort, as: .payment))
    }
  }
}
