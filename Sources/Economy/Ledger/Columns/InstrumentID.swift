/// The dense number of an instrument within one ledger, in the order in which they were added.
public struct InstrumentID: Hashable, Comparable, Sendable {
  /// The place in the ledger's columns.
  public let index: UInt32

  /// Creates the id at a place.
  @inlinable
  public init(index: UInt32) {
    self.index = index
  }

  /// Orders instruments by number.
  @inlinable
  public static func < (lhs: InstrumentID, rhs: InstrumentID) -> Bool { lhs.index < rhs.index }

  var column: Int { Int(index) }
}
