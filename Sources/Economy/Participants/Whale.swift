import Quantities
import Statistics

/// One early holder: dormant until it leaves, then selling evenly over weeks.
///
/// Balance sheet: coins | –. Rule: ``ExitHazard`` once a day; a seller's time is exponential with a mean of
/// thirty days and its orders stay below a share of the volume. A scripted exit happens on its day, whatever
/// the hazard. Nothing forces it; why it leaves cannot be seen in prices.
public struct Whale: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "whale",
    summary:
      "An early holder of coins, dormant until it sells out over weeks; nothing owed, nothing forced.",
    systems: ["M0.7"],
    parameters: ExitHazard.parameters + [
      ParameterDeclaration(
        "cost_usd",
        10_000,
        in: 0.000_1...1e9,
        "what a coin cost it",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "sale_days",
        30,
        in: 0.01...10_000,
        "mean time over which it sells",
        basis: "model.md §3.11"
      ),
      ParameterDeclaration(
        "participation_max",
        0.05,
        in: 0...1,
        "largest share of the volume it sells",
        basis: "model.md §3"
      ),
      ParameterDeclaration(
        "scripted_exit_day",
        -1,
        in: -1...100_000,
        "day of an exit that is certain; −1 for none",
        basis: "S0.C18"
      ),
      ParameterDeclaration(
        "scripted_exit_units",
        0,
        in: 0...1e9,
        "coins of the scripted exit; all if 0",
        basis: "S0.C18: 11 000 BTC"
      ),
      ParameterDeclaration(
        "scripted_sale_days",
        30,
        in: 0.01...10_000,
        "time of the scripted exit",
        basis: "assumption"
      ),
    ],
    words: [
      WordDeclaration("market", "BTC", "the coin it holds"),
      WordDeclaration("money", "stablecoins", "what it sells for"),
      ExitHazard.riskMarketWord,
    ],
    mechanisms: [WorldMechanism("whale_exit", "early holders leave and sell")],
    stages: [.bar, .risk]
  )

  private let market: MarketID
  private let money: InstrumentID
  private let riskMarket: MarketID?
  private let hazard: ExitHazard
  private let logCost: Double
  private let saleDays: Double
  private let participation: Double
  private let scripted: (day: Int, units: Double, days: Double)
  private let isOn: Bool
  /// Coins to hold back from sale: everything beyond a scripted size.
  private var keptUnits = 0.0
  private var daysLeft = 0.0
  private var isSelling = false

  /// Finds its markets.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    market = try setup.market(named: setup.word("market"))
    money = try setup.instrument(named: setup.word("money"))
    riskMarket = try setup.riskMarket()
    hazard = ExitHazard(setup)
    logCost = Libm.log(setup.number("cost_usd"))
    saleDays = setup.number("sale_days")
    participation = setup.number("participation_max")
    scripted = (
      Int(setup.number("scripted_exit_day")),
      setup.number("scripted_exit_units"),
      setup.number("scripted_sale_days")
    )
    isOn = setup.isOn(Self.kind.mechanisms[0])
  }

  /// Decides at the end of a day and sells in bars.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    guard isOn else { return }
    switch view.stage {
    case .bar:
      beginScript(view)
      if isSelling { sell(view, &intents) }
    default: decide(view)
    }
  }

  private mutating func beginScript(_ view: ParticipantView) {
    guard view.clock.day == scripted.day, view.clock.bar == 0 else { return }
    let held = view.units(view.instrument(market))
    keptUnits = scripted.units > 0 ? max(0, held - scripted.units) : 0
    daysLeft = scripted.days
    isSelling = true
  }

  private mutating func decide(_ view: ParticipantView) {
    guard !isSelling else { return }
    let rate = hazard.rate(
      logGain: Libm.log(view.price(market)) - logCost,
      belief: ExitHazard.belief(view, coin: market, shares: riskMarket)
    )
    var stream = view.stream(0)
    guard stream.nextEvent(probability: ExitHazard.probability(rate: rate)) else { return }
    keptUnits = 0
    daysLeft = ExponentialDistribution(rate: 1 / saleDays).draw(using: &stream)
    isSelling = true
  }

  /// An even slice of what is left, no more than a share of the volume.
  private mutating func sell(_ view: ParticipantView, _ intents: inout IntentList) {
    let days = view.clock.barDays
    let coin = view.instrument(market)
    let left = view.units(coin) - keptUnits
    let slice = left * min(1, days / max(days, daysLeft))
    daysLeft -= days
    guard left > 0 else {
      isSelling = false
      return
    }
    let most = participation * view.dailyVolume(market) * days / view.price(market)
    let sold = view.amount(min(slice, most), of: coin)
    guard sold > .zero else {
      isSelling = false
      return
    }
    intents.add(.order(market, .quantity(-sold), money: money))
  }
}
