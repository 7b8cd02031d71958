import Statistics

extension Purpose {
  /// The noise trader of ``LeveragedFundMarket``.
  fileprivate static let noiseTrader = Purpose(room: 3, index: 64)
}

extension LeveragedFundMarket {
  /// One history of the market.
  public struct Path: Hashable, Sendable {
    /// The price after each step.
    public internal(set) var prices: [Double] = []
    /// The number of funds that defaulted at each step.
    public internal(set) var defaults: [Int32] = []
    /// The value of shares over wealth of all funds after each step, flows left out.
    public internal(set) var leverages: [Double] = []

    /// All defaults.
    public var defaultCount: Int { defaults.reduce(0) { $0 + Int($1) } }
  }

  /// A history under random shocks.
  ///
  /// - Parameters:
  ///   - steps: The number of steps, not negative.
  ///   - seed: The master seed.
  ///   - run: The run's number; each gives other shocks, equal for every leverage limit.
  /// - Returns: The history, the same for the same input.
  /// - Complexity: O(steps · H).
  public func path(steps: Int, seed: UInt64, run: UInt64 = 0) -> Path {
    var stream = Stream(seed: seed, run: run, purpose: .noiseTrader)
    var shocks: [Double] = []
    shocks.reserveCapacity(steps)
    for _ in 0..<steps { shocks.append(stream.nextNormal()) }
    return path(shocks: shocks)
  }

  /// A history under given shocks of the noise trader.
  ///
  /// Each step: the noise trader's money moves, the price clears, funds below the threshold default,
  /// the others trade at the price and receive or pay their investors' flow.
  ///
  /// - Parameters:
  ///   - shocks: χ of every step, standard normal.
  ///   - rule: Which of several clearing prices.
  /// - Returns: One price per shock.
  public func path(shocks: [Double], rule: RootRule = .greatest) -> Path {
    var history = Path()
    history.prices.reserveCapacity(shocks.count)
    history.defaults.reserveCapacity(shocks.count)
    history.leverages.reserveCapacity(shocks.count)
    var book = LeveragedFundBook(self)
    let mean = Libm.log(fundamentalValue * sharesTotal)
    var logDemand = mean
    var price = fundamentalValue
    // A first-in first-out list: every default waits equally long.
    var absent: [(returns: Int, fund: Int)] = []
    var nextReturn = 0
    for (step, shock) in shocks.enumerated() {
      logDemand = noisePersistence * logDemand + noiseDeviation * shock
      logDemand += (1 - noisePersistence) * mean
      let previous = price
      price = book.clearingPrice(noiseDemand: Libm.exp(logDemand), rule: rule)
      let leverage = book.trade(at: price, after: previous)
      let before = absent.count
      if book.hasFallen {
        for fund in book.takeFallen() { absent.append((step + reentrySteps, fund)) }
      }
      while nextReturn < absent.count && absent[nextReturn].returns <= step {
        book.enter(absent[nextReturn].fund)
        nextReturn += 1
      }
      history.prices.append(price)
      history.defaults.append(Int32(absent.count - before))
      history.leverages.append(leverage)
    }
    return history
  }
}
