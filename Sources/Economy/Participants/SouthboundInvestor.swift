import Quantities
import Statistics

/// Mainland investors who buy Hong Kong shares.
///
/// Balance sheet: dollars, for which their renminbi stand, Hong Kong dollars, shares | –. Rule (``SouthboundFlow``,
/// `model.md` §3.25): on weekdays
///
///     F = a + b g + c z        billions of dollars a day
///
/// g what American shares have gained on Hong Kong's since the opening, in logs, z what a shock of the scenario
/// took from American valuations, in units of a tenth, over the days after it. F buys Hong Kong dollars, and these
/// buy shares a bar later; a negative F sells shares and then the currency. Forced by nothing.
public struct SouthboundInvestor: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "southbound_investor",
    summary:
      "Mainland investors who change dollars into Hong Kong dollars and buy shares with them.",
    systems: ["M4.4", "M4.5"],
    parameters: [
      ParameterDeclaration(
        "mean_flow_usd_bn_per_day",
        0.7,
        in: -100...100,
        "a",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "gap_response_usd_bn_per_day",
        1,
        in: -100...100,
        "b, per log unit of the valuation gap",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "shock_response_usd_bn_per_day",
        0.5,
        in: -100...100,
        "c, per unit of the shock",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "shock_unit_log",
        0.1,
        in: 0.001...10,
        "the fall of American valuations that is one unit",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "shock_days",
        5,
        in: 0...1_000,
        "how long a shock brings a flow",
        basis: "assumption"
      ),
    ],
    words: [
      WordDeclaration("currency", "HKD", "the market of the currency"),
      WordDeclaration("shares", "HK shares", "the market of the shares it buys"),
      WordDeclaration("abroad", "SPX shares", "the market they are compared with, or empty"),
      WordDeclaration("money", "deposits", "the dollars that its renminbi bought"),
    ],
    mechanisms: [
      WorldMechanism("southbound_flow", "mainland investors buy Hong Kong shares"),
      WorldMechanism("valuation_gap", "southbound flow follows relative valuations"),
      WorldMechanism("valuation_shock", "southbound flow answers a shock to American valuations"),
    ],
    stages: [.bar],
    // The rule says what it buys; the price says what that costs.
    participation: 0.5
  )

  private let currency: MarketID
  private let local: InstrumentID
  private let shares: MarketID
  private let abroad: MarketID?
  private let money: InstrumentID
  private let flow: SouthboundFlow
  private let shockUnit: Double
  private let shockDays: Double
  private let isOn: Bool
  private let hasGap: Bool
  private let hasShock: Bool
  /// ln of the price abroad over that of the shares at the opening.
  private let openingGap: Double

  /// Finds its markets.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    currency = try setup.market(named: setup.word("currency"))
    local = try setup.instrument(named: setup.word("currency"))
    shares = try setup.market(named: setup.word("shares"))
    abroad = setup.word("abroad").isEmpty ? nil : try setup.market(named: setup.word("abroad"))
    money = try setup.instrument(named: setup.word("money"))
    do throws(ModelError) {
      flow = try SouthboundFlow(
        mean: setup.number("mean_flow_usd_bn_per_day"),
        gapResponse: setup.number("gap_response_usd_bn_per_day"),
        shockResponse: setup.number("shock_response_usd_bn_per_day")
      )
    } catch { throw setup.invalid("mean_flow_usd_bn_per_day", "\(error)", "a number", []) }
    shockUnit = setup.number("shock_unit_log")
    shockDays = setup.number("shock_days")
    isOn = setup.isOn(Self.kind.mechanisms[0])
    hasGap = setup.isOn(Self.kind.mechanisms[1])
    hasShock = setup.isOn(Self.kind.mechanisms[2])
    let plans = setup.marketPlans
    let opening = plans[(abroad ?? shares).index].price / plans[shares.index].price
    openingGap = Libm.log(opening)
  }

  /// Changes the bar's part of the flow, and turns what it has of the currency into what it wants.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    guard isOn, (1...5).contains(view.clock.date.weekday) else { return }
    let wanted =
      flow.flow(valuationGap: gap(view), shock: shock(view)) * 1e9 * view.clock.barDays
    let held = view.units(local) * view.price(currency)
    if wanted >= 0 {
      intents.trade(currency, dollars: wanted, money: money)
      intents.trade(shares, dollars: held, money: local)
    } else {
      intents.trade(shares, dollars: wanted, money: local)
      intents.trade(currency, dollars: -held, money: money)
    }
  }

  /// g, the log gain of the market abroad over the shares since the opening.
  private func gap(_ view: ParticipantView) -> Double {
    guard hasGap, let abroad else { return 0 }
    return Libm.log(view.price(abroad) / view.price(shares)) - openingGap
  }

  /// z, the shocks to the market abroad of the last days, positive for a fall.
  private func shock(_ view: ParticipantView) -> Double {
    guard hasShock, let abroad else { return 0 }
    let name = view.name(of: abroad)
    let now = Double(view.clock.step) * view.clock.barDays
    return view.shocksBegun(.news).reduce(0) { sum, begun in
      let age = now - (Double(begun.shock.day) + begun.shock.hour / 24)
      let counts = begun.shock.market == name && age < shockDays
      return counts ? sum - begun.shock.size / shockUnit : sum
    }
  }
}
