import Statistics

extension MapScore {
  /// Combines the measures of cells: each coin and year, coins together, years of a role together.
  static func entries(
    _ cells: [ScoreCell],
    _ measured: [[ScoreMeasurement]],
    _ resampled: [[[ScoreMeasurement]]]
  ) -> [MapScoreEntry] {
    var entries: [MapScoreEntry] = []
    for frequency in MapFrequency.allCases {
      let own = cells.indices.filter { cells[$0].frequency == frequency }
      var seen: Set<String> = []
      let symbols = own.flatMap { cells[$0].symbols }.filter { seen.insert($0).inserted }
      for symbol in symbols.map(Optional.some) + (symbols.count > 1 ? [nil] : []) {
        let groups: [(year: Int?, role: MapScoreEntry.Role, cells: [Int])] =
          own.map { (cells[$0].year, role(cells[$0].year), [$0]) }
          + MapScoreEntry.Role.allCases.map { role in
            (nil, role, own.filter { MapScore.role(cells[$0].year) == role })
          }
        for group in groups {
          let parts = group.cells.flatMap { cell in
            cells[cell].symbols.indices
              .filter { symbol == nil || cells[cell].symbols[$0] == symbol }
              .map { (cell: cell, coin: $0) }
          }
          guard !parts.isEmpty else { continue }
          let pool = Pool(
            measured: parts.map { measured[$0.cell][$0.coin] },
            resampled: resampled.map { run in parts.map { run[$0.cell][$0.coin] } }
          )
          entries.append(
            MapScoreEntry(
              frequency: frequency,
              symbol: symbol,
              year: group.year,
              role: group.role,
              count: pool.count,
              values: pool.values,
              skills: pool.skills
            )
          )
        }
      }
    }
    return entries
  }

  private static func role(_ year: Int) -> MapScoreEntry.Role {
    year <= MapScoreEntry.selectionYearMax ? .selection : .evaluation
  }
}

/// Measures of several coins and years, weighted by their bars.
private struct Pool {
  let measured: [ScoreMeasurement]
  let resampled: [[ScoreMeasurement]]

  var count: Int { measured.reduce(0) { $0 + $1.count } }

  var values: [[Double?]] {
    SkillMeasure.allCases.map { measure in
      MapPredictor.allCases.map { predictor in
        Pool.mean(measured) { $0.values[measure.rawValue][predictor.rawValue] }
      }
    }
  }

  var skills: [[SkillEstimate?]] {
    MapPredictor.baselines.map { baseline in
      SkillMeasure.allCases.map { measure in
        guard let value = Pool.mean(measured, { $0.skill(measure, over: baseline) }) else {
          return nil
        }
        let draws = resampled.compactMap { run in
          Pool.mean(run) { $0.skill(measure, over: baseline) }
        }
        let tail = (1 - MapScore.intervalLevel) / 2
        guard let ends = try? SampleQuantile.type7(of: draws, at: [tail, 1 - tail]) else {
          return nil
        }
        return SkillEstimate(value: value, low: ends[0], high: ends[1])
      }
    }
  }

  private static func mean(
    _ parts: [ScoreMeasurement],
    _ value: (ScoreMeasurement) -> Double?
  ) -> Double? {
    var sum = 0.0
    var weight = 0.0
    for part in parts {
      guard let value = value(part) else { continue }
      sum += value * Double(part.count)
      weight += Double(part.count)
    }
    return weight > 0 ? sum / weight : nil
  }
}
