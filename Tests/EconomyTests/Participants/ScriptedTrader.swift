import Quantities

@testable import Economy

/// A participant of tests: the same act in every open bar of a range of days.
struct ScriptedTrader: Participant {
  static let kind = ParticipantKind(
    id: "scripted_trader",
    summary: "Does the same in every open bar.",
    systems: [],
    parameters: [
      ParameterDeclaration("dollars_per_bar", 0, in: -1e12...1e12, "size", basis: "test"),
      ParameterDeclaration("first_day", 0, in: 0...1e6, "first day", basis: "test"),
      ParameterDeclaration("last_day", 0, in: 0...1e6, "last day", basis: "test"),
    ],
    words: [
      WordDeclaration("act", "spot", "spot, perpetual, future, create or redeem"),
      WordDeclaration("market", "BTC", "the market"),
      WordDeclaration("money", "deposits", "the money"),
    ],
    stages: [.bar]
  )

  let market: MarketID
  let money: InstrumentID
  let window: FacilityID?
  let dollars: Double
  let days: ClosedRange<Int>
  let verb: String

  init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    verb = setup.word("act")
    market = try setup.market(named: setup.word("market"))
    let isPerpetual = verb == "perpetual"
    money = try setup.instrument(named: isPerpetual ? "stablecoins" : setup.word("money"))
    dollars = setup.number("dollars_per_bar")
    days = Int(setup.number("first_day"))...Int(setup.number("last_day"))
    if isPerpetual { setup.joinPerpetual(market, margin: money) }
    if verb == "future" { setup.joinFuture(market, margin: money) }
    if verb == "create" || verb == "redeem" {
      window = try setup.facility(
        claim: try setup.instrument(named: setup.word("market")),
        asset: try setup.instrument(named: "BTC")
      )
    } else {
      window = nil
    }
  }

  mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    guard days.contains(view.clock.day), view.isOpen(market) else { return }
    switch verb {
    case "perpetual": intents.add(.open(market, notional: dollars, leverage: 2))
    case "future": intents.add(.future(market, notional: dollars))
    case "create", "redeem":
      guard let window else { return }
      let claims = view.amount(dollars / view.price(market), of: view.instrument(market))
      intents.add(
        verb == "create" ? .create(window, claims: claims) : .redeem(window, claims: claims)
      )
    default: intents.trade(market, dollars: dollars, money: money)
    }
  }
}
