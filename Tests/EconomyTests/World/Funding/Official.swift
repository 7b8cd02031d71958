import Quantities

@testable import Economy

/// Does one thing in the first open bar, for an account of the sheet.
struct Official: Participant {
  static let kind = ParticipantKind(
    id: "official",
    summary: "Does one thing once.",
    systems: [],
    parameters: [
      ParameterDeclaration("size_usd", 1e9, in: -1e13...1e13, "how much", basis: "test"),
      ParameterDeclaration("first_day", 0, in: 0...1e6, "the first day", basis: "test"),
    ],
    words: [
      WordDeclaration("account", "FED", "for whom it acts"),
      WordDeclaration("act", "trade", "trade, pay, lend, swap, repay_swap, gold"),
      WordDeclaration("market", "bills", "what it trades, where it trades"),
      WordDeclaration("money", "reserves", "what it pays in"),
      WordDeclaration("other", "", "whom it pays or borrows from, and in which money"),
    ],
    stages: [.bar],
    sharesAccount: true
  )

  let words: [String: String]
  let size: Double
  let firstDay: Int
  let money: InstrumentID
  let other: LedgerAccountID?
  let market: MarketID?
  let loan: InstrumentID?
  let line: SwapLine
  let gold: GoldRevaluation
  let kept: InstrumentID
  var isDone = false

  static func declare(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    guard setup.word("act") == "lend" else { return }
    let money = try setup.instrument(named: setup.word("money"))
    _ = try setup.addClaim("loan of \(plan.name)", family: "loans", in: money)
  }

  init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    words = ["act": setup.word("act")]
    size = setup.number("size_usd")
    firstDay = Int(setup.number("first_day"))
    money = try setup.instrument(named: setup.word("money"))
    let act = setup.word("act")
    market = act == "trade" ? try setup.market(named: setup.word("market")) : nil
    let parts = setup.word("other").split(separator: "/").map(String.init)
    other = parts.isEmpty ? nil : try setup.account(named: parts[0])
    kept = parts.count < 2 ? money : try setup.instrument(named: parts[1])
    loan = act == "lend" ? try setup.instrument(named: "loan of \(plan.name)") : nil
    line = SwapLine(
      claim: try setup.instrument(named: "swap-line claims"),
      loan: try setup.instrument(named: "swap-line loans"),
      foreignCentralBank: try setup.account(named: "FO"),
      bank: try setup.account(named: "FBK")
    )
    gold = GoldRevaluation(
      treasury: try setup.account(named: "TSY"),
      centralBank: try setup.account(named: "FED"),
      gold: try setup.instrument(named: "gold"),
      certificates: try setup.instrument(named: "gold certificates"),
      treasuryAccount: try setup.instrument(named: "TGA")
    )
  }

  mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    if let market, !view.isOpen(market) { return }
    guard !isDone, view.clock.day >= firstDay else { return }
    isDone = true
    let amount = view.amount(abs(size), of: money)
    switch words["act"] {
    case "pay":
      guard let other else { return }
      intents.add(.pay(amount, from: money, to: other, in: kept, as: .payment))
    case "lend":
      guard let other, let loan else { return }
      intents.add(.borrow(loan: loan, amount, from: other, money: money))
    case "swap": intents.add(.drawSwapLine(line, amount))
    case "repay_swap": intents.add(.repaySwapLine(line, amount))
    case "gold": intents.add(.revalueGold(gold, amount))
    default:
      guard let market else { return }
      intents.trade(market, dollars: size, money: money, .policy)
    }
  }
}
