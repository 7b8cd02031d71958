import Quantities
import Testing

@testable import Economy

@Suite("Fiat stablecoins")
struct StablecoinIssuerTests {
  private typealias W = DollarClaimsWorld

  private func wave(_ share: Double) -> WorldShock {
    WorldShock(
      .redemptionWave,
      name: "wave",
      day: 0,
      hour: 1,
      hours: 12,
      target: "SC",
      size: share
    )
  }

  @Test("redemptions beyond the buffer sell bills and know what forced them")
  func redemptions() throws {
    let world = try W.world(try W.plan(participants: [W.issuer], shocks: [wave(0.2)]), days: 2)
    let tokens = try world.unitsOutstanding("stablecoins")
    #expect(abs(tokens / (305e9 * 0.8187) - 1) < 0.01, "\(tokens)")
    #expect(try world.units("bills", of: "SC") < 190e9)
    #expect(try world.units("deposits", of: "SC") > 0.099 * tokens)
    #expect(world.causes.orphanCount == 0)
    #expect(try world.rootKinds(of: .forcedOrder) == [.shock])
    let place = try #require(world.markets.firstIndex { $0.plan.name == "bills" })
    #expect(world.days[0].markets[place].forced > 1e9)
  }

  @Test("without the mechanism no bill moves")
  func withoutBills() throws {
    let plan = try W.plan(
      participants: [W.issuer],
      shocks: [wave(0.2)],
      without: ["reserve_bills"]
    )
    #expect(try W.world(plan, days: 2).units("bills", of: "SC") == 200e9)
  }

  @Test("spare deposits buy bills down to the band")
  func buysBills() throws {
    let world = try W.world(try W.plan(participants: [W.issuer]), days: 20)
    #expect(try world.units("bills", of: "SC") > 205e9)
    #expect(try world.units("deposits", of: "SC") >= 30.5e9)
  }

  @Test("a theft makes a hole, the hole a run, and the run a sale of bills: one chain")
  func run() throws {
    let hack = WorldShock(
      .hack,
      name: "theft",
      day: 0,
      hour: 6,
      market: "BTC",
      target: "SC",
      size: 6.8e9
    )
    let plan = try W.plan(participants: [W.issuer, W.holder], shocks: [hack])
    let world = try W.world(plan, days: 1)
    let hole = try world.figure("stablecoins hole")
    #expect(hole > 1e9)
    let left = try world.units("stablecoins", of: "holders")
    // Three quarters of a day at w1 (1 − confidence) hole/supply.
    let expected = 40e9 * (1 - 0.75 * 2 * 0.5 * hole / 305e9)
    #expect(abs((40e9 - left) / (40e9 - expected) - 1) < 0.05, "\(40e9 - left)")
    #expect(world.causes.orphanCount == 0)
    #expect(try world.rootKinds(of: .forcedRedemption) == [.shock])
    let off = try W.plan(
      participants: [W.issuer, W.holder],
      shocks: [hack],
      without: ["stablecoin_run"]
    )
    #expect(try W.world(off, days: 1).units("stablecoins", of: "holders") == 40e9)
  }

  @Test("a broken peg makes those run whom the issuer does not accept, into the same market")
  func peg() throws {
    let sale = WorldShock(
      .depeg,
      name: "sale",
      day: 0,
      hour: 2,
      hours: 4,
      market: "synthetic dollars",
      target: "RETAIL",
      size: 4e9
    )
    var holder = W.holder
    holder.words = ["claim": "synthetic dollars", "asset": "stablecoins"]
    holder.numbers = ["window_share": 0, "run_share_per_day": 0.5]
    holder.endowments = [.init("synthetic dollars", 1e9, from: "RETAIL")]
    let issuer = W.synthetic(numbers: ["secondary_volatility_per_day": 0.02])
    let plan = try W.plan(participants: [issuer, holder], shocks: [sale])
    let world = try W.world(plan, days: 1)
    #expect(try world.units("synthetic dollars", of: "holders") < 1e9)
    #expect(world.causes.orphanCount == 0)
    #expect(try world.rootKinds(of: .forcedOrder) == [.shock])
  }

  @Test("nobody else can act for an account that someone acts for")
  func oneActor() throws {
    let plan = try W.plan(
      participants: [W.issuer, ParticipantPlan("stablecoin_issuer", "more issuers")]
    )
    #expect(throws: WorldError.self) {
      try World(plan, catalogue: W.catalogue, seed: 1, run: 0)
    }
  }
}
