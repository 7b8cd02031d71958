/// Preparation of recorded event times for point-process estimates.
public enum EventTimes {
  /// Spreads events that share a clock reading evenly over the clock's resolution.
  ///
  /// Venues stamp events to the millisecond or coarser, while a point process has no simultaneous
  /// events: unresolved ties would be read as excitation of unbounded speed. The j-th of k events at
  /// reading t moves to t + resolution·(j + ½)/k.
  ///
  ///     try EventTimes.spreadingTies(in: [0, 0, 2], resolution: 1)  // [0.25, 0.75, 2.5]
  ///
  /// - Parameters:
  ///   - readings: Ascending clock readings, ties allowed, different ones at least the resolution
  ///     apart.
  ///   - resolution: The clock's step, in the unit of the readings; positive.
  /// - Returns: Strictly ascending times, as many as readings.
  /// - Throws: ``StatisticsError/valueOutOfRange(field:value:expected:)`` for readings out of order or
  ///   closer than the resolution.
  /// - Complexity: O(n).
  public static func spreadingTies(
    in readings: [Double],
    resolution: Double
  ) throws(StatisticsError) -> [Double] {
    precondition(
      resolution > 0 && resolution.isFinite,
      "the resolution must be positive: \(resolution)"
    )
    var times: [Double] = []
    times.reserveCapacity(readings.count)
    var start = 0
    while start < readings.count {
      let reading = readings[start]
      if start > 0 && !(reading - readings[start - 1] >= resolution * (1 - 1e-6)) {
        throw .valueOutOfRange(
          field: "event time",
          value: reading,
          expected: "at least \(resolution) after \(readings[start - 1])"
        )
      }
      var end = start + 1
      while end < readings.count && readings[end] == reading { end += 1 }
      let width = resolution / Double(end - start)
      for index in 0..<(end - start) {
        times.append(reading + width * (Double(index) + 0.5))
      }
      start = end
    }
    return times
  }
}
