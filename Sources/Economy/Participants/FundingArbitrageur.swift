import Exchange
import Quantities

/// An arbitrageur who holds coins and is short their perpetual to earn the funding.
///
/// Balance sheet: coins, stablecoins (margin among them) | –; short perpetuals off it. Rule
/// (``CarryRule``): with f the annualised funding of the last day,
///
///     N* = N_max · ramp(f; c, c + w)
///
/// and both legs move by the same coins in the same bar, tagged neutral. That keeps funding where the
/// no-arbitrage steady state of `model.md` §3.5 has it, above the rate of interest by what limits
/// capacity. Old shorts are renewed before their margin is used up. Forced: a rise that leaves too little
/// cash for the margin closes both legs in part, see ``CarryMargin``; beyond that the venue liquidates.
public struct FundingArbitrageur: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "funding_arbitrageur",
    summary:
      "Long coins, short their perpetual, for the funding; a rise that uses up its margin forces it.",
    systems: ["M3.2"],
    parameters: FundingArbitrageur.parameters,
    words: [
      WordDeclaration("market", "BTC", "the coin and its perpetual"),
      WordDeclaration("money", "stablecoins", "the money of margin and trades"),
    ],
    mechanisms: [
      WorldMechanism("funding_arbitrage", "arbitrageurs short perpetuals that pay funding")
    ],
    stages: [.bar],
    // Its own rates bound its orders; a cap on one leg alone would break the hedge.
    participation: .infinity
  )

  private let market: MarketID
  private let coin: InstrumentID
  private let money: InstrumentID
  private let rule: CarryRule
  private let leverage: Double
  private let buffer: Double
  private let renewalShare: Double
  private let isOn: Bool
  /// Coins that both legs shall have.
  private var target: Double

  /// Creates an arbitrageur; the coins it opens with are hedged.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    market = try setup.market(named: setup.word("market"))
    coin = try setup.instrument(named: setup.word("market"))
    money = try setup.instrument(named: setup.word("money"))
    leverage = setup.number("leverage")
    buffer = setup.number("cash_buffer_rate")
    renewalShare = setup.number("renewal_equity_share")
    isOn = setup.isOn(Self.kind.mechanisms[0])
    rule = CarryRule(
      capacity: setup.number("capacity_usd"),
      required: setup.number("required_funding_annual"),
      width: setup.number("ramp_width_annual"),
      entry: setup.number("entry_rate_per_day"),
      exit: setup.number("exit_rate_per_day"),
      urgency: .infinity
    )
    target = setup.units(of: coin)
    setup.joinPerpetual(market, margin: money)
    let notional = target * setup.marketPlans[market.index].price
    guard notional > 0 else { return }
    setup.bring(
      PerpetualOpening(
        side: .short,
        notional: Amount(Int64((notional * 10_000).rounded())),
        mixture: [PerpetualOpening.Component(leverage: leverage, weight: 1)],
        entrySpread: 0
      ),
      to: market
    )
  }

  /// Moves both legs towards what the funding pays for.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    guard isOn else { return }
    let price = view.price(market)
    let short = -view.perpetualPosition(market) / price
    let forced = short > 0 ? forcedCoins(view, short: short, price: price) : nil
    if let forced {
      target = max(0, short - forced.coins)
      close(forced.coins * price, because: .rise(market, to: forced.price), &intents)
      return
    }
    move(view, price: price)
    // A coin too many is sold, a short too few is opened: each leg goes to the target by itself.
    // What the next price's rounding leaves is not worth an order.
    let least = max(1, 1e-4 * target * price)
    let bought = (target - view.units(coin)) * price
    if abs(bought) > least { intents.trade(market, dollars: bought, money: money, .neutral) }
    let sold = (target - short) * price
    if sold > least { intents.add(.open(market, notional: -sold, leverage: leverage), .neutral) }
    if sold < -least { intents.add(.close(market, notional: sold), .neutral) }
    renew(view, short: short * price, &intents)
  }

  /// Moves the target by a bar's part of the day's change.
  private mutating func move(_ view: ParticipantView, price: Double) {
    let funding = view.fundingAnnual(market, days: 1)
    // Before the first payment there is no rate to act on.
    guard funding != 0 || view.clock.day > 0 else { return }
    let position = target * price
    let affordable = max(0, view.netWorth) / (1 + 1 / leverage + buffer)
    let wanted = min(rule.target(carry: funding), affordable)
    let change = rule.change(
      of: position,
      target: wanted,
      carry: funding,
      days: view.clock.barDays
    )
    target = max(0, target + change / price)
  }

  /// The coins to close by force, and the price that forced it; nil while the cash lasts.
  private func forcedCoins(
    _ view: ParticipantView,
    short: Double,
    price: Double
  ) -> (coins: Double, price: Double)? {
    // Half the margin is the least it works with: the venue's trigger lies well below.
    let margin = CarryMargin(
      coins: short,
      price: price,
      cash: view.dollars(money),
      loan: 0,
      rate: 0.5 / leverage
    )
    guard margin.freeCash < 0 else { return nil }
    let fraction = margin.closingFraction(buffer: 0.5 / leverage + buffer)
    return (fraction * short, margin.exhaustionPrice)
  }

  /// Closes both legs in part; the price carried across a level is why.
  private func close(
    _ dollars: Double,
    because cause: CauseReference,
    _ intents: inout IntentList
  ) {
    guard dollars > 1 else { return }
    intents.trade(market, dollars: -dollars, money: money, .forced, because: cause)
    intents.add(.close(market, notional: -dollars), .forced, because: cause)
  }

  /// Closes and reopens an equal notional: an old short gets the margin of a new one.
  private func renew(_ view: ParticipantView, short: Double, _ intents: inout IntentList) {
    guard view.perpetualEquity(market) < renewalShare * view.marginUsed(market) else { return }
    let renewed = 0.25 * short
    guard renewed > 1 else { return }
    intents.add(.close(market, notional: -renewed), .neutral)
    intents.add(.open(market, notional: -renewed, leverage: leverage), .neutral)
  }
}
