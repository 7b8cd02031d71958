import Statistics

extension Purpose {
  /// The resampling behind an indicator's interval; the participant is the indicator's number.
  static let indicatorBootstrap = Purpose(room: 4, index: 600)
}

extension IndicatorInterval {
  /// The percentile interval of a statistic over circular block resamples of aligned values.
  ///
  /// - Parameters:
  ///   - count: How many aligned values there are.
  ///   - blockLength: How many neighbours are kept together.
  ///   - unit: What one value is, for the name of the method: `days`.
  ///   - key: The indicator's number, so that two indicators never share draws.
  ///   - replicates: How many resamples.
  ///   - statistic: The statistic of the values at some indices; nil where it is undefined.
  /// - Returns: The central 95 percent, or nil if the sample is shorter than two blocks or the
  ///   statistic is undefined on more than a tenth of the resamples.
  static func blockBootstrap(
    count: Int,
    blockLength: Int,
    of unit: String,
    key: UInt64,
    replicates: Int = 500,
    _ statistic: ([Int]) -> Double?
  ) -> IndicatorInterval? {
    guard count >= 2 * blockLength else { return nil }
    let bootstrap = BlockBootstrap(blockLength: blockLength)
    var stream = Stream(seed: 1, run: 0, participant: key, purpose: .indicatorBootstrap)
    var values: [Double] = []
    values.reserveCapacity(replicates)
    for _ in 0..<replicates {
      if let value = statistic(bootstrap.indices(count: count, using: &stream)), value.isFinite {
        values.append(value)
      }
    }
    guard values.count * 10 >= replicates * 9 else { return nil }
    values.sort()
    return IndicatorInterval(
      low: SampleQuantile.type7(ofSorted: values, at: 0.025),
      high: SampleQuantile.type7(ofSorted: values, at: 0.975),
      level: 0.95,
      method: "block bootstrap, \(replicates) resamples in blocks of \(blockLength) \(unit)"
    )
  }

  /// An interval of the statistics room with the name of its method.
  init(_ interval: ConfidenceInterval, method: String) {
    self.init(
      low: interval.lower,
      high: interval.upper,
      level: interval.confidence,
      method: method
    )
  }
}
