import Economy
import Quantities
import Statistics
import Testing

@Suite("Random worlds of dollar funding conserve everything")
struct RandomFundingWorldTests {
  /// Whoever may be absent: nobody else looks them up.
  private static let dispensable: Set<String> = [
    "banks", "allocators", "foreign officials", "foreign banks", "funds", "households", "treasury",
    "central bank",
  ]

  private static let mechanisms = [
    "public_deficit", "debt_issuance", "asset_purchases", "term_premium", "bill_spread",
    "lender_refusal", "reverse_repo", "dealer_leverage", "standing_repo", "fund_unwind",
    "futures_hedge", "central_bank_interest", "basis_trade",
  ]

  private static func plan(_ number: UInt64, days: Int) -> WorldPlan {
    var stream = Stream(seed: 9, run: number, purpose: Purpose(rawValue: 0xDEF1))
    var plan = WorldPlan.funding(start: WorldPlan.standardStart + stream.nextIndex(below: 400))
    plan.participants.removeAll { participant in
      let isAbsent = stream.nextEvent(probability: 0.2)
      return isAbsent && dispensable.contains(participant.name)
    }
    for place in plan.participants.indices { change(&plan.participants[place], &stream) }
    if stream.nextEvent(probability: 0.3) { split(&plan, &stream) }
    for name in mechanisms where stream.nextEvent(probability: 0.1) { plan.without.insert(name) }
    let names = Set(plan.participants.map(\.name))
    for shock in 0..<stream.nextIndex(below: 4) {
      let isTax = stream.nextEvent(probability: 0.5) && names.contains("households")
      plan.shocks.append(
        WorldShock(
          isTax ? .taxPayment : .lenderRefusal,
          name: "shock \(shock)",
          day: stream.nextIndex(below: days),
          hours: 48 * stream.nextUniform(),
          size: isTax ? 3e12 * stream.nextUniform() : stream.nextUniform()
        )
      )
    }
    return plan
  }

  /// Two or three dealers of random size, and the fund of each where there are funds.
  private static func split(_ plan: inout WorldPlan, _ stream: inout Stream) {
    let weights = (0..<2 + stream.nextIndex(below: 2)).map { _ in 0.05 + stream.nextUniform() }
    let sum = weights.reduce(0, +)
    let numbers = Array(1...weights.count)
    func parts(_ name: String) -> [AccountSplit.Part] {
      numbers.map { .init("\(name) \($0)", weights[$0 - 1] / sum) }
    }
    plan.splits = [
      AccountSplit("DLR", parts("dealer")),
      AccountSplit("HF", parts("fund"), pairedCreditor: "DLR"),
    ]
    for name in ["dealer", "fund"] {
      guard let place = plan.participants.firstIndex(where: { $0.name == "\(name)s" }) else {
        continue
      }
      let whole = plan.participants.remove(at: place)
      for number in numbers {
        var part = whole
        part.name = "\(name) \(number)"
        part.words["account"] = part.name
        part.words[name == "dealer" ? "funds_debt" : "debt"] = "repo fund \(number)"
        if name == "fund" { part.words["dealer"] = "dealer \(number)" }
        plan.participants.append(part)
      }
    }
    let names = numbers.map { "dealer \($0)" }.joined(separator: ",")
    for place in plan.participants.indices where plan.participants[place].kind == "cash_lender" {
      plan.participants[place].words["borrowers"] = names
    }
  }

  private static func change(_ participant: inout ParticipantPlan, _ stream: inout Stream) {
    let (choice, size) = (stream.nextIndex(below: 5), stream.nextUniform())
    switch participant.name {
    case "central bank":
      participant.words["balance_sheet"] =
        ["hold", "runoff", "reserves", "easing", "automatic"][choice]
      participant.numbers["easing_usd_per_month"] = 2e12 * size
    case "treasury":
      participant.numbers["bill_share_target"] = size
      participant.numbers["deficit_usd_per_month"] = 4e11 * size
    case "dealers":
      participant.numbers["risky_share"] = size
    case "banks":
      participant.numbers["cash_kept_usd"] = 2.3e12 * size
    default: break
    }
  }

  @Test("2 000 of them keep I1–I7 on every day and leave no orphan", arguments: 0..<20)
  func conserves(hundred: Int) throws {
    for number in 0..<100 {
      let plan = Self.plan(UInt64(hundred * 100 + number), days: 5)
      let world = try World(plan, catalogue: .standard, seed: 5, run: UInt64(number))
      try world.run(days: 5)
      #expect(world.causes.orphanCount == 0)
    }
  }

  @Test("Such worlds do see rates, shortfalls and forced sales")
  func isHard() throws {
    var kinds: Set<CauseKind> = []
    var settlements = 0
    var splits = 0
    for number in 0..<60 {
      let plan = Self.plan(UInt64(number), days: 5)
      let world = try World(plan, catalogue: .standard, seed: 5, run: UInt64(number))
      try world.run(days: 5)
      kinds.formUnion(world.causes.events.map(\.kind))
      settlements += world.days.count { $0.repo != nil }
      splits += plan.splits.count
    }
    #expect(splits > 10)
    #expect(kinds.isSuperset(of: [.forcedOrder, .consequence]))
    #expect(settlements > 120)
  }
}
