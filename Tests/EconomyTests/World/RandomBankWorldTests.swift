import Economy
import Quantities
import Statistics
import Testing

@Suite("Random worlds with banks conserve everything")
struct RandomBankWorldTests {
  /// Whoever may be absent: nobody else looks them up.
  private static let dispensable: Set<String> = [
    "allocators", "foreign officials", "foreign banks", "funds", "households", "treasury",
    "central bank", "credit cycle",
  ]

  private static let mechanisms =
    [Bank.kind, Depositors.kind, Firm.kind, CreditEconomy.kind].flatMap(\.mechanisms).map(\.id)
    + ["public_deficit", "asset_purchases", "standing_repo"]

  private static let days = 36

  private static func plan(_ number: UInt64) -> WorldPlan {
    var stream = Stream(seed: 11, run: number, purpose: Purpose(rawValue: 0xDEF2))
    let start = WorldPlan.standardStart + stream.nextIndex(below: 400)
    var plan = WorldPlan.funding(start: start).withBanks()
    plan.participants.removeAll { participant in
      let isAbsent = stream.nextEvent(probability: 0.2)
      return isAbsent && dispensable.contains(participant.name)
    }
    for place in plan.participants.indices { change(&plan.participants[place], &stream) }
    for name in mechanisms where stream.nextEvent(probability: 0.1) { plan.without.insert(name) }
    for shock in 0..<stream.nextIndex(below: 3) {
      plan.shocks.append(
        WorldShock(
          .news,
          name: "shock \(shock)",
          day: stream.nextIndex(below: days),
          market: "coupons",
          size: 0.2 - 0.6 * stream.nextUniform()
        )
      )
    }
    return plan
  }

  private static func change(_ participant: inout ParticipantPlan, _ stream: inout Stream) {
    let sizes = (0..<6).map { _ in stream.nextUniform() }
    switch participant.name {
    case "banks", "regional banks":
      participant.numbers["capital_ratio_target"] = 0.05 + 0.15 * sizes[0]
      participant.numbers["capital_ratio_min"] = 0.14 * sizes[1]
      participant.numbers["outflow_share"] = sizes[2]
      participant.numbers["reserve_floor_share"] = 0.25 * sizes[3]
      participant.numbers["pledged_loan_share"] = sizes[4]
      participant.numbers["facility_haircut"] = sizes[5]
    case "regional customers":
      participant.numbers["run_slope_per_day"] = 10 * sizes[0] * sizes[1]
    case "firms":
      participant.numbers["default_probability_annual"] = 0.01 + 0.48 * sizes[0] * sizes[1]
      participant.numbers["loss_given_default"] = sizes[2]
      participant.numbers["repayment_share_per_month"] = 0.2 * sizes[3]
    case "credit cycle":
      participant.numbers["demand_deviation_points"] = 10 * sizes[0]
    default: break
    }
  }

  @Test("160 of them keep I1–I7 on every day and leave no orphan", arguments: 0..<16)
  func conserves(ten: Int) throws {
    for number in 0..<10 {
      let plan = Self.plan(UInt64(ten * 10 + number))
      let world = try World(plan, catalogue: .standard, seed: 6, run: UInt64(number))
      try world.run(days: Self.days)
      #expect(world.causes.orphanCount == 0)
    }
  }

  @Test("Such worlds do see runs, write-downs, borrowed reserves and every constraint")
  func isHard() throws {
    var kinds: Set<CauseKind> = []
    var constraints: Set<Double> = []
    var borrowed = 0
    for number in 0..<40 {
      let world = try World(Self.plan(UInt64(number)), catalogue: .standard, seed: 6, run: 0)
      try world.run(days: Self.days)
      kinds.formUnion(world.causes.events.map(\.kind))
      for name in ["bank constraint", "bank constraint regional banks"] {
        let figure = try #require(world.publishedFigures.firstIndex(of: name))
        constraints.formUnion(world.days.map { $0.figures[figure] })
      }
      let window = try #require(world.ledger.instrument(named: "discount window regional banks"))
      if world.ledger.outstanding(window) > .zero { borrowed += 1 }
    }
    #expect(kinds.isSuperset(of: [.forcedOrder, .consequence, .writeDown]))
    #expect(constraints == [0, 1, 2, 3])
    #expect(borrowed > 3)
  }
}
