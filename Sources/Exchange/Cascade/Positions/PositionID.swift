/// The number of a position in one ``PositionBook``.
///
/// Numbers are dense. A number becomes free when its position is gone and the next position opened
/// may take it; among open positions it is unique, and it breaks ties of the trigger order.
public struct PositionID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The number, not negative.
  public let rawValue: Int32

  /// Creates the id with a number.
  @inlinable
  public init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// The number as an array index.
  @inlinable public var index: Int { Int(rawValue) }

  /// Orders ids by number.
  @inlinable
  public static func < (lhs: PositionID, rhs: PositionID) -> Bool { lhs.rawValue < rhs.rawValue }
}
