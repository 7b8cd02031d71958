import Testing

@testable import Exchange

@Suite("order book with background flow")
struct ZeroIntelligenceBookTests {
  static let flow = ZeroIntelligenceFlow(
    limitRatePerTick: 0.05,
    windowTicks: 200,
    marketRate: 1,
    cancelRate: 0.1
  )

  static func book(
    _ flow: ZeroIntelligenceFlow = flow,
    opening: ZeroIntelligenceBook.Opening = .oneOrderPerTick,
    run: UInt64 = 0
  ) -> ZeroIntelligenceBook {
    ZeroIntelligenceBook(flow: flow, midTicks: 50_000, opening: opening, seed: 11, run: run)
  }

  @Test("the same key gives the same book, another run another one")
  func determinism() {
    var first = Self.book()
    var second = Self.book()
    var other = Self.book(run: 1)
    first.run(for: 500)
    second.run(for: 200)
    second.run(for: 300)
    other.run(for: 500)
    // Cutting a run in two redraws one waiting time, so only whole runs repeat.
    var again = Self.book()
    again.run(for: 500)
    let hash = first.book.stateHash
    #expect(again.book.stateHash == hash)
    #expect(other.book.stateHash != hash)
    #expect(second.clock == 500)
  }

  @Test("the population is what rests in the book, through probes and partial fills")
  func population() throws {
    var flow = Self.flow
    flow.orderLots = 3
    flow.valueShare = 0.2
    flow.valueDeviation = 0.002
    var market = Self.book(flow)
    for step in 0..<60 {
      market.run(for: 7)
      market.trade(step.isMultiple(of: 3) ? .buy : .sell, lots: Int64(1 + step % 11))
      try market.book.checkInvariants()
      #expect(market.population.count == market.book.restingCount)
      #expect(market.bestBid < market.bestAsk)
    }
  }

  @Test("a copy goes on exactly as the original")
  func copies() {
    var market = Self.book()
    market.run(for: 100)
    var copy = market.copied()
    market.run(for: 100)
    copy.run(for: 100)
    #expect(copy.book.stateHash == market.book.stateHash)
    copy.trade(.sell, lots: 5)
    #expect(copy.book.stateHash != market.book.stateHash)
  }

  @Test("the mid after a market order is foreseen", arguments: 0..<30)
  func midAfter(run: Int) {
    var market = Self.book(run: UInt64(run))
    market.run(for: 50)
    let side: OrderSide = run.isMultiple(of: 2) ? .sell : .buy
    let lots = Int64(1 + run * 2)
    let foreseen = market.midAfter(side, lots: lots)
    #expect(market.trade(side, lots: lots) == lots)
    #expect(market.mid == foreseen)
  }

  @Test("far from the best price α/δ orders rest per tick")
  func restingDensity() {
    var market = Self.book(opening: .stationary)
    var total = 0.0
    for _ in 0..<400 {
      market.run(for: 20)
      let (bid, ask) = (market.bestBid, market.bestAsk)
      // Between 80 and 120 ticks from the opposite best; the mid moves little against the window.
      let bids = market.book.depth(of: .buy, in: (ask - 120)...(ask - 81))
      let asks = market.book.depth(of: .sell, in: (bid + 81)...(bid + 120))
      total += Double(bids + asks) / 80
    }
    // Expected 0.5 less what the moving window takes; the s.e. of 400 near-independent samples of
    // about 40 orders is 0.8 %.
    #expect(abs(total / 400 / Self.flow.restingPerTick - 1) < 0.05)
  }

  @Test("a power law places orders as often as it says")
  func powerLaw() {
    var flow = Self.flow
    flow.placementExponent = 1.2
    let distances = PlacementDistances(flow)
    var counts = [Double](repeating: 0, count: 201)
    let draws = 200_000
    for index in 0..<draws {
      counts[Int(distances.distance(at: (Double(index) + 0.5) / Double(draws)))] += 1
    }
    let rates = (1...200).map { pow12(Double($0)) }
    let total = rates.reduce(0, +)
    #expect(abs(distances.totalRate / (0.05 * total) - 1) < 1e-12)
    #expect(counts[0] == 0)
    for (index, rate) in rates.enumerated() {
      // An even grid of uniforms falls into each alias cell to within one draw or two.
      #expect(abs(counts[index + 1] - Double(draws) * rate / total) < 40)
    }
  }

  /// x^(−1.2) by a way of its own: the fifth root of x^(−6).
  private func pow12(_ x: Double) -> Double {
    let target = 1 / (x * x * x * x * x * x)
    var (low, high) = (0.0, 1.0)
    for _ in 0..<200 {
      let middle = 0.5 * (low + high)
      if middle * middle * middle * middle * middle < target { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }

  @Test("market orders arrive at the mean rate, excited or not", arguments: [0, 0.5, 0.8])
  func marketOrderRate(branchingRatio: Double) {
    var flow = Self.flow
    if branchingRatio > 0 {
      flow.excitation = ZeroIntelligenceFlow.Excitation(branchingRatio: branchingRatio)
    }
    var market = Self.book(flow)
    market.run(for: 200)
    market.resetStatistics()
    market.run(for: 20_000)
    // The count has variance 20 000/(1 − n)²: five deviations.
    let deviation = 5 * (20_000.0).squareRoot() / (1 - branchingRatio)
    #expect(abs(Double(market.marketOrderCount) - 20_000) < deviation)
  }

  @Test("value orders bring a displaced mid back, pure background flow does not")
  func valueAnchor() {
    var (pure, anchored) = (0.0, 0.0)
    for run in 0..<60 {
      for share in [0.0, 0.3] {
        var flow = Self.flow
        flow.valueShare = share
        flow.valueDeviation = 0.002
        var market = Self.book(flow, run: UInt64(run))
        market.run(for: 100)
        let before = market.mid
        market.trade(.sell, lots: 60)
        let immediate = before - market.mid
        market.run(for: 100)
        let left = (before - market.mid) / immediate / 60
        if share > 0 { anchored += left } else { pure += left }
      }
    }
    #expect(anchored < 0.3)
    #expect(pure > 0.7)
  }

  @Test("less depth means a larger move for the same order")
  func depthMultiplier() {
    var (calm, thin) = (0.0, 0.0)
    for run in 0..<40 {
      for depth in [1.0, 0.4] {
        var market = Self.book(run: UInt64(run))
        market.depthMultiplier = depth
        market.run(for: 150)
        let move = market.mid - market.midAfter(.sell, lots: 10)
        if depth == 1 { calm += move } else { thin += move }
      }
    }
    #expect(thin > 1.8 * calm)
  }

  @Test("slope needs two distinct sizes")
  func slope() {
    #expect(ZeroIntelligenceExperiment.slope(sizes: [10, 40], moves: [1, 7]) == 0.2)
    #expect(ZeroIntelligenceExperiment.slope(sizes: [10], moves: [1]) == nil)
  }
}
