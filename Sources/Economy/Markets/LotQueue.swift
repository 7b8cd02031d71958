import Exchange

/// The lots of one owner and side, oldest first.
///
/// A lot that was liquidated leaves its entry behind: an entry counts only while the market's table
/// of serial numbers still says so, and the queue is swept when most of it is stale.
struct LotQueue: Sendable {
  /// A lot by the number of its position, which is reused, and its serial number, which is not.
  struct Entry: Hashable, Sendable {
    let position: PositionID
    let serial: Int64
  }

  private var entries: [Entry] = []
  private var start = 0

  /// The entries held, stale ones included.
  var count: Int { entries.count - start }

  /// The oldest entry, or nil.
  var first: Entry? { start < entries.count ? entries[start] : nil }

  /// The entries, oldest first.
  var all: ArraySlice<Entry> { entries[start...] }

  mutating func append(_ entry: Entry) {
    entries.append(entry)
  }

  mutating func removeFirst() {
    start += 1
    if start == entries.count {
      entries.removeAll(keepingCapacity: true)
      start = 0
    } else if start > 64 && 2 * start > entries.count {
      entries.removeFirst(start)
      start = 0
    }
  }

  /// Drops every entry that does not count.
  mutating func sweep(where isLive: (Entry) -> Bool) {
    entries.removeFirst(start)
    start = 0
    entries.removeAll { !isLive($0) }
  }
}
