import Ensembles
import Scenarios
import Statistics
import Testing

@Suite("Samples of experiments")
struct ExperimentSampleTests {
  private func stream(_ run: UInt64 = 0) -> Stream {
    Stream(seed: 3, run: run, purpose: Purpose(rawValue: 99))
  }

  @Test("The interval of a median takes the order statistics of the binomial tail")
  func order() throws {
    var stream = stream()
    let values = (1...20).map(Double.init)
    let sample = ExperimentSample(values, statistic: .median, using: &stream)
    // P(Binomial(20, ½) ≤ 5) = 0.0207: ranks 6 and 15 cover with 0.9586, ranks 7 and 14 with 0.885.
    #expect(sample.interval?.lower == 6 && sample.interval?.upper == 15)
    #expect(abs((sample.interval?.level ?? 0) - 0.958_610) < 1e-6)
    #expect(sample.estimate == 10.5)
    let few = ExperimentSample([1, 2, 3], statistic: .median, using: &stream)
    #expect(few.interval?.lower == 1 && few.interval?.upper == 3 && few.interval?.level == 0.75)
  }

  @Test("A single draw has an interval of no level, a value without draws one of certainty")
  func single() {
    var stream = stream()
    #expect(ExperimentSample([4], statistic: .median, using: &stream).interval?.level == 0)
    #expect(ExperimentSample([4], statistic: .exact, using: &stream).interval?.level == 1)
    #expect(ExperimentSample([nil], statistic: .median, using: &stream).interval == nil)
  }

  @Test(
    "Intervals of the median and the mean cover the truth about as often as they say",
    arguments: [ExperimentPlan.Statistic.median, .mean]
  )
  func coverage(statistic: ExperimentPlan.Statistic) {
    let trials = 300
    var covered = 0
    for trial in 0..<trials {
      var draws = Stream(seed: 8, run: UInt64(trial), purpose: Purpose(rawValue: 98))
      let values: [Double?] = (0..<31).map { _ in draws.nextNormal() }
      var resamples = stream(UInt64(trial))
      let sample = ExperimentSample(values, statistic: statistic, using: &resamples)
      if let interval = sample.interval, interval.lower <= 0, interval.upper >= 0 { covered += 1 }
    }
    // Five standard errors of a share of 0.9 in 300 trials.
    #expect(Double(covered) / Double(trials) > 0.9 - 5 * 0.0173)
    #expect(covered < trials)
  }

  @Test("An unbounded value belongs in the upper tail")
  func unbounded() {
    var stream = stream()
    let values: [Double?] = [1, 2, 3, 4, 5, 6, 7, .infinity]
    let sample = ExperimentSample(values, statistic: .median, using: &stream)
    #expect(sample.estimate == 4.5)
    #expect(sample.band?.p95 == .infinity)
  }

  @Test("A share has Wilson's interval")
  func share() throws {
    var stream = stream()
    let values: [Double?] = (0..<33).map { $0 < 3 ? 1 : 0 }
    let sample = ExperimentSample(values, statistic: .share, level: 0.95, using: &stream)
    #expect(abs((sample.interval?.lower ?? 0) - 0.0314) < 1e-4)
    #expect(abs((sample.interval?.upper ?? 0) - 0.2357) < 1e-4)
  }
}
