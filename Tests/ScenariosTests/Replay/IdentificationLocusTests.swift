import Testing

@testable import Scenarios

@Suite("IdentificationLocus")
struct IdentificationLocusTests {
  @Test("the figures of 21 November 2025 fit every gain to 0.905, as model.md 2.6 says")
  func november() throws {
    let locus = try #require(
      IdentificationLocus(priceChange: -0.109, liquidations: 1.9e9, outflow: 0.2e9)
    )
    #expect(abs(locus.logDrop - 0.1154) < 5e-5)
    #expect(abs(locus.largestGain - 0.905) < 5e-4)
    #expect(abs(locus.multiplierOfFlowAlone - 10.5) < 1e-12)
    let quarter = try #require(locus.points.first { $0.gain == 0.25 })
    #expect(abs(quarter.newsShare - 0.72) < 5e-3)
    #expect(abs(quarter.impactPerBillion - 0.015) < 5e-4)
    let last = try #require(locus.points.last)
    #expect(last.gain == locus.largestGain)
    #expect(abs(last.newsShare) < 1e-12)
    #expect(abs(last.impactPerBillion - 0.055) < 5e-4)
    #expect(locus.reading.contains("0.905"))
  }

  @Test("gains rise, and more gain leaves less for news")
  func order() throws {
    let locus = try #require(
      IdentificationLocus(priceChange: -0.3, liquidations: 1e9, outflow: 1.5e9)
    )
    #expect(locus.points.map(\.gain) == [0.1, 0.25, 0.4])
    for point in locus.points {
      // The forced part of the fall is the gain, the outflow's part E/L of it, news the rest.
      #expect(abs(point.newsShare - (1 - point.gain * 2.5)) < 1e-12)
      #expect(abs(point.impactPerBillion - point.gain * locus.logDrop) < 1e-12)
    }
  }

  @Test(
    "a rise, no fall, or a flow of zero says nothing",
    arguments: [(0.1, 1.0, 1.0), (0, 1, 1), (-1, 1, 1), (-0.1, 0, 1), (-0.1, 1, 0), (-0.1, -1, 1)]
  )
  func nothing(change: Double, liquidations: Double, outflow: Double) {
    #expect(
      IdentificationLocus(priceChange: change, liquidations: liquidations, outflow: outflow) == nil
    )
  }
}
