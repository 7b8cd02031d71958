import Exchange
import Quantities
import Statistics

/// The issuer of a dollar backed by coins whose price risk it sells short, and of a governance token.
///
/// Balance sheet: coins, stablecoins, own governance tokens | synthetic dollars; short perpetuals against
/// the coins; what is left is the reserve fund. Rule (`model.md` §3.8): the hedged share of the backing
/// follows funding, w_h = 0.8 ramp(f̄_7d; 0, 8 %), shorts earn and pay funding into the fund, and a window
/// redeems 0.7 bn a day for whom it accepts. Defence: a fund below 0.3 % of the supply makes it sell
/// governance tokens, a part of the stock a day. Forced: a negative fund is a haircut for all holders.
public struct SyntheticDollarIssuer: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "synthetic_dollar_issuer",
    summary:
      "Issuer of a delta-neutral dollar: coins hedged by short perpetuals and stablecoins against synthetic dollars; a thin reserve fund makes it sell its governance tokens.",
    systems: ["M1.7"],
    parameters: SyntheticDollarTerms.parameters,
    words: [
      WordDeclaration("claim", "synthetic dollars", "its dollars, also their secondary market"),
      WordDeclaration("money", "stablecoins", "what it redeems them for and keeps as margin"),
      WordDeclaration("coins", "BTC, ETH", "the markets of the coins of its backing"),
      WordDeclaration("token", "GOV", "the market of its governance token; none if empty"),
      WordDeclaration("venue", "EXC", "the exchange of its hedge"),
      WordDeclaration("owner", "RETAIL", "who holds the dollars at the opening"),
      WordDeclaration("pool", "DEFI", "the lending pools that hold a part of them"),
      WordDeclaration("stakers", "RETAIL", "who is paid what the fund does not need"),
    ],
    mechanisms: [
      WorldMechanism("peg_defence", "the issuer sells governance tokens to refill its fund"),
      WorldMechanism("synthetic_hedge", "the issuer keeps short perpetuals against its coins"),
    ],
    stages: [.bar, .waterfall, .risk, .week]
  )

  let names: Set<String>
  let coins: [Leg]
  let claim: InstrumentID
  let money: InstrumentID
  let market: MarketID
  let token: MarketID?
  let tokenInstrument: InstrumentID?
  let venueName: String
  let venue: LedgerAccountID
  let stakers: LedgerAccountID
  let terms: SyntheticDollarTerms
  let figures: SyntheticDollarFigures
  let defends: Bool
  let hedges: Bool
  /// The failures of its venue that it has booked, by their place in the plan.
  var failures: Set<Int> = []
  /// What last took from the fund.
  var loss = CauseReference.decision

  /// A coin of the backing.
  struct Leg: Sendable {
    let market: MarketID
    let instrument: InstrumentID
    /// Its part of the hedged backing.
    let weight: Double
  }

  /// Adds the dollars, their window and their secondary market.
  public static func declare(
    _ plan: ParticipantPlan,
    _ setup: inout WorldSetup
  ) throws(WorldError) {
    let money = setup.word("money")
    var assets = setup.endowed(money, in: plan)
    for coin in coinNames(setup) {
      assets += setup.endowed(coin, in: plan) * (try setup.openingPrice(of: coin))
    }
    let supply = assets - setup.number("reserve_fund_usd")
    guard supply > 0 else {
      throw setup.invalid("endowments", "\(assets)", "a backing beyond the reserve fund", [])
    }
    let claim = try setup.addClaim(setup.word("claim"), family: "synthetic dollars")
    let kept = setup.number("residual_holder_share") * supply
    let pooled = min(setup.number("pool_holder_share") * supply, supply - kept)
    try setup.issue(claim, kept, to: try setup.account(named: "RLP"))
    try setup.issue(claim, pooled, to: try setup.account(named: setup.word("pool")))
    try setup.issue(
      claim,
      supply - kept - pooled,
      to: try setup.account(named: setup.word("owner"))
    )
    let capacity = try setup.amount(setup.number("redemption_capacity_usd_per_day"), of: claim)
    _ = setup.addFacility(
      claim: claim,
      asset: try setup.instrument(named: money),
      exchange: .par,
      terms: FacilityTerms(creationCapacity: capacity, redemptionCapacity: capacity)
    )
    setup.addSecondaryMarket()
  }

  /// Creates the issuer with shorts as large as its coins.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    names = [plan.name, setup.word("claim")]
    claim = try setup.instrument(named: setup.word("claim"))
    money = try setup.instrument(named: setup.word("money"))
    market = try setup.market(named: setup.word("claim"))
    let tokenName = setup.word("token")
    token = tokenName.isEmpty ? nil : try setup.market(named: tokenName)
    tokenInstrument = tokenName.isEmpty ? nil : try setup.instrument(named: tokenName)
    venueName = setup.word("venue")
    venue = try setup.account(named: venueName)
    stakers = try setup.account(named: setup.word("stakers"))
    terms = SyntheticDollarTerms(setup)
    figures = SyntheticDollarFigures(setup.word("claim"), &setup)
    defends = setup.isOn(Self.kind.mechanisms[0])
    hedges = setup.isOn(Self.kind.mechanisms[1])
    coins = try Self.legs(&setup)
    guard hedges else { return }
    for leg in coins {
      setup.joinPerpetual(leg.market, margin: money)
      let name = setup.ledger.name(of: leg.instrument)
      let value = setup.units(of: leg.instrument) * (try setup.openingPrice(of: name))
      guard value > 0 else { continue }
      setup.bring(
        PerpetualOpening(
          side: .short,
          notional: Amount(Int64((value * 10_000).rounded())),
          mixture: [PerpetualOpening.Component(leverage: terms.hedgeLeverage, weight: 1)],
          entrySpread: 0
        ),
        to: leg.market
      )
    }
  }

  private static func coinNames(_ setup: WorldSetup) -> [String] {
    setup.word("coins").split(separator: ",").map { String($0.drop { $0 == " " }) }
  }

  private static func legs(_ setup: inout WorldSetup) throws(WorldError) -> [Leg] {
    var values: [Double] = []
    var found: [(MarketID, InstrumentID)] = []
    for name in coinNames(setup) {
      let instrument = try setup.instrument(named: name)
      found.append((try setup.market(named: name), instrument))
      values.append(setup.units(of: instrument) * (try setup.openingPrice(of: name)))
    }
    let whole = values.reduce(0, +)
    return zip(found, values).map { leg, value in
      Leg(
        market: leg.0,
        instrument: leg.1,
        weight: whole > 0 ? value / whole : 1 / Double(values.count)
      )
    }
  }

  /// Hedges and defends in every bar, writes down at the day's end if it must, and publishes.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    switch view.stage {
    case .bar:
      bookFailures(view, &intents)
      if hedges { hedge(view, &intents) }
      if defends { defend(view, &intents) }
    case .waterfall: writeDown(view, &intents)
    case .risk: publish(view, &intents)
    case .week: payStakers(view, &intents)
    default: break
    }
  }
}
