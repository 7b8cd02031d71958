import Quantities
import Testing

@testable import Economy

@Suite("Foreign banks: mechanisms and accounts")
struct ForeignBankMechanismTests {
  @Test(
    "a run that is off, or of another bank, changes no byte; nor does one of banks that roll nothing"
  )
  func off() throws {
    let calm = try OffshoreWorld.world(OffshoreWorld.plan(), days: 8).days.map(\.hash)
    let off = OffshoreWorld.plan(without: ["offshore_run"])
    #expect(try OffshoreWorld.world(off, days: 8).days.map(\.hash) == calm)
    let run = OffshoreWorld.run(off, share: 1, days: 4)
    #expect(try OffshoreWorld.world(run, days: 8).days.map(\.hash) == calm)
    let still = OffshoreWorld.plan(without: ["offshore_roll"])
    let quiet = try OffshoreWorld.world(still, days: 8)
    let ran = try OffshoreWorld.world(OffshoreWorld.run(still, share: 1, days: 4), days: 8)
    #expect(quiet.days.map(\.hash) == ran.days.map(\.hash))
    #expect(try quiet.figure("swap line floor") == 0)
    #expect(throws: WorldError.self) {
      try OffshoreWorld.world(OffshoreWorld.run(off, share: 1, target: "MMF"), days: 1)
    }
    let nobody = FundingWorld.plan(off, without: "foreign banks")
    #expect(throws: WorldError.self) {
      try OffshoreWorld.world(OffshoreWorld.run(nobody, share: 1), days: 1)
    }
  }

  @Test("equal seeds give equal bytes in a run, whatever the lines", arguments: [true, false])
  func repeats(open: Bool) throws {
    let plan = OffshoreWorld.run(
      OffshoreWorld.plan(without: open ? [] : ["swap_lines"]),
      share: 0.3,
      days: 10
    )
    let hashes = try (0..<2).map { _ in try OffshoreWorld.world(plan, days: 20).days.map(\.hash) }
    #expect(hashes[0] == hashes[1])
  }

  @Test("a bank of its own account takes debts over and runs alone")
  func ownAccount() throws {
    var plan = OffshoreWorld.plan(bank: ["paper_limit_ratio": 0])
    plan.participants.append(
      ParticipantPlan(
        "foreign_bank",
        "second bank",
        numbers: [
          "paper_taken_usd": 100e9, "deposits_taken_usd": 600e9, "paper_limit_ratio": 0,
        ],
        words: [
          "account": "", "paper": "CD/CP two", "offshore_deposits": "offshore USD deposits two",
          "swap_line_loans": "swap-line loans two", "debt": "", "dealers": "",
        ],
        endowments: [
          .init("deposits", 70e9, from: "FBK"), .init("reserves", 48e9, from: "FBK"),
          .init("coupons", 110e9, from: "FBK"), .init("offshore USD loans", 600e9, from: "FBK"),
        ]
      )
    )
    let calm = try OffshoreWorld.world(plan, days: 4)
    #expect(try calm.units("CD/CP", of: "MMF") == 900e9)
    #expect(try calm.units("CD/CP two", of: "MMF") == 100e9)
    #expect(try calm.units("offshore USD deposits two", of: "ROW") == 500e9)
    let world = try OffshoreWorld.world(
      OffshoreWorld.run(plan, share: 0.5, target: "second bank"),
      days: 4
    )
    #expect(try world.unitsOutstanding("FX swaps FBK") == 0)
    #expect(try world.units("CD/CP", of: "MMF") == 900e9)
    #expect(abs(try world.unitsOutstanding("offshore USD deposits two") - 588e9) < 1)
    #expect(abs(try world.units("swap-line loans two", of: "FO") - 14e9) < 0.1e9)
    #expect(try world.centralBankIdentity() == 0)
    #expect(throws: WorldError.self) {
      var wrong = OffshoreWorld.plan(words: ["paper": "repo DLR"])
      wrong.shocks = []
      return try OffshoreWorld.world(wrong, days: 1)
    }
  }
}
