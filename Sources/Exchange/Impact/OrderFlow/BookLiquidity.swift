import Statistics

/// The order book as a market: real orders, background flow, and impact that is found, not assumed.
///
/// A volume in USD becomes whole lots by walking the opposite side, so a market that runs out, or a
/// last lot that does not fit, executes less than was asked. News moves all quotes and the value
/// by whole ticks without a trade, and the remainder is carried to the next news.
///
/// Source: `model.md` §1.1. Tested by row S18 through ``ZeroIntelligenceBook``.
public struct BookLiquidity: Liquidity, ~Copyable {
  /// The book and its background.
  public private(set) var market: ZeroIntelligenceBook
  /// The grid on which prices leave; one tick of it is one tick of the book.
  public let grid: PriceGrid
  /// The coins of one lot.
  public private(set) var coinsPerLot: Double
  private var carriedTicks: Double = 0

  /// Creates a market.
  ///
  /// - Parameters:
  ///   - market: A book whose ticks are those of the grid.
  ///   - grid: The grid on which prices leave.
  ///   - coinsPerLot: Coins, positive.
  public init(market: consuming ZeroIntelligenceBook, grid: PriceGrid, coinsPerLot: Double) {
    precondition(coinsPerLot > 0, "a lot must not be empty: \(coinsPerLot)")
    self.market = market
    self.grid = grid
    self.coinsPerLot = coinsPerLot
    self.market.population.keepsFills = true
  }

  /// The log mid.
  public var logMid: Double { logPrice(ofTicks: market.mid) }

  /// ln v, the value that resting interest is centred on.
  public var logValue: Double { Libm.log(market.valueTicks * grid.tickSize) }

  /// Half the log of ask over bid.
  public var halfSpread: Double {
    0.5 * (logPrice(ofTicks: Double(market.bestAsk)) - logPrice(ofTicks: Double(market.bestBid)))
  }

  /// A, by which the limit order rates are multiplied.
  public var depthMultiplier: Double {
    get { market.depthMultiplier }
    set { market.depthMultiplier = newValue }
  }

  /// The fills of the latest ``clear(_:)``, at quoted ticks.
  public var fills: [Fill] {
    market.population.fills.map { fill in
      Fill(
        maker: fill.maker,
        taker: fill.taker,
        price: fill.price + market.tickOffset,
        quantity: fill.quantity,
        makerRemaining: fill.makerRemaining,
        makerAccount: fill.makerAccount,
        takerAccount: fill.takerAccount,
        takerSide: fill.takerSide
      )
    }
  }

  /// The log mid that a market order would leave behind.
  ///
  /// - Parameter volume: Signed USD.
  /// - Returns: A log price, nondecreasing in the volume.
  /// - Complexity: O(levels walked).
  public func logMid(after volume: Double) -> Double {
    let side: OrderSide = volume < 0 ? .sell : .buy
    return logPrice(ofTicks: market.midAfter(side, lots: lots(for: abs(volume), by: side)))
  }

  /// The rise of the log mid per further USD, as the secant over the next ten background orders.
  ///
  /// - Parameter volume: Signed USD; zero looks at sales.
  /// - Returns: Log units per USD.
  public func marginalImpact(after volume: Double) -> Double {
    let price = Libm.exp(logMid)
    let step = 10 * Double(market.flow.orderLots) * coinsPerLot * price
    let signed = volume > 0 ? step : -step
    return (logMid(after: volume + signed) - logMid(after: volume)) / signed
  }

  /// Executes a market order.
  ///
  /// - Parameter volume: Signed USD.
  /// - Returns: The execution, of whole lots.
  public mutating func clear(_ volume: Double) -> MarketExecution {
    precondition(volume.isFinite, "a volume must be finite: \(volume)")
    let side: OrderSide = volume < 0 ? .sell : .buy
    return execute(side, lots: lots(for: abs(volume), by: side), requestedVolume: volume)
  }

  /// Executes a market order of a number of lots.
  ///
  /// - Parameter signedLots: Negative to sell.
  /// - Returns: The execution; its requested volume is the executed one.
  public mutating func clear(signedLots: Int64) -> MarketExecution {
    execute(signedLots < 0 ? .sell : .buy, lots: abs(signedLots), requestedVolume: nil)
  }

