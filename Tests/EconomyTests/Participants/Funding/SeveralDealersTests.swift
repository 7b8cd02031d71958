import Quantities
import Testing

@testable import Economy

@Suite("Three dealers and three funds")
struct SeveralDealersTests {
  /// The funding world with three dealers and the fund of each; the first one's parent supports it with so much.
  private static func plan(support: Double = 33e9) -> WorldPlan {
    let thirds = [1.0 / 3, 1.0 / 3, 1.0 / 3]
    func parts(_ name: String) -> [AccountSplit.Part] {
      thirds.enumerated().map { .init("\(name) \($0.offset + 1)", $0.element) }
    }
    var plan = FundingWorld.plan(without: ["public_deficit", "debt_issuance"])
    plan.participants.removeAll { ["dealers", "funds"].contains($0.name) }
    for place in plan.participants.indices where plan.participants[place].kind == "cash_lender" {
      plan.participants[place].words["borrowers"] = "dealer 1,dealer 2,dealer 3"
    }
    plan.splits = [
      AccountSplit("DLR", parts("dealer")),
      AccountSplit("HF", parts("fund"), pairedCreditor: "DLR"),
    ]
    for number in 1...3 {
      plan.participants.append(
        ParticipantPlan(
          "dealer",
          "dealer \(number)",
          numbers: [
            "cash_kept_usd": 33e9, "cash_buffer_usd": 16e9, "desk_count": 40,
            "parent_support_usd": number == 1 ? support : 33e9,
          ],
          words: ["account": "dealer \(number)", "funds_debt": "repo fund \(number)"]
        )
      )
      plan.participants.append(
        ParticipantPlan(
          "relative_value_fund",
          "fund \(number)",
          numbers: ["cash_kept_usd": 33e9],
          words: [
            "account": "fund \(number)", "debt": "repo fund \(number)",
            "dealer": "dealer \(number)",
          ]
        )
      )
    }
    return plan
  }

  @Test("in calm all three fund themselves and lend, and the plain figures are those of all")
  func calm() throws {
    let opening = try World(Self.plan(), catalogue: FundingWorld.catalogue, seed: 1, run: 0)
    #expect(opening.figures[try #require(opening.figure(named: "dealer funding")).index] == 1_900e9)
    let world = try FundingWorld.world(Self.plan(), days: 15)
    for number in 1...3 {
      #expect(world.forcedDollars(of: "fund \(number)") == 0)
      #expect(world.forcedDollars(of: "dealer \(number)") == 0)
    }
    let lent = try (1...3).map { try world.figure("dealer funding dealer \($0)") }
    #expect(abs(try world.figure("dealer funding") - lent.reduce(0, +)) < 1)
    let costs = try (1...3).map { try world.figure("dealer shadow cost dealer \($0)") }
    #expect(abs(try world.figure("dealer shadow cost") - costs.reduce(0, +) / 3) < 1e-9)
    #expect(try world.figure("cross-currency basis") < 0)
    #expect(try world.centralBankIdentity() == 0)
  }

  @Test("one dealer's leverage binds before the others': only its fund has to sell")
  func oneBinds() throws {
    let world = try FundingWorld.world(Self.plan(support: 24e9), days: 1)
    let costs = try (1...3).map { try world.figure("dealer shadow cost dealer \($0)") }
    #expect(costs[0] > costs[1])
    try world.run(days: 15)
    #expect(world.forcedDollars(of: "fund 1") > 10e9)
    #expect(world.forcedDollars(of: "fund 2") == 0)
    #expect(world.forcedDollars(of: "fund 3") == 0)
    #expect(try world.units("repo fund 1", of: "dealer 1") < 550e9)
    #expect(world.causes.orphanCount == 0)
  }

  @Test("a debt to several dealers pays each its share")
  func interest() throws {
    let world = try World(Self.plan(), catalogue: FundingWorld.catalogue, seed: 1, run: 0)
    world.ledger.recordsFlows = true
    try world.run(days: 4)
    let paid = try (1...3).map {
      try world.dollars(of: .coupon, "deposits", from: "INST", to: "dealer \($0)")
    }
    // Three days of 300 bn each at SOFR and ten basis points.
    #expect(paid.allSatisfy { $0 > 90e6 && $0 < 110e6 })
    #expect(abs(paid[0] - paid[2]) < 1)
  }

  @Test("the order of the file means nothing")
  func order() throws {
    let plan = Self.plan()
    var turned = plan
    turned.participants.reverse()
    let hashes = try [plan, turned].map { try FundingWorld.world($0, days: 6).days.map(\.hash) }
    #expect(hashes[0] == hashes[1])
  }
}
