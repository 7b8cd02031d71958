public import Scenarios

/// A move of one market split among mechanisms by Shapley values, over runs with common random numbers.
///
/// Every set of mechanisms is a world of its own with the same seeds, so that a difference between two
/// worlds is the mechanisms and nothing else. The value of a set is the move with its mechanisms on and
/// all others of the split off; what no mechanism of the split makes is ``allOff``.
public struct MechanismAttribution: Hashable, Sendable {
  /// What one group of mechanisms contributes.
  public struct Contribution: Hashable, Sendable {
    /// The mechanisms.
    public let group: MechanismGroup
    /// Its share of the move in 10⁻⁹ of a log unit.
    public let billionths: Int64
    /// The standard error of the mean over runs in log units; nil for a single run.
    public let standardError: Double?
  }

  /// The market whose move is split.
  public let market: String
  /// Which move.
  public let measure: AttributionMeasure
  /// The shares; they sum to ``total`` exactly.
  public let contributions: [Contribution]
  /// The mean move with every mechanism of the split on, 10⁻⁹ log units.
  public let allOn: Int64
  /// The mean move with all of them off, 10⁻⁹ log units.
  public let allOff: Int64
  /// The number of worlds that each run needed.
  public let worldsPerRun: Int
  /// Whether all orders of arrival were used, not a sample.
  public let isExact: Bool
  /// The number of runs.
  public let runs: Int

  /// What is split: the move with the mechanisms less the one without them, 10⁻⁹ log units.
  public var total: Int64 { allOn - allOff }

  /// The shares and their total in a coarser unit, in which they still sum: what people read.
  ///
  /// The total is rounded to even. The shares are rounded down, and what is left of the total goes to the
  /// largest remainders, one unit each, the first of equals first.
  ///
  /// - Parameter unit: Positive, 10⁻⁹ log units: 10 000 for thousandths of a percent.
  /// - Returns: Numbers of the unit; the contributions sum to the total exactly.
  public func rounded(to unit: Int64) -> (contributions: [Int64], total: Int64) {
    precondition(unit > 0, "a unit of something: \(unit)")
    let whole = ExactShares.rounded(Int128(total), over: Int128(unit))
    let parts = ExactShares.rounded(
      contributions.map { Int128($0.billionths) },
      over: Int128(unit),
      to: whole
    )
    return (parts, whole)
  }

  /// Splits the move of the scenario's measured market.
  ///
  /// - Parameters:
  ///   - setting: The scenario; what is off stays off.
  ///   - groups: 1 to 32 groups of mechanisms that are on.
  ///   - measure: The move.
  ///   - runs: Positive.
  ///   - threads: At most this many worlds at a time; the result does not depend on it.
  ///   - progress: Called with the numbers of worlds done and to do.
  /// - Throws: `ScenarioError` of a world that must stop, or `CancellationError`.
  /// - Complexity: 2ⁿ worlds a run for at most ``ShapleyValues/exactPlayersMax`` groups; beyond that at
  ///   most 16 (n − 1) + 2.
  public init(
    of setting: WorldSetting,
    groups: [MechanismGroup],
    measure: AttributionMeasure,
    runs: Int,
    threads: Int,
    progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws {
    precondition((1...32).contains(groups.count), "1 to 32 groups: \(groups.count)")
    let plans = (0..<runs).map {
      AttributionPlan(players: groups.count, seed: setting.seed, run: $0)
    }
    let tasks = plans.enumerated().flatMap { run, plan in plan.sets.map { (run: run, set: $0) } }
    let values = try await ParallelRuns.results(
      runs: tasks.count,
      threads: threads,
      progress: { progress($0, tasks.count) },
      { index in
        let task = tasks[index]
        let off = groups.enumerated().filter { task.set & 1 << UInt64($0.offset) == 0 }
        let path = try setting.closes(
          run: task.run,
          without: Set(off.flatMap(\.element.mechanisms))
        )
        return measure.quanta(of: path)
      }
    )
    var splits: [ShapleyValues] = []
    var ends = (on: Int128(0), off: Int128(0))
    var first = 0
    for plan in plans {
      let own = Array(values[first..<first + plan.sets.count])
      first += own.count
      splits.append(plan.split(own))
      ends.off += Int128(own[0])
      ends.on += Int128(own[own.count - 1])
    }
    self.init(
      setting.scenario.measuredMarket,
      groups,
      measure,
      splits,
      ends,
      worldsPerRun: plans.map(\.sets.count).max() ?? 0
    )
  }

  private init(
    _ market: String,
    _ groups: [MechanismGroup],
    _ measure: AttributionMeasure,
    _ splits: [ShapleyValues],
    _ ends: (on: Int128, off: Int128),
    worldsPerRun: Int
  ) {
    self.market = market
    self.measure = measure
    self.worldsPerRun = worldsPerRun
    runs = splits.count
    isExact = groups.count <= ShapleyValues.exactPlayersMax
    // From 10⁻¹² summed over runs to the mean in 10⁻⁹.
    let scale = Int128(splits.count) * 1000
    allOn = ExactShares.rounded(ends.on, over: scale)
    allOff = ExactShares.rounded(ends.off, over: scale)
    let sums = groups.indices.map { group in
      splits.reduce(Int128(0)) { $0 + $1.numerators[group] }
    }
    let parts = ExactShares.rounded(
      sums,
      over: scale * splits[0].denominator,
      to: allOn - allOff
    )
    contributions = groups.indices.map { group in
      Contribution(
        group: groups[group],
        billionths: parts[group],
        standardError: Self.standardError(
          splits.map { Double($0.numerators[group]) / Double($0.denominator) / 1e12 }
        )
      )
    }
  }

  private static func standardError(_ values: [Double]) -> Double? {
    guard values.count > 1 else { return nil }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / (count - 1) / count).squareRoot()
  }
}
