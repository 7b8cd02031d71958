import Exchange
import Quantities
import Statistics

/// Retail traders of one leverage class in one coin: collateral, spot coins and perpetual longs.
///
/// Balance sheet: balances at a venue, coins, perpetual positions | –. Rule (`model.md` §3.1): leverage
/// demand rises with sentiment and falls with volatility,
///
///     λ* = clip(λ̄ min(2, (σ_ref/σ̂)^ε) exp(κ_m m − κ_f (f − f₀)), 1, λ_max),   m = r_20d/(σ̂ √20)
///
/// and the position moves to λ* θ E at a rate per day. Near a margin call some sell coins in the order
/// of ``tierOrder`` to top up and some cut. Forced: the venue liquidates; a top-up sale knows the fall that
/// made it necessary.
public struct RetailCohort: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "retail_cohort",
    summary:
      "Retail traders of one leverage class: venue balances, coins and perpetual longs; venues liquidate them.",
    systems: ["M0.1", "M0.2", "M1.3", "M1.4"],
    parameters: [
      ParameterDeclaration(
        "base_leverage",
        8,
        in: 1...125,
        "λ̄, leverage demanded in calm",
        basis: "model.md §3.1"
      ),
      ParameterDeclaration(
        "volatility_elasticity",
        0.5,
        in: 0...3,
        "ε_λ, how leverage falls with volatility",
        basis: "model.md §3.1"
      ),
      ParameterDeclaration(
        "sentiment_slope",
        0.3,
        in: 0...3,
        "κ_m, how leverage rises with past returns",
        basis: "model.md §3.1"
      ),
      ParameterDeclaration(
        "funding_slope",
        1,
        in: 0...10,
        "κ_f, how leverage falls with the annual funding above that of no premium",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "opening_rate_per_day",
        0.10,
        in: 0...1,
        "κ_o, share of the missing position opened a day",
        basis: "model.md §3.1"
      ),
      ParameterDeclaration(
        "closing_rate_per_day",
        0.05,
        in: 0...1,
        "κ_c, share of the position closed a day",
        basis: "model.md §3.1"
      ),
      ParameterDeclaration(
        "margin_share",
        0.25,
        in: 0...1,
        "θ, share of the equity at the venue put at risk",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "top_up_share",
        0.35,
        in: 0...1,
        "π_top, share of a called cohort that tops up",
        basis: "model.md §3.1"
      ),
      ParameterDeclaration(
        "top_up_max",
        0.3,
        in: 0...1,
        "b_top, most of the remaining coins sold for a top-up",
        basis: "model.md §3.1"
      ),
      ParameterDeclaration(
        "opening_notional_usd",
        0,
        in: 0...1e12,
        "perpetual longs at the opening",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "entry_spread_log",
        0.06,
        in: 0...1,
        "standard deviation of log entry prices at the opening",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "account_count",
        1_000_000,
        in: 1...1e9,
        "equal accounts that it stands for; the tiers of a contract look at one",
        basis: "assumption"
      ),
    ],
    words: [
      WordDeclaration("market", "BTC", "the coin of its perpetual"),
      WordDeclaration("money", "stablecoins", "what it keeps as collateral"),
      WordDeclaration("tiers", "BTC, ETH", "coins sold for a top-up, first to last"),
    ],
    mechanisms: [
      WorldMechanism("retail_top_up", "called cohorts sell coins to keep their positions"),
      WorldMechanism("retail_releverage", "cohorts open new positions"),
    ],
    stages: [.bar],
    participation: 0.2
  )

  private let market: MarketID
  private let money: InstrumentID
  private let tierOrder: [MarketID]
  private let rule: Rule
  private let topsUp: Bool
  private let opens: Bool

  private struct Rule {
    let leverage: Double
    let elasticity: Double
    let sentiment: Double
    let fundingSlope: Double
    let openingRate: Double
    let closingRate: Double
    let marginShare: Double
    let topUpShare: Double
    let topUpMax: Double
  }

  /// Creates a cohort and the longs it opens with.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    market = try setup.market(named: setup.word("market"))
    money = try setup.instrument(named: setup.word("money"))
    tierOrder = try setup.markets(inWord: "tiers")
    topsUp = setup.isOn(Self.kind.mechanisms[0])
    opens = setup.isOn(Self.kind.mechanisms[1])
    rule = Rule(
      leverage: setup.number("base_leverage"),
      elasticity: setup.number("volatility_elasticity"),
      sentiment: setup.number("sentiment_slope"),
      fundingSlope: setup.number("funding_slope"),
      openingRate: setup.number("opening_rate_per_day"),
      closingRate: setup.number("closing_rate_per_day"),
      marginShare: setup.number("margin_share"),
      topUpShare: setup.number("top_up_share"),
      topUpMax: setup.number("top_up_max")
    )
    setup.joinPerpetual(
      market,
      margin: money,
      accountCount: setup.number("account_count")
    )
    let notional = setup.number("opening_notional_usd")
    guard notional > 0 else { return }
    setup.bring(
      PerpetualOpening(
        side: .long,
        notional: Amount(Int64((notional * 10_000).rounded())),
        mixture: [PerpetualOpening.Component(leverage: rule.leverage, weight: 1)],
        entrySpread: setup.number("entry_spread_log")
      ),
      to: market
    )
  }

  /// Opens, closes, and tops up what is near its margin call.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    let position = max(0, view.perpetualPosition(market))
    if topsUp && isCalled(view, position) { topUp(view, &intents) }
    let target = opens ? leverage(view) * rule.marginShare * view.dollars(money) : 0
    let days = view.clock.barDays
    let wanted = rule.openingRate * days * max(0, target - position)
    if wanted > 1 { intents.add(.open(market, notional: wanted, leverage: leverage(view))) }
    let excess = rule.closingRate * days * position
    if excess > 1 { intents.add(.close(market, notional: excess)) }
  }

  /// λ*.
  private func leverage(_ view: ParticipantView) -> Double {
    let volatility = max(1e-6, view.dailyVolatility(market))
    let sentiment = view.logReturn(market, days: 20) / (volatility * 20.0.squareRoot())
    // Twice the leverage is the most that calm can bring: without news σ̂ would fall to nothing.
    let calm = min(2, Libm.pow(view.referenceVolatility(market) / volatility, rule.elasticity))
    let carry = view.fundingAnnual(market, days: 7) - RetailCohort.fundingAtRest
    let cost = min(2, Libm.exp(-rule.fundingSlope * carry))
    return min(125, max(1, rule.leverage * calm * cost * Libm.exp(rule.sentiment * sentiment)))
  }

  /// The annual funding of a contract without premium: 0.01 % every eight hours.
  private static let fundingAtRest = 0.000_1 * 3 * 365

  /// Whether equity has fallen to one and a half times what the mean position needs.
  private func isCalled(_ view: ParticipantView, _ position: Double) -> Bool {
    guard position > 0 else { return false }
    return view.perpetualEquity(market) < 0.5 * view.marginUsed(market)
  }

  /// Sells coins, the first tier first, for a part of the margin that is gone.
  ///
  /// What forces it is the event that carried the price to where equity was half of the margin.
  private func topUp(_ view: ParticipantView, _ intents: inout IntentList) {
    let margin = view.marginUsed(market)
    let equity = view.perpetualEquity(market)
    let position = view.perpetualPosition(market)
    let level = view.price(market) * (1 + (0.5 * margin - equity) / max(1, position))
    var missing = rule.topUpShare * (margin - equity)
    for coin in tierOrder where missing > 1 {
      let most = rule.topUpMax * view.units(view.instrument(coin)) * view.price(coin)
      let sold = min(missing, most)
      missing -= sold
      intents.trade(
        coin,
        dollars: -sold,
        money: money,
        .forced,
        because: .fall(market, to: level)
      )
    }
  }
}
