/// The running state of a simulated Hawkes process, one event at a time.
///
/// The next waiting time is the smaller of one from the base rate and one from the decaying
/// excitation, each drawn by inversion: exact, without thinning, two words per event.
/// Source: Dassios and Zhao (2013), "Exact simulation of Hawkes process with exponentially decaying
/// intensity".
public struct HawkesArrivals: Sendable {
  /// The process that is simulated.
  public let process: HawkesProcess
  /// The time of the last event, or the start.
  public private(set) var time: Double
  /// The intensity above the base rate just after ``time``, per unit of time.
  public private(set) var excitation: Double

  /// Creates the state before the first event.
  ///
  /// - Parameters:
  ///   - process: The process to simulate.
  ///   - start: The time from which events count.
  ///   - excitation: The intensity above the base rate at the start, not negative.
  public init(of process: HawkesProcess, startingAt start: Double = 0, excitation: Double = 0) {
    precondition(start.isFinite, "the start must be finite: \(start)")
    precondition(
      excitation >= 0 && excitation.isFinite,
      "the excitation must not be negative: \(excitation)"
    )
    self.process = process
    self.time = start
    self.excitation = excitation
  }

  /// The intensity at a time not before the last event.
  ///
  /// - Parameter time: At or after ``time``.
  /// - Returns: Events per unit of time, at least the base rate.
  public func intensity(at time: Double) -> Double {
    precondition(time >= self.time, "the intensity at \(time) needs events after \(self.time)")
    return process.baseRate + excitation * Libm.exp(-process.decayRate * (time - self.time))
  }

  /// Moves to the next event.
  ///
  /// - Parameter stream: The stream that is advanced, by exactly two words.
  /// - Returns: The event's time, not before the last one.
  public mutating func next(using stream: inout Stream) -> Double {
    let beta = process.decayRate
    let baseExponential = -Libm.log(onePlus: -stream.nextUniform())
    let excitedExponential = -Libm.log(onePlus: -stream.nextUniform())
    var wait = baseExponential / process.baseRate
    // The excitation integrates to excitation/β over all future: a larger draw never fires.
    let survivor = excitation > 0 ? 1 - beta * excitedExponential / excitation : 0
    if survivor > 0 { wait = min(wait, -Libm.log(survivor) / beta) }
    time += wait
    excitation = excitation * Libm.exp(-beta * wait) + process.branchingRatio * beta
    return time
  }
}
