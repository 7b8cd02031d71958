import Economy

/// M2.5: what a slump of demand does to the curve of oil in a world with stocks, and what a glut does to it.
struct OilDemandExperiment: Experiment {
  private static let weaker = ExperimentExpectation(
    .negative(null: 0),
    facts: ["S2.F19", "S2.F20", "S2.F21"],
    statement:
      "demand falls, the front of the curve loses its premium: first less twelfth month falls"
  )
  private static let days = 60
  private static let opening = 420e6

  let plan = ExperimentPlan(
    id: "M2.5-world",
    systems: ["M2.5"],
    title: "Slump of demand and glut of supply in a world with stocks",
    question: "Does a slump of demand take the premium from the front of the curve?",
    quantity: "first less twelfth month after sixty days, less that without the shift",
    unit: "usd a barrel",
    expected: OilDemandExperiment.weaker,
    mechanism: "the shift: producers make and refiners burn what they did",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "slump",
        text: "refiners need 2 to 6 % less",
        expected: OilDemandExperiment.weaker
      ),
      ExperimentReading(
        id: "glut",
        text: "demand is what it was; producers make 2 to 6 % more",
        expected: OilDemandExperiment.weaker
      ),
    ],
    runs: 60,
    sweeps: ["slump", "glut"].map {
      ExperimentSweep(
        .init("shift_fraction", text: "shift of demand or supply"),
        [0.01, 0.03, 0.06, 0.2],
        by: .init("opening_stocks_bbl", text: "barrels at the opening"),
        [360e6, 420e6, 520e6, 610e6],
        reading: $0,
        runs: 10
      )
    },
    inputs: [
      "the world of oil: output and runs of 16.5 million barrels a day, stocks of 420 million under a mean of 440, "
        + "capacity 650: assumptions of the order of American figures; spot 58.86 (model §4.6)",
      "output follows the price with elasticity 0.3 and a half-life of 180 days, demand with 0.06 at once: "
        + "assumptions; the store buys at full carry and sells in backwardation, a million barrels a day at most",
      "convenience yield 0.02, 0.8 and 0.1 (model §4.6), storage of 5 % a year, interest at the policy rate; spot "
        + "market of 2bn dollars a day, news of 30 % a year, the same in both worlds; scarcity moves the value of a barrel "
        + "now and not that of a year's delivery: assumptions",
      "shift from the second day on, 2 to 6 % drawn: an assumption; 2020 had more",
    ],
    finding:
      "Yes with stocks near their mean, and a glut of supply of the same size does the same within a tenth: the curve reads "
      + "barrels, not their cause. Whoever takes its slope for a signal of demand has to know supply. It opens in "
      + "contango there, so that weaker demand makes it steeper and not flat: flat is on the way from backwardation "
      + "only, with stocks of 360 million. Where the curve is at full carry already the slope stays, and the lower "
      + "price makes the spread in dollars smaller: its sign turns round. Steeper than full carry it gets where "
      + "stores are almost full, from either side.",
    refutation:
      "months in which demand fell, supply and stocks did not move and the front lost its premium",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("shift")
    let shift = run.value(of: "shift_fraction", else: 0.02 + 0.04 * stream.nextUniform())
    let base = plan(of: run)
    var shifted = base
    for place in shifted.participants.indices {
      switch (shifted.participants[place].kind, run.reading) {
      case ("oil_producer", "glut"): shifted.participants[place].numbers["shift_fraction"] = shift
      case ("oil_refiner", "slump"), ("oil_refiner", ""):
        shifted.participants[place].numbers["shift_fraction"] = -shift
      default: break
      }
    }
    if run.isControl { shifted.without = ["oil_supply_shift", "oil_demand_shift"] }
    let with = try MeasuredWorld(shifted, .standard, run, days: Self.days)
    let without = try MeasuredWorld(base, .standard, run, days: Self.days)
    let stocks = with.figure("oil stocks")
    return ExperimentMeasurement(
      with.figure("oil spread M1-M12") - without.figure("oil spread M1-M12"),
      companions: [
        .init("slope ln(F12/F1) with the shift", unit: "log units", with.figure("oil slope")),
        .init("the same without it", unit: "log units", without.figure("oil slope")),
        .init("change of stocks", unit: "m barrels", stocks - without.figure("oil stocks")),
        .init(
          "change of the spot price",
          unit: "fraction",
          with.close("WTI") / without.close("WTI") - 1
        ),
        .init(
          "discount of oil without room",
          unit: "usd a barrel",
          with.figure("oil storage discount")
        ),
        .init(
          "change of what the store holds",
          unit: "m barrels",
          (with.units("WTI", of: "oil storage") - without.units("WTI", of: "oil storage")) / 1e6
        ),
      ]
    )
  }

  private func plan(of run: ExperimentRun) -> WorldPlan {
    var plan = WorldPlan.oil()
    plan.coins[0].holders[0].quantity = run.value(of: "opening_stocks_bbl", else: Self.opening)
    return plan
  }
}
