import Statistics

/// The distances at which limit orders arrive, drawn from one uniform number.
///
/// A power law uses the alias method: Walker (1977), with Vose's construction.
struct PlacementDistances: Sendable {
  /// Orders per side and second over the whole window.
  let totalRate: Double
  private let count: Double
  /// Empty for a flat law.
  private let thresholds: [Double]
  private let aliases: [Int32]

  init(_ flow: ZeroIntelligenceFlow) {
    count = Double(flow.windowTicks)
    guard flow.placementExponent > 0 else {
      totalRate = flow.limitRatePerTick * count
      thresholds = []
      aliases = []
      return
    }
    let rates = (1...flow.windowTicks).map {
      flow.limitRatePerTick * Libm.pow(Double($0), -flow.placementExponent)
    }
    let total = rates.reduce(0, +)
    var weights = rates.map { $0 * Double(flow.windowTicks) / total }
    var aliases = weights.indices.map { Int32($0) }
    var small = weights.indices.filter { weights[$0] < 1 }
    var large = weights.indices.filter { weights[$0] >= 1 }
    while let poor = small.popLast(), let rich = large.last {
      aliases[poor] = Int32(rich)
      weights[rich] -= 1 - weights[poor]
      if weights[rich] < 1 {
        large.removeLast()
        small.append(rich)
      }
    }
    // What rounding leaves over on either stack has weight one.
    for index in large { weights[index] = 1 }
    totalRate = total
    thresholds = weights
    self.aliases = aliases
  }

  /// The distance in ticks, at least 1, for a uniform number in 0 ..< 1.
  @inline(__always)
  func distance(at uniform: Double) -> Int64 {
    let scaled = uniform * count
    let cell = min(scaled, count - 1).rounded(.down)
    let index = Int(cell)
    if thresholds.isEmpty || scaled - cell < thresholds[index] { return Int64(index) + 1 }
    return Int64(aliases[index]) + 1
  }
}
