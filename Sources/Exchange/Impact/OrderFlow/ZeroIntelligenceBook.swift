import Statistics

/// An order book driven by background flow, event by event.
///
/// Gillespie's direct method: the waiting time to the next event is exponential in the total rate,
/// and the event is chosen in proportion to its rate. Waiting times and choices come from two keyed
/// streams, two words per event. Self-exciting market orders arrive on their own clock.
///
/// Times are in seconds where the flow's rates are per second; prices are ticks.
///
/// Tested by row S18: spread, sweep and permanence.
public struct ZeroIntelligenceBook: ~Copyable {
  /// How the book is filled at the start.
  public enum Opening: Hashable, Sendable {
    /// One background order on each tick of the window on both sides.
    case oneOrderPerTick
    /// A Poisson number of orders with mean α(i)/δ at each distance i: the depth far from the best.
    case stationary
  }

  /// The background orders.
  public let flow: ZeroIntelligenceFlow
  /// The book.
  public private(set) var book: Book
  /// Seconds since the start.
  public private(set) var clock: Double = 0
  /// v, the value around which value orders are priced, in quoted ticks.
  public var valueTicks: Double
  /// Quoted ticks minus the book's own: a public move of all quotes without a trade.
  var tickOffset: Int64 = 0
  /// A, by which the limit rates are multiplied.
  public var depthMultiplier: Double = 1 {
    didSet { precondition(depthMultiplier > 0, "the depth must be positive: \(depthMultiplier)") }
  }

  /// The time integral of the spread in ticks since ``resetStatistics()``.
  private(set) var spreadTime: Double = 0
  /// Seconds since ``resetStatistics()``.
  private(set) var observedTime: Double = 0
  /// Market orders since ``resetStatistics()``.
  private(set) var marketOrderCount = 0

  var population: RestingPopulation
  private let distances: PlacementDistances
  private var times: Stream
  private var choices: Stream
  private var arrivalStream: Stream
  private var arrivals: HawkesArrivals?
  private var nextArrival: Double = .infinity
  private var bid: Int64
  private var ask: Int64

  /// The account that owns all background orders.
  static let backgroundAccount: AccountID = 1
  /// The account that sends orders from outside.
  static let outsideAccount: AccountID = 2
  /// The id of every taker, which never rests.
  static let takerID: OrderID = 1 << 40

  /// Creates and fills a book.
  ///
  /// - Parameters:
  ///   - flow: The background orders.
  ///   - midTicks: The opening mid and value in ticks, above the window.
  ///   - opening: How the book is filled.
  ///   - seed: The master seed.
  ///   - run: The run's number.
  ///   - step: The step at which the book is made.
  ///   - participant: The number of this book among all that share seed and run.
  public init(
    flow: ZeroIntelligenceFlow,
    midTicks: Int64,
    opening: Opening = .oneOrderPerTick,
    seed: UInt64,
    run: UInt64,
    step: UInt64 = 0,
    participant: UInt64 = 0
  ) {
    precondition(
      midTicks > Int64(flow.windowTicks) && midTicks < BookRules.priceTicksLimit / 2,
      "the opening mid must leave room for the window: \(midTicks)"
    )
    self.flow = flow
    valueTicks = Double(midTicks)
    distances = PlacementDistances(flow)
    book = Book(capacity: 4 * flow.windowTicks)
    population = RestingPopulation(capacity: 4 * flow.windowTicks)
    (bid, ask) = (midTicks - 1, midTicks + 1)
    func stream(_ purpose: Purpose) -> Stream {
      Stream(seed: seed, run: run, step: step, participant: participant, purpose: purpose)
    }
    times = stream(.flowTimes)
    choices = stream(.flowChoices)
    arrivalStream = stream(.flowArrivals)
    fill(opening, around: midTicks)
    refreshBest()
    if let excitation = flow.excitation {
      var process = HawkesArrivals(
        of: HawkesProcess(
          baseRate: flow.marketRate * (1 - excitation.branchingRatio),
          branchingRatio: excitation.branchingRatio,
          decayRate: excitation.decayRate
        )
      )
      nextArrival = process.next(using: &arrivalStream)
      arrivals = process
    }
  }

  /// The best bid in the book's own ticks, or the last one known if no bid is left.
  public var bestBid: Int64 { bid }

  /// The best ask in the book's own ticks, or the last one known if no ask is left.
  public var bestAsk: Int64 { ask }

  /// The mid price in the book's own ticks.
  public var mid: Double { 0.5 * Double(bid + ask) }

  /// Lets background orders arrive for a time.
  ///
  /// - Parameter duration: Seconds, not negative.
  /// - Complexity: O(events).
  public mutating func run(for duration: Double) {
    precondition(duration >= 0, "time does not run backwards: \(duration)")
    let end = clock + duration
    let limitRate = 2 * distances.totalRate * depthMultiplier
    let limitScale = 1 / limitRate
    let marketRate = arrivals == nil ? flow.marketRate : 0
    let cancelRate = flow.cancelRate
    while true {
      let total = limitRate + marketRate + cancelRate * Double(population.count)
      // The unused rest of a wait that passes the end or an arrival is drawn anew: exact, because
      // the exponential law has no memory.
      let wait = -Libm.log(1 - times.nextUniform()) / total
      let next = clock + wait
      if nextArrival < next && nextArrival <= end {
        pass(to: nextArrival)
        arrive()
        continue
      }
      guard next <= end else { break }
      pass(to: next)
      let pick = choices.nextUniform() * total
      if pick < limitRate {
        place(at: min(pick * limitScale, 1 - 0x1p-53))
      } else if pick < limitRate + marketRate {
        strike(pick - limitRate < 0.5 * marketRate ? .buy : .sell)
      } else {
        cancel((pick - limitRate - marketRate) / cancelRate)
      }
      refreshBest()
    }
    pass(to: end)
  }

