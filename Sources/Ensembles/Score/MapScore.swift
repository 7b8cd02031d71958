public import Scenarios
import Statistics

/// How well the leverage map of past dates predicted what was then reported as liquidated.
public struct MapScore: Sendable {
  /// What a score was run with.
  public struct Setting: Sendable {
    /// The master seed of the resamples.
    public var seed: UInt64 = 1
    /// The number of resamples.
    public var resamples = 400
    /// The number of threads; results do not depend on it.
    public var threads = 1
    /// The fixed choices of the map.
    public var rules = LeverageMapRules()

    /// The standard setting.
    public init() {}
  }

  /// Resampled blocks are this long.
  public static let blockDays = 10
  /// The probability of every interval.
  public static let intervalLevel = 0.9

  /// By bar length, then coin (all together last), then year.
  public let entries: [MapScoreEntry]

  /// Scores markets.
  ///
  /// - Parameters:
  ///   - markets: What was knowable at the time of the score, by coin.
  ///   - setting: Seed, resamples, threads.
  ///   - progress: Called with the number of resamples that are done.
  /// - Throws: `CancellationError`.
  /// - Complexity: O(hours · classes + resamples · bars log bars).
  public init(
    _ markets: [LeverageMarket],
    _ setting: Setting = Setting(),
    progress: @Sendable (Int) -> Void = { _ in }
  ) async throws {
    let jobs = MapFrequency.allCases.flatMap { frequency in markets.map { ($0, frequency) } }
    guard !jobs.isEmpty else {
      entries = []
      return
    }
    let rules = setting.rules
    let samples = try await ParallelRuns.results(runs: jobs.count, threads: setting.threads) {
      ScoreSample(jobs[$0].0, frequency: jobs[$0].1, rules: rules)
    }
    let cells = MapScore.cells(samples)
    let seed = setting.seed
    let resampled = try await ParallelRuns.results(
      runs: max(2, setting.resamples),
      threads: setting.threads,
      progress: progress
    ) { run in
      cells.map { $0.measurements(MapScore.resample($0, seed: seed, run: run)) }
    }
    entries = MapScore.entries(cells, cells.map { $0.measurements(nil) }, resampled)
  }

  private static func cells(_ samples: [ScoreSample]) -> [ScoreCell] {
    MapFrequency.allCases.flatMap { frequency in
      let years = Set(
        samples.filter { $0.frequency == frequency }.flatMap(\.rows).filter(\.isFitted).map(\.year)
      )
      return years.sorted().map { ScoreCell(frequency: frequency, year: $0, samples: samples) }
        .filter { $0.barCount >= blockDays * frequency.barsPerDay }
    }
  }

  /// Blocks of the bars of a year; the same for all coins, because coins fall on the same days.
  private static func resample(_ cell: ScoreCell, seed: UInt64, run: Int) -> [Int] {
    var stream = Stream(
      seed: seed,
      run: UInt64(run),
      step: UInt64(cell.year),
      participant: UInt64(cell.frequency.barsPerDay),
      purpose: .scoreResample
    )
    return BlockBootstrap(blockLength: blockDays * cell.frequency.barsPerDay)
      .indices(count: cell.barCount, using: &stream)
  }
}

extension Purpose {
  /// The blocks of bars of a resampled score.
  static let scoreResample = Purpose(room: 6, index: 1)
}
