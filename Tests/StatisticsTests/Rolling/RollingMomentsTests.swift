import Testing

@testable import Statistics

@Suite("RollingMoments")
struct RollingMomentsTests {
  /// Each window on its own, by the two-pass formula.
  static func naive(_ values: [Double], window: Int) -> [(mean: Double, variance: Double)] {
    guard values.count >= window else { return [] }
    return (0...(values.count - window)).map { start in
      let part = values[start..<(start + window)]
      // Deviations from a member keep the digits that a large offset would cost the mean.
      let origin = part[part.startIndex]
      let shift = part.reduce(0) { $0 + ($1 - origin) } / Double(window)
      let squares = part.reduce(0) { $0 + ($1 - origin - shift) * ($1 - origin - shift) }
      return (origin + shift, squares / Double(window - 1))
    }
  }

  @Test(
    "agrees with each window computed on its own",
    arguments: SeededSeries.Kind.allCases,
    [2, 3, 7, 60, 199, 200]
  )
  func agreesWithEachWindow(kind: SeededSeries.Kind, window: Int) throws {
    for (seed, count) in [200, 401, 463].enumerated() {
      let values = SeededSeries.values(kind, count: count, seed: UInt64(seed))
      let expected = Self.naive(values, window: window)
      let means = try RollingMoments.means(of: values, window: window)
      let variances = try RollingMoments.variances(of: values, window: window)
      #expect(means.count == expected.count && variances.count == expected.count)
      for index in expected.indices {
        let (mean, variance) = expected[index]
        let spread = variance.squareRoot() + abs(mean)
        #expect(abs(means[index] - mean) <= 1e-12 * spread, "\(kind) \(window) \(index)")
        #expect(abs(variances[index] - variance) <= 1e-11 * variance, "\(kind) \(window) \(index)")
      }
    }
  }

  @Test("a constant window has no variance at all, whatever its neighbours")
  func constantWindow() throws {
    let values = [1e15, 0.1, 0.1, 0.1, 0.1, -1e15]
    let variances = try RollingMoments.variances(of: values, window: 4)
    #expect(variances[1] == 0)
    #expect(try RollingMoments.standardDeviations(of: values, window: 4)[1] == 0)
  }

  @Test("a series shorter than the window has no windows")
  func shortInput() throws {
    #expect(try RollingMoments.means(of: [1, 2], window: 3).isEmpty)
    #expect(try RollingMoments.means(of: [], window: 1).isEmpty)
    #expect(try RollingMoments.means(of: [1, 2], window: 1) == [1, 2])
  }

  @Test("refuses values that are not finite", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(value: Double) {
    #expect(throws: StatisticsError.self) {
      try RollingMoments.variances(of: [1, value, 2], window: 2)
    }
  }
}
