import Economy
import Statistics

/// M2.1: 17 September 2019 from the days before it, a settlement and a tax date.
struct SeptemberRepoExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M2.1-2019",
    systems: ["M2.1"],
    title: "17 September 2019 out of settlement and tax date",
    question:
      "Do 54bn of settling Treasuries and 35bn of taxes carry the repo rates of the days before to those "
      + "of 17 September 2019?",
    quantity: "SOFR above its mean of 10 to 13 September 2019",
    unit: "percentage points",
    expected: SeptemberRepoExperiment.median,
    mechanism: "settlement and taxes: cash and need are those of the days before",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "other_days",
        text: "everything from 10 to 13 September; 17 September is predicted",
        expected: SeptemberRepoExperiment.median,
        calibration:
          "lenders' premium, borrowers' maximum and cash to the mean percentiles and ON RRP of 10 to 13 "
          + "September 2019; nothing to 17 September"
      ),
      ExperimentReading(
        id: "day_before",
        text:
          "what lenders ask and what borrowers bear from the 1st and 99th percentile of 16 September (2.38 "
          + "and 4.60); 17 September is predicted",
        expected: SeptemberRepoExperiment.median,
        calibration:
          "as other_days, and lenders' premium and borrowers' maximum to the 1st and 99th percentile of 16 "
          + "September; nothing to 17 September"
      ),
      ExperimentReading(
        id: "tail",
        text: "as day_before, the 99th percentile",
        expected: ExperimentExpectation(
          .value(6.67, tolerance: 1),
          facts: ["S2.F02", "S2.F04"],
          statement:
            "published: 9.00 % at the 99th percentile of 17 September 2019, 2.33 % on the days before"
        ),
        calibration: "as day_before"
      ),
    ],
    runs: 100,
    sweeps: [
      ExperimentSweep(
        SeptemberRepoExperiment.asked,
        [0, 1, 2, 2.5, 3],
        by: SeptemberRepoExperiment.borne,
        [0.3, 2, 4, 6, 8],
        runs: 10
      ),
      ExperimentSweep(
        SeptemberRepoExperiment.drain,
        [0, 89, 200, 400, 800],
        reading: "day_before",
        runs: 10
      ),
    ],
    inputs: [
      "calibrated to 10 to 13 September 2019 (New York Fed: 2.125, 2.148, 2.173, 2.250, 2.333 % at the 1st, "
        + "25th, 50th, 75th and 99th percentile, 1 164bn): lenders ask 2.13 % and borrowers bear the top of "
        + "the range, 2.25 %, and 0.3 half-normal above it; cash of 1 170bn leaves 3bn in the ON RRP as "
        + "published; every lender can be asked",
      "published: ON RRP 2.00 %, interest on excess reserves 2.10 %; no standing facility existed",
      "shock: 54bn of coupons settled on 16 September, which dealers had to finance; more than 35bn left "
        + "money funds and banks for taxes (Anbil, Anderson and Senyuz 2020). Both are still missing on the "
        + "17th",
      "predicted: all five percentiles of 17 September, published as 2.25, 5.00, 5.25, 5.85 and 9.00 %",
    ],
    finding:
      "The model calibrated to other days does not predict the day: rates hardly move, SOFR stays at 2.19 "
      + "% and the 99th percentile at 2.4 %. In it a market is as tight as the part of all cash that is "
      + "lent already, which is nearly all of it on an ordinary day; demand that finds nothing fails at no "
      + "price, and a drain of ten times the size changes little. Calibrated to the day before it gives a "
      + "median of 2.7 % and 4.5 % at the 99th, again the day before and not the 17th. And its shape is "
      + "another: it climbs from the cheapest rate to the dearest, while on the 17th three quarters traded "
      + "at 5.00 % and more. The median is met where lenders ask some 2.5 to 3 points more from the first "
      + "trade, whatever borrowers bear: lenders who knew. Call that scarcity or refusal; 89bn out of 1 "
      + "170bn do not give it. The model has no prices of early trades, no intraday payments and no "
      + "relationships.",
    refutation:
      "bids and offers of the morning of 17 September that start near 2.2 % and climb as cash runs out",
    coversWhole: false
  )

  private static let median = ExperimentExpectation(
    .value(3.08, tolerance: 0.5),
    facts: ["S2.F02", "S2.F04"],
    statement:
      "September 2019 is one of the crises of the source; published: SOFR 5.25 % on 17 September, 2.17 % "
      + "on the days before"
  )
  private static let asked = ExperimentSweep.Parameter(
    "asked_more_percent",
    text: "what lenders ask more on the day, percentage points"
  )
  private static let borne = ExperimentSweep.Parameter(
    "borne_deviation_percent",
    text: "deviation of what borrowers bear above the top of the range, percentage points"
  )
  private static let drain = ExperimentSweep.Parameter(
    "drain_usd_bn",
    text: "settlement and taxes together, bn USD"
  )
  private static let settlementShare = 54.0 / 89

  /// The population of the days before: one market without a facility, everyone asked.
  static var ordinary: RepoPopulation {
    var population = RepoPopulation()
    (population.cashSupply, population.cashDemand) = (1_170, 1_164)
    (population.reverseRepoRate, population.reserveBalanceRate) = (2.00, 2.10)
    population.balanceSheetCost = 0.10
    (population.lenderPremiumMean, population.lenderPremiumDeviation) = (0.13, 0.005)
    population.riskPremium = 0.1
    population.facilityEligibleShare = 0
    (population.standingFacilityRate, population.stigma) = (2.25, 0)
    population.maximumRateDeviation = 0.3
    population.lendersContacted = population.lenders
    return population
  }

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let ordinary = SeptemberRepoExperiment.ordinary
    var drained = ordinary
    if !run.isControl {
      let drain = run.value(of: SeptemberRepoExperiment.drain.name, else: 89)
      let settled = SeptemberRepoExperiment.settlementShare * drain
      drained.cashDemand += settled
      drained.cashSupply -= drain - settled
      let isCalibratedToDayBefore = run.reading != "other_days"
      drained.lenderPremiumMean += run.value(
        of: SeptemberRepoExperiment.asked.name,
        else: isCalibratedToDayBefore ? 0.25 : 0
      )
      drained.maximumRateDeviation = run.value(
        of: SeptemberRepoExperiment.borne.name,
        else: isCalibratedToDayBefore ? 3.5 : 0.3
      )
    }
    let key = UInt64(run.number)
    let before = RepoStudy(ordinary, days: 1, seed: run.seed, run: key)
    let day = RepoStudy(drained, days: 1, seed: run.seed, run: key)
    let measure: KeyPath<RepoDay, Double> = run.reading == "tail" ? \.p99 : \.p50
    return ExperimentMeasurement(
      day.mean(measure) - before.mean(measure),
      companions: [
        .init("1st percentile", unit: "percent", day.mean(\.p01)),
        .init("25th percentile", unit: "percent", day.mean(\.p25)),
        .init("median", unit: "percent", day.mean(\.p50)),
        .init("75th percentile", unit: "percent", day.mean(\.p75)),
        .init("99th percentile", unit: "percent", day.mean(\.p99)),
        .init("median of an ordinary day", unit: "percent", before.mean(\.p50)),
        .init("99th percentile of an ordinary day", unit: "percent", before.mean(\.p99)),
        .init("demand that fails", unit: "bn usd", day.mean(\.failed)),
      ]
    )
  }
}
