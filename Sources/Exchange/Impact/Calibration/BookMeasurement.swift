/// What an order book with background flow is like, measured: the left side of a calibration.
///
/// Source: `model.md` §1.3, steps 1 and 2.
public struct BookMeasurement: Hashable, Sendable {
  /// Market orders in the background run.
  public let marketOrderCount: Int
  /// Half the time-weighted mean spread over the mid, log units.
  public let halfSpread: Double
  /// D₁, the mean depth of one side within 1 % of the mid, USD.
  public let depthWithinOnePercent: Double
  /// V_D, USD traded per day.
  public let dailyVolume: Double
  /// σ_D, from log returns of the mid over the sampling interval.
  public let dailyVolatility: Double
  /// The responses to probes, by ascending size.
  public let responses: [ProbeResponse]

  /// Creates a measurement, from a simulated book or from recorded data.
  ///
  /// - Parameters:
  ///   - marketOrderCount: Market orders seen.
  ///   - halfSpread: Log units.
  ///   - depthWithinOnePercent: USD.
  ///   - dailyVolume: USD.
  ///   - dailyVolatility: A fraction.
  ///   - responses: By ascending size.
  public init(
    marketOrderCount: Int,
    halfSpread: Double,
    depthWithinOnePercent: Double,
    dailyVolume: Double,
    dailyVolatility: Double,
    responses: [ProbeResponse]
  ) {
    self.marketOrderCount = marketOrderCount
    self.halfSpread = halfSpread
    self.depthWithinOnePercent = depthWithinOnePercent
    self.dailyVolume = dailyVolume
    self.dailyVolatility = dailyVolatility
    self.responses = responses
  }
}
