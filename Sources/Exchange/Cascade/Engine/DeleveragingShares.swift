import Quantities

/// The profitable positions of one side by owner class, for deleveraging pro rata.
///
/// Within a class the positions go in the order of ``DeleveragingQueue``: profit share times effective
/// leverage, ties to the lower id. What counts as profitable is found at the first need in a step and kept
/// until the step ends.
struct DeleveragingShares {
  let side: PositionSide
  private var ranks: [[PositionID]] = []
  private var starts: [Int] = []
  private(set) var isRanked = false

  init(side: PositionSide) {
    self.side = side
  }

  /// Forgets who is profitable.
  mutating func reset() {
    isRanked = false
    ranks = []
    starts = []
  }

  /// Finds the profitable positions at a price in quote minor units per base minor unit.
  ///
  /// - Complexity: O(n log n) in the positions of the book.
  mutating func rank(_ book: PositionBook, unitPrice: Double) {
    isRanked = true
    var found: [(score: Double, id: Int32)] = []
    let sign = Double(side.sign)
    for id in book.rows.indices {
      let row = book.rows[id]
      guard row.group != PositionRow.free, row.group & 1 == side.rawValue else { continue }
      let value = Double(row.size) * unitPrice
      let notional = Double(row.entryNotional)
      let profit = sign * (value - notional)
      let equity = Double(row.margin - book.fundingDue(PositionID(rawValue: Int32(id)))) + profit
      guard equity > 0, notional > 0, profit > 0 else { continue }
      found.append((profit / notional * value / equity, Int32(id)))
    }
    found.sort { $0.score > $1.score || ($0.score == $1.score && $0.id < $1.id) }
    ranks = Array(repeating: [], count: PositionBook.ownerClassCount)
    starts = Array(repeating: 0, count: PositionBook.ownerClassCount)
    for entry in found {
      ranks[Int(book.rows[Int(entry.id)].ownerClass)].append(PositionID(rawValue: entry.id))
    }
  }

  /// What each owner class still holds of them, base minor units.
  func sizes(_ book: PositionBook) -> [Int64] {
    ranks.indices.map { ownerClass in
      ranks[ownerClass][starts[ownerClass]...].reduce(0) {
        isOpen($1, book) ? $0 + book.rows[$1.index].size : $0
      }
    }
  }

  /// The first position of an owner class that is still open, or nil.
  mutating func first(of ownerClass: Int, _ book: PositionBook) -> PositionID? {
    while starts[ownerClass] < ranks[ownerClass].count {
      let id = ranks[ownerClass][starts[ownerClass]]
      if isOpen(id, book) { return id }
      starts[ownerClass] += 1
    }
    return nil
  }

  mutating func removeFirst(of ownerClass: Int) {
    starts[ownerClass] += 1
  }

  private func isOpen(_ id: PositionID, _ book: PositionBook) -> Bool {
    let group = book.rows[id.index].group
    return group != PositionRow.free && group & 1 == side.rawValue
  }
}
