public import Quantities

/// Which revision of each value a read returns.
public enum Vintage: Hashable, Sendable {
  /// The newest revision that was knowable at the instant; values not yet knowable are absent.
  case asOf(Instant)
  /// The newest revision of all, whenever it became knowable: never for a forecast or a backtest.
  case latest

  /// The last instant of a UTC day: everything knowable by its end, midnight included.
  public static func endOf(_ day: Day) -> Vintage { .asOf(Instant(startOf: day + 1)) }
}
