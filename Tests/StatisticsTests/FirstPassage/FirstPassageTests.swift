import Testing

@testable import Statistics

@Suite("FirstPassage")
struct FirstPassageTests {
  @Test("row S50")
  func row() {
    let passage = FirstPassage.probability(
      start: 85_129.43,
      barrier: 50_000,
      volatility: 0.45,
      years: 1_136.0 / 365
    )
    #expect(abs(passage - 0.5026572852666231) < 1e-12)
    let range = GrowthRange.probability(low: 0.05, high: 0.08, volatility: 0.45, years: 3)
    #expect(abs(range - 0.04198947155752132) < 1e-12)
  }

  @Test("meets a simulated walk with drift, up and down", arguments: [-0.3, 0.2], [80.0, 125])
  func simulation(drift: Double, barrier: Double) {
    var stream = Stream.forTest(seed: 1, label: UInt64(barrier))
    let (paths, steps) = (20_000, 100)
    let step = 0.4 / 10.0
    let distance = Libm.log(barrier / 100)
    var reached = 0.0
    for _ in 0..<paths {
      // Between grid points the bridge is crossed with probability e^(−2ab/σ²dt).
      var (level, survival) = (0.0, 1.0)
      for _ in 0..<steps where survival > 0 {
        let next = level + drift / 100 + step * stream.nextNormal()
        let (a, b) = (distance - level, distance - next)
        survival *= a * b <= 0 ? 0 : 1 - Libm.exp(-2 * a * b / (step * step))
        level = next
      }
      reached += 1 - survival
    }
    let value = FirstPassage.probability(
      start: 100,
      barrier: barrier,
      volatility: 0.4,
      years: 1,
      logDrift: drift
    )
    let error = (value * (1 - value) / Double(paths)).squareRoot()
    #expect(abs(reached / Double(paths) - value) < 4 * error)
  }

  @Test("edges: no time, no distance, a sure drift")
  func edges() {
    func probability(_ barrier: Double, _ years: Double, _ drift: Double) -> Double {
      FirstPassage.probability(
        start: 1,
        barrier: barrier,
        volatility: 0.1,
        years: years,
        logDrift: drift
      )
    }
    #expect(probability(1, 0, 0) == 1)
    #expect(probability(2, 0, 0) == 0)
    #expect(abs(probability(2, 10, 50) - 1) < 1e-12)
    #expect(probability(2, 10, -50) < 1e-12)
  }

  @Test("growth ranges add up to one")
  func growth() {
    let ends = [-0.999_999, -0.5, 0, 0.1, 5, 1e9]
    let parts = zip(ends, ends.dropFirst()).map {
      GrowthRange.probability(low: $0, high: $1, volatility: 0.3, years: 2, logDrift: 0.05)
    }
    #expect(abs(parts.reduce(0, +) - 1) < 1e-9)
  }
}

@Suite("BounceFadeNull")
struct BounceFadeNullTests {
  @Test("meets a simulation of five-minute bars", arguments: [0.035, 0.05])
  func simulation(volatility: Double) {
    var stream = Stream.forTest(seed: 11)
    let step = volatility * (5.0 / 1_440).squareRoot()
    let night = volatility * (1_050.0 / 1_440).squareRoot()
    var (events, gone) = (0.0, 0.0)
    for _ in 0..<60_000 {
      var (level, highest) = (0.0, 0.0)
      for _ in 0..<78 {
        level += step * stream.nextNormal()
        highest = max(highest, level)
      }
      guard highest >= 0.03 else { continue }
      events += 1
      gone += level + night * stream.nextNormal() <= 0 ? 1 : 0
    }
    let value = BounceFadeNull(dailyVolatility: volatility, barMinutes: 5)
      .probability(threshold: 0.03)
    let error = (value * (1 - value) / events).squareRoot()
    #expect(events > 5_000 && abs(gone / events - value) < 4 * error)
  }

  @Test("the specification's figures at 3.5 % and 5 % a day are those of five-minute bars")
  func specification() {
    func value(_ volatility: Double) -> Double {
      BounceFadeNull(dailyVolatility: volatility, barMinutes: 5).probability(threshold: 0.03)
    }
    #expect(abs(value(0.035) - 0.160) < 0.002)
    #expect(abs(value(0.05) - 0.245) < 0.002)
  }

  @Test("a negligible threshold leaves the arcsine law of the whole day")
  func smallThreshold() {
    // P(W₁ ≤ 0) for a maximum that every path reaches.
    let value = BounceFadeNull(dailyVolatility: 0.05).probability(threshold: 1e-9)
    #expect(abs(value - 0.5) < 1e-6)
  }
}
