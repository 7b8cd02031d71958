import Quantities
import Statistics
import Testing

@testable import Economy

@Suite("Synthetic dollars")
struct SyntheticDollarIssuerTests {
  private typealias W = DollarClaimsWorld
  private static let backing = 10e9 + 20_000 * 85_129.43 + 1_070_000 * 2_800

  private func fall(_ size: Double, day: Int = 0, hour: Double = 6) -> [WorldShock] {
    ["BTC", "ETH"].map {
      WorldShock(.news, name: "fall \($0)", day: day, hour: hour, market: $0, size: size)
    }
  }

  @Test("what is owed at the opening is the backing less the fund")
  func opening() throws {
    let plan = try W.plan(participants: [W.synthetic()])
    let world = try World(plan, catalogue: W.catalogue, seed: 1, run: 0)
    #expect(abs(try world.unitsOutstanding("synthetic dollars") - (Self.backing - 65e6)) < 0.01)
  }

  @Test("the hedge keeps the fund through a fall that would otherwise wipe it out")
  func hedge() throws {
    let numbers = ["mix_share_per_day": 0.0]
    let plan = try W.plan(participants: [W.synthetic(numbers: numbers)], shocks: fall(-0.2))
    let hedged = try W.world(plan, days: 1)
    #expect(try hedged.figure("synthetic dollars fund ratio") > 0.003)
    let supply = Self.backing - 65e6
    #expect(try hedged.unitsOutstanding("synthetic dollars") == supply.rounded(toDecimals: 4))
    let bare = try W.world(
      try W.plan(
        participants: [W.synthetic(numbers: numbers)],
        shocks: fall(-0.2),
        without: ["synthetic_hedge", "peg_defence"]
      ),
      days: 1
    )
    let lost = (1 - Libm.exp(-0.2)) * (Self.backing - 10e9) - 65e6
    let left = try bare.unitsOutstanding("synthetic dollars")
    #expect(abs((supply - left) / lost - 1) < 0.02, "haircut \(supply - left) for \(lost)")
    #expect(bare.causes.orphanCount == 0)
  }

  @Test("the mix moves to what funding of eleven percent a year and the margin allow")
  func mix() throws {
    var plan = try W.plan(participants: [W.synthetic()])
    // Deep contracts: the issuer's own shorts do not move what they earn.
    plan.perpetuals = ["BTC", "ETH"].map { PerpetualPlan($0, premiumDepthShare: 100) }
    let world = try W.world(plan, days: 11)
    let opening = (Self.backing - 10e9) / Self.backing
    let target = 2.4 / 3.4
    let expected = target - (target - opening) * Libm.exp(-0.1 * 10)
    let share = try world.figure("synthetic dollars hedge share")
    #expect(abs(share - expected) < 0.02, "\(share) against \(expected)")
  }

  @Test("a fund below its floor sells a twentieth of the tokens a day, without the mechanism none")
  func defence() throws {
    let numbers = ["reserve_fund_usd": 1e6, "mix_share_per_day": 0.0]
    let plan = try W.plan(participants: [W.synthetic(numbers: numbers)])
    let world = try W.world(plan, days: 1)
    let left = try world.units("GOV", of: "synthetic issuer")
    #expect(left < 3e9)
    #expect(left > 3e9 * 0.94)
    let place = try #require(world.markets.firstIndex { $0.plan.name == "GOV" })
    #expect(world.days[0].markets[place].close < 0.28)
    #expect(world.causes.orphanCount == 0)
    #expect(try world.rootKinds(of: .forcedOrder) == [.announcement])
    let off = try W.plan(
      participants: [W.synthetic(numbers: numbers)],
      without: ["peg_defence"]
    )
    #expect(try W.world(off, days: 3).units("GOV", of: "synthetic issuer") == 3e9)
  }

