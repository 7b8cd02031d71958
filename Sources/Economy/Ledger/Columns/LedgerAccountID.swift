/// The dense number of an account within one ledger, in the order in which accounts were added.
///
/// It is not the number of an account at a venue: a bank has one here and none there.
public struct LedgerAccountID: Hashable, Comparable, Sendable {
  /// The place in the ledger's columns.
  public let index: UInt32

  /// Creates the id at a place.
  @inlinable
  public init(index: UInt32) {
    self.index = index
  }

  /// What lies outside every balance sheet: the other side of production and consumption.
  ///
  /// It is account 0 of every ledger. Outside assets count as what it has given, so that every flow
  /// has a payer and a receiver and the net worths of all accounts, this one included, sum to zero.
  public static let outside = LedgerAccountID(index: 0)

  /// Orders accounts by number; the tie-break of every split.
  @inlinable
  public static func < (lhs: LedgerAccountID, rhs: LedgerAccountID) -> Bool {
    lhs.index < rhs.index
  }

  var column: Int { Int(index) }
}
