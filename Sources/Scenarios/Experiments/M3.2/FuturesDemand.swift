import Economy
import Quantities
import Statistics

/// Those who want leverage and hold dated futures: they buy or sell at a rate of their own.
///
/// Balance sheet: deposits | –; long futures off it. Rule: the same dollars a bar between two days, with
/// normal noise. It stands for the demand that the carry trade meets; nothing forces it.
struct FuturesDemand: Participant {
  static let kind = ParticipantKind(
    id: "futures_demand",
    summary: "Longs of dated futures who come and go at a rate of their own; nothing forces them.",
    systems: ["M3.2"],
    parameters: [
      ParameterDeclaration(
        "opening_coins",
        0,
        in: 0...1e7,
        "long futures at the opening",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "flow_usd_per_day",
        0,
        in: -1e12...1e12,
        "net purchases a day",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "flow_sd_usd_per_day",
        0,
        in: 0...1e12,
        "standard deviation of a day's purchases",
        basis: "assumption"
      ),
    ],
    words: [
      WordDeclaration("market", "BTC", "the coin of the future"),
      WordDeclaration("money", "deposits", "the money of its margin"),
    ],
    mechanisms: [
      WorldMechanism("futures_demand", "longs of dated futures come and go")
    ],
    stages: [.bar]
  )

  private let market: MarketID
  private let flow: Double
  private let spread: Double
  private let isOn: Bool

  init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    market = try setup.market(named: setup.word("market"))
    flow = setup.number("flow_usd_per_day")
    spread = setup.number("flow_sd_usd_per_day")
    isOn = setup.isOn(Self.kind.mechanisms[0])
    setup.joinFuture(market, margin: try setup.instrument(named: setup.word("money")))
    let coins = setup.number("opening_coins")
    if coins > 0 { try setup.bringFuture(market, coins: coins) }
  }

  mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    guard isOn else { return }
    var stream = view.stream(0)
    let shock = NormalDistribution.standardQuantile(stream.nextUniform() + 0x1p-54)
    let days = view.clock.barDays
    let dollars = flow * days + spread * days.squareRoot() * shock
    if dollars != 0 { intents.add(.future(market, notional: dollars)) }
  }
}
