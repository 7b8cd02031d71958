import Statistics
import Testing

@testable import Economy

@Suite("early holders")
struct WhaleTests {
  private static func whale(
    _ numbers: [String: Double],
    named name: String = "whale",
    coins: Double = 20_000
  ) -> ParticipantPlan {
    ParticipantPlan(
      "whale",
      name,
      numbers: numbers,
      words: ["risk_market": "none"],
      endowments: [.init("BTC", coins, from: "WHALE")]
    )
  }

  private static let asleep = ["exit_hazard_per_day": 0.0]

  @Test("the hazard follows gain and belief, gains counting to five log units")
  func hazard() {
    let hazard = ExitHazard(base: 2e-4, gainWeight: 1, beliefWeight: 1.5)
    #expect(abs(ExitHazard.belief(correlation: 0.5) - 0.5) < 1e-15)
    #expect(abs(hazard.rate(logGain: 0, belief: 0) - 2e-4) < 1e-18)
    let e = 2.718281828459045
    #expect(abs(hazard.rate(logGain: 9, belief: 0) - 2e-4 * e) < 1e-15)
    #expect(hazard.rate(logGain: 9, belief: 1) == hazard.rateMax(belief: 1))
    #expect(hazard.rate(logGain: -3, belief: 1) < hazard.rateMax(belief: 1))
  }

  @Test("a scripted exit sells its coins evenly over its days and keeps the rest")
  func scripted() throws {
    let numbers = Self.asleep.merging(
      ["scripted_exit_day": 1, "scripted_exit_units": 11_000, "scripted_sale_days": 5]
    ) { $1 }
    let world = try VenueWorld.world(try VenueWorld.plan([Self.whale(numbers)]), days: 1)
    #expect(try world.quantity("BTC", of: "whale") == 20_000 * 100_000_000)
    try world.run(days: 2)
    let afterOne = Double(try world.quantity("BTC", of: "whale")) / 1e8
    #expect(abs(afterOne - (20_000 - 11_000.0 / 5)) < 1e-3)
    try world.run(days: 8)
    let kept = Double(try world.quantity("BTC", of: "whale")) / 1e8
    #expect(abs(kept - 9_000) < 1e-3)
    #expect(world.causes.orphanCount == 0)
  }

  @Test("switched off it is as if it slept for ever")
  func off() throws {
    let numbers = ["exit_hazard_per_day": 0.5, "scripted_exit_day": 1]
    let off = try VenueWorld.world(
      try VenueWorld.plan([Self.whale(numbers)], without: ["whale_exit"]),
      days: 4
    )
    let asleep = try VenueWorld.world(try VenueWorld.plan([Self.whale(Self.asleep)]), days: 4)
    #expect(off.days.map(\.hash) == asleep.days.map(\.hash))
  }

  @Test(
    "when it leaves does not depend on who else is there",
    arguments: 1...5 as ClosedRange<UInt64>
  )
  func draws(seed: UInt64) throws {
    let numbers = ["exit_hazard_per_day": 0.2, "gain_weight": 0, "sale_days": 3]
    func firstSale(_ plan: WorldPlan) throws -> Int? {
      let world = try VenueWorld.world(plan, days: 25, seed: seed)
      return try world.days.indices.first { try world.flow(of: "whale", day: $0) < 0 }
    }
    let alone = try firstSale(try VenueWorld.plan([Self.whale(numbers)], bars: 1))
    let crowd = try VenueWorld.plan(
      [Self.whale(numbers, named: "a"), Self.whale(numbers), Self.whale(numbers, named: "z")],
      bars: 1
    )
    #expect(alone != nil)
    #expect(try firstSale(crowd) == alone)
  }

  @Test("sizes of a population sum to what it holds", arguments: 0..<20 as Range<UInt64>)
  func sizes(seed: UInt64) {
    let total = Int64(3_000_000 * 100_000_000) + Int64(seed)
    let holders = Self.holders(10_000, total, seed)
    #expect(holders.sizes.reduce(0, +) == total)
    #expect(holders.sizes.allSatisfy { $0 >= 0 })
  }

  private static func holders(_ count: Int, _ total: Int64, _ seed: UInt64) -> HolderColumns {
    var stream = Stream(seed: seed, run: 0, purpose: .participant(1))
    return HolderColumns(
      count: count,
      total: total,
      exponent: 1.2,
      logCostMedian: 10,
      costSpread: 1,
      using: &stream
    )
  }

  /// The thinned draw against the probability of each cost: the count and the cost-weighted count.
  @Test("each holder leaves with its own probability", arguments: 0..<10 as Range<UInt64>)
  func thinning(seed: UInt64) {
    var holders = Self.holders(200_000, 1_000_000_000, seed)
    let hazard = ExitHazard(base: 2e-2, gainWeight: 3, beliefWeight: 1)
    let probabilities = holders.logCosts.map {
      ExitHazard.probability(rate: hazard.rate(logGain: 11.35 - Double($0), belief: 0.3))
    }
    var stream = Stream(seed: seed, run: 1, purpose: .participant(0))
    holders.leave(hazard: hazard, logPrice: 11.35, belief: 0.3, using: &stream) { _, _ in }
    for isCheap in [true, false] {
      var mean = 0.0
      var variance = 0.0
      var count = 0.0
      for (place, p) in probabilities.enumerated()
      where (holders.logCosts[place] < 10) == isCheap {
        mean += p
        variance += p * (1 - p)
        if holders.hasLeft[place] { count += 1 }
      }
      #expect(abs(count - mean) < 5 * variance.squareRoot(), "seed \(seed): \(count) for \(mean)")
    }
    #expect(holders.dormantCount == holders.hasLeft.filter { !$0 }.count)
  }

  @Test("a calendar of sellers sells exactly what they have", arguments: 0..<50 as Range<UInt64>)
  func calendar(seed: UInt64) {
    var stream = Stream(seed: seed, run: 2, purpose: .participant(0))
    var calendar = SaleCalendar()
    var added: Int64 = 0
    var sold: Int64 = 0
    for day in 0..<200 {
      calendar.beginDay()
      let bars = (0..<96).map { calendar.due(bar: $0, of: 96) }
      #expect(bars.reduce(0, +) == calendar.dueToday)
      sold += calendar.dueToday
      guard day < 100 else { continue }
      let size = Int64(stream.nextInteger(below: 1_000_000))
      calendar.add(size, days: 1 + stream.nextIndex(below: 90))
      added += size
    }
    #expect(sold == added)
  }

  @Test("a population of a hundred thousand sells what has left it, the same twice")
  func population() throws {
    let tail = ParticipantPlan(
      "whale_tail",
      "tail",
      numbers: ["sale_days": 2],
      words: ["risk_market": "none"],
      endowments: [.init("BTC", 1_000_000, from: "WHALE")]
    )
    let plan = try VenueWorld.plan([tail])
    let first = try VenueWorld.world(plan, days: 6)
    let second = try VenueWorld.world(plan, days: 6)
    #expect(first.days.map(\.hash) == second.days.map(\.hash))
    #expect(try first.quantity("BTC", of: "tail") < 1_000_000 * 100_000_000)
    let off = try VenueWorld.world(
      try VenueWorld.plan([tail], without: ["whale_exit"]),
      days: 6
    )
    #expect(try off.quantity("BTC", of: "tail") == 1_000_000 * 100_000_000)
  }
}
