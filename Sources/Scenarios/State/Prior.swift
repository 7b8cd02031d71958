public import Statistics

/// What is known of a parameter before a run: a value, a range, or a skewed range.
///
/// A prior is drawn once per run from a keyed stream, so that an ensemble carries the uncertainty of
/// its inputs and two variants of one run share every draw.
public enum Prior: Hashable, Sendable {
  /// One value.
  case fixed(Double)
  /// Any value between two bounds, equally likely.
  case uniform(low: Double, high: Double)
  /// A positive value with a median and a 90 % interval; the logarithm is normal.
  case logNormal(median: Double, p05: Double, p95: Double)

  /// One draw; a fixed prior uses a uniform too, so that streams stay aligned when it is widened.
  public func draw(using stream: inout Stream) -> Double {
    switch self {
    case .fixed(let value):
      _ = stream.nextUniform()
      return value
    case .uniform(let low, let high): return low + (high - low) * stream.nextUniform()
    case .logNormal(let median, let p05, let p95):
      // The logarithm of the two quantiles lies 2 × 1.6449 standard deviations apart.
      let deviation = Libm.logarithm(p95 / p05) / (2 * Prior.normalQuantile95)
      return median * Libm.exponential(deviation * stream.nextNormal())
    }
  }

  /// The middle of the prior: its value, the mean of its bounds, or its median.
  public var center: Double {
    switch self {
    case .fixed(let value): value
    case .uniform(let low, let high): (low + high) / 2
    case .logNormal(let median, _, _): median
    }
  }

  private static let normalQuantile95 = 1.644_853_626_951_472_2
}
