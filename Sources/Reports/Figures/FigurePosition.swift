/// Where something lies along an axis.
public enum FigurePosition: Hashable, Sendable {
  /// A moment, microseconds since 1970.
  case time(Int64)
  /// A number in the unit of the axis.
  case number(Double)
  /// A name.
  case name(String)
}
