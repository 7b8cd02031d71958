import Economy
import Quantities
import Statistics
import Testing

@Suite("Random parts of the default world conserve everything")
struct RandomDefaultWorldTests {
  /// Kinds that others do not look up, so that any of them may be absent.
  private static let dispensable: Set<String> = [
    "noise_traders", "basis_fund", "funding_arbitrageur", "market_maker", "whale", "whale_tail",
    "sovereign_accumulator", "miner", "retail_cohort", "lending_pool", "peg_arbitrageur",
    "stablecoin_holder",
  ]

  private static func plan(_ number: UInt64, days: Int) -> WorldPlan {
    var stream = Stream(seed: 8, run: number, purpose: Purpose(rawValue: 0xDEF0))
    var plan = WorldPlan.standard()
    plan.barsPerDay = [1, 4, 8][stream.nextIndex(below: 3)]
    plan.participants.removeAll { participant in
      let isAbsent = stream.nextEvent(probability: 0.3)
      return isAbsent && dispensable.contains(participant.kind)
    }
    for name in ["leverage", "auto_deleveraging", "treasury_forced_sale", "etf_arbitrage"]
    where stream.nextEvent(probability: 0.15) { plan.without.insert(name) }
    for shock in 0..<(1 + stream.nextIndex(below: 4)) {
      plan.shocks.append(Self.shock(shock, days: days, &stream))
    }
    return plan
  }

  private static func shock(_ number: Int, days: Int, _ stream: inout Stream) -> WorldShock {
    let coin = ["BTC", "ETH", "ALT1", "ALT2"][stream.nextIndex(below: 4)]
    let choice = stream.nextIndex(below: 7)
    let size = stream.nextUniform()
    func shock(
      _ kind: WorldShock.Kind,
      market: String = "",
      target: String = "",
      size: Double
    ) -> WorldShock {
      WorldShock(
        kind,
        name: "shock \(number)",
        day: number % days,
        hour: 3 * Double(number),
        hours: 10,
        market: market,
        target: target,
        size: size
      )
    }
    switch choice {
    case 0: return shock(.sale, market: "BTC", target: "WHALE", size: 5e9 * size)
    case 1: return shock(.news, market: coin, size: -0.9 * size)
    case 2: return shock(.hack, market: "BTC", target: "exchange A", size: 4e9 * size)
    case 3: return shock(.oracleFault, market: coin, size: -0.4 * size)
    case 4: return shock(.redemptionWave, target: "SC", size: size)
    case 5: return shock(.issuanceClosure, size: 1)
    default: return shock(.makerWithdrawal, size: size)
    }
  }

  @Test("Hacks, redemption waves, falls and defaults leave I1–I7 whole", arguments: 0..<10)
  func conserves(tenth: Int) throws {
    for number in 0..<20 {
      let plan = Self.plan(UInt64(tenth * 20 + number), days: 3)
      let world = try World(plan, catalogue: .standard, seed: 3, run: UInt64(number))
      try world.run(days: 3)
      #expect(world.causes.orphanCount == 0)
    }
  }

  @Test("Such worlds do see write-downs, forced redemptions and forced sales")
  func isHard() throws {
    var kinds: Set<CauseKind> = []
    for number in 0..<40 {
      let plan = Self.plan(UInt64(number), days: 3)
      let world = try World(plan, catalogue: .standard, seed: 3, run: UInt64(number))
      try world.run(days: 3)
      kinds.formUnion(world.causes.events.map(\.kind))
    }
    #expect(kinds.isSuperset(of: [.liquidation, .forcedOrder, .forcedRedemption, .consequence]))
  }
}
