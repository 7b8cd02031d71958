import Testing

@testable import Statistics

@Suite("GoldenSection")
struct GoldenSectionTests {
  @Test("finds an inner peak", arguments: [-3.7, 0, 0.001, 4.2])
  func innerPeak(peak: Double) {
    let found = GoldenSection.maximum(
      of: { -($0 - peak) * ($0 - peak) },
      in: -5...5,
      tolerance: 1e-7
    )
    #expect(abs(found - peak) < 1e-7)
  }

  @Test("finds a peak with a corner")
  func corner() {
    let found = GoldenSection.maximum(of: { -abs($0 - 2) }, in: 0...10, tolerance: 1e-10)
    #expect(abs(found - 2) < 1e-10)
  }

  @Test("goes to the end of a monotone function")
  func monotone() {
    #expect(GoldenSection.maximum(of: { $0 }, in: 0...1, tolerance: 1e-9) > 1 - 1e-9)
    #expect(GoldenSection.maximum(of: { -$0 }, in: 0...1, tolerance: 1e-9) < 1e-9)
  }

  @Test("ends on an interval of one point")
  func point() {
    #expect(GoldenSection.maximum(of: { $0 }, in: 2...2, tolerance: 1e-9) == 2)
  }
}
