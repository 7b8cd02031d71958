import Statistics

/// The measurement of an order book: a long background run, then probes with a counterfactual.
///
/// Each probe copies the market, sends one order to each copy, and lets the copies and the original
/// go on with the same random numbers: the response is the difference of their mids. Buys and sells
/// alternate, so that a drift of the mid cancels.
public struct BookProbing: Hashable, Sendable {
  /// The background flow; its rates are per second.
  public var flow: ZeroIntelligenceFlow
  /// The opening mid in ticks; the window must reach beyond 1 % of it.
  public var midTicks: Int64
  /// The coins of one lot.
  public var coinsPerLot: Double
  /// The least number of market orders in the background run.
  public var marketOrders = 200_000
  /// The sizes of the probes in background orders, ascending.
  public var sizes: [Int64] = [1, 2, 5, 10, 20, 40, 80]
  /// The number of probes of each size.
  public var probes = 400
  /// Seconds after a probe at which the mid is compared, ascending.
  public var responseSeconds: [Double] = [60, 300, 900, 3_600]
  /// The interval of returns for the volatility, in seconds.
  public var samplingSeconds: Double = 300
  /// The master seed.
  public var seed: UInt64
  /// The run's number.
  public var run: UInt64

  /// The least number of probes per size that gives usable errors.
  static let probesMin = 10

  /// Creates a measurement plan with the sizes and times of `model.md` §1.3.
  ///
  /// - Parameters:
  ///   - flow: The background flow.
  ///   - midTicks: The opening mid in ticks.
  ///   - coinsPerLot: Coins, positive.
  ///   - seed: The master seed.
  ///   - run: The run's number.
  public init(
    flow: ZeroIntelligenceFlow,
    midTicks: Int64,
    coinsPerLot: Double,
    seed: UInt64,
    run: UInt64 = 0
  ) {
    self.flow = flow
    self.midTicks = midTicks
    self.coinsPerLot = coinsPerLot
    self.seed = seed
    self.run = run
  }

  /// Runs the book and the probes.
  ///
  /// - Parameter grid: The ticks of the book.
  /// - Returns: The measurement.
  /// - Throws: ``ImpactError/samplesTooFew(quantity:count:minimum:)`` for fewer than ten probes;
  ///   ``ImpactError/measurementOutOfRange(quantity:value:expected:)`` when the window is narrower
  ///   than 1 % of the price, so that the depth cannot be seen.
  /// - Complexity: O(events of the run + probes · (sizes + 1) · longest response).
  public func measure(on grid: PriceGrid) throws(ImpactError) -> BookMeasurement {
    guard probes >= Self.probesMin else {
      throw .samplesTooFew(quantity: "probes", count: probes, minimum: Self.probesMin)
    }
    var market = try settledMarket(on: grid)
    let background = observe(&market)
    return BookMeasurement(
      marketOrderCount: background.marketOrderCount,
      halfSpread: background.halfSpread,
      depthWithinOnePercent: background.depthWithinOnePercent,
      dailyVolume: background.dailyVolume,
      dailyVolatility: background.dailyVolatility,
      responses: probe(&market)
    )
  }

  /// Runs the book without probes: spread, depth, volume and volatility of the flow alone.
  ///
  /// - Parameter grid: The ticks of the book.
  /// - Returns: The measurement, without responses.
  /// - Throws: ``ImpactError/measurementOutOfRange(quantity:value:expected:)`` when the window is
  ///   narrower than 1 % of the price, so that the depth cannot be seen.
  /// - Complexity: O(events of the run).
  public func background(on grid: PriceGrid) throws(ImpactError) -> BookMeasurement {
    var market = try settledMarket(on: grid)
    return observe(&market)
  }

