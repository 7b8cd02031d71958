import Statistics

/// How large a carry position is wanted, and how fast it is built up and closed.
///
///     N* = N_max · ramp(b; c*, c* + w)
///     a session's change:  entry · (N* − N)⁺ − exit · (N − N*)⁺,  exit doubled if b < c* − d
///
/// Source: `model.md` §3.4.
struct CarryRule: Sendable {
  /// N_max, dollars.
  let capacity: Double
  /// c*, what the trade costs a year.
  let required: Double
  /// w, how far above it the whole capacity is used.
  let width: Double
  /// The shares of a gap traded a day.
  let entry: Double
  let exit: Double
  /// d, how far below the cost the exit doubles.
  let urgency: Double

  /// N*, dollars.
  func target(carry: Double) -> Double {
    capacity * min(1, max(0, (carry - required) / width))
  }

  /// The change of a position of so many dollars over so many days.
  func change(of position: Double, target: Double, carry: Double, days: Double) -> Double {
    let gap = target - position
    if gap >= 0 { return gap * Self.share(entry, days) }
    return gap * Self.share(carry < required - urgency ? min(1, 2 * exit) : exit, days)
  }

  /// The share of a gap closed in some days at a rate per day; for a day, the rate itself.
  private static func share(_ perDay: Double, _ days: Double) -> Double {
    days == 1 ? perDay : 1 - Libm.pow(1 - min(1, perDay), days)
  }
}