  private mutating func execute(
    _ side: OrderSide,
    lots: Int64,
    requestedVolume: Double?
  ) -> MarketExecution {
    let before = logMid
    market.population.fills.removeAll(keepingCapacity: true)
    if lots > 0 { market.trade(side, lots: lots) }
    var (filled, notional) = (0.0, 0.0)
    for fill in market.population.fills {
      filled += Double(fill.quantity)
      notional += Double(fill.quantity) * Double(fill.price + market.tickOffset)
    }
    let average = filled > 0 ? Libm.log(notional / filled * grid.tickSize) : before
    let executed = (side == .buy ? 1 : -1) * notional * grid.tickSize * coinsPerLot
    return MarketExecution(
      requestedVolume: requestedVolume ?? executed,
      volume: executed,
      averageLogPrice: average,
      averagePrice: grid.takerPrice(ofLog: average, isBuy: side == .buy),
      logMidBefore: before,
      logMidAfter: logMid
    )
  }

  /// Lets background orders arrive.
  ///
  /// - Parameter seconds: Not negative.
  public mutating func elapse(seconds: Double) {
    let keepsFills = market.population.keepsFills
    market.population.keepsFills = false
    market.run(for: seconds)
    market.population.keepsFills = keepsFills
  }

  /// Moves the value and all quotes by news, without any trade.
  ///
  /// - Parameter logReturn: The change of ln v.
  public mutating func moveValue(by logReturn: Double) {
    let quoted = market.mid + Double(market.tickOffset)
    let wanted = quoted * Libm.expMinusOne(logReturn) + carriedTicks
    let whole = wanted.rounded(.toNearestOrEven)
    carriedTicks = wanted - whole
    market.tickOffset += Int64(whole)
    market.valueTicks *= Libm.exp(logReturn)
  }

  /// The depth within a distance of the mid, mean of both sides, valued at the mid.
  ///
  /// - Parameter logDistance: Positive.
  /// - Returns: USD.
  public func depth(within logDistance: Double) -> Double {
    let quoted = market.mid + Double(market.tickOffset)
    let bids = market.restingLots(of: .buy, within: -quoted * Libm.expMinusOne(-logDistance))
    let asks = market.restingLots(of: .sell, within: quoted * Libm.expMinusOne(logDistance))
    return 0.5 * Double(bids + asks) * coinsPerLot * quoted * grid.tickSize
  }

  /// An independent copy with the same draws to come, for a counterfactual.
  public borrowing func copied() -> BookLiquidity {
    var copy = BookLiquidity(market: market.copied(), grid: grid, coinsPerLot: coinsPerLot)
    copy.carriedTicks = carriedTicks
    return copy
  }

  /// Forgets what was observed so far, after a burn-in.
  public mutating func resetStatistics() { market.resetStatistics() }

  /// Half the time-weighted mean spread over the present mid, since ``resetStatistics()``.
  public var meanHalfSpread: Double {
    0.5 * market.meanSpreadTicks / (market.mid + Double(market.tickOffset))
  }

  /// USD traded since ``resetStatistics()``, all takers, valued at the present offset of quotes.
  public var tradedVolume: Double {
    let population = market.population
    let lots = Double(population.tradedLots) * Double(market.tickOffset)
    return (population.tradedNotional + lots) * grid.tickSize * coinsPerLot
  }

  /// Shifts all quotes and sets value and lot so that this market continues another one.
  ///
  /// The mid is matched to half a tick; value and depth are matched exactly.
  mutating func adopt(
    logMid: Double,
    temporaryImpact: Double,
    depth: Double,
    within logDistance: Double
  ) {
    let quoted = Libm.exp(logMid) / grid.tickSize
    market.tickOffset = Int64((quoted - market.mid).rounded(.toNearestOrEven))
    carriedTicks = 0
    market.valueTicks = quoted * Libm.exp(-temporaryImpact)
    let offered = self.depth(within: logDistance)
    precondition(offered > 0, "a book without orders cannot continue a market")
    coinsPerLot *= depth / offered
  }

  private func logPrice(ofTicks ticks: Double) -> Double {
    Libm.log((ticks + Double(market.tickOffset)) * grid.tickSize)
  }

  /// The whole lots that a volume pays for, walking the opposite side.
  private func lots(for volume: Double, by side: OrderSide) -> Int64 {
    var left = volume / (grid.tickSize * coinsPerLot)
    var lots: Int64 = 0
    market.book.forEachLevel(of: side.opposite) { level in
      let price = Double(level.price + market.tickOffset)
      let worth = price * Double(level.quantity)
      if left >= worth {
        left -= worth
        lots += level.quantity
        return true
      }
      lots += Int64((left / price).rounded(.down))
      return false
    }
    return lots
  }
}
