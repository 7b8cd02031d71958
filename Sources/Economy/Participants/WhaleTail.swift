import Quantities
import Statistics

/// A population of early holders as one participant: up to a million accounts in columns.
///
/// Balance sheet: coins | –. Every account follows the rule of ``Whale`` by itself: its own size, cost and
/// draw; a seller's time is exponential, rounded up to whole days. The population's order of a bar is
/// the sum of its sellers' slices plus what earlier bars could not sell.
public struct WhaleTail: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "whale_tail",
    summary:
      "Up to a million early holders with Pareto sizes, each dormant until it sells out; nothing owed, nothing forced.",
    systems: ["M0.7"],
    parameters: [
      ParameterDeclaration(
        "account_count",
        100_000,
        in: 1...10_000_000,
        "number of holders",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "size_exponent",
        1.2,
        in: 0.1...10,
        "tail exponent of holdings",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "cost_median_usd",
        20_000,
        in: 0.000_1...1e9,
        "median cost of a coin",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "cost_spread_log",
        1.2,
        in: 0...5,
        "standard deviation of the log cost",
        basis: "assumption"
      ),
    ] + ExitHazard.parameters + [
      ParameterDeclaration(
        "sale_days",
        30,
        in: 0.01...10_000,
        "mean time over which one sells",
        basis: "model.md §3.11"
      ),
      ParameterDeclaration(
        "participation_max",
        0.05,
        in: 0...1,
        "largest share of the volume all sell",
        basis: "model.md §3"
      ),
    ],
    words: [
      WordDeclaration("market", "BTC", "the coin they hold"),
      WordDeclaration("money", "stablecoins", "what they sell for"),
      ExitHazard.riskMarketWord,
    ],
    mechanisms: [WorldMechanism("whale_exit", "early holders leave and sell")],
    stages: [.bar, .risk]
  )

  private let market: MarketID
  private let money: InstrumentID
  private let riskMarket: MarketID?
  private let hazard: ExitHazard
  private let population: (count: Int, exponent: Double, logCost: Double, costSpread: Double)
  private let saleTime: ExponentialDistribution
  private let participation: Double
  private let isOn: Bool

  private var holders: HolderColumns?
  private var calendar = SaleCalendar()
  /// What the account holds once everything due so far is sold.
  private var scheduled: Int64 = 0

  /// Finds its markets.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    market = try setup.market(named: setup.word("market"))
    money = try setup.instrument(named: setup.word("money"))
    riskMarket = try setup.riskMarket()
    hazard = ExitHazard(setup)
    population = (
      Int(setup.number("account_count")),
      setup.number("size_exponent"),
      Libm.log(setup.number("cost_median_usd")),
      setup.number("cost_spread_log")
    )
    saleTime = ExponentialDistribution(rate: 1 / setup.number("sale_days"))
    participation = setup.number("participation_max")
    isOn = setup.isOn(Self.kind.mechanisms[0])
  }

  /// Draws who leaves at the end of a day and sells for all in bars.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    guard isOn else { return }
    if holders == nil { populate(view) }
    switch view.stage {
    case .bar: sell(view, &intents)
    default: leave(view)
    }
  }

  private mutating func populate(_ view: ParticipantView) {
    var stream = view.stream(1)
    scheduled = view.holding(view.instrument(market)).units
    holders = HolderColumns(
      count: population.count,
      total: max(0, scheduled),
      exponent: population.exponent,
      logCostMedian: population.logCost,
      costSpread: population.costSpread,
      using: &stream
    )
  }

  private mutating func leave(_ view: ParticipantView) {
    var stream = view.stream(0)
    holders?.leave(
      hazard: hazard,
      logPrice: Libm.log(view.price(market)),
      belief: ExitHazard.belief(view, coin: market, shares: riskMarket),
      using: &stream
    ) { size, stream in
      let days = saleTime.draw(using: &stream).rounded(.up)
      calendar.add(size, days: Int(min(1e5, days)))
    }
  }

  private mutating func sell(_ view: ParticipantView, _ intents: inout IntentList) {
    if view.clock.bar == 0 { calendar.beginDay() }
    guard calendar.dueToday > 0 || scheduled != 0 else { return }
    scheduled -= calendar.due(bar: view.clock.bar, of: view.clock.barsPerDay)
    let coin = view.instrument(market)
    let behind = view.holding(coin).units - scheduled
    guard behind > 0 else { return }
    let dollars = participation * view.dailyVolume(market) * view.clock.barDays
    let most = view.amount(dollars / view.price(market), of: coin)
    intents.add(.order(market, .quantity(-min(Amount(behind), most)), money: money))
  }
}
