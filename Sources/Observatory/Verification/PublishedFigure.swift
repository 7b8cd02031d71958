public import Quantities

/// A number that somebody published, and the way to compute it again from the store.
public struct PublishedFigure: Sendable {
  /// A short name: `I15-eth`.
  public let id: String
  /// What the number is.
  public let quantity: String
  /// Its unit.
  public let unit: String
  /// The published number; nil where only the computation is of interest.
  public let expected: Double?
  /// The largest difference that counts as agreement: half a unit of the last digit published, or
  /// the published standard error.
  public let tolerance: Double
  /// Where it was published.
  public let source: String
  /// What the computation may know: everything by the end of this day.
  public let asOf: Day
  /// What a reader must know when the two differ.
  public let remark: String
  let computation: Computation

  /// How a figure is computed.
  enum Computation: Sendable {
    /// The headline of an indicator, or one of its components, whatever its newest data.
    case indicator(String, component: String?)
    /// The headline of an indicator whose newest data is of the very day.
    case indicatorOfTheDay(String)
    /// The value of a series on a day.
    case value(SeriesID, Day)
    /// The highest value of a series in a window of days, both included.
    case highest(SeriesID, Day, Day)
    /// A closed form that needs no data.
    case closedForm(@Sendable () -> Double?)
  }

  init(
    _ id: String,
    _ quantity: String,
    unit: String,
    expected: Double?,
    tolerance: Double,
    asOf: String,
    source: String,
    remark: String = "",
    _ computation: Computation
  ) {
    self.id = id
    self.quantity = quantity
    self.unit = unit
    self.expected = expected
    self.tolerance = tolerance
    self.source = source
    self.asOf = Self.day(asOf)
    self.remark = remark
    self.computation = computation
  }

  /// A day written in a source file of this folder; traps on one that does not exist.
  static func day(_ text: String) -> Day {
    guard let instant = try? Instant(parsing: text) else { preconditionFailure("no day: \(text)") }
    return instant.day
  }
}
