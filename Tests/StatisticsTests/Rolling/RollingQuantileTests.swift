import Testing

@testable import Statistics

@Suite("RollingQuantile")
struct RollingQuantileTests {
  @Test(
    "equals the type-7 quantile of each window bit by bit",
    arguments: SeededSeries.Kind.allCases,
    [1, 2, 3, 8, 9, 30, 64, 100, 299, 300]
  )
  func equalsEachWindow(kind: SeededSeries.Kind, window: Int) throws {
    let probabilities = [0, 0.01, 0.05, 0.25, 0.5, 0.731, 0.95, 1]
    for (seed, count) in [300, 347].enumerated() {
      let values = SeededSeries.values(kind, count: count, seed: UInt64(seed))
      let fast = try RollingQuantile.type7(of: values, window: window, at: probabilities)
      for start in 0...(count - window) {
        let part = Array(values[start..<(start + window)])
        let slow = try SampleQuantile.type7(of: part, at: probabilities)
        #expect(fast.map { $0[start] } == slow, "\(kind) \(window) \(start)")
      }
    }
  }

  @Test("all short series with few different values", arguments: 1...4)
  func exhaustive(window: Int) throws {
    for code in 0..<2_187 {
      var rest = code
      let values = (0..<7).map { _ in
        defer { rest /= 3 }
        return Double(rest % 3)
      }
      let fast = try RollingQuantile.type7(of: values, window: window, at: [0.4, 0.75])
      for start in 0...(7 - window) {
        let part = Array(values[start..<(start + window)])
        #expect(fast.map { $0[start] } == (try SampleQuantile.type7(of: part, at: [0.4, 0.75])))
      }
    }
  }

  @Test("a series shorter than the window has no windows")
  func shortInput() throws {
    #expect(try RollingQuantile.type7(of: [1, 2], window: 3, at: 0.5).isEmpty)
  }

  @Test("refuses probabilities and values outside their range")
  func refusals() {
    #expect(throws: StatisticsError.self) {
      try RollingQuantile.type7(of: [1, 2], window: 1, at: 1.5)
    }
    #expect(throws: StatisticsError.self) {
      try RollingQuantile.type7(of: [1, .nan], window: 1, at: 0.5)
    }
  }
}
