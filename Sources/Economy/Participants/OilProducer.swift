import Quantities
import Statistics

/// All producers of oil together: barrels made every bar and sold at once.
///
/// Balance sheet: barrels on their way, money | –. Rule (`model.md` §3.24, §4.6): output is
///
///     q = q₀ · (1 + shift) · e · o,   e → (p/p₀)^ε,   o = clip((p − π)/cost, 0, 1)
///
/// e follows the price with a half-life; p − π is what is paid where storage is full, and below the cash cost wells
/// are shut in. What is earned beyond working money goes to the owners. Forced by nothing.
public struct OilProducer: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "oil_producer",
    summary: "Makes and sells oil every bar; output follows the price slowly.",
    systems: ["M2.5"],
    parameters: [
      ParameterDeclaration(
        "output_bbl_per_day",
        16.5e6,
        in: 0...1e9,
        "q₀, barrels made a day at the opening",
        basis: "assumption: the order of American production and net imports in 2025"
      ),
      ParameterDeclaration(
        "price_elasticity",
        0.3,
        in: 0...10,
        "ε, of output in the long run",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "response_half_life_days",
        180,
        in: 0.1...1e5,
        "half-life of the response to the price",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "cash_cost_usd",
        30,
        in: 0.01...1e4,
        "cost of a barrel below which wells are shut in",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "working_money_usd",
        5e9,
        in: 0...1e13,
        "what is kept of what is earned",
        basis: "assumption: five days of sales"
      ),
    ] + QuantityShift.parameters,
    words: [
      WordDeclaration("market", "WTI", "the market of oil"),
      WordDeclaration("money", "deposits", "what it sells for"),
      WordDeclaration("owners", "HN", "who gets what is earned beyond working money"),
    ],
    mechanisms: [
      WorldMechanism("oil_supply_response", "output of oil follows its price"),
      WorldMechanism("oil_shut_in", "wells are shut in where a barrel earns less than its cost"),
      WorldMechanism("oil_supply_shift", "the change of output that the plan sets"),
    ],
    stages: [.bar, .risk],
    // Output has to be sold: a spot market is about as large as what is made.
    participation: 1
  )

  private let market: MarketID
  private let money: InstrumentID
  private let owners: LedgerAccountID
  private let discount: FigureID
  private let output: Double
  private let elasticity: Double
  private let dailyResponse: Double
  private let cashCost: Double
  private let workingMoney: Double
  private let openingPrice: Double
  private let shift: QuantityShift
  private let responds: Bool
  private let shutsIn: Bool
  private var response = 1.0
  private var made = BarrelFlow()

  /// Finds its market.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    market = try setup.market(named: setup.word("market"))
    money = try setup.instrument(named: setup.word("money"))
    owners = try setup.account(named: setup.word("owners"))
    discount = setup.figure(named: "oil storage discount")
    output = setup.number("output_bbl_per_day")
    elasticity = setup.number("price_elasticity")
    dailyResponse = 1 - Libm.pow(0.5, 1 / setup.number("response_half_life_days"))
    cashCost = setup.number("cash_cost_usd")
    workingMoney = setup.number("working_money_usd")
    openingPrice = setup.marketPlans[market.index].price
    shift = QuantityShift(setup, isOn: setup.isOn(Self.kind.mechanisms[2]))
    responds = setup.isOn(Self.kind.mechanisms[0])
    shutsIn = setup.isOn(Self.kind.mechanisms[1])
  }

  /// Makes and sells in bars; looks at the price and pays its owners at the end of the day.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    guard view.stage == .bar else {
      if responds {
        let wanted = Libm.pow(view.price(market) / openingPrice, elasticity)
        response += dailyResponse * (wanted - response)
      }
      let surplus = view.amount(view.units(money) - workingMoney, of: money)
      if surplus > .zero {
        intents.add(.transfer(money, surplus, to: owners, as: .payment), .neutral)
      }
      return
    }
    let oil = view.instrument(market)
    let rate = output * shift.factor(onDay: view.clock.day) * response * open(view)
    let new = made.next(Double(view.amount(rate, of: oil).units) * view.clock.barDays)
    if new > .zero { intents.add(.produce(oil, new)) }
    let sold = view.holding(oil) + new
    if sold > .zero { intents.add(.order(market, .quantity(-sold), money: money)) }
  }

  /// o, the share of wells that earn their cash cost.
  private func open(_ view: ParticipantView) -> Double {
    guard shutsIn else { return 1 }
    return min(1, max(0, (view.price(market) - view.figure(discount)) / cashCost))
  }
}
