/// One bar of a figure, or one part of a stacked bar.
public struct FigureBar: Hashable, Sendable {
  /// Where the bar stands, or where its stretch begins.
  public let start: FigurePosition
  /// Where its stretch ends; nil for a bar at a name.
  public let end: FigurePosition?
  /// The part of a stack this is; nil if bars are not stacked.
  public let group: String?
  /// The length, in the unit of the value axis.
  public let value: Double

  /// Creates the bar of a name.
  public init(name: String, group: String? = nil, value: Double) {
    start = .name(name)
    end = nil
    self.group = group
    self.value = value
  }

  /// Creates the bar of a stretch of an axis, such as an hour.
  public init(
    from start: FigurePosition,
    to end: FigurePosition,
    group: String? = nil,
    value: Double
  ) {
    self.start = start
    self.end = end
    self.group = group
    self.value = value
  }
}
