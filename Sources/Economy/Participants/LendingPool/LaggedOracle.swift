/// The price that a lending pool reads: late by whole bars, and still while the market moves little.
///
/// An observation takes effect after the lag if it then deviates by the threshold from the price in effect.
struct LaggedOracle: Hashable, Sendable {
  /// One observation, and the shock that falsified it.
  struct Observation: Hashable, Sendable {
    let price: Double
    let fault: Int?
  }

  let lagBars: Int
  let threshold: Double
  private(set) var effective: Observation?
  private var waiting: [Observation] = []

  init(lagBars: Int, threshold: Double) {
    self.lagBars = lagBars
    self.threshold = threshold
  }

  /// Takes a bar's observation in.
  mutating func observe(_ price: Double, fault: Int?) {
    waiting.append(Observation(price: price, fault: fault))
    if effective == nil { effective = waiting[0] }
    guard waiting.count > lagBars, let current = effective else { return }
    let due = waiting.removeFirst()
    if abs(due.price / current.price - 1) >= threshold { effective = due }
  }
}
