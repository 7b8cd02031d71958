import Economy
import Statistics

/// M0.3: whether the ratchet and the sovereign floor make volatility die out.
struct VolatilityCollapseExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.3-collapse",
    systems: ["M0.3", "M0.2"],
    title: "Volatility collapse by leverage lost for good and a rising floor",
    question:
      "If liquidations destroy leverage for good and states buy below a rising floor, how likely is "
      + "volatility below 25 % at the end of 2026, below 15 % at the end of 2028, and low for good?",
    quantity: "chance that 30-day realised volatility is below the threshold on the day",
    unit: "probability",
    expected: VolatilityCollapseExperiment.byEndOf2026,
    mechanism:
      "the ratchet and the floor: liquidations destroy no capacity and nobody buys below a floor",
    control: .notAbove(0.5),
    readings: [
      ExperimentReading(
        id: "2026q4",
        text: "below 25 % after 404 days, 2026-12-31",
        expected: VolatilityCollapseExperiment.byEndOf2026
      ),
      ExperimentReading(
        id: "2028q4",
        text: "below 15 % after 1 130 days, the end of 2028",
        expected: ExperimentExpectation(
          .atLeast(0.72),
          facts: ["S0.F63", "S0.F68"],
          statement: "RV30 below 15 % by 2028Q4, part of the scenario with 72 %"
        )
      ),
      ExperimentReading(
        id: "for_good",
        text: "below 25 % in the long run, after ten years: the resting state without speculation",
        expected: ExperimentExpectation(
          .atLeast(0.95),
          facts: ["S0.F62", "S0.F95"],
          statement:
            "the only resting state is volatility so low that speculation leaves: P(RV30 > 25 %) below 5 %"
        )
      ),
    ],
    statistic: .share,
    runs: 1_000,
    runsMin: 20,
    sweeps: VolatilityCollapseExperiment.sweeps,
    inputs: [
      "the ratchet map of model §5.4: news 33 % a year (Student t, 4 degrees of freedom), leverage desired in "
        + "inverse proportion to volatility; a run is one path",
      "treated: nothing of lost leverage comes back; states absorb three quarters of every fall below a "
        + "floor that starts 11 % under the price and rises 20 % a year: assumptions in favour of the claim",
      "the control passes while the chance without the mechanism is not above one half: the source calls "
        + "the outcome a consequence of the mechanism, so that without it it must not be likely anyway",
      "conditions: 1 no recovery (C1), 2 leverage that does not follow calm (C2), 4 news of 15 % a year or "
        + "less for other reasons (C3), 8 hoarding does not thin the market (C4); a sum means several",
    ],
    finding:
      "Losing leverage for good removes the amplification and not the news. The mechanism "
      + "lifts the chance for 2026 from about 4 % to about a quarter, that for 2028 from "
      + "nothing to under 1 %: with news of 33 % a year and leverage gone, even a floor "
      + "that always binds would leave 23 % (0.7071 of the news), so that 15 % needs news "
      + "below 21 % whatever happens to leverage. The region is that of C3, quiet news or a "
      + "peg: with news of 15 % the first threshold is met under any other conditions, the "
      + "second not surely under all four and surely with news of 10 %. Given quiet news, "
      + "C1 decides whether it lasts: at 20 % news the long-run chance is 0.95 without "
      + "recovery, three quarters with recovery within a year and a few percent with "
      + "recovery within weeks. C2 moves nothing here, because the limit on leverage binds "
      + "before desired leverage does; C4 matters only where leverage comes back. So the "
      + "squeeze of ceiling and floor is no absorbing state by itself.",
    refutation:
      "RV30 below 25 % at the end of 2026 with news as loud as before: volume, events and implied volatility "
      + "unchanged while open interest over market value is lower",
    coversWhole: false
  )

  private static let byEndOf2026 = ExperimentExpectation(
    .atLeast(0.72),
    facts: ["S0.F57", "S0.F62", "S0.F68"],
    statement:
      "RV30 from 60 % to below 25 % by 2026Q4; the scenario that holds it has 72 %, read as at least that"
  )
  private static let news = ExperimentSweep.Parameter(
    "news_volatility_annual",
    text: "news σ_n, a year"
  )

  private static var sweeps: [ExperimentSweep] {
    let scan = RatchetBifurcationScan()
    let conditions = ExperimentSweep.Parameter("conditions", text: "sum of the conditions imposed")
    let strength = ExperimentSweep.Parameter("absorber_strength", text: "k_s, absorption of falls")
    let grid = ["2026q4", "2028q4", "for_good"].flatMap { reading in
      let runs = reading == "for_good" ? 100 : 300
      return [
        ExperimentSweep(
          news,
          [0.1, 0.15, 0.2, 0.25, 0.33],
          by: strength,
          [0, 3, 1_000],
          reading: reading,
          runs: runs
        ),
        ExperimentSweep(conditions, (0..<16).map(Double.init), reading: reading, runs: runs),
      ]
    }
    return grid + [
      ExperimentSweep(
        [
          .init("recovery_per_day", text: "ρ_L, recovery of leverage a day"),
          .init("elasticity", text: "ε, how strongly calm raises desired leverage"),
          news,
        ],
        points: scan.recoveries.flatMap { recovery in
          scan.elasticities.flatMap { elasticity in
            [0.2, 0.33].map { [recovery, elasticity, $0] }
          }
        },
        reading: "for_good",
        runs: 100
      ),
      ExperimentSweep(
        .init("peg_strength", text: "absorption of every move, both ways"),
        [0, 0.5, 1, 2],
        reading: "for_good",
        runs: 100
      ),
    ]
  }

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let (day, threshold): (Int, Double) =
      switch run.reading {
      case "2028q4": (1_130, 0.15)
      case "for_good": (3_650, 0.25)
      default: (404, 0.25)
      }
    let treated = run.isControl ? withoutMechanism(of: run) : ratchet(of: run)
    let path = treated.ensemble(
      days: day,
      paths: 1,
      reportDays: [day],
      seed: run.seed,
      run: UInt64(run.number)
    )
    let volatility = path.volatilities[0][0]
    return ExperimentMeasurement(
      volatility < threshold ? 1 : 0,
      companions: [
        .init("30-day volatility", unit: "fraction/yr", volatility),
        .init("leverage limit on the day", unit: "ratio", path.leverageCapsAtEnd[0]),
        .init("open interest over the start", unit: "ratio", path.openInterestRatios[0][0]),
      ]
    )
  }

  /// The claim as it stands, with what a sweep sets.
  private func ratchet(of run: ExperimentRun) -> LeverageRatchet {
    var ratchet = LeverageRatchet(.irreversibleRatchet)
    ratchet.absorberStrength = run.value(of: "absorber_strength", else: 3)
    ratchet.floorStart = -0.11
    ratchet.floorDriftPerYear = 0.2
    ratchet.newsVolatility = run.value(of: "news_volatility_annual", else: 0.33)
    ratchet.leverageElasticity = run.value(of: "elasticity", else: 1)
    ratchet.leverageRecoveryPerDay = run.value(of: "recovery_per_day", else: 0)
    if let strength = run.parameters["peg_strength"] {
      ratchet = ratchet.imposing(.calmNews, calm: .peg(strength: strength))
    }
    if let conditions = run.parameters["conditions"] {
      ratchet.leverageRecoveryPerDay = LeverageRatchet().leverageRecoveryPerDay
      ratchet = ratchet.imposing(.init(rawValue: UInt8(conditions)), calm: .quietNews(0.15))
    }
    return ratchet
  }

  /// The same market in which purges leave capacity where it was and nobody holds a floor.
  private func withoutMechanism(of run: ExperimentRun) -> LeverageRatchet {
    var ratchet = ratchet(of: run)
    ratchet.ratchetStrength = 0
    ratchet.absorberStrength = 0
    return ratchet
  }
}
