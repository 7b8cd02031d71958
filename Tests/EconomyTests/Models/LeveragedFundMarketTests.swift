import Statistics
import Testing

@testable import Economy

@Suite("leveraged value funds")
struct LeveragedFundMarketTests {
  /// What the funds of a book demand at a price, written as the paper has it.
  private static func excessDemand(
    _ market: LeveragedFundMarket,
    noise: Double,
    cash: [Double],
    shares: [Double],
    at price: Double
  ) -> Double {
    var total = noise / price - market.sharesTotal
    for (fund, aggressiveness) in market.aggressiveness.enumerated() {
      let wealth = max(0, cash[fund] + shares[fund] * price)
      let mispricing = max(0, market.fundamentalValue - price)
      total += min(aggressiveness * mispricing, market.maxLeverage) * wealth / price
    }
    return total
  }

  @Test("the clearing price is the greatest zero of the demand as written", arguments: 0..<200)
  func greatestRoot(seed: UInt64) {
    var stream = Stream(seed: seed, run: 0, purpose: Purpose(room: 3, index: 900))
    let market = LeveragedFundMarket(
      maxLeverage: 1 + 20 * stream.nextUniform(),
      aggressiveness: (0..<(1 + seed % 9)).map { _ in 1 + 50 * stream.nextUniform() }
    )
    let shares = market.aggressiveness.map { _ in 60 * stream.nextUniform() }
    let cash = shares.map { 4 * stream.nextUniform() - $0 * 0.95 * stream.nextUniform() }
    let noise = 400 + 700 * stream.nextUniform()
    let price = market.clearingPrice(noiseDemand: noise, cash: cash, shares: shares)
    func excess(_ price: Double) -> Double {
      Self.excessDemand(market, noise: noise, cash: cash, shares: shares, at: price)
    }
    #expect(abs(excess(price)) < 1e-6)
    for step in 1...400 {
      let above = price + (1.2 - price) * Double(step) / 400
      #expect(excess(above) < 0, "demand meets supply at \(above) above \(price)")
    }
  }

  @Test("the fast roots agree with the intervals and with plain halving", arguments: 0..<100)
  func fastRoots(seed: UInt64) {
    var stream = Stream(seed: seed, run: 0, purpose: Purpose(room: 3, index: 901))
    let market = LeveragedFundMarket(maxLeverage: 1 + 15 * stream.nextUniform())
    var book = LeveragedFundBook(market)
    var (cash, shares): ([Double], [Double]) = ([], [])
    for fund in 0..<10 {
      shares.append(80 * stream.nextUniform())
      cash.append(2 - shares[fund] * 0.9 * stream.nextUniform())
      book.set(fund, cash: cash[fund], shares: shares[fund])
    }
    let noise = 300 + 690 * stream.nextUniform()
    let greatest = book.clearingPrice(noiseDemand: noise, rule: .greatest)
    #expect(abs(greatest - book.greatestRootByIntervals(noiseDemand: noise)) < 1e-12)
    let halved = book.clearingPrice(noiseDemand: noise, rule: .bisection(halvings: 48))
    var (lower, upper) = (noise / 1_000, 1.0)
    for _ in 0..<48 {
      let middle = 0.5 * (lower + upper)
      let excess = Self.excessDemand(market, noise: noise, cash: cash, shares: shares, at: middle)
      if excess > 0 { lower = middle } else { upper = middle }
    }
    #expect(abs(halved - 0.5 * (lower + upper)) < 1e-12)
    #expect(halved <= greatest + 1e-12)
  }

  @Test("above the fundamental value the noise trader sets the price alone")
  func dearPrice() {
    let market = LeveragedFundMarket(maxLeverage: 5)
    let holdings = [Double](repeating: 30, count: 10)
    let price = market.clearingPrice(noiseDemand: 1_100, cash: holdings, shares: holdings)
    #expect(price == 1.1)
  }

