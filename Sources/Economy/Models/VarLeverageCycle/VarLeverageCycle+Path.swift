public import Statistics

extension VarLeverageCycle {
  /// The states after each step from a start, without noise.
  ///
  /// - Parameters:
  ///   - start: A state with positive prices.
  ///   - steps: Their number, not negative.
  /// - Returns: `steps` states.
  /// - Throws: `StatisticsError` with the step at which the price stops being a positive number.
  public func path(from start: State, steps: Int) throws(StatisticsError) -> [State] {
    var states: [State] = []
    states.reserveCapacity(steps)
    var state = start
    for step in 0..<steps {
      state = next(state)
      guard state.price > 0 && state.price.isFinite else {
        throw .valueOutOfRange(
          field: "price after step \(step + 1)",
          value: state.price,
          expected: "a positive number: the map has no further step"
        )
      }
      states.append(state)
    }
    return states
  }

  /// The price of a long history, in numbers.
  public struct LongRun: Hashable, Sendable {
    /// The least price.
    public let priceMin: Double
    /// The greatest price.
    public let priceMax: Double
    /// The standard deviation of the price, divisor n.
    public let priceDeviation: Double
    /// The mean time between rises through μ, in years; nil with fewer than two.
    public let meanPeriodYears: Double?
  }

  /// Runs the map for long and measures what is left after its start.
  ///
  /// - Parameters:
  ///   - start: A state with positive prices.
  ///   - steps: Their number.
  ///   - discarded: The number of first steps left out, below `steps`.
  /// - Returns: Range, deviation and period of the price.
  /// - Throws: As ``path(from:steps:)``.
  public func longRun(
    from start: State,
    steps: Int,
    discarded: Int
  ) throws(StatisticsError) -> LongRun {
    precondition(discarded >= 0 && discarded < steps, "some steps must be kept: \(discarded)")
    let prices = try path(from: start, steps: steps)[discarded...].map(\.price)
    let moments = Moments(of: prices)
    let rises = prices.indices.dropFirst().filter {
      prices[$0 - 1] < fundamentalValue && prices[$0] >= fundamentalValue
    }
    var period: Double?
    if let first = rises.first, let last = rises.last, rises.count > 1 {
      period = timeStepYears * Double(last - first) / Double(rises.count - 1)
    }
    return LongRun(
      priceMin: moments.least,
      priceMax: moments.greatest,
      priceDeviation: (moments.populationVariance ?? 0).squareRoot(),
      meanPeriodYears: period
    )
  }
}
