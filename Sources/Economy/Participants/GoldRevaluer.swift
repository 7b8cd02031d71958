import Quantities

/// Turns a higher book price of the Treasury's gold into money, and spends it.
///
/// On one day the Treasury issues certificates for ounces · (p − statutory price) to the central bank,
/// which credits its account; over the following business days a share of the credit is spent, and
/// reserves and deposits rise. No gold leaves. Selling some is another decision, and off unless ounces are
/// given. Source: `model.md` §4.9; ``OfficialGold``.
public struct GoldRevaluer: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "gold_revaluation",
    summary:
      "The Treasury's gold at a new book price: certificates, a credit, and what is spent of it.",
    systems: ["M4.6"],
    parameters: [
      ParameterDeclaration(
        "book_price_usd_per_ounce",
        2_920,
        in: 42.2222...100_000,
        "the new book price",
        basis: "S4.F25"
      ),
      ParameterDeclaration(
        "revaluation_day",
        0,
        in: 0...100_000,
        "the day from which on it is done",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "spent_share",
        1,
        in: 0...1,
        "how much of the credit is spent",
        basis: "model.md §4.9: a fund or debt relief spends it"
      ),
      ParameterDeclaration(
        "spending_days",
        5,
        in: 1...10_000,
        "business days over which it is spent",
        basis: "assumption"
      ),
      ParameterDeclaration(
        "sold_ounces",
        0,
        in: 0...261_498_926,
        "gold that is sold besides, a decision of its own; needs a market of gold",
        basis: "model.md §4.9: none is sold unless chosen"
      ),
    ],
    words: [
      WordDeclaration("account", "TSY", "the account of the sheet"),
      WordDeclaration("payee", "HN", "who is paid what is spent"),
      WordDeclaration("market", "", "the market of gold, if some is to be sold"),
    ],
    mechanisms: [
      WorldMechanism("gold_revaluation", "the book price of official gold is raised"),
      WorldMechanism("gold_sale", "official gold is sold"),
    ],
    stages: [.bar, .settlement],
    sharesAccount: true
  )

  private let gold: InstrumentID
  private let account: InstrumentID
  private let deposits: InstrumentID
  private let payee: LedgerAccountID
  private let market: MarketID?
  private let operation: GoldRevaluation
  private let day: Int
  private let bookPrice: Price
  private let daily: Double
  private let spendingDays: Int
  private let revalues: Bool
  private let ouncesSold: Double
  private var credited: Amount?
  private var spentDays = 0
  private var hasSold = false

  /// Creates the Treasury's decision.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    gold = try setup.instrument(named: "gold")
    account = try setup.instrument(named: "TGA")
    deposits = try setup.instrument(named: "deposits")
    payee = try setup.account(named: setup.word("payee"))
    let sold = setup.isOn(Self.kind.mechanisms[1]) ? setup.number("sold_ounces") : 0
    market = sold > 0 ? try setup.market(named: setup.word("market")) : nil
    ouncesSold = sold
    operation = GoldRevaluation(
      treasury: try setup.account(named: setup.word("account")),
      centralBank: try setup.account(named: "FED"),
      gold: gold,
      certificates: try setup.instrument(named: "gold certificates"),
      treasuryAccount: account
    )
    day = Int(setup.number("revaluation_day"))
    bookPrice = Price(Int64((10_000 * setup.number("book_price_usd_per_ounce")).rounded()))
    spendingDays = Int(setup.number("spending_days"))
    daily = setup.number("spent_share") / Double(spendingDays)
    revalues = setup.isOn(Self.kind.mechanisms[0])
  }

  /// Revalues once, and spends from the next settlement on.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    guard view.clock.day >= day else { return }
    if view.stage == .bar {
      sell(view, &intents)
    } else if let credited {
      spend(credited, view, &intents)
    } else if revalues {
      revalue(view, &intents)
    }
  }

  private mutating func revalue(_ view: ParticipantView, _ intents: inout IntentList) {
    let ounces = Int64(view.units(gold).rounded())
    guard let held = try? OfficialGold(ounces: ounces), let gain = try? held.gain(at: bookPrice)
    else { return }
    credited = gain
    intents.add(.revalueGold(operation, gain), .policy)
  }

  private mutating func spend(
    _ credited: Amount,
    _ view: ParticipantView,
    _ intents: inout IntentList
  ) {
    guard spentDays < spendingDays else { return }
    spentDays += 1
    let amount = Amount(Int64((Double(credited.units) * daily).rounded(.down)))
    intents.add(.pay(amount, from: account, to: payee, in: deposits, as: .payment), .policy)
  }

  private mutating func sell(_ view: ParticipantView, _ intents: inout IntentList) {
    guard let market, !hasSold, view.isOpen(market) else { return }
    hasSold = true
    let dollars = ouncesSold * view.price(market)
    intents.trade(market, dollars: -dollars, money: account, .policy)
  }
}
