import Statistics

/// Many dormant holders as columns: how much each has, what it paid, and whether it still sleeps.
///
/// Sizes are Pareto and costs lognormal, independent of each other; sizes sum exactly to what the account
/// holds. Exits of a day are drawn by thinning: candidates at the largest hazard of any cost are
/// found by geometric skips, and each is accepted with the ratio of its own probability to that. Every
/// holder so has its own Bernoulli draw, at a cost of the number of candidates and not of holders.
struct HolderColumns: Sendable {
  /// Smallest quantities of the coin.
  private(set) var sizes: [Int64]
  /// ln of the cost per coin.
  private(set) var logCosts: [Float]
  /// Whether the holder has left.
  private(set) var hasLeft: [Bool]
  /// How many still sleep.
  private(set) var dormantCount: Int

  /// Draws a population.
  ///
  /// - Parameters:
  ///   - count: Positive.
  ///   - total: What all hold, smallest quantities, not negative.
  ///   - exponent: Of the Pareto tail of sizes.
  ///   - logCostMedian: ln of the median cost.
  ///   - costSpread: The standard deviation of the log cost.
  ///   - stream: Two words a holder.
  init(
    count: Int,
    total: Int64,
    exponent: Double,
    logCostMedian: Double,
    costSpread: Double,
    using stream: inout Stream
  ) {
    precondition(count > 0 && total >= 0, "a population holds something: \(count), \(total)")
    let tail = ParetoDistribution(scale: 1, exponent: exponent)
    var weights: [Double] = []
    weights.reserveCapacity(count)
    logCosts = []
    logCosts.reserveCapacity(count)
    var sum = 0.0
    for _ in 0..<count {
      let weight = tail.draw(using: &stream)
      weights.append(weight)
      sum += weight
      let shock = NormalDistribution.standardQuantile(stream.nextUniform() + 0x1p-54)
      logCosts.append(Float(logCostMedian + costSpread * shock))
    }
    sizes = weights.map { Int64(($0 / sum * Double(total)).rounded(.down)) }
    hasLeft = Array(repeating: false, count: count)
    dormantCount = count
    // The largest holder has what rounding leaves.
    let rest = total - sizes.reduce(0, +)
    if let largest = sizes.indices.max(by: { sizes[$0] < sizes[$1] }) { sizes[largest] += rest }
  }

  /// The number of holders.
  var count: Int { sizes.count }

  /// Draws who leaves in a day and tells their sizes, in the order of their places.
  ///
  /// - Complexity: O(candidates), whose mean is the count times the largest daily probability.
  mutating func leave(
    hazard: ExitHazard,
    logPrice: Double,
    belief: Double,
    using stream: inout Stream,
    _ body: (_ size: Int64, _ stream: inout Stream) -> Void
  ) {
    let most = ExitHazard.probability(rate: hazard.rateMax(belief: belief))
    guard most > 0 else { return }
    // A probability near one skips nothing and is still exact.
    let logStay = Libm.log(onePlus: -min(most, 1 - 0x1p-53))
    var place = -1
    while true {
      let skip = Libm.log(onePlus: -stream.nextUniform()) / logStay
      guard skip < Double(count - place - 1) else { return }
      place += 1 + Int(skip)
      let acceptance = stream.nextUniform()
      guard !hasLeft[place] else { continue }
      let rate = hazard.rate(logGain: logPrice - Double(logCosts[place]), belief: belief)
      guard acceptance * most < ExitHazard.probability(rate: rate) else { continue }
      hasLeft[place] = true
      dormantCount -= 1
      body(sizes[place], &stream)
    }
  }
}
