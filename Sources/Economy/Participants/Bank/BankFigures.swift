/// The figures that a bank publishes and reads; those of a group other than BNK end with its account's name.
struct BankFigures {
  /// New loans of the month to come, USD billion.
  let supply: FigureID
  /// What keeps it from lending more: 0 demand, 1 capital, 2 liquidity, 3 creditworthiness.
  let constraint: FigureID
  /// E over RWA, percent.
  let capital: FigureID
  /// What coupons have lost since the opening over E, a fraction up to 10; zero for a gain.
  let unrealisedLoss: FigureID
  /// ln(PD cut of the opening/PD cut): above zero where it lends to fewer than at the opening.
  let standard: FigureID
  /// What its borrowers want in a month and repay in a month, USD billion.
  let demand: FigureID
  let repayments: FigureID
  /// What they did not repay last month, USD billion.
  let losses: FigureID
  /// What depositors take today, dollars.
  let withdrawals: FigureID
  /// Percent of balances.
  let delinquency: FigureID
  /// Percent a year.
  let policy: FigureID
  let reserveRate: FigureID
  let effective: FigureID
  let secured: FigureID
  let facility: FigureID

  init(in setup: inout WorldSetup) {
    let suffix = Self.suffix(of: setup.word("account"))
    supply = setup.figure(named: "loan supply" + suffix)
    constraint = setup.figure(named: "bank constraint" + suffix)
    capital = setup.figure(named: "capital ratio" + suffix)
    unrealisedLoss = setup.figure(named: "unrealised loss" + suffix)
    standard = setup.figure(named: "lending standard" + suffix)
    demand = setup.figure(named: "loan demand" + suffix)
    repayments = setup.figure(named: "loan repayments" + suffix)
    losses = setup.figure(named: "loan losses" + suffix)
    withdrawals = setup.figure(named: "withdrawals" + suffix)
    delinquency = setup.figure(
      named: "delinquency",
      assumed: CreditCycleParameters().normalDelinquency
    )
    policy = setup.figure(named: "policy rate", assumed: 3.875)
    reserveRate = setup.figure(named: "IORB", assumed: 3.9)
    effective = setup.figure(named: "EFFR", assumed: 3.88)
    secured = setup.figure(named: "SOFR")
    facility = setup.figure(named: "standing repo rate", assumed: 4)
  }

  /// What ends the figures' names of an account's group.
  static func suffix(of account: String) -> String { account == "BNK" ? "" : " \(account)" }

  /// The number under which a constraint is published.
  static func code(of constraint: LendingConstraint) -> Double {
    switch constraint {
    case .demand: 0
    case .capital: 1
    case .liquidity: 2
    case .creditworthiness: 3
    }
  }
}
