import Exchange
import Quantities
import Statistics

/// A listed company whose business is to hold a coin.
///
/// Balance sheet: coins, deposits | convertibles, preferred shares, a loan against the coins, shares.
/// Rule (`model.md` §3.7): while the enterprise multiple m_EV exceeds a threshold it sells new shares,
/// up to a tenth of their volume, and all proceeds buy coins whatever the price; below 0.8 of net assets
/// it buys shares back if its cash covers two years of charges; when shares are volatile it issues
/// convertibles at the conversion price where the lattice says they are worth their face. Forced: it
/// sells coins when a put or maturity of the next 90 days exceeds cash and issuance, when charges are not
/// covered for two quarters, and when the loan exceeds 0.65 of the coins.
public struct TreasuryCompany: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "treasury_company",
    summary:
      "A listed holder of a coin: coins and deposits, convertibles, preferred shares, a loan and shares; debt falling due, uncovered charges and the lender force it to sell coins.",
    systems: ["M1.5", "M1.6", "M3.4"],
    parameters: TreasuryTerms.parameters,
    words: [
      WordDeclaration("coin", "BTC", "the market of its coin"),
      WordDeclaration("money", "deposits", "what it pays and is paid in"),
      WordDeclaration("lender", "INST", "who holds its convertibles, preferred shares and loan"),
      WordDeclaration(
        "owner",
        "RETAIL",
        "who holds the shares that the residual provider does not"
      ),
      WordDeclaration("suppliers", "HN", "who is paid its costs"),
    ],
    mechanisms: [
      WorldMechanism("atm_issuance", "companies issue shares at the market to buy coins"),
      WorldMechanism(
        "treasury_forced_sale",
        "debt falling due and lenders make companies sell coins"
      ),
      WorldMechanism("treasury_buyback", "companies below their net assets buy shares back"),
      WorldMechanism("convertible_issuance", "companies with volatile shares issue convertibles"),
    ],
    stages: [.bar, .risk, .month, .quarter],
    // Its own limits on shares and coins bind: a session's bars are a quarter of the day's.
    participation: 0.5
  )

  let name: String
  let coin: MarketID
  let coinInstrument: InstrumentID
  let shares: MarketID
  let shareInstrument: InstrumentID
  let convertibles: InstrumentID
  let preferred: InstrumentID
  let loan: InstrumentID
  let money: InstrumentID
  let lender: LedgerAccountID
  let suppliers: LedgerAccountID
  let figures: TreasuryFigures
  let terms: TreasuryTerms
  let issuesShares: Bool
  let sellsByForce: Bool
  let buysBack: Bool
  let issuesConvertibles: Bool

  /// A hundredth of the opening price: what the shares of an empty company are worth.
  let shellPrice: Double

  var premium: TreasuryPremium
  var tranches: [ConvertibleTranche] = []
  /// An issue of the last month's end whose size is not known yet.
  var pending: ConvertibleTranche?
  /// Cash that is not there to buy coins, dollars.
  var reserve: Double
  /// Charges of past quarters that were not paid, dollars, and for how many quarters.
  var arrears = 0.0
  var uncoveredQuarters = 0
  /// Whether the lender's call is being met, and the coin price at which it was made.
  var isDeleveraging = false
  var callPrice = 0.0
  var sharesYesterday: Double
  var firstForcedSaleDay = -1
  /// What it has paid for coins, dollars.
  var purchases = 0.0

  /// Adds shares, convertibles, preferred shares, the loan and the market of the shares.
  public static func declare(
    _ plan: ParticipantPlan,
    _ setup: inout WorldSetup
  ) throws(WorldError) {
    let coin = setup.word("coin")
    let coinValue = setup.endowed(coin, in: plan) * (try setup.openingPrice(of: coin))
    let count = setup.number("shares_opening_count")
    let sheet = TreasurySheet(
      coins: coinValue,
      coinPrice: 1,
      cash: setup.endowed(setup.word("money"), in: plan),
      convertibles: setup.number("debt_usd"),
      preferred: setup.number("preferred_usd"),
      loan: setup.number("loan_usd"),
      shares: count,
      sharePrice: 0
    )
    guard coinValue > 0 else {
      throw setup.invalid("endowments", "no \(coin)", "coins to hold", [])
    }
    let price = sheet.shareValue(
      multiple: setup.number("premium_opening_ratio"),
      floorShare: setup.number("equity_floor_share")
    )
    let lender = try setup.account(named: setup.word("lender"))
    let owner = try setup.account(named: setup.word("owner"))
    let residual = try setup.account(named: "RLP")
    let shares = try setup.addClaim(
      "\(plan.name) shares",
      family: "treasury shares",
      price: price,
      unit: "share"
    )
    let kept = setup.number("residual_holder_share") * count
    try setup.issue(shares, kept, to: residual)
    try setup.issue(shares, count - kept, to: owner)
    let debts = [
      ("convertibles", sheet.convertibles), ("preferred", sheet.preferred), ("loan", sheet.loan),
    ]
    for (kind, dollars) in debts {
      let claim = try setup.addClaim("\(plan.name) \(kind)", family: "treasury \(kind)")
      try setup.issue(claim, dollars, to: lender)
    }
    setup.addMarket(
      MarketPlan(
        "\(plan.name) shares",
        price: price,
        value: .published(figure: "\(plan.name) share value"),
        hours: .newYork,
        dailyVolume: setup.number("share_volume_usd_per_day"),
        dailyVolatility: setup.number("share_volatility_per_day"),
        // What stays of an issue is in the premium already.
        permanentShare: 0
      )
    )
  }

  /// Creates a company with its opening tranche of convertibles.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    name = plan.name
    coin = try setup.market(named: setup.word("coin"))
    coinInstrument = try setup.instrument(named: setup.word("coin"))
    shares = try setup.market(named: "\(plan.name) shares")
    shareInstrument = try setup.instrument(named: "\(plan.name) shares")
    convertibles = try setup.instrument(named: "\(plan.name) convertibles")
    preferred = try setup.instrument(named: "\(plan.name) preferred")
    loan = try setup.instrument(named: "\(plan.name) loan")
    money = try setup.instrument(named: setup.word("money"))
    lender = try setup.account(named: setup.word("lender"))
    suppliers = try setup.account(named: setup.word("suppliers"))
    figures = TreasuryFigures(plan.name, &setup)
    terms = TreasuryTerms(setup)
    let mechanisms = Self.kind.mechanisms
    issuesShares = setup.isOn(mechanisms[0])
    sellsByForce = setup.isOn(mechanisms[1])
    buysBack = setup.isOn(mechanisms[2])
    issuesConvertibles = setup.isOn(mechanisms[3])
    premium = TreasuryPremium(setup)
    let sharePrice = try setup.openingPrice(of: "\(plan.name) shares")
    shellPrice = 0.01 * sharePrice
    reserve = setup.units(of: money)
    sharesYesterday = setup.number("shares_opening_count")
    let debt = setup.number("debt_usd")
    guard debt > 0 else { return }
    tranches = [
      ConvertibleTranche(
        face: debt,
        dueDay: terms.debtDueDays,
        conversionPrice: terms.conversionPremium * sharePrice
      )
    ]
  }

  /// Finances itself and buys or must sell in every bar; counts its days, months and quarters.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    let sheet = sheet(view)
    switch view.stage {
    case .bar: actInBar(view, sheet, &intents)
    case .risk: endDay(view, sheet, &intents)
    case .month: issueConvertible(view, sheet, &intents)
    case .quarter: payCharges(view, sheet, &intents)
    default: break
    }
  }

  private func sheet(_ view: ParticipantView) -> TreasurySheet {
    TreasurySheet(
      coins: view.units(coinInstrument),
      coinPrice: view.price(coin),
      cash: view.units(money),
      convertibles: view.outstanding(convertibles),
      preferred: view.outstanding(preferred),
      loan: view.outstanding(loan),
      shares: view.outstanding(shareInstrument),
      sharePrice: view.price(shares)
    )
  }
}
