/// The measurements by which a background flow is known: its spread, what a sweep does to the mid,
/// and whether the mid comes back.
///
/// All results are in natural units, ticks times α/μ. Source: `model.md` §1.1, rows S18 to S18c.
public struct ZeroIntelligenceExperiment: Hashable, Sendable {
  /// The background orders.
  public var flow: ZeroIntelligenceFlow
  /// The master seed; every fresh book is a run of its own.
  public var seed: UInt64

  /// Creates an experiment.
  ///
  /// - Parameters:
  ///   - flow: The background orders; the market rate must be positive.
  ///   - seed: The master seed.
  public init(flow: ZeroIntelligenceFlow, seed: UInt64) {
    precondition(flow.marketRate > 0, "natural units need market orders")
    self.flow = flow
    self.seed = seed
  }

  /// The time-weighted mean spread of one long run.
  ///
  /// - Parameters:
  ///   - runTime: Seconds observed, positive.
  ///   - burnIn: Seconds before, not negative.
  /// - Returns: Ticks times α/μ.
  public func scaledSpread(runTime: Double, burnIn: Double) -> Double {
    precondition(runTime > 0, "a run takes time: \(runTime)")
    var market = freshBook(run: 0)
    market.run(for: burnIn)
    market.resetStatistics()
    market.run(for: runTime)
    return market.meanSpreadTicks / flow.characteristicTicks
  }

  /// The mean fall of the mid just after market sales of several sizes, each size in every book.
  ///
  /// - Parameters:
  ///   - sizes: Background orders' worth of lots, positive.
  ///   - probes: The number of fresh books, at least 1.
  ///   - probeTime: Seconds before the sale, not negative.
  /// - Returns: Ticks times α/μ, one per size.
  public func scaledMidMoves(sizes: [Int64], probes: Int, probeTime: Double) -> [Double] {
    precondition(probes >= 1, "at least one probe: \(probes)")
    var totals = [Double](repeating: 0, count: sizes.count)
    for probe in 0..<probes {
      var market = freshBook(run: UInt64(probe))
      market.run(for: probeTime)
      for (index, size) in sizes.enumerated() {
        totals[index] += market.mid - market.midAfter(.sell, lots: size * flow.orderLots)
      }
    }
    return totals.map { $0 / Double(probes) / flow.characteristicTicks }
  }

  /// The mean fall per order between the smallest and the largest of several sizes.
  ///
  /// - Parameters:
  ///   - sizes: Distinct sizes.
  ///   - moves: What ``scaledMidMoves(sizes:probes:probeTime:)`` gave for them.
  /// - Returns: Ticks times α/μ per order; theory δ/(2μ) for long sweeps.
  public static func slope(sizes: [Int64], moves: [Double]) -> Double? {
    guard sizes.count == moves.count, let first = sizes.first, let last = sizes.last,
      let from = moves.first, let to = moves.last, first != last
    else { return nil }
    return (to - from) / Double(last - first)
  }

  /// The mean fall of the mid some time after a sale, over that just after it.
  ///
  /// - Parameters:
  ///   - size: Background orders' worth of lots, positive.
  ///   - probes: The number of fresh books, at least 1.
  ///   - probeTime: Seconds before the sale, not negative.
  ///   - laterTime: Seconds after it, not negative.
  /// - Returns: 1 when impact is permanent, 0 when it is gone.
  public func permanence(
    size: Int64,
    probes: Int,
    probeTime: Double,
    laterTime: Double
  ) -> Double {
    precondition(probes >= 1, "at least one probe: \(probes)")
    var (immediate, later) = (0.0, 0.0)
    for probe in 0..<probes {
      var market = freshBook(run: UInt64(probe))
      market.run(for: probeTime)
      let before = market.mid
      market.trade(.sell, lots: size * flow.orderLots)
      immediate += before - market.mid
      market.run(for: laterTime)
      later += before - market.mid
    }
    return later / immediate
  }

  private func freshBook(run: UInt64) -> ZeroIntelligenceBook {
    // High enough that no walk of the mid comes near the lowest price.
    let midTicks = max(1 << 22, 8 * Int64(flow.windowTicks))
    return ZeroIntelligenceBook(flow: flow, midTicks: midTicks, seed: seed, run: run)
  }
}
