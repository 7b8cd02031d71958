/// The shape of a day's distribution of secured overnight rates, from its published percentiles.
///
/// Source: indicator I07 of the model specification; row S30. Kelly's measure is taken at the 1st and
/// 99th percentile, the outermost that the New York Fed publishes for SOFR.
///
///     let skew = FundingRateSkew(p01: 2.40, p25: 2.56, p50: 2.65, p75: 3.18, p99: 3.70)
///     skew.bowley   // 0.7097
public struct FundingRateSkew: Hashable, Sendable {
  /// The 1st percentile, percent a year.
  public let p01: Double
  /// The 25th percentile, percent a year.
  public let p25: Double
  /// The median, percent a year.
  public let p50: Double
  /// The 75th percentile, percent a year.
  public let p75: Double
  /// The 99th percentile, percent a year.
  public let p99: Double

  /// The interquartile range below which the indicator is undefined, percentage points: one basis point,
  /// the step of the published rates.
  public static let interquartileRangeMin = 0.01

  /// Takes the percentiles of one day.
  ///
  /// - Parameters:
  ///   - p01: The 1st percentile, percent a year; all finite and ascending.
  ///   - p25: The 25th percentile.
  ///   - p50: The median.
  ///   - p75: The 75th percentile.
  ///   - p99: The 99th percentile.
  public init(p01: Double, p25: Double, p50: Double, p75: Double, p99: Double) {
    precondition(
      p01 <= p25 && p25 <= p50 && p50 <= p75 && p75 <= p99,
      "percentiles ascend: \(p01), \(p25), \(p50), \(p75), \(p99)"
    )
    self.p01 = p01
    self.p25 = p25
    self.p50 = p50
    self.p75 = p75
    self.p99 = p99
  }

  /// Bowley's skewness (p75 + p25 − 2 p50)/(p75 − p25); nil unless ``isDefined``.
  public var bowley: Double? { isDefined ? Self.skew(p25, p50, p75) : nil }

  /// Kelly's skewness at the 1st and 99th percentile, (p99 + p01 − 2 p50)/(p99 − p01); nil for equal ends.
  public var kelly: Double? { Self.skew(p01, p50, p99) }

  /// The right tail over the left, (p99 − p50)/(p50 − p01); nil without a left tail.
  public var tailRatio: Double? {
    leftTail > 0 ? rightTail / leftTail : nil
  }

  /// p99 − p50, percentage points.
  public var rightTail: Double { p99 - p50 }

  /// p50 − p01, percentage points.
  public var leftTail: Double { p50 - p01 }

  /// p75 − p25, percentage points.
  public var interquartileRange: Double { p75 - p25 }

  /// Whether the interquartile range reaches one basis point, so that Bowley's skewness means something.
  ///
  /// Rates are published in whole basis points; the tolerance covers binary fractions.
  public var isDefined: Bool {
    interquartileRange > Self.interquartileRangeMin - 1e-9
  }

  private static func skew(_ low: Double, _ middle: Double, _ high: Double) -> Double? {
    high > low ? (high + low - 2 * middle) / (high - low) : nil
  }
}
