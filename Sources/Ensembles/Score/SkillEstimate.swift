/// A skill with its interval from resampled blocks of days.
public struct SkillEstimate: Hashable, Sendable {
  /// The skill; above zero means the map is better.
  public let value: Double
  /// The lower end of the 90 % interval.
  public let low: Double
  /// The upper end.
  public let high: Double

  /// Whether the whole interval lies above zero.
  public var isPositive: Bool { low > 0 }
}
