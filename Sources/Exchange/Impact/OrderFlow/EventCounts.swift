public import Statistics

/// Counts of events in consecutive windows: how often, and how bunched.
///
/// The Fano factor, variance over mean of the counts, is 1 for independent events and
/// 1/(1 − n)² for a Hawkes process in long windows (`model.md` §1.4, row S19).
public struct EventCounts: Hashable, Sendable {
  /// Events per unit of time.
  public let meanRate: Double
  /// Variance over mean of the counts per window.
  public let fanoFactor: Double

  /// Simulates a Hawkes process and counts its events.
  ///
  /// - Parameters:
  ///   - process: The process.
  ///   - window: The length of a window, positive.
  ///   - runTime: The length counted, at least two windows; a last part window is left out.
  ///   - burnIn: The length before it that is not counted, not negative.
  ///   - stream: The stream of the waiting times.
  /// - Complexity: O(events), no storage.
  public init(
    of process: HawkesProcess,
    window: Double,
    runTime: Double,
    burnIn: Double,
    using stream: inout Stream
  ) {
    precondition(window > 0, "a window must be positive: \(window)")
    precondition(runTime >= 2 * window, "at least two windows: \(runTime) < 2 × \(window)")
    precondition(burnIn >= 0, "negative burn-in: \(burnIn)")
    let windows = Int((runTime / window).rounded(.down))
    let end = Double(windows) * window
    var arrivals = HawkesArrivals(of: process, startingAt: -burnIn)
    // Sums of counts and of their squares are whole numbers, exact in a Double far beyond any run.
    var (total, squares, inWindow) = (0.0, 0.0, 0.0)
    var windowEnd = window
    while true {
      let time = arrivals.next(using: &stream)
      if time < 0 { continue }
      while windowEnd <= min(time, end) {
        total += inWindow
        squares += inWindow * inWindow
        inWindow = 0
        windowEnd += window
      }
      if time >= end { break }
      inWindow += 1
    }
    let count = Double(windows)
    let mean = total / count
    meanRate = mean / window
    fanoFactor = mean > 0 ? (squares - count * mean * mean) / (count - 1) / mean : 1
  }
}
