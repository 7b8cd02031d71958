/// What the book stores of one position: thirty-two aligned bytes, so that one touch brings all of it.
///
/// Rows are touched in the order of liquidation prices, which is random in memory. Separate columns
/// would cost a cache miss each, and a row across two lines costs two: a vector's alignment puts two
/// rows into each line.
struct PositionRow {
  /// The group of a row without a position.
  static let free: UInt8 = .max

  private var lanes: SIMD4<Int64>

  init(
    size: Int64,
    entryNotional: Int64,
    margin: Int64,
    level: Int32,
    group: UInt8,
    ownerClass: UInt8,
    leverageBand: UInt8
  ) {
    let tags = Int64(group) << 32 | Int64(ownerClass) << 40 | Int64(leverageBand) << 48
    lanes = SIMD4(size, entryNotional, margin, tags | Int64(UInt32(bitPattern: level)))
  }

  /// Base minor units, positive.
  var size: Int64 {
    get { lanes[0] }
    set { lanes[0] = newValue }
  }

  /// Quote minor units, not negative.
  var entryNotional: Int64 {
    get { lanes[1] }
    set { lanes[1] = newValue }
  }

  /// Quote minor units as of the row's funding index.
  var margin: Int64 {
    get { lanes[2] }
    set { lanes[2] = newValue }
  }

  /// The trigger level without the group's funding shift; in a free row the next free row.
  var level: Int32 {
    get { Int32(truncatingIfNeeded: lanes[3]) }
    set {
      lanes[3] =
        (lanes[3] >> 32) << 32 | Int64(truncatingIfNeeded: UInt32(bitPattern: newValue))
    }
  }

  /// Tier · 2 + side, or `free`.
  var group: UInt8 {
    get { UInt8(truncatingIfNeeded: lanes[3] >> 32) }
    set { lanes[3] = lanes[3] & ~(0xff << 32) | Int64(newValue) << 32 }
  }

  /// Below ``PositionBook/ownerClassCount``.
  var ownerClass: UInt8 { UInt8(truncatingIfNeeded: lanes[3] >> 40) }
  /// A label for tables.
  var leverageBand: UInt8 { UInt8(truncatingIfNeeded: lanes[3] >> 48) }
}
