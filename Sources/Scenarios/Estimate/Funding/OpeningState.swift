public import Quantities

/// One state of an opening: what it is, whether somebody published it, and where it comes from.
public struct OpeningState: Hashable, Sendable {
  /// Whether a published number was taken as it is.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// A published number, in another unit at most, or a plain difference or ratio of two of one series.
    case observed
    /// No number was usable, or the number also rests on something that nobody published.
    case assumed
  }

  /// What it is: the name of a figure where the world has one.
  public let name: String
  /// How much, in the unit.
  public let value: Double
  /// The unit: `percent` a year, `USD bn`, `JPY per USD`, `basis points`.
  public let unit: String
  /// Whether it was observed.
  public let status: Status
  /// The series that the value comes from; empty if none.
  public let series: [String]
  /// The time that the newest value used describes, nil if none was.
  public let refersTo: Instant?
  /// When all of them were knowable, nil if none was.
  public let knowableAt: Instant?
  /// Why it is what it is: a rule of the second clock, or the reason why it is assumed.
  public let basis: String

  /// Creates a state.
  public init(
    name: String,
    value: Double,
    unit: String,
    status: Status,
    series: [String] = [],
    refersTo: Instant? = nil,
    knowableAt: Instant? = nil,
    basis: String
  ) {
    self.name = name
    self.value = value
    self.unit = unit
    self.status = status
    self.series = series
    self.refersTo = refersTo
    self.knowableAt = knowableAt
    self.basis = basis
  }
}
