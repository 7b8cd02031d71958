/// A fault of the venue itself: the run must stop, its books cannot be trusted to go on.
public enum VenueError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A batch could not be posted after the event it books had happened.
  case clearing(ClearingError)
  /// A command is dated before the one that preceded it.
  case timeReversed(microseconds: Int64, previous: Int64)
  /// A batch was stopped by a fault in an earlier command.
  case stopped

  /// The stable name of the error.
  public var code: String {
    switch self {
    case .clearing(let error): error.code
    case .timeReversed: "venue.time.reversed"
    case .stopped: "venue.stopped"
    }
  }

  /// One line for a person.
  public var description: String {
    switch self {
    case .clearing(let error): error.description
    case .timeReversed(let time, let previous):
      "time: got \(time) µs, expected at least \(previous) µs"
    case .stopped: "the venue stopped at an earlier fault"
    }
  }
}
