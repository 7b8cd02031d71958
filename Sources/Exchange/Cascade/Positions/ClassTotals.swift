/// Running sums over the positions of one owner class and side.
struct ClassTotals: Hashable, Sendable {
  var count = 0
  var size: Int128 = 0
  var entryNotional: Int128 = 0
  /// As of each row's last settlement.
  var margin: Int128 = 0
  /// Σ q · F at each row's own funding index.
  var settledFunding: Int128 = 0

  @inline(__always)
  mutating func add(_ row: PositionRow) {
    count += 1
    size += Int128(row.size)
    entryNotional += Int128(row.entryNotional)
    margin += Int128(row.margin)
    settledFunding += Int128(row.size) * Int128(row.fundingIndex)
  }

  @inline(__always)
  mutating func remove(_ row: PositionRow) {
    count -= 1
    size -= Int128(row.size)
    entryNotional -= Int128(row.entryNotional)
    margin -= Int128(row.margin)
    settledFunding -= Int128(row.size) * Int128(row.fundingIndex)
  }
}
