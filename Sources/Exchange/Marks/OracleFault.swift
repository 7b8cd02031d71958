public import Quantities

/// A way in which an oracle fails; a knob of scenarios.
public enum OracleFault: Hashable, Sendable {
  /// From this instant on the oracle repeats the last price it gave before.
  case stale(since: Instant)
  /// Every price is multiplied by a factor.
  case offset(factor: Fraction)
  /// From this instant on the venue's own book is read, whatever the source says.
  case venueBook(since: Instant)
}
