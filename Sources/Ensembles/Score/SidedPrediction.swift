/// A prediction of both sides of a bar, in any unit that grows with what is liquidated.
public struct SidedPrediction: Hashable, Sendable {
  /// For longs.
  public let long: Double
  /// For shorts.
  public let short: Double

  /// The smallest value that counts, in the unit of the prediction, so that ratios stay finite.
  let floor: Double

  /// The prediction of one side: 0 for longs, 1 for shorts.
  subscript(side: Int) -> Double { side == 0 ? long : short }

  /// Both sides together.
  var total: Double { long + short }

  /// The logarithm of longs over shorts.
  var logRatio: Double { ElementaryFunctions.logarithm((long + floor) / (short + floor)) }
}
