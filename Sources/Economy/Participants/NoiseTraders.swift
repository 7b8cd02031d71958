import Statistics

/// Everybody who trades a coin for reasons of their own: signed flow that remembers a little.
///
/// Balance sheet: the coin and money | –. Rule: q_t = φ q_{t−1} + √(1 − φ²) σ ε_t dollars a bar, pulled
/// back to the holding it began with. It is a source of volatility that no leverage explains, reported apart
/// from news (`model.md` §3.27).
public struct NoiseTraders: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "noise_traders",
    summary: "Uninformed flow in one market: coins and money, nothing owed, nothing forced.",
    systems: [],
    parameters: [
      ParameterDeclaration(
        "flow_sd_of_daily_volume",
        0.005,
        in: 0...0.1,
        "standard deviation of a quarter hour's net flow over the daily volume",
        basis: "model.md §3.27"
      ),
      ParameterDeclaration(
        "flow_autocorrelation",
        0.2,
        in: 0...0.99,
        "correlation of one bar's flow with the next",
        basis: "model.md §3.27"
      ),
      ParameterDeclaration(
        "inventory_half_life_days",
        10,
        in: 0.1...1000,
        "half-life of the distance to the opening holding",
        basis: "assumption"
      ),
    ],
    words: [
      WordDeclaration("market", "BTC", "the market it trades"),
      WordDeclaration("money", "stablecoins", "the money it pays in"),
    ],
    mechanisms: [WorldMechanism("noise", "uninformed flow moves prices")],
    stages: [.bar],
    participation: .infinity
  )

  private let market: MarketID
  private let money: InstrumentID
  private let isOn: Bool
  private let spread: Double
  private let memory: Double
  private let pull: Double
  private let target: Double
  private var flow = 0.0

  /// Creates the traders of one market.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    market = try setup.market(named: setup.word("market"))
    money = try setup.instrument(named: setup.word("money"))
    isOn = setup.isOn(Self.kind.mechanisms[0])
    // A longer bar nets more of the same flow: variances add.
    let bars = 96 / Double(setup.plan.barsPerDay)
    spread = setup.number("flow_sd_of_daily_volume") * bars.squareRoot()
    memory = Libm.pow(setup.number("flow_autocorrelation"), bars)
    let days = 1 / Double(setup.plan.barsPerDay)
    pull = 1 - Libm.pow(0.5, days / setup.number("inventory_half_life_days"))
    target = setup.units(of: try setup.instrument(named: setup.word("market")))
  }

  /// Sends the bar's flow.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    // Orders sent to a closed market would all arrive at its opening.
    guard isOn, view.isOpen(market) else { return }
    var stream = view.stream(0)
    let shock = NormalDistribution.standardQuantile(stream.nextUniform() + 0x1p-54)
    let scale = spread * view.dailyVolume(market)
    flow = memory * flow + (1 - memory * memory).squareRoot() * scale * shock
    let excess = (view.units(view.instrument(market)) - target) * view.price(market)
    intents.trade(market, dollars: flow - pull * excess, money: money)
  }
}
