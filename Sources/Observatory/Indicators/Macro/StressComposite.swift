import Quantities
import Statistics

/// The composite index of every day, computed in one pass forward in time.
struct StressComposite: Sendable {
  /// The fewest days of block scores behind a correlation: 0.93 to the power of 60 is 1.3 %.
  static let burnInDays = 60

  /// The panel behind the index.
  let panel: StressPanel
  /// The blocks, in order.
  let blocks: [StressBlock]
  /// The rank score of each member on each day, carried forward.
  let scores: [[Double?]]
  /// The block scores on each day.
  let blockScores: [[Double?]]
  /// The index by day.
  let history: DailyValues
  /// The place of the newest index in the panel's days.
  let newestPlace: Int?
  /// What each block adds to the newest index.
  let contributions: [Double]
  /// The correlations of the newest index.
  let correlation: SymmetricMatrix

  /// Computes the index from members of every block; days on which a block has no score have none.
  init(_ members: [StressMember], blocks: [StressBlock] = StressBlock.composite) {
    panel = StressPanel(members)
    self.blocks = blocks
    let panel = panel
    scores = panel.values.map { row in
      panel.carried((try? EmpiricalRank.expanding(row)) ?? row.map { _ in nil })
    }
    blockScores = panel.blockMeans(scores, blocks)
    var covariance = ExponentialCovariance(order: blocks.count)
    var history = DailyValues()
    var newest = (place: Int?.none, parts: [Double](), matrix: SymmetricMatrix(order: blocks.count))
    for place in panel.days.indices {
      let row = blockScores.compactMap { $0[place] }
      guard row.count == blocks.count else { continue }
      covariance.add(deviations: row.map { $0 - 0.5 })
      guard covariance.count >= Self.burnInDays,
        let matrix = try? covariance.matrix().correlation()
      else { continue }
      let stress = Self.combine(row, matrix)
      history.append(stress.value, on: panel.days[place])
      newest = (place, stress.contributions, matrix)
    }
    self.history = history
    newestPlace = newest.place
    contributions = newest.parts
    correlation = newest.matrix
  }

  /// The index of block scores with equal weights that sum to one.
  static func combine(_ scores: [Double], _ correlation: SymmetricMatrix) -> CompositeStress {
    let weights = [Double](repeating: 1 / Double(scores.count), count: scores.count)
    return CompositeStress(scores: scores, weights: weights, correlation: correlation)
  }

  /// The newest block scores.
  var newestScores: [Double] {
    guard let newestPlace else { return [] }
    return blockScores.compactMap { $0[newestPlace] }
  }

  /// The newest index without one member each, the correlations held; a block keeps at least one.
  var withoutOneMember: [Double] {
    guard let place = newestPlace else { return [] }
    let present = panel.members.indices.filter { scores[$0][place] != nil }
    return present.compactMap { left in
      var row: [Double] = []
      for block in blocks {
        let kept = present.filter { $0 != left && panel.members[$0].block == block }
        guard !kept.isEmpty else { return nil }
        row.append(kept.reduce(0) { $0 + (scores[$1][place] ?? 0) } / Double(kept.count))
      }
      return Self.combine(row, correlation).value
    }
  }
}
