import Quantities

/// A fund that holds one coin and has issued shares in it.
///
/// Balance sheet: coins | shares. Shares are created and redeemed in kind, the same share of the coins as
/// of the shares; the sponsor's fee is taken in coins, so that a share stands for fewer of them every
/// day. The share market follows the coin; that it stays near the net asset value is the work of
/// ``AuthorisedParticipant``. At the opening a fund takes over its part of the sheet's "ETF shares":
/// holders exchange them one for one. Source: `model.md` §3.3.
public struct ETFIssuer: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "etf_issuer",
    summary:
      "A fund that holds a coin against shares, created and redeemed in kind; nothing forces it.",
    systems: ["M0.10", "M3.2", "M3.3"],
    parameters: [
      ParameterDeclaration(
        "holdings_coins",
        100_000,
        in: 0...1e8,
        "coins, and shares, that it opens with",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "fee_annual",
        0.002_5,
        in: 0...0.1,
        "the sponsor's fee, a share of the coins a year",
        basis: "model.md §3.3"
      ),
      ParameterDeclaration(
        "creation_capacity_shares_per_day",
        20_000,
        in: 0...1e10,
        "the most shares created in a day",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "average_cost_usd",
        90_146,
        in: 0...1e9,
        "what holders have paid on average for a coin's worth of shares",
        basis: "S0.F53"
      ),
      ParameterDeclaration(
        "share_volume_usd_per_day",
        1e9,
        in: 1...1e13,
        "V_D of the share market",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "share_resilience_half_life_days",
        30,
        in: 0.001...10_000,
        "half-life of the share price's impact where no dealer trades it away",
        basis: "assumption"
      ),
    ],
    words: [
      WordDeclaration("coin", "BTC", "the coin it holds, a market's name"),
      WordDeclaration(
        "sheet_shares",
        "ETF shares",
        "the sheet's fund shares that holders exchange; if empty, the founder brings the coins"
      ),
      WordDeclaration("founder", "INST", "who brings the coins where the sheet has no shares"),
      WordDeclaration("sponsor", "INST", "the account that takes the fee"),
    ],
    mechanisms: [
      WorldMechanism("etf_fees", "funds pay their sponsors in coins"),
      WorldMechanism("etf_window", "fund shares can be created and redeemed"),
    ],
    stages: [.bar, .risk]
  )

  private let name: String
  private let coin: MarketID
  private let coinAsset: InstrumentID
  private let shares: InstrumentID
  private let window: FacilityID
  private let sponsor: LedgerAccountID
  private let feePerDay: Double
  private let figures: ETFFigures
  private var averageCost: Double

  /// Adds the shares, exchanges them for those of the sheet, and opens market and window.
  public static func declare(
    _ plan: ParticipantPlan,
    _ setup: inout WorldSetup
  ) throws(WorldError) {
    let name = setup.word("coin")
    let coin = try setup.instrument(named: name)
    let market = setup.marketPlans.first { $0.name == name }
    guard let market else {
      throw setup.invalid("coin", name, "a market of the plan", setup.marketPlans.map(\.name))
    }
    let shares = try setup.addClaim(
      plan.name + " shares",
      family: "ETF shares",
      price: market.price,
      unit: "coin"
    )
    try issueShares(shares, coin, &setup)
    let isOn = setup.isOn(kind.mechanisms[1])
    let most = isOn ? setup.number("creation_capacity_shares_per_day") : 0
    _ = setup.addFacility(
      claim: shares,
      asset: coin,
      exchange: .proRata,
      terms: FacilityTerms(
        creationCapacity: try setup.amount(most, of: shares),
        redemptionCapacity: isOn ? Amount(.max) : .zero
      )
    )
    setup.addMarket(
      MarketPlan(
        plan.name + " shares",
        price: market.price,
        value: .follows(market: name),
        hours: .newYork,
        dailyVolume: setup.number("share_volume_usd_per_day"),
        dailyVolatility: market.dailyVolatility,
        // What market makers took from customers they keep until dealers create or redeem.
        resilienceHalfLifeMinutes: 1_440 * setup.number("share_resilience_half_life_days"),
        // Who trades shares knows nothing of the coin: what stays of it is the arbitrage's doing.
        permanentShare: 0
      )
    )
  }

  /// Creates the fund.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    name = plan.name
    coin = try setup.market(named: setup.word("coin"))
    coinAsset = try setup.instrument(named: setup.word("coin"))
    shares = try setup.instrument(named: plan.name + " shares")
    window = try setup.facility(claim: shares, asset: coinAsset)
    sponsor = try setup.account(named: setup.word("sponsor"))
    feePerDay = setup.isOn(Self.kind.mechanisms[0]) ? setup.number("fee_annual") / 365 : 0
    averageCost = setup.number("average_cost_usd")
    figures = ETFFigures(of: plan.name, &setup)
    setup.open(figures.averageCost, averageCost)
    setup.open(figures.coins, setup.units(of: coinAsset))
    setup.open(figures.coinsPerShare, 1)
  }

  /// Pays the fee and publishes the day; a theft is published at once.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    guard view.stage == .risk else {
      for (place, shock) in view.shocks(.hack) where shock.target == name {
        intents.publish(figures.coinsPerShare, coinsPerShare(view), because: .shock(place))
      }
      return
    }
    let ratio = coinsPerShare(view)
    let price = view.price(coin)
    let today = view.facility(window)
    let created = units(today.createdToday, view) * ratio
    let redeemed = units(today.redeemedToday, view) * ratio
    let coins = view.units(coinAsset)
    if coins + redeemed > 0 {
      let before = max(0, coins + redeemed - created)
      averageCost = (averageCost * before + price * created) / (before + created)
    }
    let fee = view.amount(feePerDay * coins, of: coinAsset)
    if fee > .zero { intents.add(.transfer(coinAsset, fee, to: sponsor, as: .payment)) }
    intents.publish(figures.averageCost, averageCost)
    intents.publish(figures.coins, coins)
    intents.publish(figures.coinsPerShare, ratio * (1 - feePerDay))
    intents.publish(figures.creations, created * price)
    intents.publish(figures.redemptions, redeemed * price)
    intents.publish(figures.refusals, units(today.refusedToday, view) * ratio * price)
  }

  private func coinsPerShare(_ view: ParticipantView) -> Double {
    let outstanding = view.outstanding(shares)
    return outstanding > 0 ? view.units(coinAsset) / outstanding : 0
  }

  private func units(_ claims: Amount, _ view: ParticipantView) -> Double {
    Double(claims.units) / view.unitsPerOne(shares)
  }
}
