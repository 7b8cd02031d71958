/// A central bank that buys a market by policy after a fall: with money that it makes, a size and a delay.
///
/// Balance sheet: what it buys | reserves; the seller is paid a deposit, its bank gets the reserves. Rule: once
/// the price of the trigger market is below (1 − f) times that of the opening it waits d days, then spends its
/// purse evenly over T days, at most a share of the volume. It never sells. That anyone official would do so is
/// a choice of the plan (`facts.yaml` S0.F94).
public struct OfficialBuyer: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "official_buyer",
    summary: "A central bank that buys coins or bonds after a fall, with reserves that it makes.",
    systems: ["M0.12"],
    parameters: [
      ParameterDeclaration(
        "purse_usd",
        5e9,
        in: 0...1e13,
        "what it may spend",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "trigger_fall_fraction",
        0.05,
        in: 0...0.99,
        "f, the fall from the opening price that sets it going",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "delay_days",
        0.25,
        in: 0...1_000,
        "d, from the fall to the first purchase",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "purchase_days",
        1,
        in: 0.01...1_000,
        "T, over which it spends",
        basis: "assumption"
      ),
    ],
    words: [
      WordDeclaration("account", "FED", "the account of the sheet"),
      WordDeclaration("money", "reserves", "what it pays in"),
      WordDeclaration("market", "BTC", "what it buys"),
      WordDeclaration("trigger", "BTC", "the market whose fall sets it going"),
    ],
    mechanisms: [WorldMechanism("official_purchases", "an official buyer buys after a fall")],
    stages: [.bar],
    participation: 0.05,
    sharesAccount: true
  )

  private let market: MarketID
  private let trigger: MarketID
  private let money: InstrumentID
  private let level: Double
  private let purse: Double
  private let purchaseDays: Double
  private let isOn: Bool
  private var left: Double
  private var delayLeft: Double
  private var isTriggered = false
  private var held: Double?

  /// Creates a buyer.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    market = try setup.market(named: setup.word("market"))
    trigger = try setup.market(named: setup.word("trigger"))
    money = try setup.instrument(named: setup.word("money"))
    let opening = setup.marketPlans[trigger.index].price
    level = (1 - setup.number("trigger_fall_fraction")) * opening
    purse = setup.number("purse_usd")
    left = purse
    purchaseDays = setup.number("purchase_days")
    delayLeft = setup.number("delay_days")
    isOn = setup.isOn(Self.kind.mechanisms[0])
  }

  /// Waits for the fall, then for its committee, then buys.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    guard isOn, left > 0 else { return }
    // What was bought is known by what is held; what did not fill is bought later.
    let units = view.units(view.instrument(market))
    if let held, units > held { left -= (units - held) * view.price(market) }
    held = units
    guard isTriggered else {
      isTriggered = view.price(trigger) < level
      return
    }
    guard delayLeft <= 0 else {
      delayLeft -= view.clock.barDays
      return
    }
    guard view.isOpen(market), left > 1 else { return }
    let bars = Double(view.barsOfSession(market)) * purchaseDays
    intents.trade(market, dollars: min(left, purse / bars), money: money, .policy)
  }
}
