/// A range that holds the true value with a stated probability, and how it was made.
public struct IndicatorInterval: Hashable, Sendable {
  /// The lower end.
  public let low: Double
  /// The upper end; infinity for a lower bound without an upper one.
  public let high: Double
  /// The probability, such as 0.95.
  public let level: Double
  /// How it was made, such as `block bootstrap, blocks of 10 days`.
  public let method: String

  /// Creates an interval.
  public init(low: Double, high: Double, level: Double, method: String) {
    self.low = low
    self.high = high
    self.level = level
    self.method = method
  }
}
