import Quantities
import Testing

@testable import Economy

@Suite("Interest of the central bank")
struct CentralBankInterestTests {
  private static let quiet: Set<String> = ["public_deficit", "debt_issuance"]

  @Test(
    "a weekend bears three days of IORB on reserves and of the facility's rate on what is parked"
  )
  func weekend() throws {
    let plan = OfficialWorld.plan(without: Self.quiet)
    let world = try OfficialWorld.world(plan, days: 4)
    // Of Friday 21 November to Monday, in 10⁻⁴ dollars.
    let onReserves: Int64 = 9_197_500_000_000
    let onPool: Int64 = 1_093_750_000_000
    let onFacility: Int64 = 15_625_000_000
    #expect(
      try world.quantityOutstanding("reserves")
        == 28_300_000_000_000_000 + onReserves + onPool + onFacility
    )
    #expect(try world.quantity("deposits", of: "FO") == onPool)
    #expect(try world.quantity("deposits", of: "MMF") == 2_000_000_000_000_000 + onFacility)
    let banks = try world.quantity("reserves", of: "FBK") - 4_800_000_000_000_000
    #expect(abs(banks - onReserves * 480 / 2_830) <= 1)
    #expect(try world.centralBankIdentity() == 0)
    // Nobody pays it anything: all of it is a loss to be made good.
    #expect(abs(try world.figure("deferred asset") - 1_030_687_500) < 1e-3)
    #expect(try world.figure("remittances") == 0)
  }

  @Test("what it earns it remits once its losses are made good; day by day nothing is left over")
  func remittances() throws {
    let opening = 1e9
    let plan = OfficialWorld.plan(bankNumbers: ["deferred_asset_usd": opening])
    let world = try World(plan, catalogue: OfficialWorld.catalogue, seed: 1, run: 0)
    world.ledger.recordsFlows = true
    var (earned, remitted) = (0.0, 0.0)
    for _ in 0..<120 {
      try world.step()
      earned += try world.dollars(of: .coupon, to: "FED") - world.dollars(of: .coupon, from: "FED")
      remitted += try world.dollars(of: .payment, "TGA", from: "FED")
      let deferred = try world.figure("deferred asset")
      #expect(abs(earned - remitted - (opening - deferred)) < 1e-2)
      #expect(try deferred == 0 || world.figure("remittances") == 0)
      #expect(try world.centralBankIdentity() == 0)
    }
    #expect(remitted > 0)
  }

  @Test("the Treasury spends as much with and without it: its account gets back what it pays")
  func budget() throws {
    let with = try OfficialWorld.world(OfficialWorld.plan(), days: 60)
    let without = try OfficialWorld.world(
      OfficialWorld.plan(without: ["central_bank_interest"]),
      days: 60
    )
    let accounts = try [with, without].map { try $0.units("TGA", of: "TSY") }
    #expect(abs(accounts[0] - accounts[1]) < 2e9)
  }

  @Test("without the mechanism the central bank pays nobody and nobody pays it")
  func off() throws {
    let world = try World(
      OfficialWorld.plan(without: ["central_bank_interest"]),
      catalogue: OfficialWorld.catalogue,
      seed: 1,
      run: 0
    )
    world.ledger.recordsFlows = true
    for _ in 0..<30 {
      try world.step()
      #expect(try world.dollars(of: .payment, "TGA", from: "FED") == 0)
      // Coupons reach depositors through reserves that it makes out of the Treasury's account.
      let net = try world.dollars(of: .coupon, to: "FED") - world.dollars(of: .coupon, from: "FED")
      #expect(abs(net) < 1e-6)
    }
  }
}

extension World {
  /// Dollars of today's flows of a kind, of one instrument or all, from or to an account.
  func dollars(
    of kind: LedgerFlowKind,
    _ instrument: String? = nil,
    from payer: String? = nil,
    to receiver: String? = nil
  ) throws -> Double {
    let wanted = instrument.flatMap { ledger.instrument(named: $0) }
    let source = payer.flatMap { ledger.account(named: $0) }
    let target = receiver.flatMap { ledger.account(named: $0) }
    let value = ledger.flows.reduce(Int128(0)) { sum, flow in
      flow.kind == kind && (wanted == nil || flow.instrument == wanted)
        && (source == nil || flow.payer == source) && (target == nil || flow.receiver == target)
        ? sum + flow.value : sum
    }
    return Double(value) / 1e12
  }
}
