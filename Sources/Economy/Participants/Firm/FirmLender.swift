import Quantities

/// One bank that lends to a firm: the debt to it, the money that it makes, and what it says it lends.
struct FirmLender {
  /// Who.
  let bank: LedgerAccountID
  /// The debt.
  let loan: InstrumentID
  /// The bank's deposits.
  let money: InstrumentID
  /// Who is paid what is spent of its loans.
  let owner: LedgerAccountID
  /// USD billion a month.
  let supply: FigureID
  let demand: FigureID
  let repayments: FigureID
  let losses: FigureID
  /// Dollars of this month's supply and repayments that are left.
  var toDraw = 0.0
  var toRepay = 0.0
  /// A business day's part of them.
  var drawPerDay = 0.0
  var repayPerDay = 0.0

  init(
    bank: String,
    loan: String,
    money: String,
    owner: String,
    in setup: inout WorldSetup
  ) throws(WorldError) {
    self.bank = try setup.account(named: bank)
    self.owner = try setup.account(named: owner)
    self.loan = try setup.instrument(named: loan)
    self.money = try setup.instrument(named: money)
    guard setup.ledger.description(of: self.loan).form == .claim(issuer: setup.account) else {
      throw setup.invalid("words.loans", loan, "claims on the account", [])
    }
    guard setup.ledger.description(of: self.money).form == .claim(issuer: self.bank) else {
      throw setup.invalid("words.moneys", money, "deposits of \(bank)", [])
    }
    let suffix = BankFigures.suffix(of: bank)
    supply = setup.figure(named: "loan supply" + suffix)
    demand = setup.figure(named: "loan demand" + suffix)
    repayments = setup.figure(named: "loan repayments" + suffix)
    losses = setup.figure(named: "loan losses" + suffix)
  }

  /// Begins a month of draws and repayments, dollars, in equal parts of business days.
  ///
  /// What a month with few business days has left over goes on in the next.
  mutating func begin(draw: Double, repay: Double) {
    toDraw += draw
    toRepay += repay
    drawPerDay = toDraw / BankTerms.businessDaysPerMonth
    repayPerDay = toRepay / BankTerms.businessDaysPerMonth
  }

  /// Today's part of both, dollars.
  mutating func next() -> (drawn: Double, repaid: Double) {
    let drawn = min(toDraw, drawPerDay)
    let repaid = min(toRepay, repayPerDay)
    toDraw -= drawn
    toRepay -= repaid
    return (drawn, repaid)
  }
}