  /// Sends a market order from outside.
  ///
  /// - Parameters:
  ///   - side: Buy or sell.
  ///   - lots: Positive.
  /// - Returns: The lots filled; fewer than asked when the side is empty.
  @discardableResult
  public mutating func trade(_ side: OrderSide, lots: Int64) -> Int64 {
    let receipt = book.submit(
      .market(id: Self.takerID, account: Self.outsideAccount, side: side, quantity: lots),
      observer: &population
    )
    refreshBest()
    return receipt.filled
  }

  /// Forgets what was observed so far, after a burn-in.
  public mutating func resetStatistics() {
    (spreadTime, observedTime, marketOrderCount) = (0, 0, 0)
    population.resetTrades()
  }

  /// The time-weighted mean spread in ticks since ``resetStatistics()``.
  public var meanSpreadTicks: Double { observedTime > 0 ? spreadTime / observedTime : 0 }

  /// An independent copy with the same draws to come, for a counterfactual.
  public borrowing func copied() -> ZeroIntelligenceBook {
    ZeroIntelligenceBook(copying: self)
  }

  private init(copying other: borrowing ZeroIntelligenceBook) {
    flow = other.flow
    book = other.book.copied()
    clock = other.clock
    valueTicks = other.valueTicks
    tickOffset = other.tickOffset
    depthMultiplier = other.depthMultiplier
    spreadTime = other.spreadTime
    observedTime = other.observedTime
    marketOrderCount = other.marketOrderCount
    population = other.population
    distances = other.distances
    times = other.times
    choices = other.choices
    arrivalStream = other.arrivalStream
    arrivals = other.arrivals
    nextArrival = other.nextArrival
    bid = other.bid
    ask = other.ask
  }
}

extension ZeroIntelligenceBook {
  /// Moves the clock; the spread has been constant since the last event.
  @inline(__always)
  private mutating func pass(to time: Double) {
    let elapsed = time - clock
    spreadTime += elapsed * Double(ask - bid)
    observedTime += elapsed
    clock = time
  }

  @inline(__always)
  private mutating func refreshBest() {
    if let best = book.bestBid { bid = best }
    if let best = book.bestAsk { ask = best }
  }

  /// Places a limit order; the uniform number picks kind, side and distance.
  @inline(__always)
  private mutating func place(at uniform: Double) {
    if uniform < flow.valueShare {
      placeAtValue(uniform / flow.valueShare)
      return
    }
    let rest = (uniform - flow.valueShare) / (1 - flow.valueShare)
    let isBuy = rest < 0.5
    let distance = distances.distance(at: isBuy ? 2 * rest : 2 * rest - 1)
    enter(isBuy ? .buy : .sell, at: isBuy ? ask - distance : bid + distance)
  }

  /// Places an order priced around the value: a bid below it, an ask above.
  private mutating func placeAtValue(_ uniform: Double) {
    let deviate = NormalDistribution.standardQuantile(uniform)
    let price = valueTicks * Libm.exp(flow.valueDeviation * deviate)
    guard price < Double(BookRules.priceTicksLimit) else { return }
    enter(
      deviate < 0 ? .buy : .sell,
      at: Int64(price.rounded(.toNearestOrEven)) - tickOffset
    )
  }

  /// Enters a limit order; below one tick, quoted or own, there is no price and no order.
  @inline(__always)
  private mutating func enter(_ side: OrderSide, at price: Int64) {
    guard min(price, price + tickOffset) >= 1 else { return }
    let id = population.nextID()
    let receipt = book.submit(
      .limit(
        id: id,
        account: Self.backgroundAccount,
        side: side,
        price: price,
        quantity: flow.orderLots
      ),
      observer: &population
    )
    if receipt.resting > 0 { population.insert(id) } else { population.giveBack(id) }
  }

  /// A background market order.
  private mutating func strike(_ side: OrderSide) {
    marketOrderCount += 1
    book.submit(
      .market(
        id: Self.takerID,
        account: Self.backgroundAccount,
        side: side,
        quantity: flow.orderLots
      ),
      observer: &population
    )
  }

  /// A self-exciting market order, on a side drawn evenly.
  private mutating func arrive() {
    strike(choices.nextUniform() < 0.5 ? .buy : .sell)
    refreshBest()
    if var process = arrivals {
      nextArrival = process.next(using: &arrivalStream)
      arrivals = process
    }
  }

  /// Cancels the order at a place of the population.
  @inline(__always)
  private mutating func cancel(_ place: Double) {
    guard population.count > 0 else { return }
    let id = population.id(at: min(Int(place), population.count - 1))
    book.cancel(order: id, observer: &population)
    population.remove(id)
  }

  private mutating func fill(_ opening: Opening, around midTicks: Int64) {
    for distance in 1...Int64(flow.windowTicks) {
      for side in OrderSide.allCases {
        let price = side == .buy ? midTicks - distance : midTicks + distance
        switch opening {
        case .oneOrderPerTick: enter(side, at: price)
        case .stationary:
          let rate =
            flow.limitRatePerTick * Libm.pow(Double(distance), -flow.placementExponent)
          let mean = PoissonDistribution(mean: rate / flow.cancelRate)
          for _ in 0..<mean.draw(using: &choices) { enter(side, at: price) }
        }
      }
    }
  }
}
