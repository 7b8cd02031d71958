import Economy
import Statistics

/// M0.2: whether open interest comes back after a purge, under the three readings of it.
struct RatchetReadingsExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.2-readings",
    systems: ["M0.2", "M0.3"],
    title: "Ratchet, healthy reset or recurring cycle",
    question:
      "After a year of purges and three calm years, does open interest return when demand for leverage "
      + "does, compared with a market in which purges destroy no capacity?",
    quantity: "open interest in a boom over that of the unharmed market, same news",
    unit: "ratio",
    expected: RatchetReadingsExperiment.ratchet,
    mechanism: "the ratchet: liquidations destroy no capacity for leverage",
    control: .exactly(1),
    readings: [
      ExperimentReading(
        id: "irreversible_ratchet",
        text: "capacity never comes back, recovery 0 a day (S0.F87)",
        expected: RatchetReadingsExperiment.ratchet
      ),
      ExperimentReading(
        id: "healthy_reset",
        text: "limits come back within weeks, a thirtieth of the gap a day (S3.F40, S3.F54)",
        expected: ExperimentExpectation(
          .atLeast(0.9),
          facts: ["S3.F40", "S3.F54"],
          statement:
            "the reset lays the ground for a sounder rise: nine tenths of open interest return"
        )
      ),
      ExperimentReading(
        id: "recurring_cycle",
        text: "limits come back within a year, 1/250 of the gap a day (S1.F47)",
        expected: ExperimentExpectation(
          .atLeast(0.9),
          facts: ["S1.F37", "S1.F47"],
          statement: "the leverage cycle starts again: nine tenths of open interest return"
        )
      ),
    ],
    runs: 60,
    sweeps: [
      ExperimentSweep(
        RatchetReadingsExperiment.recovery,
        [0, 0.000_25, 0.0005, 0.001, 0.004, 0.033],
        by: RatchetReadingsExperiment.loss,
        [0.25, 0.5, 1],
        runs: 20
      ),
      ExperimentSweep(
        RatchetReadingsExperiment.recovery,
        [0.001, 0.004, 0.033, 0.1],
        by: RatchetReadingsExperiment.loss,
        [0.25, 0.5, 1],
        reading: "healthy_reset",
        runs: 20
      ),
      ExperimentSweep(
        RatchetReadingsExperiment.recovery,
        [0.001, 0.004, 0.033, 0.1],
        by: RatchetReadingsExperiment.loss,
        [0.25, 0.5, 1],
        reading: "recurring_cycle",
        runs: 20
      ),
    ],
    inputs: [
      "the ratchet map of model §5.4 with its defaults; a run is 10 paths; 365 days as they are, 1 095 days "
        + "of calm (15 % a year), 180 days in which desired leverage is three times its rule",
      "all other parameters are assumptions, the same in the three readings: only recovery differs",
      "stated for comparison and not used: open interest −28 % in USD (S0.F16), −0.2 % to +10.8 % in coins "
        + "(E13), perpetuals −37.7 % (S3.F34)",
    ],
    finding:
      "The readings are one map with three speeds of recovery. Without recovery open "
      + "interest stays at a quarter of what it would be, deeper than the fall that the "
      + "source calls lasting; with recovery within weeks nothing is left of the purge, and "
      + "smaller positions even lose less; with recovery within a year it comes back to "
      + "just under nine tenths, so that the cycle starts again a little smaller unless a "
      + "purge costs less capacity than assumed. The fall itself tells nothing apart: −28 % "
      + "and −37.7 % in dollars are mostly price, and the market without any ratchet has "
      + "larger falls within 60 days. Nor does volatility a year on. Open interest in coins "
      + "and the margin that venues offer do: after half a year a reset is over, after two "
      + "years a cycle is and a ratchet is not. Every past cycle of open interest speaks "
      + "against recovery 0.",
    refutation:
      "open interest in coins over its level before the purge after 6, 12 and 24 months, with the leverage "
      + "that venues offer",
    coversWhole: false
  )

  private static let ratchet = ExperimentExpectation(
    .atMost(0.75),
    facts: ["S0.F87", "S0.F14", "S0.F15", "S0.F16"],
    statement:
      "destroyed for good: open interest settles lower, by as much as it fell (28 %), a quarter or more"
  )
  private static let recovery = ExperimentSweep.Parameter(
    "recovery_per_day",
    text: "share of lost capacity that comes back in a day"
  )
  private static let loss = ExperimentSweep.Parameter(
    "capacity_loss",
    text: "capacity lost if all open interest is liquidated"
  )
  private static let paths = 10

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    var ratchet = LeverageRatchet(reading(of: run))
    ratchet.leverageRecoveryPerDay = run.value(
      of: "recovery_per_day",
      else: ratchet.leverageRecoveryPerDay
    )
    ratchet.ratchetStrength = run.isControl ? 0 : run.value(of: "capacity_loss", else: 0.5)
    var test = RatchetHysteresisTest(ratchet)
    test.paths = RatchetReadingsExperiment.paths
    var stream = run.stream("news")
    let seed = stream.nextWord()
    let outcome = test.outcome(seed: seed)
    // After the purges, without the calm: what would be seen from a year on.
    let seen = ratchet.ensemble(
      days: 1_095,
      paths: RatchetReadingsExperiment.paths,
      reportDays: [180, 365, 730, 1_095],
      seed: seed
    )
    return ExperimentMeasurement(
      mean(outcome.inBoom),
      companions: [
        .init("share of paths back at nine tenths", unit: "fraction", outcome.recoveredShare),
        .init(
          "open interest in the boom over the start, coins",
          unit: "ratio",
          mean(outcome.inBoomOverStart)
        ),
        .init("leverage limit after half a year", unit: "ratio", mean(seen.leverageCaps[0])),
        .init("leverage limit after a year", unit: "ratio", mean(seen.leverageCaps[1])),
        .init("leverage limit after two years", unit: "ratio", mean(seen.leverageCaps[2])),
        .init(
          "open interest after half a year, coins",
          unit: "ratio",
          mean(seen.openInterestRatios[0])
        ),
        .init(
          "open interest after two years, coins",
          unit: "ratio",
          mean(seen.openInterestRatios[2])
        ),
        .init("30-day volatility after a year", unit: "fraction/yr", mean(seen.volatilities[1])),
        .init(
          "30-day volatility after three years",
          unit: "fraction/yr",
          mean(seen.volatilities[3])
        ),
      ] + purge(ratchet, run)
    )
  }

  private func reading(of run: ExperimentRun) -> LeverageRatchet.Reading {
    switch run.reading {
    case "healthy_reset": .healthyReset
    case "recurring_cycle": .recurringCycle
    default: .irreversibleRatchet
    }
  }

  /// The two months of a path of a year in which open interest fell the furthest.
  private func purge(
    _ ratchet: LeverageRatchet,
    _ run: ExperimentRun
  ) -> [ExperimentMeasurement.Companion] {
    var stream = run.stream("purge")
    var mixing = stream.companion
    let law = StudentTDistribution(degreesOfFreedom: ratchet.shockDegreesOfFreedom)
    let scale = ratchet.newsVolatility / Double(365).squareRoot()
    var state = ratchet.start
    var path = [state]
    for _ in 0..<365 {
      let shock = scale * law.drawStandardised(mixing: &mixing, using: &stream)
      _ = ratchet.advance(&state, news: shock)
      path.append(state)
    }
    func dollars(_ state: LeverageRatchet.State) -> Double {
      state.openInterest * Libm.exponential(state.logPrice)
    }
    var deepest = (coins: 0.0, dollars: 0.0)
    for day in 60..<path.count {
      let usd = dollars(path[day]) / dollars(path[day - 60]) - 1
      guard usd < deepest.dollars else { continue }
      deepest = (path[day].openInterest / path[day - 60].openInterest - 1, usd)
    }
    return [
      .init("largest fall of open interest in 60 days, USD", unit: "fraction", deepest.dollars),
      .init("the same fall in coins", unit: "fraction", deepest.coins),
    ]
  }

  private func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}
