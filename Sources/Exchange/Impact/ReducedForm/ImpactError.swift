/// A market that cannot be built, or a fit that cannot be made, from the numbers given.
public enum ImpactError: Error, Hashable, Sendable {
  /// The exponents let a round trip earn money from its own impact.
  case roundTripProfit(volumeExponent: Double, decayExponent: Double)
  /// A sum of exponentials misses the decay by more than is allowed.
  case kernelInexact(relativeErrorMax: Double, allowed: Double)
  /// A measurement has too few samples.
  case samplesTooFew(quantity: String, count: Int, minimum: Int)
  /// A measured quantity lies outside what the fit can use.
  case measurementOutOfRange(quantity: String, value: Double, expected: String)
  /// A fit did not converge.
  case fitFailed(quantity: String)
}

extension ImpactError: CustomStringConvertible {
  /// The stable identifier of the case.
  public var code: String {
    switch self {
    case .roundTripProfit: "impact.propagator.round_trip_profit"
    case .kernelInexact: "impact.propagator.kernel_inexact"
    case .samplesTooFew: "impact.samples.too_few"
    case .measurementOutOfRange: "impact.measurement.out_of_range"
    case .fitFailed: "impact.fit.failed"
    }
  }

  /// One line for a person.
  public var description: String {
    switch self {
    case .roundTripProfit(let volumeExponent, let decayExponent):
      "propagator: got volume exponent \(volumeExponent) and decay \(decayExponent), "
        + "expected a sum of at least 1 and a decay of at least 0.415"
    case .kernelInexact(let relativeErrorMax, let allowed):
      "propagator: the exponentials miss the decay by \(relativeErrorMax), allowed \(allowed)"
    case .samplesTooFew(let quantity, let count, let minimum):
      "\(quantity): got \(count) samples, expected at least \(minimum)"
    case .measurementOutOfRange(let quantity, let value, let expected):
      "\(quantity): got \(value), expected \(expected)"
    case .fitFailed(let quantity):
      "\(quantity): the fit did not converge"
    }
  }
}
