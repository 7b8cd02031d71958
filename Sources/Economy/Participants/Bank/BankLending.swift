import Statistics

/// What a bank lends in a month and why not more: ``LoanSupply`` with equity and liquidity not yet used.
struct BankLending {
  /// What it decided.
  struct Decision {
    let supply: Double
    let constraint: LendingConstraint
    let tightening: Double
  }

  private let multiple: Double
  private let lendable: Double
  private let isLimited: Bool
  private var standards: LendingStandards

  init(_ setup: WorldSetup, isLimited: Bool, tightens: Bool) {
    multiple = 1 / setup.number("capital_ratio_target")
    lendable = setup.number("lendable_share")
    self.isLimited = isLimited
    standards = LendingStandards(setup, tightens: tightens)
  }

  /// Decides on the month to come; amounts are dollars in the view and USD billion in figures.
  ///
  /// Repaid loans can be lent again, whatever binds.
  mutating func decide(
    _ view: ParticipantView,
    _ sheet: BankSheet,
    _ figures: BankFigures,
    owed: Double
  ) -> Decision {
    let loans = sheet.served(view) / 1e9
    let losses = view.figure(figures.losses)
    let secured = view.figure(figures.secured)
    let tightening = standards.observe(
      monthlyLoss: losses > 0 && loans > 0 ? losses / loans : nil,
      spread: secured > 0 ? secured - view.figure(figures.policy) : nil
    )
    let demand = max(0, view.figure(figures.demand))
    guard isLimited else {
      return Decision(supply: demand, constraint: .demand, tightening: tightening)
    }
    let repaid = max(0, view.figure(figures.repayments))
    let unused = sheet.equity(view) - sheet.riskWeighted(view) / multiple
    let supply = LoanSupply(
      equity: max(0, unused / 1e9 + repaid * sheet.loanWeight / multiple),
      equityMultiple: multiple,
      riskWeight: sheet.loanWeight,
      liquidityLimit: max(0, lendable * sheet.spareLiquidity(view, owed: owed) / 1e9 + repaid),
      demand: demand,
      creditworthyShare: standards.share(
        tightening: tightening,
        delinquency: view.figure(figures.delinquency)
      )
    )
    return Decision(supply: supply.loans, constraint: supply.constraint, tightening: tightening)
  }
}
