import Quantities
import Statistics
import Testing

@testable import Observatory

@Suite("Indicators of liquidations and open interest")
struct LiquidationIndicatorTests {
  private static let coins = CryptoSeries.liquidatedCoins

  /// Seven coins with the same daily liquidations.
  private func liquidations(_ long: [Double], _ short: [Double]) -> [SeriesBatch] {
    Self.coins.flatMap { coin in
      [
        CryptoBatches.daily("coinglass_liquidations_1d/\(coin)/liq_long_usd", long),
        CryptoBatches.daily("coinglass_liquidations_1d/\(coin)/liq_short_usd", short),
      ]
    }
  }

  @Test("The long share is long over both sides, and exact when all coins agree")
  func longShare() throws {
    let reading = try LongLiquidationShareIndicator().reading(
      of: liquidations([50, 89], [50, 11])
    )
    #expect(try #require(reading.value) == 0.89)
    let interval = try #require(reading.interval)
    #expect(abs(interval.low - 0.89) < 1e-12 && abs(interval.high - 0.89) < 1e-12)
    #expect(reading.percentile == 1)
    #expect(reading.coverage?.count == 2)
    #expect(!reading.isLowerBound)
  }

  @Test("Sides drawn alike give a share whose interval covers one half", arguments: 0..<5)
  func longShareControl(seed: Int) throws {
    var covered = 0
    for day in 0..<40 {
      var batches: [SeriesBatch] = []
      for (index, coin) in Self.coins.enumerated() {
        let draws = CryptoBatches.normals(2, deviation: 1, seed: seed * 100 + day, UInt32(index))
        for (side, draw) in zip(["long", "short"], draws) {
          batches.append(
            CryptoBatches.daily(
              "coinglass_liquidations_1d/\(coin)/liq_\(side)_usd",
              [1e6 * Libm.exp(0.3 * draw)]
            )
          )
        }
      }
      let interval = try #require(
        try LongLiquidationShareIndicator().reading(of: batches).interval
      )
      covered += interval.low <= 0.5 && interval.high >= 0.5 ? 1 : 0
    }
    #expect(covered >= 32, "seed \(seed): \(covered) of 40 cover 0.5")
  }

  @Test("The fragility ratio has no headline, and its parts stand under their own names")
  func fragility() throws {
    var batches = liquidations([1e8, 1e8, 1e8], [1e8, 1e8, 1e8])
    batches.append(
      CryptoBatches.daily("btc_etf_flows_by_issuer_1d/total", [-200, -0.5, -140])
    )
    let reading = try FragilityRatioIndicator().reading(of: batches)
    #expect(reading.value == nil)
    #expect(reading.isLowerBound)
    #expect(reading.missing.contains { $0.what.contains("spot taker") })
    // 1.4 bn over 140 m, and a denominator of 0.5 m counts as 10 m.
    #expect(abs(try #require(reading.number("ratio_to_fund_outflow_alone")) - 10) < 1e-9)
    #expect(
      abs(try #require(reading.number("gain_upper_bound_if_flow_were_all")) - 10 / 11.0) < 1e-9
    )
    #expect(reading.number("ratio_to_fund_outflow_alone_p95") ?? 0 > 100)
    #expect(reading.component("ratio_to_fund_outflow_alone")?.interval?.high == .infinity)
  }

  @Test("Without liquidations the ratio is zero")
  func fragilityControl() throws {
    var batches = liquidations([0, 0], [0, 0])
    batches.append(CryptoBatches.daily("btc_etf_flows_by_issuer_1d/total", [-200, -100]))
    let reading = try FragilityRatioIndicator().reading(of: batches)
    #expect(reading.number("ratio_to_fund_outflow_alone") == 0)
    #expect(reading.number("gain_upper_bound_if_flow_were_all") == 0)
  }

  /// A world in which longs are liquidated in proportion to the fall of the day.
  private func gainWorld(slope: Double, noise: [Double]) -> [SeriesBatch] {
    let count = 200
    let close = [Double](repeating: 100, count: count)
    let falls = (0..<count).map { 0.001 * Double($0 % 50) }
    let liquidated = (0..<count).map { max(0, slope * falls[$0] + noise[$0]) }
    return [
      CryptoBatches.daily("yahoo_btcusd_1d/close", close),
      CryptoBatches.daily("yahoo_btcusd_1d/low", falls.map { 100 * Libm.exp(-$0) }),
      CryptoBatches.daily("coinglass_liquidations_1d/BTC/liq_long_usd", liquidated),
      CryptoBatches.daily(
        "coinglass_futures_depth_1pct_1d/BTC/bids_usd",
        [Double](repeating: 1e8, count: count)
      ),
    ]
  }

  @Test("The gain is impact times liquidations per unit of fall")
  func gain() throws {
    let zero = [Double](repeating: 0, count: 200)
    let reading = try LocalGainIndicator().reading(of: gainWorld(slope: 5e9, noise: zero))
    // 0.01 log price on 0.1 bn, 5 bn per unit of log price: g = 0.5, M = 2.
    #expect(abs(try #require(reading.value) - 0.5) < 1e-6)
    #expect(abs(try #require(reading.number("multiplier")) - 2) < 1e-5)
    #expect(reading.missing.contains { $0.remedy.contains("clino map") })
  }

  @Test("Liquidations that do not follow falls give a gain near zero")
  func gainControl() throws {
    let zero = [Double](repeating: 0, count: 200)
    let reading = try LocalGainIndicator().reading(of: gainWorld(slope: 0, noise: zero))
    #expect(reading.value == 0)
    #expect(reading.number("multiplier") == 1)
  }

  @Test("Open interest from 94 to 68 bn is a fall of 27.7 percent, forced to a lower bound")
  func destruction() throws {
    let interest = [Double](repeating: 90e9, count: 40) + [94e9, 80e9, 70e9, 68e9, 69e9]
    let zero = [Double](repeating: 1e8, count: 45)
    let reading = try OpenInterestDestructionIndicator().reading(of: [
      CryptoBatches.daily(CryptoSeries.openInterest, interest),
      CryptoBatches.daily("coinglass_liquidations_1d/BTC/liq_long_usd", zero.map { $0 * 10 }),
      CryptoBatches.daily("coinglass_liquidations_1d/BTC/liq_short_usd", zero.map { $0 * 3 }),
      CryptoBatches.daily(CryptoSeries.bitcoinClose, [Double](repeating: 100_000, count: 45)),
    ])
    #expect(abs(try #require(reading.value) - (68.0 / 94 - 1)) < 1e-12)
    // Three days of 1.3 bn against 26 bn.
    #expect(abs(try #require(reading.number("forced_share_at_least")) - 3.9 / 26) < 1e-9)
    let interval = try #require(reading.interval)
    #expect(interval.low < -0.2766 && interval.high > -0.2766)
  }

  @Test("Growing open interest has no fall")
  func destructionControl() throws {
    let reading = try OpenInterestDestructionIndicator().reading(of: [
      CryptoBatches.daily(CryptoSeries.openInterest, (0..<60).map { 1e10 + 1e8 * Double($0) })
    ])
    #expect(reading.value == 0)
    #expect(reading.number("forced_share_at_least") == nil)
  }

  @Test("The branching ratio of simulated events is recovered", arguments: 0..<3)
  func branching(seed: Int) throws {
    let process = HawkesProcess(baseRate: 0.002, branchingRatio: 0.6, decayRate: 0.005)
    let reading = try BranchingRatioIndicator().reading(of: [world(process, seed: seed)])
    let interval = try #require(reading.interval)
    #expect(interval.low - 0.1 <= 0.6 && interval.high + 0.1 >= 0.6, "seed \(seed): \(interval)")
    #expect(try #require(reading.value) > 0.3)
  }

  @Test("Events that set off none fit no better than a Poisson process", arguments: 0..<3)
  func branchingControl(seed: Int) throws {
    let process = HawkesProcess(baseRate: 0.002, branchingRatio: 0, decayRate: 0.005)
    let reading = try BranchingRatioIndicator().reading(of: [world(process, seed: seed)])
    // Twice the gain is chi-squared with two degrees of freedom: above 6 once in 400 worlds.
    #expect(try #require(reading.number("log_likelihood_over_poisson")) < 6)
  }

  @Test("Fewer than 200 events are named as missing, not estimated")
  func branchingTooFew() throws {
    let times = (0..<150).map { 1.72e9 + 3_000 * Double($0) }
    let reading = try BranchingRatioIndicator().reading(of: [
      CryptoBatches.events("aave_btc_collateral_liquidations/V3/wBTC/amount_usd", times)
    ])
    #expect(reading.value == nil)
    #expect(reading.missing.contains { $0.what.contains("200 events") })
  }

  private func world(_ process: HawkesProcess, seed: Int) -> SeriesBatch {
    var stream = Stream(seed: UInt64(seed), run: 3, purpose: Purpose(room: 4, index: 710))
    var arrivals = HawkesArrivals(of: process)
    var times: [Double] = []
    while true {
      let time = arrivals.next(using: &stream)
      guard time < 600_000 else { break }
      times.append(1.72e9 + time.rounded(.down))
    }
    return CryptoBatches.events("aave_btc_collateral_liquidations/V3/wBTC/amount_usd", times)
  }

  @Test("A feed that publishes a quarter shows a reported share of one quarter")
  func censoring() throws {
    let days = (LiquidationCensoring.breakDay - 200)..<(LiquidationCensoring.breakDay + 200)
    var interest = DailyValues()
    var liquidated = DailyValues()
    var level = 1e10
    for (index, day) in days.enumerated() {
      let change = index % 3 == 0 ? -0.05 : 0.027
      level *= 1 + change
      interest.append(level, on: day)
      let fall = -change * level / (1 + change)
      liquidated.append(
        max(1, fall) * 0.4 * (day < LiquidationCensoring.breakDay ? 1 : 0.25),
        on: day
      )
    }
    let censoring = try #require(
      LiquidationCensoring(total: liquidated, openInterest: interest)
    )
    #expect(abs(censoring.factor - 0.25) < 1e-9)
    let same = try #require(
      LiquidationCensoring(
        total: liquidated.compactMap { $0 < LiquidationCensoring.breakDay ? $1 : 4 * $1 },
        openInterest: interest
      )
    )
    #expect(abs(same.factor - 1) < 1e-9)
  }
}
