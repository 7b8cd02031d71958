import Economy
import Quantities
import Statistics
import Testing

@Suite("Volume-weighted percentiles")
struct RateDistributionTests {
  @Test("a percentile is the lowest rate with that share of the volume at or below it")
  func definition() throws {
    let distribution = try #require(
      RateDistribution(
        rates: [4.1, 3.9, 4.0, 3.9, 9],
        volumes: [50, 20, 25, 5, 0].map { Amount($0) }
      )
    )
    #expect(distribution.rates == [3.9, 4.0, 4.1])
    #expect(distribution.cumulativeVolumes == [25, 50, 100])
    // Exactly at a share the lower rate counts.
    #expect([0, 1, 25, 26, 50, 51, 100].map(distribution.rate) == [3.9, 3.9, 3.9, 4, 4, 4.1, 4.1])
    #expect(distribution.skew.p75 == 4.1)
  }

  @Test("volumes near the largest integer do not overflow the comparison")
  func large() throws {
    let half = Amount(Int64.max / 2)
    let distribution = try #require(
      RateDistribution(rates: [1, 2], volumes: [half, half])
    )
    #expect(distribution.rate(at: 50) == 1 && distribution.rate(at: 51) == 2)
  }

  @Test("nothing traded has no distribution")
  func empty() {
    #expect(RateDistribution([]) == nil)
    #expect(RateDistribution(rates: [4], volumes: [.zero]) == nil)
  }

  @Test("it agrees with repeating each rate as often as its volume", arguments: 0..<100)
  func bruteForce(seed: UInt64) throws {
    var stream = Stream(seed: seed, run: 0, purpose: Purpose(room: 90, index: 401))
    let rates = (0..<30).map { _ in Double(stream.nextInteger(below: 20)) / 100 }
    let volumes = rates.map { _ in Int64(stream.nextInteger(below: 9)) }
    let all = zip(rates, volumes).flatMap { [Double](repeating: $0, count: Int($1)) }.sorted()
    let distribution = try #require(
      RateDistribution(rates: rates, volumes: volumes.map { Amount($0) })
    )
    for percent in 1...100 {
      let needed = (all.count * percent + 99) / 100
      #expect(distribution.rate(at: percent) == all[needed - 1], "percentile \(percent)")
    }
  }
}