  @Test("shares are conserved, and trading alone changes no fund's wealth", arguments: 0..<20)
  func conservation(seed: UInt64) {
    let market = LeveragedFundMarket(maxLeverage: 8, flowSensitivity: 0)
    var book = LeveragedFundBook(market)
    var stream = Stream(seed: seed, run: 1, purpose: Purpose(room: 3, index: 902))
    var price = 1.0
    for _ in 0..<200 {
      let noise = 1_000 * (0.8 + 0.25 * stream.nextUniform())
      let previous = price
      price = book.clearingPrice(noiseDemand: noise, rule: .greatest)
      let before = (0..<10).map { Self.wealth(book, $0, price) }
      _ = book.trade(at: price, after: previous)
      guard !book.hasFallen else { return }
      let held = book.shares.reduce(0) { $0 + $1.sum() }
      #expect(abs(held + noise / price - 1_000) < 1e-6)
      for fund in 0..<10 { #expect(abs(Self.wealth(book, fund, price) - before[fund]) < 1e-9) }
    }
  }

  private static func wealth(_ book: LeveragedFundBook, _ fund: Int, _ price: Double) -> Double {
    book.cash[fund / 4][fund % 4] + book.shares[fund / 4][fund % 4] * price
  }

  @Test("more leverage gives fatter tails and more defaults")
  func ordering() throws {
    let summaries = [1.0, 5, 10].map { limit in
      let market = LeveragedFundMarket(maxLeverage: limit)
      return (0..<4).map { run in
        market.path(steps: 30_000, seed: 5, run: UInt64(run)).summary(of: market, burnIn: 1_000)
      }
    }
    func mean(_ limit: Int, _ value: (LeveragedFundMarket.Summary) -> Double?) throws -> Double {
      try summaries[limit].reduce(0) { $0 + (try #require(value($1))) } / 4
    }
    for (less, more) in [(0, 1), (1, 2)] {
      #expect(try mean(less, \.excessKurtosis) < mean(more, \.excessKurtosis))
      #expect(try mean(less, \.hillExponent) > mean(more, \.hillExponent))
      #expect(
        try mean(less, \.defaultsPerTenThousandSteps) < mean(more, \.defaultsPerTenThousandSteps)
      )
    }
  }

  @Test("a history depends on seed and run only, and no fund exceeds the limit")
  func determinism() {
    let market = LeveragedFundMarket(maxLeverage: 6, aggressiveness: [40, 3, 17])
    let path = market.path(steps: 5_000, seed: 9, run: 2)
    #expect(path == market.path(steps: 5_000, seed: 9, run: 2))
    #expect(path.prices != market.path(steps: 5_000, seed: 9, run: 3).prices)
    #expect(path.prices.count == 5_000 && path.defaults.count == 5_000)
    #expect(path.leverages.allSatisfy { $0 >= 0 && $0 <= 6 + 1e-9 })
    #expect((path.leverages.max() ?? 0) > 1)
  }

  @Test("a fund that defaults is out for the re-entry time and comes back with its first wealth")
  func reentry() {
    let fund = LeveragedFundMarket(
      maxLeverage: 20,
      aggressiveness: [50],
      noisePersistence: 0,
      initialWealth: 20,
      reentrySteps: 3
    )
    // A fall lets the fund buy on credit, a greater one ruins it; then the price stays cheap.
    let shocks = [-6.0, -14, -6, -6, -6, -6, -6]
    let path = fund.path(shocks: shocks)
    #expect(path.defaults == [0, 1, 0, 0, 0, 0, 0])
    #expect(path.leverages[0] > 1)
    #expect(path.leverages[1...4].allSatisfy { $0 == 0 })
    #expect(path.leverages[5] == path.leverages[0] && path.prices[5] == path.prices[0])
  }

  @Test("without a limit the boldest fund's wish is the limit")
  func unlimited() {
    let free = LeveragedFundMarket(maxLeverage: .infinity).path(steps: 2_000, seed: 1)
    let bound = LeveragedFundMarket(maxLeverage: 50).path(steps: 2_000, seed: 1)
    #expect(free == bound)
  }
}
