/// What a random stream is drawn for.
///
/// The purpose is the fourth counter word of a ``Stream``: two purposes never share a draw. Each room
/// declares its own, from its own range so that no two rooms meet:
///
///     extension Purpose {
///       static let newsShock = Purpose(room: 3, index: 1)
///     }
public struct Purpose: RawRepresentable, Hashable, Sendable {
  /// The counter word; the highest bit belongs to ``companion``.
  public let rawValue: UInt64

  /// Creates a purpose from its counter word.
  ///
  /// - Parameter rawValue: Any word.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// Creates the purpose with a number inside a room's range.
  ///
  /// Rooms number themselves in the order of the architecture's table: Statistics 1, Exchange 2,
  /// Economy 3, Observatory 4, Scenarios 5, Ensembles 6, Forecasts 7.
  ///
  /// - Parameters:
  ///   - room: The room's number.
  ///   - index: The purpose's number within the room.
  public init(room: UInt16, index: UInt32) {
    self.init(rawValue: UInt64(room) << 32 | UInt64(index))
  }

  /// The purpose of the second stream that a two-stream distribution draws from.
  ///
  /// The companion of a companion is the purpose itself.
  public var companion: Purpose {
    Purpose(rawValue: rawValue ^ 1 << 63)
  }
}
