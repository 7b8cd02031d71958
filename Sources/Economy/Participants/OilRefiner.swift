import Quantities
import Statistics

/// All refiners together, and those who burn what they make: barrels bought every bar and used up by the next.
///
/// Balance sheet: barrels of a bar, money | –. Rule (`model.md` §3.24): runs are
///
///     q = q₀ · (1 + shift) · (p/p₀)^−ε · (1 + η · output gap/100)
///
/// with the output gap in percent as published. What is used up leaves the world: the asset's total falls. Forced
/// by nothing.
public struct OilRefiner: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "oil_refiner",
    summary: "Buys oil every bar and uses it up; demand falls with the published output gap.",
    systems: ["M2.5"],
    parameters: [
      ParameterDeclaration(
        "runs_bbl_per_day",
        16.5e6,
        in: 0...1e9,
        "q₀, barrels used up a day at the opening",
        basis: "assumption: the order of American refinery runs in 2025"
      ),
      ParameterDeclaration(
        "price_elasticity",
        0.06,
        in: 0...10,
        "ε, of demand, with the sign taken out",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "activity_elasticity",
        1,
        in: 0...10,
        "η, percent of demand per percentage point of the output gap",
        basis: "assumption"
      ),
    ] + QuantityShift.parameters,
    words: [
      WordDeclaration("market", "WTI", "the market of oil"),
      WordDeclaration("money", "deposits", "what it pays in"),
    ],
    mechanisms: [
      WorldMechanism("oil_price_demand", "demand for oil falls as its price rises"),
      WorldMechanism("oil_activity_demand", "demand for oil follows the output gap"),
      WorldMechanism("oil_demand_shift", "the change of demand that the plan sets"),
    ],
    stages: [.bar, .waterfall],
    // What is burnt has to be bought: a spot market is about as large as what is used.
    participation: 1
  )

  private let market: MarketID
  private let money: InstrumentID
  private let outputGap: FigureID
  private let runs: Double
  private let elasticity: Double
  private let activity: Double
  private let openingPrice: Double
  private let shift: QuantityShift
  private var wanted = BarrelFlow()

  /// Finds its market.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    market = try setup.market(named: setup.word("market"))
    money = try setup.instrument(named: setup.word("money"))
    outputGap = setup.figure(named: "output gap", assumed: 0)
    runs = setup.number("runs_bbl_per_day")
    elasticity = setup.isOn(Self.kind.mechanisms[0]) ? setup.number("price_elasticity") : 0
    activity = setup.isOn(Self.kind.mechanisms[1]) ? setup.number("activity_elasticity") : 0
    openingPrice = setup.marketPlans[market.index].price
    shift = QuantityShift(setup, isOn: setup.isOn(Self.kind.mechanisms[2]))
  }

  /// Uses up what the last bar brought and orders the next; at the end of a day nothing is under way.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    let oil = view.instrument(market)
    let held = view.holding(oil)
    if held > .zero { intents.add(.produce(oil, -held)) }
    guard view.stage == .bar else { return }
    let byPrice = Libm.pow(view.price(market) / openingPrice, -elasticity)
    let byActivity = max(0, 1 + activity * view.figure(outputGap) / 100)
    let rate = runs * shift.factor(onDay: view.clock.day) * byPrice * byActivity
    let next = wanted.next(Double(view.amount(rate, of: oil).units) * view.clock.barDays)
    if next > .zero { intents.add(.order(market, .quantity(next), money: money)) }
  }
}
