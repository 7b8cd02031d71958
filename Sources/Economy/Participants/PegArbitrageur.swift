import Exchange
import Quantities
import Statistics

/// Those whom an issuer accepts at its window and who trade its claim's secondary price back to par.
///
/// Balance sheet: money and, for a bar, the claim | –. Rule (`model.md` §3.8): below par they buy in
/// proportion to 1 − p − cost, up to what the window still redeems today, and redeem; above par they
/// create and sell. They withdraw while the venue's volatility is extreme, and then nobody stands
/// between sellers and the secondary price.
public struct PegArbitrageur: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "peg_arbitrageur",
    summary:
      "Arbitrageurs between a par claim's secondary market and its issuer's window: money, nothing owed; extreme volatility makes them withdraw.",
    systems: ["M1.7", "M1.8"],
    parameters: [
      ParameterDeclaration(
        "cost_ratio",
        0.000_5,
        in: 0...0.1,
        "deviation that pays their costs",
        basis: "model.md §3.8"
      ),
      ParameterDeclaration(
        "flow_share_of_volume_per_basis_point",
        0.05,
        in: 0...100,
        "daily flow over the secondary volume for each basis point beyond the costs",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "withdrawal_volatility_ratio",
        3,
        in: 0.1...1_000,
        "hourly volatility of the venue's market over its reference at which they withdraw",
        basis: "model.md §3.3"
      ),
    ],
    words: [
      WordDeclaration("claim", "synthetic dollars", "the claim, also its secondary market"),
      WordDeclaration("money", "stablecoins", "what it is redeemed for"),
      WordDeclaration("venue_market", "BTC", "the market whose volatility makes them withdraw"),
    ],
    mechanisms: [WorldMechanism("peg_arbitrage", "arbitrageurs trade par claims back to par")],
    stages: [.bar],
    // They are many and their rule has its own pace.
    participation: 5
  )

  private let name: String
  private let claimName: String
  private let claim: InstrumentID
  private let money: InstrumentID
  private let market: MarketID
  private let venue: MarketID
  private let window: FacilityID
  private let isOn: Bool
  private let cost: Double
  private let slope: Double
  private let withdrawal: Double

  /// Creates arbitrageurs of a claim whose issuer has declared a window and a market.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    name = plan.name
    claimName = setup.word("claim")
    claim = try setup.instrument(named: claimName)
    money = try setup.instrument(named: setup.word("money"))
    market = try setup.market(named: claimName)
    venue = try setup.market(named: setup.word("venue_market"))
    window = try setup.facility(claim: claim, asset: money)
    isOn = setup.isOn(Self.kind.mechanisms[0])
    cost = setup.number("cost_ratio")
    slope = setup.number("flow_share_of_volume_per_basis_point") * 10_000
    withdrawal = setup.number("withdrawal_volatility_ratio")
  }

  /// Trades towards par and goes to the window with what it bought.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    guard isOn else { return }
    let price = view.price(market)
    let facility = view.facility(window)
    let held = view.holding(claim)
    let isRich = price > 1 + cost
    if held > .zero && !isRich { intents.add(.redeem(window, claims: held), .neutral) }
    guard !isWithdrawn(view) else { return }
    let rate = slope * view.dailyVolume(market) * view.clock.barDays
    if price < 1 - cost {
      let left = facility.terms.redemptionCapacity - facility.redeemedToday - held
      let most = min(Double(max(.zero, left).units) / 10_000, view.units(money))
      intents.trade(market, dollars: min(most, rate * (1 - price - cost)), money: money, .neutral)
    } else if isRich {
      let wanted = rate * (price - 1 - cost)
      intents.trade(market, dollars: -min(wanted, view.units(claim)), money: money, .neutral)
      let created = view.amount(min(wanted, view.units(money)), of: claim)
      if created > .zero { intents.add(.create(window, claims: created), .neutral) }
    }
  }

  private func isWithdrawn(_ view: ParticipantView) -> Bool {
    let reference = view.referenceVolatility(venue) / 24.0.squareRoot()
    if view.hourlyVolatility(venue) > withdrawal * reference { return true }
    return view.shocks(.makerWithdrawal).contains {
      // Whoever still offers everything has not withdrawn.
      $0.shock.size < 1 && ($0.shock.market == claimName || $0.shock.target == name)
    }
  }
}
