import Economy
import Statistics

/// M2.7 in the world: what a run on offshore dollars does to the rate of overnight dollars onshore.
struct OffshoreRunExperiment: Experiment {
  private static let higher = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S2.F35"],
    statement:
      "an offshore freeze flows back onshore over swaps (no number); taken as: onshore dollars get dearer"
  )

  let plan = ExperimentPlan(
    id: "M2.7-world",
    systems: ["M2.7", "M2.1"],
    title: "Offshore run and onshore rates (world)",
    question: "Does a run on offshore dollars make overnight dollars onshore dearer?",
    quantity: "SOFR during the run less SOFR of the same days without it",
    unit: "bp",
    expected: OffshoreRunExperiment.higher,
    mechanism: "the run: all that falls due is rolled",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "closed",
        text: "no swap lines: banks sell coupons when dealers lend no more",
        expected: OffshoreRunExperiment.higher
      ),
      ExperimentReading(
        id: "open",
        text: "swap lines are open, as they stand since 2013",
        expected: OffshoreRunExperiment.higher
      ),
    ],
    runs: 40,
    sweeps: [
      ExperimentSweep(
        .init("run_share", text: "share of what falls due that is not rolled"),
        [0.05, 0.1, 0.2, 0.4],
        by: .init("leverage_ratio_min", text: "dealers' leverage ratio"),
        [0.045, 0.05],
        runs: 4
      )
    ],
    inputs: OffshoreRunWorld.inputs + [
      "10 to 30 % of what falls due is not rolled: an assumption for a run",
      "quantity, sign and shares were fixed before the first run; a fault that it showed in the order of the "
        + "banks' sources was mended, which turned the one run of 20 that had the other sign; the number of runs "
        + "was raised after that",
      "S2.F35 names no rate: that the squeeze should show in SOFR is this program's reading",
    ],
    finding:
      "In sign yes, in size hardly. Dealers who lend over swaps borrow the same overnight, some 150bn more, and "
      + "SOFR rises in every run, by less than three tenths of a basis point: what leaves the offshore banks "
      + "is a deposit onshore and cash of money funds, and much of it is lent again. The squeeze is elsewhere. "
      + "Without lines the basis falls by up to a hundred basis points and the banks sell up to two hundred "
      + "billion of coupons; with them the basis stops at the line's price and nothing is sold, while "
      + "the central bank lends as much. A leverage ratio of 4.5 % in place of 5 % lets dealers take most of it: "
      + "the threshold is their balance sheet.",
    refutation:
      "weeks of failed rollovers offshore in which dealers' repo and SOFR stayed where they were",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("run")
    let drawn = 0.1 + 0.2 * stream.nextUniform()
    let share = run.value(of: "run_share", else: drawn)
    let ratio = run.value(of: "leverage_ratio_min", else: 0.05)
    let isOpen = run.reading == "open"
    let calm = try OffshoreRunWorld(run, share: 0, linesOpen: isOpen, leverageRatio: ratio)
    let running = try OffshoreRunWorld(run, share: share, linesOpen: isOpen, leverageRatio: ratio)
    return ExperimentMeasurement(
      100 * (running.securedRate - calm.securedRate),
      companions: [
        .init(
          "the 99th percentile against calm",
          unit: "bp",
          100 * (running.highestRates - calm.highestRates)
        ),
        .init(
          "dealers' overnight debt against calm",
          unit: "bn usd",
          running.dealerDebt - calm.dealerDebt
        ),
        .init("lowest cross-currency basis", unit: "bp", running.lowestBasis),
        .init("coupons that foreign banks sold", unit: "bn usd", running.sold),
        .init("lent by dealers over swaps at the end", unit: "bn usd", running.swapped),
        .init("lent over swap lines at the end", unit: "bn usd", running.drawn),
        .init(
          "bonds that dealers and funds had to sell besides",
          unit: "bn usd",
          running.soldByOthers - calm.soldByOthers
        ),
        .init(
          "price of coupons against calm",
          unit: "percent",
          100 * (running.measured.close("coupons") / calm.measured.close("coupons") - 1)
        ),
      ]
    )
  }
}