  /// A book that has forgotten how it was filled.
  private func settledMarket(on grid: PriceGrid) throws(ImpactError) -> BookLiquidity {
    guard Double(flow.windowTicks) >= 0.01 * Double(midTicks) else {
      throw .measurementOutOfRange(
        quantity: "window in ticks",
        value: Double(flow.windowTicks),
        expected: "at least 1 % of \(midTicks)"
      )
    }
    var market = BookLiquidity(
      market: ZeroIntelligenceBook(
        flow: flow,
        midTicks: midTicks,
        opening: .stationary,
        seed: seed,
        run: run
      ),
      grid: grid,
      coinsPerLot: coinsPerLot
    )
    market.elapse(seconds: 20 / flow.cancelRate)
    return market
  }

  /// The background run, sampled at equal intervals.
  private func observe(_ market: inout BookLiquidity) -> BookMeasurement {
    market.resetStatistics()
    var (squares, depths, samples) = (0.0, 0.0, 0)
    var last = market.logMid
    repeat {
      market.elapse(seconds: samplingSeconds)
      let now = market.logMid
      squares += (now - last) * (now - last)
      depths += market.depth(within: 0.01)
      samples += 1
      last = now
    } while market.market.marketOrderCount < marketOrders
    let days = Double(samples) * samplingSeconds / 86_400
    return BookMeasurement(
      marketOrderCount: market.market.marketOrderCount,
      halfSpread: market.meanHalfSpread,
      depthWithinOnePercent: depths / Double(samples),
      dailyVolume: market.tradedVolume / days,
      dailyVolatility: (squares / days).squareRoot(),
      responses: []
    )
  }

  private func probe(_ market: inout BookLiquidity) -> [ProbeResponse] {
    var gaps = Stream(seed: seed, run: run, participant: 1, purpose: .flowArrivals)
    var tallies = sizes.map { _ in Tally(times: responseSeconds.count + 1) }
    for number in 0..<probes {
      // A random time: exponential, with a mean of a tenth of the wait between probes.
      market.elapse(seconds: -0.1 * responseSeconds[0] * Libm.log(1 - gaps.nextUniform()))
      let sign: Double = number.isMultiple(of: 2) ? -1 : 1
      let origin = market.copied()
      for index in sizes.indices {
        var treated = origin.copied()
        let lots = sizes[index] * flow.orderLots
        tallies[index].follow(
          &treated,
          signedLots: sign < 0 ? -lots : lots,
          times: responseSeconds
        )
      }
      var controls = [origin.logMid]
      var elapsed = 0.0
      for time in responseSeconds {
        market.elapse(seconds: time - elapsed)
        elapsed = time
        controls.append(market.logMid)
      }
      for index in sizes.indices { tallies[index].settle(controls: controls, sign: sign) }
    }
    // No mean over the probes is known better than a tick over their number.
    let errorMin = 1 / Double(midTicks) / Double(probes)
    return tallies.map { $0.response(times: [0] + responseSeconds, errorMin: errorMin) }
  }
}

/// The responses to the probes of one size.
private struct Tally {
  /// The moves by time.
  private var moves: [Moments]
  private var volumes = Moments()
  private var path: [Double] = []

  init(times: Int) {
    moves = Array(repeating: Moments(), count: times)
  }

  /// Sends the probe and records the mid at once and at the times.
  mutating func follow(_ market: inout BookLiquidity, signedLots: Int64, times: [Double]) {
    volumes.add(abs(market.clear(signedLots: signedLots).volume))
    path = [market.logMid]
    var elapsed = 0.0
    for time in times {
      market.elapse(seconds: time - elapsed)
      elapsed = time
      path.append(market.logMid)
    }
  }

  /// Adds the differences to the market without the probe.
  mutating func settle(controls: [Double], sign: Double) {
    for index in moves.indices { moves[index].add(sign * (path[index] - controls[index])) }
  }

  /// The averages; a time at which every probe moved the mid alike keeps a smallest error.
  func response(times: [Double], errorMin: Double) -> ProbeResponse {
    ProbeResponse(
      volume: volumes.mean,
      times: times,
      moves: moves.map(\.mean),
      standardErrors: moves.map { max($0.standardErrorOfMean ?? errorMin, errorMin) }
    )
  }
}
