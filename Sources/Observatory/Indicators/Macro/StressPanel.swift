import Quantities
import Statistics

/// Members of a stress index on one calendar: the trading days of New York.
struct StressPanel: Sendable {
  /// A value counts for this many calendar days after its own.
  static let carryDaysMax = 7

  /// The members, one row each.
  let members: [StressMember]
  /// The trading days, ascending.
  let days: [Int]
  /// The values of each member; nil on days on which it has none of its own.
  let values: [[Double?]]

  /// Lays members on the trading days that any of them has; values of other days are left out.
  init(_ members: [StressMember], from start: Int? = nil) {
    self.members = members
    let first = members.compactMap(\.history.days.first).min() ?? 0
    let last = members.compactMap(\.history.days.last).max() ?? -1
    let low = max(first, start ?? first)
    var days: [Int] = []
    if low <= last {
      for day in low...last where TradingCalendar.newYork.isOpen(on: Day(daysSince1970: day)) {
        days.append(day)
      }
    }
    self.days = days
    values = members.map { member in
      var position = 0
      let history = member.history
      return days.map { day in
        while position < history.count, history.days[position] < day { position += 1 }
        guard position < history.count, history.days[position] == day else { return nil }
        return history.values[position]
      }
    }
  }

  /// A figure of each member on each day, the newest of the last ``carryDaysMax`` days.
  func carried(_ figures: [Double?]) -> [Double?] {
    var held: (day: Int, figure: Double)?
    return zip(days, figures).map { day, figure in
      if let figure { held = (day, figure) }
      guard let newest = held, day - newest.day <= Self.carryDaysMax else { return nil }
      return newest.figure
    }
  }

  /// The mean of the members' figures in each block: one row a block.
  ///
  /// A block needs half of its members that have begun by the day; nil where fewer have a figure, so
  /// that an index does not go on with what is left of a block.
  func blockMeans(_ figures: [[Double?]], _ blocks: [StressBlock]) -> [[Double?]] {
    blocks.map { block in
      let rows = members.indices.filter { members[$0].block == block }
      let starts = rows.map { row in figures[row].firstIndex { $0 != nil } ?? days.count }
      return days.indices.map { place in
        var (sum, count) = (0.0, 0)
        for row in rows {
          guard let figure = figures[row][place] else { continue }
          sum += figure
          count += 1
        }
        let begun = starts.count { $0 <= place }
        return count > 0 && 2 * count >= begun ? sum / Double(count) : nil
      }
    }
  }

  /// Each member's values less the mean and over the deviation of its values so far, clear of look-ahead.
  ///
  /// - Parameter countMin: The fewest values, the last included, from which a score is given.
  /// - Returns: One row per member, scores carried forward.
  func standardised(countMin: Int = EmpiricalRank.observationsMin) -> [[Double?]] {
    values.map { row in
      var (count, mean, squares) = (0.0, 0.0, 0.0)
      let scores = row.map { value -> Double? in
        guard let value else { return nil }
        count += 1
        let gap = value - mean
        mean += gap / count
        squares += gap * (value - mean)
        guard count >= Double(countMin), squares > 0 else { return nil }
        return (value - mean) / (squares / (count - 1)).squareRoot()
      }
      return carried(scores)
    }
  }
}
