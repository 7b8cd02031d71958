import Economy

/// Buys a share of its money after every fall of a size, and is forced to sell when it has lost half.
struct DipBuyer: Participant {
  static let kind = ParticipantKind(
    id: "dip_buyer",
    summary: "Holds coins and money, owes nothing; buys falls, sells out after losing half.",
    systems: [],
    parameters: [
      ParameterDeclaration(
        "fall_fraction",
        0.05,
        in: 0.001...0.9,
        "the day's fall that it buys",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "money_share",
        0.1,
        in: 0...1,
        "the share of its money it spends",
        basis: "assumption"
      ),
    ],
    words: [
      WordDeclaration("market", "BTC", "what it buys"),
      WordDeclaration("money", "stablecoins", "what it pays in"),
    ],
    mechanisms: [WorldMechanism("dip_buying", "falls are bought")],
    stages: [.equityClose]
  )

  private let market: MarketID
  private let money: InstrumentID
  private let fall: Double
  private let share: Double
  private let buys: Bool
  private var opening = 0.0

  init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    market = try setup.market(named: setup.word("market"))
    money = try setup.instrument(named: setup.word("money"))
    fall = setup.number("fall_fraction")
    share = setup.number("money_share")
    buys = setup.isOn(Self.kind.mechanisms[0])
  }

  mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    if opening == 0 { opening = view.netWorth }
    let coins = view.dollars(view.instrument(market))
    if view.netWorth < 0.5 * opening {
      let level = (0.5 * opening - view.dollars(money)) / view.units(view.instrument(market))
      let reason = CauseReference.fall(market, to: level)
      intents.trade(market, dollars: -coins, money: money, .forced, because: reason)
    } else if buys, view.logReturnToday(market) < -fall {
      intents.trade(market, dollars: share * view.dollars(money), money: money)
    }
  }
}
