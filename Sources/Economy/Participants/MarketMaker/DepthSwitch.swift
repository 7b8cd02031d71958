/// How much of its depth a market maker shows after something frightened it (`model.md` §3.6).
///
/// The share falls to a floor at once, stays there for a while and recovers linearly:
///
///     w(t) = w_f for t < τ_w,   w_f + (1 − w_f)(t − τ_w)/T_r until 1,   w_f = 0.05, τ_w = 20 min, T_r = 2 h
///
/// A bar sees the mean over its own length, so that long bars see the same withdrawal as short ones.
struct DepthSwitch: Hashable, Sendable {
  /// w_f, the share left while withdrawn.
  let floor: Double
  /// τ_w in days.
  let holdDays: Double
  /// T_r in days.
  let recoveryDays: Double
  private(set) var ageDays = Double.infinity
  private var low = 1.0

  init(floor: Double, holdDays: Double, recoveryDays: Double) {
    self.floor = floor
    self.holdDays = holdDays
    self.recoveryDays = recoveryDays
  }

  /// Withdraws now, to the floor or to nothing.
  mutating func trip(isFailure: Bool) {
    let level = isFailure ? 0 : floor
    // A second fright while withdrawn does not bring a failed interface back.
    low = ageDays < holdDays ? min(low, level) : level
    ageDays = 0
  }

  /// The mean of w over the coming bar; time passes.
  mutating func elapse(days: Double) -> Double {
    guard ageDays < holdDays + recoveryDays else { return 1 }
    let missing = deficit(until: ageDays + days) - deficit(until: ageDays)
    ageDays += days
    return 1 - (1 - low) * missing / days
  }

  /// ∫ (1 − w)/(1 − w_f) from the fright to an age, days.
  private func deficit(until age: Double) -> Double {
    let held = min(age, holdDays)
    let recovering = min(max(0, age - holdDays), recoveryDays)
    guard recoveryDays > 0 else { return held }
    return held + recovering - 0.5 * recovering * recovering / recoveryDays
  }
}
