import Testing

@testable import Statistics

@Suite("Moments")
struct MomentsTests {
  static let sample = [3.2, -1.5, 7.25, 0.1, 2.9, 11.0, -4.75, 6.6, 5.5, 0.1 + 0.2]

  @Test("agree with numpy and scipy on a small sample")
  func knownValues() throws {
    // numpy mean and var(ddof=1); scipy.stats.skew and kurtosis (biased, Fisher).
    let moments = Moments(of: Self.sample)
    #expect(moments.count == 10)
    #expect(abs(moments.mean - 3.06) < 1e-14)
    #expect(abs(try #require(moments.variance) - 21.92211111111111) < 1e-13)
    #expect(abs(try #require(moments.skewness) - 0.016952059094526635) < 1e-14)
    #expect(abs(try #require(moments.excessKurtosis) + 0.7488852040651341) < 1e-13)
    #expect(moments.least == -4.75)
    #expect(moments.greatest == 11)
  }

  @Test("are nil where they are not defined")
  func undefined() {
    let none = Moments()
    #expect(none.populationVariance == nil)
    #expect(none.variance == nil)
    let one = Moments(of: [2])
    #expect(one.populationVariance == 0)
    #expect(one.variance == nil)
    #expect(one.standardErrorOfMean == nil)
    let constant = Moments(of: [2, 2, 2])
    #expect(constant.variance == 0)
    #expect(constant.skewness == nil)
    #expect(constant.excessKurtosis == nil)
  }

  @Test("keep their digits far from zero")
  func largeMean() throws {
    // 10⁹ is a power of ten that leaves these deviations exact.
    let shifted = Moments(of: [1.0, 2, 3, 4, 5, 8].map { $0 + 1e9 })
    let plain = Moments(of: [1, 2, 3, 4, 5, 8])
    #expect(abs(try #require(shifted.variance) - (try #require(plain.variance))) < 1e-6)
    #expect(abs(try #require(shifted.skewness) - (try #require(plain.skewness))) < 1e-6)
  }

  @Test("merged in index order agree with one pass, for any cut and grouping", arguments: 0..<100)
  func mergeAgrees(seed: Int) throws {
    var stream = Stream.forTest(seed: UInt64(seed), label: 30)
    let law = LogNormalDistribution(logMean: 0, logStandardDeviation: 1)
    let values = (0..<500).map { _ in law.draw(using: &stream) }
    let first = Int(stream.nextInteger(below: 501))
    let second = first + Int(stream.nextInteger(below: UInt64(501 - first)))
    let parts = [values[..<first], values[first..<second], values[second...]].map {
      Moments(of: $0)
    }
    let whole = Moments(of: values)
    let leftGrouped = Moments.merged(parts)
    let rightGrouped = Moments.merged([parts[0], Moments.merged(parts[1...])])
    for merged in [leftGrouped, rightGrouped] {
      #expect(merged.count == whole.count)
      #expect(merged.least == whole.least)
      #expect(merged.greatest == whole.greatest)
      try expectClose(merged.mean, whole.mean)
      try expectClose(merged.variance, whole.variance)
      try expectClose(merged.skewness, whole.skewness)
      try expectClose(merged.excessKurtosis, whole.excessKurtosis)
    }
  }

  @Test("an empty part changes nothing")
  func emptyPart() {
    let moments = Moments(of: Self.sample)
    #expect(Moments.merged([Moments(), moments, Moments()]) == moments)
  }

  @Test("a value that is not finite traps")
  func notFinite() async {
    await #expect(processExitsWith: .failure) { _ = Moments(of: [1, .nan]) }
  }

  private func expectClose(_ value: Double?, _ expected: Double?) throws {
    let (a, b) = (try #require(value), try #require(expected))
    #expect(abs(a - b) <= 1e-11 * abs(b))
  }
}
