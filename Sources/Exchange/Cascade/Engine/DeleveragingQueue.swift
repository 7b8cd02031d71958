import Quantities

/// The positions of one side in the order in which auto-deleveraging takes them.
///
/// Ranked by profit share times effective leverage when profitable, by profit share over effective
/// leverage when not (`exchange-mechanics.md` §5), ties to the lower id. The ranking is made at the
/// first need in a step and kept until the step ends, as venues rank periodically.
struct DeleveragingQueue {
  private struct Entry {
    let score: Double
    let id: Int32

    @inline(__always)
    func precedes(_ other: Entry) -> Bool {
      score > other.score || (score == other.score && id < other.id)
    }
  }

  let side: PositionSide
  private var heap: [Entry] = []
  private(set) var isRanked = false

  init(side: PositionSide) {
    self.side = side
  }

  /// Forgets the ranking.
  mutating func reset() {
    isRanked = false
    heap.removeAll(keepingCapacity: true)
  }

  /// Ranks every open position of the side at a price in quote minor units per base minor unit.
  mutating func rank(_ book: PositionBook, unitPrice: Double) {
    isRanked = true
    heap.removeAll(keepingCapacity: true)
    let parity = side.rawValue
    let sign = Double(side.sign)
    for id in book.rows.indices {
      let row = book.rows[id]
      guard row.group != PositionRow.free, row.group & 1 == parity else { continue }
      let value = Double(row.size) * unitPrice
      let notional = Double(row.entryNotional)
      let profit = sign * (value - notional)
      let equity = Double(row.margin - book.fundingDue(PositionID(rawValue: Int32(id)))) + profit
      guard equity > 0, notional > 0 else { continue }
      let leverage = value / equity
      let share = profit / notional
      heap.append(Entry(score: share > 0 ? share * leverage : share / leverage, id: Int32(id)))
    }
    var index = heap.count / 2
    while index > 0 {
      index -= 1
      siftDown(index)
    }
  }

  /// The first position that is still open, or nil.
  mutating func first(_ book: PositionBook) -> PositionID? {
    while let top = heap.first {
      let group = book.rows[Int(top.id)].group
      if group != PositionRow.free && group & 1 == side.rawValue {
        return PositionID(rawValue: top.id)
      }
      removeFirst()
    }
    return nil
  }

  mutating func removeFirst() {
    let last = heap.removeLast()
    guard !heap.isEmpty else { return }
    heap[0] = last
    siftDown(0)
  }

  private mutating func siftDown(_ start: Int) {
    var parent = start
    let entry = heap[parent]
    while true {
      var child = 2 * parent + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count && heap[child + 1].precedes(heap[child]) { child += 1 }
      guard heap[child].precedes(entry) else { break }
      heap[parent] = heap[child]
      parent = child
    }
    heap[parent] = entry
  }
}