  @Test("a failed venue with custody of the margin is a haircut, and tokens are sold for its sake")
  func exchangeFailure() throws {
    let hack = WorldShock(
      .hack,
      name: "failure",
      day: 0,
      hour: 6,
      market: "BTC",
      target: "EXC",
      size: 1
    )
    func world(_ custody: Double) throws -> World {
      try W.world(
        try W.plan(
          participants: [
            W.synthetic(numbers: ["off_exchange_custody": custody, "mix_share_per_day": 0])
          ],
          shocks: [hack]
        ),
        days: 1
      )
    }
    let supply = Self.backing - 65e6
    let failed = try world(0)
    let margin = (Self.backing - 10e9) / 3
    let lost = supply - (try failed.unitsOutstanding("synthetic dollars"))
    // The fund and a day's sale of tokens come before the holders.
    #expect(lost < margin - 65e6 && lost > margin - 65e6 - 0.05 * 3e9 * 0.28, "\(lost), \(margin)")
    #expect(failed.causes.orphanCount == 0)
    #expect(try failed.rootKinds(of: .writeDown) == [.shock])
    #expect(try failed.rootKinds(of: .forcedOrder) == [.shock])
    let held = try world(1)
    #expect(try held.unitsOutstanding("synthetic dollars") == supply.rounded(toDecimals: 4))
  }

  @Test("arbitrageurs narrow a discount by redeeming no more than the window's day")
  func arbitrage() throws {
    let sale = WorldShock(
      .depeg,
      name: "sale",
      day: 0,
      hour: 2,
      hours: 22,
      market: "synthetic dollars",
      target: "RETAIL",
      size: 3e8
    )
    func world(
      _ extra: [ParticipantPlan],
      capacity: Double = 7e8,
      without: Set<String> = []
    ) throws -> World {
      let issuer = W.synthetic(numbers: [
        "redemption_capacity_usd_per_day": capacity, "secondary_volatility_per_day": 0.02,
      ])
      let plan = try W.plan(participants: [issuer] + extra, shocks: [sale], without: without)
      return try W.world(plan, days: 1)
    }
    let name = "synthetic dollars peg deviation"
    let deviation = try world([]).figure(name)
    let helped = try world([W.arbitrageur])
    #expect(deviation < -0.000_5)
    #expect(try helped.figure(name) > 0.8 * deviation)
    #expect(helped.facilities[0].redeemedToday > Amount(100_000_000_000))
    let narrow = try world([W.arbitrageur], capacity: 1e7)
    #expect(narrow.facilities[0].redeemedToday <= Amount(100_000_000_000))
    #expect(narrow.facilities[0].redeemedToday > Amount(90_000_000_000))
    let off = try world([W.arbitrageur], without: ["peg_arbitrage"])
    #expect(off.facilities[0].redeemedToday == .zero)
    #expect(try off.figure(name) == deviation)
  }

  @Test("withdrawn arbitrageurs leave the discount alone")
  func withdrawal() throws {
    let shocks = [
      WorldShock(
        .depeg,
        name: "sale",
        day: 0,
        hour: 2,
        hours: 22,
        market: "synthetic dollars",
        target: "RETAIL",
        size: 1e9
      ),
      WorldShock(
        .makerWithdrawal,
        name: "withdrawal",
        day: 0,
        hours: 24,
        market: "synthetic dollars",
        size: 0
      ),
    ]
    let world = try W.world(
      try W.plan(participants: [W.synthetic(), W.arbitrageur], shocks: shocks),
      days: 1
    )
    #expect(world.facilities[0].redeemedToday == .zero)
  }

  @Test("same seed, same bytes")
  func determinism() throws {
    let plan = try W.plan(participants: [W.synthetic(), W.arbitrageur], shocks: fall(-0.1))
    let (first, second) = (try W.world(plan, days: 3), try W.world(plan, days: 3))
    #expect(first.days.map(\.hash) == second.days.map(\.hash))
  }
}

extension Double {
  fileprivate func rounded(toDecimals decimals: Int) -> Double {
    let scale = Libm.pow(10, Double(decimals))
    return (self * scale).rounded(.toNearestOrEven) / scale
  }
}
