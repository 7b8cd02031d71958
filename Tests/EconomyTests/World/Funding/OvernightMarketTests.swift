import Quantities
import Statistics
import Testing

@testable import Economy

@Suite("The overnight market of a world")
struct OvernightMarketTests {
  @Test("cash moves from lender to borrower against a claim, and interest follows a day later")
  func lends() throws {
    let world = try world(borrower: ["demand_usd": 0.6e9])
    try world.step()
    #expect(world.debt(of: "borrower") == 0.6e9)
    #expect(world.money(of: "borrower") == 0.6e9)
    #expect(world.money(of: "lender") == 0.4e9)
    let rate = try #require(world.days[0].repo?.p50)
    // One lender, all of its cash wanted or not: tight is zero when the first desk borrows.
    #expect(rate == 3.9)
    try world.step()
    // Friday to Monday is three days, but the next step is a Saturday: nothing settles.
    #expect(world.days[1].repo == nil)
    try world.run(days: 4)
    let interest = (0.6e9 * 10_000 * rate / 36_000 * 3).rounded(.toNearestOrEven) / 10_000
    #expect(world.money(of: "lender") == 0.4e9 + interest)
    #expect(world.debt(of: "borrower") == 0.6e9)
  }

  @Test("what lenders refuse comes from the facility at its rate, out of new reserves")
  func facility() throws {
    let world = try world(
      lender: ["default_limit": 0],
      borrower: ["demand_usd": 0.6e9, "default_probability": 0.01, "is_eligible": 1]
    )
    let before = try world.owed("reserves")
    try world.step()
    #expect(world.debt(of: "borrower") == 0)
    #expect(try world.owed("facility repo of borrower") == 0.6e9)
    #expect(try world.owed("reserves") - before == 0.6e9)
    #expect(world.days[0].repo?.p99 == 4)
  }

  @Test("a borrower that is not rolled and has spent the money keeps owing what it cannot pay")
  func extends() throws {
    let world = try world(
      lender: ["last_day": 0],
      borrower: ["demand_usd": 0.6e9, "spent_share": 0.75]
    )
    try world.step()
    #expect(world.money(of: "borrower") == 0.15e9)
    try world.run(days: 4)
    let claim = try #require(world.ledger.instrument(named: "repo of borrower"))
    let shortfall = try #require(world.repo.shortfalls[claim])
    #expect(Double(shortfall.unmet.units) / 10_000 == 0.6e9)
    let kept = Double(shortfall.extended.units) / 10_000
    #expect(kept == world.debt(of: "borrower"))
    // It had a quarter, less interest, and paid all of it.
    #expect(kept > 0.45e9 && kept < 0.451e9)
    guard case .event(let event) = shortfall.cause else {
      Issue.record("a shortfall has an event")
      return
    }
    #expect(event != .none)
    #expect(world.causes.orphanCount == 0)
  }

  @Test("a lender offers no more than it has and has lent")
  func cut() throws {
    let world = try world(
      lender: ["cash_usd": 50e9],
      borrower: ["demand_usd": 40e9]
    )
    try world.step()
    #expect(world.debt(of: "borrower") == 1e9)
    #expect(world.money(of: "lender") == 0)
  }

  @Test("equal seeds give equal bytes")
  func repeats() throws {
    let plan = try plan(lender: [:], borrower: [:])
    let hashes = try (0..<2).map { _ in
      let world = try World(plan, catalogue: Self.catalogue, seed: 3, run: 1)
      try world.run(days: 6)
      return world.days.map(\.hash)
    }
    #expect(hashes[0] == hashes[1])
  }

  @Test(
    "amounts become payable by cutting changes only, in any chain of lenders and borrowers",
    arguments: UInt64(0)..<200
  )
  func payable(seed: UInt64) {
    var words = Stream(seed: seed, run: 0, step: 0, purpose: .repoMarket)
    func below(_ bound: Int) -> Int { Int(words.nextUniform() * Double(bound)) }
    let (lenders, needs) = (1 + below(4), 1 + below(4))
    var lines: [RepoAllocation.Line] = []
    for need in 0..<needs {
      for lender in 0..<lenders {
        let before = Amount(Int64(below(100)))
        let after = Amount(Int64(below(100)))
        lines.append(.init(lender: lender, need: need, before: before, after: after))
      }
    }
    let standing = (0..<needs).map { _ in
      (before: Amount(Int64(below(50))), after: Amount(Int64(below(50))))
    }
    let borrowers = (0..<needs).map { _ in Amount(Int64(below(40))) }
    let money = (0..<lenders).map { _ in Amount(Int64(below(40))) }
    var allocation = RepoAllocation(lines: lines, standing: standing)
    let bank = RepoAllocation.Bank(
      reserves: Amount(Int64(below(40))),
      borrowers: (0..<needs).map { _ in below(2) == 0 },
      lenders: (0..<lenders).map { _ in below(2) == 0 }
    )
    allocation.makePayable(borrowers: borrowers, lenders: money, banks: [bank])
    var left = bank.reserves
    for need in 0..<needs where bank.borrowers[need] {
      left += allocation.standing[need].after - allocation.standing[need].before
    }
    for line in allocation.lines where bank.borrowers[line.need] != bank.lenders[line.lender] {
      left += bank.borrowers[line.need] ? line.change : .zero - line.change
    }
    #expect(left >= .zero)
    for need in 0..<needs {
      let changes = allocation.lines.filter { $0.need == need }.map(\.change)
      let facility = allocation.standing[need].after - allocation.standing[need].before
      #expect(borrowers[need] + changes.reduce(facility, +) >= .zero)
    }
    for lender in 0..<lenders {
      let changes = allocation.lines.filter { $0.lender == lender }.map(\.change)
      #expect(money[lender] - changes.reduce(.zero, +) >= .zero)
    }
    for (old, new) in zip(lines, allocation.lines) {
      #expect(new.after >= min(old.after, old.before))
      #expect(new.after <= max(old.after, old.before))
    }
  }

  private static let catalogue = ParticipantCatalogue([
    OvernightLender.self, OvernightBorrower.self,
  ])

  private func plan(
    lender: [String: Double],
    borrower: [String: Double]
  ) throws -> WorldPlan {
    var plan = WorldPlan(start: WorldPlan.standardStart, barsPerDay: 1)
    plan.participants = [
      ParticipantPlan(
        "overnight_lender",
        "lender",
        numbers: lender,
        endowments: [.init("deposits", 1e9, from: "MMF")]
      ),
      ParticipantPlan("overnight_borrower", "borrower", numbers: borrower),
    ]
    return plan
  }

  private func world(
    lender: [String: Double] = [:],
    borrower: [String: Double] = [:]
  ) throws -> World {
    try World(
      try plan(lender: lender, borrower: borrower),
      catalogue: Self.catalogue,
      seed: 1,
      run: 0
    )
  }
}

extension World {
  fileprivate func debt(of name: String) -> Double {
    (try? owed("repo of \(name)")) ?? .nan
  }

  fileprivate func owed(_ name: String) throws -> Double {
    let claim = try #require(ledger.instrument(named: name))
    return Double(ledger.outstanding(claim).units) / 10_000
  }

  fileprivate func money(of name: String) -> Double {
    guard let account = ledger.account(named: name),
      let money = ledger.instrument(named: "deposits")
    else { return .nan }
    return Double(ledger.holding(of: account, in: money).units) / 10_000
  }
}
