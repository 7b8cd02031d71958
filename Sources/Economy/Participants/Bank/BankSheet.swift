import Quantities

/// What a bank holds and owes, and what its regulators make of it.
///
/// Amounts are dollars. The sheet's bank owes more than the ledger lists: advances and other funding. They are what its opening
/// worth is beyond the opening capital ratio, and stay. Equity is at cost: what coupons have lost since the
/// opening is not counted until they are sold.
struct BankSheet {
  let deposits: InstrumentID
  let reserves: InstrumentID
  let coupons: InstrumentID
  /// The market of coupons.
  let market: MarketID
  /// Loans to borrowers who come to it, and loans that stay.
  let loans: [InstrumentID]
  private let stock: [InstrumentID]
  private let bills: InstrumentID
  private let mortgageBonds: InstrumentID
  /// RW of loans and of bonds.
  let loanWeight: Double
  let securityWeight: Double
  private let bondLiquidity: Double
  private let outflowShare: Double
  /// The price of coupons at the opening.
  private let cost: Double
  private let otherFunding: Double

  init(_ setup: WorldSetup) throws(WorldError) {
    deposits = try setup.instrument(named: setup.word("deposits"))
    guard setup.ledger.description(of: deposits).form == .claim(issuer: setup.account) else {
      throw setup.invalid("words.deposits", setup.word("deposits"), "a claim on the account", [])
    }
    reserves = try setup.instrument(named: "reserves")
    bills = try setup.instrument(named: "bills")
    mortgageBonds = try setup.instrument(named: "MBS")
    market = try setup.market(named: setup.word("market"))
    coupons = try setup.instrument(named: setup.word("market"))
    loans = try Self.instruments("loans", setup)
    stock = try Self.instruments("other_loans", setup)
    loanWeight = setup.number("loan_risk_weight")
    securityWeight = setup.number("security_risk_weight")
    bondLiquidity = setup.number("mortgage_bond_liquidity_share")
    outflowShare = setup.number("outflow_share")
    cost = setup.price(of: coupons)
    let lent = (loans + stock).reduce(0) { $0 + setup.units(of: $1) }
    let bonds = setup.units(of: mortgageBonds) + setup.units(of: coupons)
    let worth = Double(setup.ledger.netWorth(of: setup.account)) / 1e12
    let equity =
      setup.number("capital_ratio_opening") * (loanWeight * lent + securityWeight * bonds)
    otherFunding = worth - equity
    guard otherFunding >= 0 else {
      throw setup.invalid(
        "numbers.capital_ratio_opening",
        "\(setup.number("capital_ratio_opening"))",
        "at most what the account is worth over its risk-weighted assets: \(worth) USD",
        []
      )
    }
  }

  /// The instruments of a word that lists them with commas.
  static func instruments(
    _ word: String,
    _ setup: WorldSetup
  ) throws(WorldError) -> [InstrumentID] {
    var found: [InstrumentID] = []
    for name in setup.word(word).split(separator: ",") {
      found.append(try setup.instrument(named: String(name.drop { $0 == " " })))
    }
    return found
  }

  /// Loans, all of them.
  func lent(_ view: ParticipantView) -> Double {
    (loans + stock).reduce(0) { $0 + view.units($1) }
  }

  /// Loans to borrowers who come to it.
  func served(_ view: ParticipantView) -> Double { loans.reduce(0) { $0 + view.units($1) } }

  /// RWA.
  func riskWeighted(_ view: ParticipantView) -> Double {
    loanWeight * lent(view)
      + securityWeight * (view.units(mortgageBonds) + view.units(coupons))
  }

  /// What the coupons that it holds have lost since the opening; negative for a gain.
  func unrealisedLoss(_ view: ParticipantView) -> Double {
    view.units(coupons) * (cost - view.bookPrice(coupons))
  }

  /// E at cost.
  func equity(_ view: ParticipantView) -> Double {
    view.netWorth - otherFunding + unrealisedLoss(view)
  }

  /// What coupons sold at the present price lose, dollars per dollar of face.
  func lossPerUnit(_ view: ParticipantView) -> Double { cost - view.bookPrice(coupons) }

  /// The price at which half of the present loss had been made: the fall through it made the loss.
  func lossLevel(_ view: ParticipantView) -> Double { (cost + view.bookPrice(coupons)) / 2 }

  /// What is secured at the central bank's standing facility before its haircut.
  func pledgeable(_ view: ParticipantView) -> Double {
    view.dollars(coupons) + view.units(mortgageBonds)
  }

  /// Liquid assets beyond what depositors may take in a month of stress, less what it owes the central bank.
  func spareLiquidity(_ view: ParticipantView, owed: Double) -> Double {
    view.units(reserves) + view.units(bills) + view.dollars(coupons)
      + bondLiquidity * view.units(mortgageBonds)
      - owed - outflowShare * view.outstanding(deposits)
  }

  /// What it holds in all, given what it owes the central bank.
  func assets(_ view: ParticipantView, owed: Double) -> Double {
    max(0, view.netWorth) + view.outstanding(deposits) + owed
  }
}
