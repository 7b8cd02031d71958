import Testing

@testable import Statistics

@Suite("RollingCorrelation")
struct RollingCorrelationTests {
  @Test(
    "agrees with the correlation of each window",
    arguments: SeededSeries.Kind.allCases,
    [2, 3, 20, 60]
  )
  func agreesWithEachWindow(kind: SeededSeries.Kind, window: Int) throws {
    let first = SeededSeries.values(kind, count: 251, seed: 3)
    let noise = SeededSeries.values(.normal, count: 251, seed: 4)
    let second = zip(first, noise).map { 0.5 * $0 + $1 }
    let fast = try RollingCorrelation.pearson(first, second, window: window)
    #expect(fast.count == first.count - window + 1)
    for start in fast.indices {
      let end = start + window
      // The origin is taken off, since the slow version is the one that a large offset hurts.
      let x = first[start..<end].map { $0 - first[start] }
      let y = second[start..<end].map { $0 - second[start] }
      guard let slow = try? Correlation.pearson(x, y) else {
        #expect(fast[start].isNaN)
        continue
      }
      #expect(abs(fast[start] - slow) < 1e-9, "\(kind) \(window) \(start)")
    }
  }

  @Test("is undefined in constant windows only")
  func constantWindows() throws {
    let first = [1.0, 0.1, 0.1, 0.1, 2]
    let second = [1.0, 2, 3, 5, 4]
    let result = try RollingCorrelation.pearson(first, second, window: 3)
    #expect(result.map(\.isNaN) == [false, true, false])
  }

  @Test("never leaves −1 ... 1")
  func bounds() throws {
    let x = SeededSeries.values(.walk, count: 500, seed: 9)
    let up = try RollingCorrelation.pearson(x, x.map { 3 * $0 + 1 }, window: 5)
    #expect(up.allSatisfy { $0 <= 1 && $0 > 1 - 1e-12 })
  }

  @Test("a series shorter than the window has no windows")
  func shortInput() throws {
    #expect(try RollingCorrelation.pearson([1, 2], [1, 2], window: 3).isEmpty)
  }
}
