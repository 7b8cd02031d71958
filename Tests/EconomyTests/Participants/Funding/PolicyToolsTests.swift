import Quantities
import Testing

@testable import Economy

@Suite("Every tool of policy in one world")
struct PolicyToolsTests {
  /// A posting that only one tool makes, on some days, of at least so many dollars.
  private struct Tool {
    let name: String
    let kind: LedgerFlowKind
    let instrument: String
    let payer: String
    let receiver: String
    var days = 0..<1_100
    var dollars = 1e9
  }

  private static let tools = [
    Tool(
      name: "runoff",
      kind: .trade,
      instrument: "coupons",
      payer: "FED",
      receiver: "RLP",
      days: 0..<250,
      dollars: 1e8
    ),
    Tool(
      name: "reserve-management purchases",
      kind: .trade,
      instrument: "bills",
      payer: "RLP",
      receiver: "FED",
      days: 450..<700
    ),
    Tool(
      name: "easing",
      kind: .trade,
      instrument: "coupons",
      payer: "RLP",
      receiver: "FED",
      days: 700..<900
    ),
    Tool(name: "ON RRP", kind: .lending, instrument: "ON RRP", payer: "FED", receiver: "MMF"),
    Tool(
      name: "standing repo",
      kind: .lending,
      instrument: "standing repo DLR",
      payer: "DLR",
      receiver: "FED"
    ),
    Tool(
      name: "swap line",
      kind: .swapLine,
      instrument: "swap-line claims",
      payer: "FO",
      receiver: "FED"
    ),
    Tool(
      name: "discount window",
      kind: .lending,
      instrument: "loan of discount window",
      payer: "BNK",
      receiver: "FED"
    ),
    Tool(
      name: "buy-back",
      kind: .trade,
      instrument: "coupons",
      payer: "RLP",
      receiver: "TSY",
      dollars: 1e8
    ),
    Tool(name: "bills", kind: .trade, instrument: "bills", payer: "TSY", receiver: "RLP"),
    Tool(name: "spending", kind: .payment, instrument: "TGA", payer: "TSY", receiver: "FED"),
    Tool(
      name: "taxes",
      kind: .payment,
      instrument: "TGA",
      payer: "FED",
      receiver: "TSY",
      days: 300..<304,
      dollars: 1e11
    ),
    Tool(
      name: "gold certificates",
      kind: .goldRevaluation,
      instrument: "gold certificates",
      payer: "TSY",
      receiver: "FED",
      dollars: 7e11
    ),
    Tool(
      name: "interest on reserves",
      kind: .coupon,
      instrument: "reserves",
      payer: "FED",
      receiver: "BNK",
      dollars: 1e8
    ),
    Tool(
      name: "remittance",
      kind: .payment,
      instrument: "TGA",
      payer: "FED",
      receiver: "TSY",
      dollars: 1e6
    ),
  ]

  /// One central bank that runs off, holds, buys bills, eases and then decides by itself; a Treasury that wants
  /// more bills and more cash; and every window used.
  private static let plan: WorldPlan = {
    func official(
      _ name: String,
      _ words: [String: String],
      _ size: Double,
      _ day: Double
    )
      -> ParticipantPlan
    {
      ParticipantPlan(
        "official",
        name,
        numbers: ["size_usd": size, "first_day": day],
        words: words
      )
    }
    let window = ["account": "BNK", "act": "lend", "other": "FED", "money": "reserves"]
    var plan = FundingWorld.plan(
      bank: [
        "balance_sheet": "runoff", "rate_rule": "rule",
        "schedule": "250 hold, 450 reserves, 700 easing, 900 automatic",
      ],
      dealer: ["risky_share": 0.35],
      others: [
        FundingWorld.foreignBanks, official("discount window", window, 50e9, 400),
        official("swap line", ["account": "FBK", "act": "swap"], 40e9, 500),
        ParticipantPlan("gold_revaluation", "gold", numbers: ["revaluation_day": 800]),
      ]
    )
    plan.participants.removeAll { $0.name == "treasury" }
    plan.participants.append(
      ParticipantPlan(
        "treasury",
        "treasury",
        numbers: ["bill_share_target": 0.3, "cash_target_usd": 1e12]
      )
    )
    plan.shocks = [
      WorldShock(.taxPayment, name: "taxes", day: 300, hours: 48, size: 500e9),
      WorldShock(.lenderRefusal, name: "refusal", day: 600, hours: 240, size: 0.9),
    ]
    return plan
  }()

  @Test("on each of 1 100 days the central bank's sheet balances, and each tool leaves its posting")
  func everyTool() throws {
    let world = try World(Self.plan, catalogue: FundingWorld.catalogue, seed: 1, run: 0)
    world.ledger.recordsFlows = true
    let bank = try #require(world.ledger.account(named: "FED"))
    var used: Set<String> = []
    var tradedOnHold = 0.0
    for day in 0..<1_100 {
      try world.step()
      #expect(try world.centralBankIdentity() == 0, "day \(day)")
      #expect(world.ledger.balanceSheet(of: bank).balances, "day \(day)")
      for tool in Self.tools where tool.days.contains(day) && !used.contains(tool.name) {
        let dollars = try world.dollars(
          of: tool.kind,
          tool.instrument,
          from: tool.payer,
          to: tool.receiver
        )
        if dollars >= tool.dollars { used.insert(tool.name) }
      }
      // The last order of runoff is filled in the next session.
      guard (255..<450).contains(day) else { continue }
      tradedOnHold += try world.dollars(of: .trade, "coupons", from: "FED")
      tradedOnHold += try world.dollars(of: .trade, "coupons", to: "FED")
      tradedOnHold += try world.dollars(of: .trade, "bills", to: "FED")
    }
    let missing = Self.tools.map(\.name).filter { !used.contains($0) }
    #expect(missing.isEmpty, "no posting of \(missing)")
    #expect(tradedOnHold == 0)
    #expect(try world.figure("bill share") > 0.24)
    #expect(world.causes.orphanCount == 0)
  }
}
