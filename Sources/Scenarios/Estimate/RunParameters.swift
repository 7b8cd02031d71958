import Statistics

/// One run's draw of every uncertain input of a market state.
public struct RunParameters: Hashable, Sendable {
  /// The drawn values.
  public let values: [Parameter: Double]
  /// The run's leverage weights, one per class of the state's mixture; they sum to one.
  public let leverageWeights: [Double]

  /// Draws the inputs of run `run`; a draw outside the parameter's domain is moved to its edge.
  ///
  /// Each parameter has its own stream, so that giving one a value moves no other.
  public init(of state: MarketState, seed: UInt64, run: UInt64) {
    var values: [Parameter: Double] = [:]
    for (index, parameter) in Parameter.allCases.enumerated() {
      var stream = Stream(
        seed: seed,
        run: run,
        participant: UInt64(index),
        purpose: .parameters
      )
      let value = state.prior(parameter).draw(using: &stream)
      values[parameter] = min(max(value, parameter.domain.lowerBound), parameter.domain.upperBound)
    }
    let spread = values[.mixtureSpread] ?? 0
    var tilted: [Double] = []
    for (index, leverageClass) in state.leverageMixture.enumerated() {
      var stream = Stream(
        seed: seed,
        run: run,
        participant: UInt64(index),
        purpose: .leverageMixture
      )
      tilted.append(leverageClass.weight * Libm.exponential(spread * stream.nextNormal()))
    }
    let total = tilted.reduce(0, +)
    self.values = values
    leverageWeights = tilted.map { $0 / total }
  }

  /// The drawn value of a parameter.
  public subscript(parameter: Parameter) -> Double {
    guard let value = values[parameter] else {
      preconditionFailure("no draw of \(parameter.rawValue)")
    }
    return value
  }
}
