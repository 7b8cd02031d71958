public import Quantities
import Statistics

/// The prices a replay has to pass through, and when.
public struct PricePath: Hashable, Sendable {
  /// One stretch of the path.
  public struct Step: Hashable, Sendable {
    /// The instant at the end of the stretch.
    public let time: Instant
    /// The price at its end, US dollars.
    public let price: Double

    /// Creates a step.
    public init(time: Instant, price: Double) {
      self.time = time
      self.price = price
    }
  }

  /// The instant before the first step.
  public let start: Instant
  /// The price before the first step, US dollars.
  public let startPrice: Double
  /// The steps in order of time.
  public let steps: [Step]

  /// Creates a path.
  public init(start: Instant, startPrice: Double, steps: [Step]) {
    self.start = start
    self.startPrice = startPrice
    self.steps = steps
  }

  /// The instant of the last step.
  public var end: Instant { steps.last?.time ?? start }

  /// Draws a path between two reported prices: a Brownian bridge of log price in equal steps of a
  /// quarter of an hour or a little more.
  ///
  /// What happened between the two prices is not reported; each run draws its own way, and the
  /// spread over runs shows how much depends on it.
  ///
  /// - Parameters:
  ///   - state: The market at the start.
  ///   - event: The window and the price at its end.
  ///   - volatility: Standard deviation of daily log returns.
  ///   - seed: The master seed.
  ///   - run: The run's number.
  public init(
    bridging state: MarketState,
    event: EventRecord,
    volatility: Double,
    seed: UInt64,
    run: UInt64
  ) {
    let count = max(1, Int(event.window.microseconds / Duration.minutes(15).microseconds))
    let stepLength = event.window.inSeconds / Double(count)
    let deviation = volatility * (stepLength / 86_400).squareRoot()
    var stream = Stream(seed: seed, run: run, purpose: .pricePath)
    var walk = [0.0]
    for _ in 0..<count { walk.append((walk.last ?? 0) + deviation * stream.nextNormal()) }
    let first = Libm.logarithm(state.price)
    let last = Libm.logarithm(event.endPrice)
    start = state.asOf
    startPrice = state.price
    steps = (1...count).map { index in
      let share = Double(index) / Double(count)
      let bridge = walk[index] - share * walk[count]
      let price = Libm.exponential(first + share * (last - first) + bridge)
      return Step(
        time: state.asOf + event.window.part(Int64(index), of: Int64(count)),
        price: index == count ? event.endPrice : price
      )
    }
  }
}
