import Testing

@testable import Scenarios

@Suite("Experiments of outflow, exit, floor and backstop")
struct M0ExperimentTests {
  private typealias Common = CoinExperimentTests

  @Test("More bad news is more liquidations; an outflow alone makes the price lower")
  func outflow() throws {
    let experiment = OutflowExperiment()
    let ratios = try [-0.02, -0.06, -0.1154].map { news in
      try #require(
        try Common.measure(experiment, reading: "counted", ["news_log": news]).quantity
      )
    }
    #expect(ratios[0] < ratios[1] && ratios[1] < ratios[2])
    let caused = try Common.measure(experiment, reading: "caused")
    #expect(try Common.companion("log fall of the day by the outflow", of: caused) > 0)
  }

  @Test("Cohorts that open positions regain open interest, others lose more")
  func recovery() throws {
    let experiment = LeverageRecoveryExperiment()
    let treated = try #require(try Common.measure(experiment, reading: "ratchet").quantity)
    let control = try Common.measure(experiment, isControl: true, reading: "ratchet")
    #expect(treated > 0)
    #expect(try #require(control.quantity) < 0)
  }

  @Test("An exit takes from the price, a larger one more; the tranche of the last day is 0.23bn")
  func exit() throws {
    let experiment = WhaleExitExperiment()
    let one = try Common.measure(experiment)
    let many = try Common.measure(experiment, ["exit_coins": 110_000])
    #expect(try #require(one.quantity) > 0)
    #expect(try #require(many.quantity) > 4 * #require(one.quantity))
    let last = try Common.companion("sold on the last day", of: one)
    let all = try Common.companion("sold in all", of: one)
    // 0.23bn at the opening price of 0.936bn in all; the price moves meanwhile.
    #expect(abs(last / all / (0.23 / 0.936_424) - 1) < 0.15)
  }

  @Test("More weight of belief, more coins in the wave")
  func wave() throws {
    let experiment = ExitWaveExperiment()
    let weights = try [0.0, 1.5, 3].map { weight in
      try #require(
        try Common.measure(experiment, ["belief_weight": weight, "common_share": 0.9]).quantity
      )
    }
    #expect(weights[0] == 1)
    #expect(weights[1] > 1 && weights[2] > weights[1])
  }

  @Test("A larger purse prevents more, and 0.1bn is spent and prevents less than a hundredth")
  func floor() throws {
    let experiment = PriceFloorExperiment()
    let small = try Common.measure(experiment)
    let large = try Common.measure(experiment, ["purse_usd": 10e9])
    #expect(try #require(small.quantity) > 0 && #require(small.quantity) < 0.01)
    #expect(try #require(large.quantity) > #require(small.quantity))
    #expect(abs(try Common.companion("bought on the day", of: small) - 0.1) < 0.003)
  }

  @Test("An official buyer helps, less the later it comes")
  func backstop() throws {
    let experiment = OfficialBuyerExperiment()
    let shares = try [0.0, 0.25, 2].map { delay in
      try #require(try Common.measure(experiment, reading: "helps", ["delay_days": delay]).quantity)
    }
    #expect(shares[2] > 0)
    #expect(shares[0] > shares[1] && shares[1] > shares[2])
  }

  @Test(
    "A score of right probabilities is better on average, of wrong ones worse, of equal ones equal"
  )
  func score() throws {
    let experiment = ScenarioScoreExperiment()
    func mean(_ reading: String, isControl: Bool = false) throws -> Double {
      let gains = try (0..<2_000).map { number in
        try #require(
          experiment.measure(
            ExperimentRun(
              experiment: experiment.plan.id,
              seed: 1,
              number: number,
              isControl: isControl,
              reading: reading
            )
          ).quantity
        )
      }
      return gains.reduce(0, +) / 2_000
    }
    // 2/3 less 0.72 · 0.1338 + 0.23 · 1.1138 + 0.05 · 1.4738, and less their mean.
    #expect(abs(try mean("stated") - 0.2405) < 0.04)
    #expect(abs(try mean("ignorance") + 0.2405) < 0.05)
    #expect(try mean("stated", isControl: true) == 0)
  }
}
