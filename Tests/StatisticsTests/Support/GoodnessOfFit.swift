import Testing

@testable import Statistics

/// Tests of draws against a law, at fixed seeds and a level of 0.1 %.
enum GoodnessOfFit {
  /// The 0.1 % point of √n times the distance, from scipy.stats.kstwobign.isf(0.001).
  static let kolmogorovCritical = 1.9494746035043753

  /// √n times the largest distance between the sample's and the law's distribution functions.
  static func kolmogorov(_ sample: [Double], cumulative: (Double) -> Double) -> Double {
    let sorted = sample.sorted()
    let n = Double(sorted.count)
    var distance = 0.0
    for (index, value) in sorted.enumerated() {
      let law = cumulative(value)
      distance = max(distance, law - Double(index) / n, Double(index + 1) / n - law)
    }
    return distance * n.squareRoot()
  }

  /// Pearson's χ² of counts over its 0.1 % point; the law holds if this is below one.
  ///
  /// Integers with an expected count below 20 are pooled. The critical value is Wilson and Hilferty's
  /// approximation, within 0.5 % from five degrees of freedom on.
  static func chiSquaredOverCritical(
    _ sample: [Int],
    probability: (Int) -> Double
  ) -> Double {
    var counts: [Int: Int] = [:]
    for value in sample { counts[value, default: 0] += 1 }
    let total = Double(sample.count)
    var (chiSquared, cells) = (0.0, 0)
    var (pooledExpected, pooledCount) = (total, sample.count)
    for value in 0...(sample.max() ?? 0) {
      let expected = total * probability(value)
      guard expected >= 20 else { continue }
      let count = counts[value, default: 0]
      chiSquared += (Double(count) - expected) * (Double(count) - expected) / expected
      cells += 1
      pooledExpected -= expected
      pooledCount -= count
    }
    if pooledExpected > 5 {
      let difference = Double(pooledCount) - pooledExpected
      chiSquared += difference * difference / pooledExpected
      cells += 1
    }
    let freedom = Double(cells - 1)
    let spread = 2 / (9 * freedom)
    let root = 1 - spread + 3.0902323061678132 * spread.squareRoot()
    return chiSquared / (freedom * root * root * root)
  }
}

extension Stream {
  /// A stream for a test, different for each seed and label.
  static func forTest(seed: UInt64 = 1, label: UInt64 = 0) -> Stream {
    Stream(seed: seed, run: 0, participant: label, purpose: .test)
  }
}
