import Economy
import Observatory
import Testing

@testable import Scenarios

@Suite("M2.1: refusal and scarcity in the repo market")
struct RepoExperimentTests {
  private typealias Common = CoinExperimentTests

  @Test(
    "Without a shock the same random numbers give the same days, to the last digit",
    arguments: ["M2.1-idle", "M2.1-rate", "M2.1-skew", "M2.1-volume", "M2.1-2019"]
  )
  func controls(id: String) throws {
    let experiment = try Experiments.experiment(id)
    for reading in experiment.plan.readings {
      for number in 0..<3 {
        let run = ExperimentRun(
          experiment: id,
          seed: 17,
          number: number,
          isControl: true,
          reading: reading.id
        )
        #expect(try experiment.measure(run).quantity == 0, "\(id) \(reading.id)")
      }
    }
  }

  @Test("Refusal fills the ON RRP, scarcity empties it")
  func idleCash() throws {
    let experiment = IdleCashExperiment()
    #expect(try #require(Common.measure(experiment, reading: "refusal").quantity) > 0)
    #expect(try #require(Common.measure(experiment, reading: "scarcity").quantity) < 0)
  }

  @Test("Scarcity raises the median; the more lenders refuse, the lower it is")
  func median() throws {
    let experiment = RepoRateExperiment()
    #expect(try #require(Common.measure(experiment, reading: "scarcity").quantity) > 0)
    let medians = try [0, 0.5, 0.95].map {
      try #require(
        Common.measure(experiment, reading: "refusal", ["refusing_share": $0]).quantity
      )
    }
    #expect(medians[0] > medians[1] && medians[1] > medians[2] && medians[2] < 0)
    #expect(try #require(Common.measure(experiment, reading: "tail").quantity) > 0)
  }

  @Test("Doubt that is priced skews the rates without any refusal")
  func skew() throws {
    let experiment = RepoSkewExperiment()
    let priced = try #require(Common.measure(experiment, reading: "priced").quantity)
    let scarce = try #require(Common.measure(experiment, reading: "scarcity").quantity)
    #expect(priced > scarce && scarce > 0)
  }

  @Test("Loans of the facility hide a part of the fall of private lending")
  func volume() throws {
    let experiment = RepoVolumeExperiment()
    let lent = try #require(Common.measure(experiment, reading: "refusal").quantity)
    let published = try #require(Common.measure(experiment, reading: "published").quantity)
    #expect(lent < published && published < 0)
  }

  @Test("Better than chance on fresh worlds, and no better than chance on ordinary days")
  func classifier() throws {
    let experiment = RepoClassifierExperiment()
    func mean(isControl: Bool) throws -> Double {
      let areas = try (0..<12).map { number in
        let run = ExperimentRun(
          experiment: "A",
          seed: 9,
          number: number,
          isControl: isControl,
          reading: "alike"
        )
        return try #require(experiment.measure(run).quantity)
      }
      return areas.reduce(0, +) / Double(areas.count)
    }
    #expect(try mean(isControl: false) > 0.9)
    #expect(try abs(mean(isControl: true) - 0.5) < 0.25)
  }

  @Test("Ordinary days of September 2019 are those that were published")
  func ordinaryDays() {
    let study = RepoStudy(SeptemberRepoExperiment.ordinary, days: 40, seed: 3)
    let published = [2.125, 2.148, 2.173, 2.250, 2.333]
    let percentiles = [
      study.mean(\.p01), study.mean(\.p25), study.mean(\.p50), study.mean(\.p75), study.mean(\.p99),
    ]
    for (value, row) in zip(percentiles, published) { #expect(abs(value - row) < 0.05) }
    #expect(abs(study.mean(\.volume) - 1_164) < 2 && abs(study.mean(\.reverseRepo) - 3) < 1)
  }

  @Test("A drain alone does not raise the rates of the days before, lenders who ask more do")
  func drain() throws {
    let experiment = SeptemberRepoExperiment()
    let small = try #require(Common.measure(experiment, reading: "other_days").quantity)
    #expect(abs(small) < 0.1)
    let asked = try #require(
      Common.measure(
        experiment,
        reading: "other_days",
        ["asked_more_percent": 3, "borne_deviation_percent": 6]
      ).quantity
    )
    #expect(abs(asked - 3.08) < 0.5)
  }

  @Test("The slopes that the indicator holds are those of a new training")
  func trainedSlopes() throws {
    let classifier = try ScarcityRefusalClassifier(
      RepoTrainingWorlds(count: 400, baseDays: 10, seed: 31)
    )
    let written: [Double?] = [
      TrainedRefusalSlopes.idleCash, TrainedRefusalSlopes.median, TrainedRefusalSlopes.bowley,
      TrainedRefusalSlopes.rightTail, nil, TrainedRefusalSlopes.logVolume,
    ]
    for (slope, held) in zip(classifier.regression.slopes, written) {
      if let held { #expect(abs(slope - held) < 1e-6) }
    }
  }
}
