import Quantities

/// The rows of a table that share their dimensions.
struct TableGroup {
  /// The values of the dimension columns.
  let dimensions: [String]
  /// The texts of the unit and title columns in the first row.
  let words: [String]
  private(set) var times: [Int64] = []
  /// The digits of each column, row by row.
  private var units: [[Int64]]
  /// Their decimals; -1 where there is no value.
  private var decimals: [[Int8]]
  private var isSorted = true

  init(dimensions: [String], words: [String], columnCount: Int) {
    self.dimensions = dimensions
    self.words = words
    units = Array(repeating: [], count: columnCount)
    decimals = Array(repeating: [], count: columnCount)
  }

  /// Starts a row.
  mutating func append(time: Int64) {
    if let last = times.last, last > time { isSorted = false }
    times.append(time)
  }

  /// Adds a value of the row that was started; nil where there is none.
  mutating func append(_ value: ExactDecimal?, column: Int) {
    units[column].append(value?.units ?? 0)
    decimals[column].append(value.map { Int8($0.decimals) } ?? -1)
  }

  /// The shortest time between two rows, microseconds.
  var shortestSpacing: Int64? {
    let sorted = isSorted ? times : times.sorted()
    return zip(sorted, sorted.dropFirst()).lazy.map { $1 - $0 }.filter { $0 > 0 }.min()
  }

  /// The series of the group, one a column; rows of one time are told apart in the order of the file.
  func batches(_ describer: SeriesDescriber, columns: [Int]) -> [SeriesBatch] {
    let order = isSorted ? nil : times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
    var knowable = KnowableTimes(describer.rule.clock, period: describer.period)
    var rows: [(row: Int, time: Instant, ordinal: Int, knowableAt: Instant)] = []
    rows.reserveCapacity(times.count)
    var ordinal = 0
    for index in times.indices {
      let row = order?[index] ?? index
      let time = Instant(microseconds: times[row])
      ordinal = rows.last?.time == time ? ordinal + 1 : 0
      rows.append((row, time, ordinal, knowable.instant(for: time)))
    }
    return columns.indices.map { column in
      var observations: [Observation] = []
      observations.reserveCapacity(rows.count)
      for (row, time, ordinal, knowableAt) in rows where decimals[column][row] >= 0 {
        let value = ExactDecimal(units: units[column][row], decimals: Int(decimals[column][row]))
        observations.append(
          Observation(refersTo: time, ordinal: ordinal, knowableAt: knowableAt, value: value)
        )
      }
      return SeriesBatch(
        description: describer.description(ofColumn: columns[column]),
        observations: observations
      )
    }
  }
}
