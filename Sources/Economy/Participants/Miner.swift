import Quantities
import Statistics

/// All miners together: coins made every bar, sold to pay for power, and a hoard sold in distress.
///
/// Balance sheet: coins, money | –. Rule (`model.md` §3.13): of what is mined the share
/// clip(c/p, 0.3, 1) is sold, c the cash cost of a coin; power is paid to a supplier as far as money
/// reaches. While p < c the least efficient stop and c falls by 3 % a month. Forced: after thirty days
/// below cost 5 % of the hoard is sold a day.
public struct Miner: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "miner",
    summary:
      "Miners: new coins, power to pay, and a hoard that a month below cost forces onto the market.",
    systems: ["M0.8"],
    parameters: [
      ParameterDeclaration(
        "mined_units_per_day",
        450,
        in: 0...1e9,
        "coins mined",
        basis: "model.md §3.13"
      ),
      ParameterDeclaration(
        "cash_cost_usd",
        55_000,
        in: 0.000_1...1e9,
        "c, cash cost of a coin",
        basis: "model.md §3.13"
      ),
      ParameterDeclaration(
        "cost_fall_per_month",
        0.03,
        in: 0...1,
        "fall of c in a month below it",
        basis: "model.md §3.13"
      ),
      ParameterDeclaration(
        "sale_share_min",
        0.3,
        in: 0...1,
        "least share of new coins sold",
        basis: "model.md §3.13"
      ),
      ParameterDeclaration(
        "patience_days",
        30,
        in: 0...1000,
        "days below cost before the hoard is sold",
        basis: "model.md §3.13"
      ),
      ParameterDeclaration(
        "hoard_rate_per_day",
        0.05,
        in: 0...1,
        "share of the hoard sold a day then",
        basis: "model.md §3.13"
      ),
    ],
    words: [
      WordDeclaration("market", "BTC", "the coin it mines"),
      WordDeclaration("money", "deposits", "what it sells for and pays in"),
      WordDeclaration("supplier", "HN", "who sells it power"),
    ],
    mechanisms: [
      WorldMechanism("mining_sales", "miners sell new coins and, in distress, their hoard")
    ],
    stages: [.bar, .risk]
  )

  private let market: MarketID
  private let money: InstrumentID
  private let supplier: LedgerAccountID
  private let minedPerDay: Double
  private let shareMin: Double
  private let costFall: Double
  private let patience: Double
  private let hoardRate: Double
  private let isOn: Bool
  private var cost: Double
  private var daysBelow = 0.0
  /// Smallest quantities mined so far, as a real number, and posted.
  private var mined = 0.0
  private var posted: Int64 = 0

  /// Finds its market.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    market = try setup.market(named: setup.word("market"))
    money = try setup.instrument(named: setup.word("money"))
    supplier = try setup.account(named: setup.word("supplier"))
    minedPerDay = setup.number("mined_units_per_day")
    shareMin = setup.number("sale_share_min")
    costFall = setup.number("cost_fall_per_month")
    patience = setup.number("patience_days")
    hoardRate = setup.number("hoard_rate_per_day")
    cost = setup.number("cash_cost_usd")
    isOn = setup.isOn(Self.kind.mechanisms[0])
  }

  /// Mines and sells in bars, pays and counts the days of distress at their end.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    switch view.stage {
    case .bar: mine(view, &intents)
    default: settle(view, &intents)
    }
  }

  private mutating func mine(_ view: ParticipantView, _ intents: inout IntentList) {
    let coin = view.instrument(market)
    let price = view.price(market)
    let days = view.clock.barDays
    mined += Double(view.amount(minedPerDay, of: coin).units) * days
    let new = Amount(Int64(mined.rounded(.down)) - posted)
    posted += new.units
    if new > .zero { intents.add(.produce(coin, new)) }
    guard isOn else { return }
    let share = min(1, max(shareMin, cost / price))
    let sold = Amount(Int64((Double(new.units) * share).rounded(.down)))
    if sold > .zero { intents.add(.order(market, .quantity(-sold), money: money)) }
    guard daysBelow >= patience else { return }
    let distressed = hoardRate * days * view.units(coin)
    intents.trade(
      market,
      dollars: -distressed * price,
      money: money,
      .forced,
      because: .fall(market, to: price)
    )
  }

  private mutating func settle(_ view: ParticipantView, _ intents: inout IntentList) {
    let bill = view.amount(cost * minedPerDay, of: money)
    let paid = min(bill, view.holding(money))
    if paid > .zero { intents.add(.transfer(money, paid, to: supplier, as: .payment)) }
    guard view.price(market) < cost else {
      daysBelow = 0
      return
    }
    daysBelow += 1
    // A month is 365/12 days.
    cost *= Libm.pow(1 - costFall, 12.0 / 365)
  }
}
