/// Running sums over the positions of one owner class and side; they trap beyond 64 bits.
struct ClassTotals: Hashable, Sendable {
  var count = 0
  var size: Int64 = 0
  var entryNotional: Int64 = 0
  /// As of each row's last settlement.
  var margin: Int64 = 0
  /// Σ q · F at each row's own funding index.
  var settledFunding: Int128 = 0

  @inline(__always)
  mutating func add(_ row: PositionRow, fundingIndex: Int64) {
    count += 1
    size += row.size
    entryNotional += row.entryNotional
    margin += row.margin
    if fundingIndex != 0 {
      settledFunding += Int128(row.size) * Int128(fundingIndex)
    }
  }

  @inline(__always)
  mutating func remove(_ row: PositionRow, fundingIndex: Int64) {
    count -= 1
    size -= row.size
    entryNotional -= row.entryNotional
    margin -= row.margin
    if fundingIndex != 0 {
      settledFunding -= Int128(row.size) * Int128(fundingIndex)
    }
  }
}
