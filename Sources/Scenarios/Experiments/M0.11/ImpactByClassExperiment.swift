import Economy
import Quantities

/// M0.11: what 100m move in a world, by the class of who trades them.
struct ImpactByClassExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.11-world",
    systems: ["M0.11"],
    title: "Price effect of 100 million dollars by class of trader",
    question:
      "How far do 100m move the price when a holder sells, when longs are liquidated, and when "
      + "carry funds unwind?",
    quantity: "fall of the price per 100m",
    unit: "fraction",
    expected: ImpactByClassExperiment.stated,
    mechanism:
      "the flow of the class: the holder does not sell, venues do not liquidate, carry funds keep "
      + "their position",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "directional",
        text: "a holder sells 1bn in an hour",
        expected: ImpactByClassExperiment.stated
      ),
      ExperimentReading(
        id: "forced",
        text: "news of -8 % at once makes venues liquidate",
        expected: ImpactByClassExperiment.stated
      ),
      ExperimentReading(
        id: "neutral",
        text: "carry funds unwind below their break-even",
        expected: ImpactByClassExperiment.stated
      ),
    ],
    runs: 10,
    sweeps: [
      ExperimentSweep(
        .init("daily_volume_usd", text: "daily volume of the market, US dollars"),
        [1e9, 2.5e9, 5e9, 20e9, 90e9],
        reading: "directional",
        runs: 4
      )
    ],
    inputs: [
      "the market of the default world with a daily volume of 90bn and a volatility of 2.4 % (model §1.3), "
        + "bars of an hour; longs of 30bn at leverage 3, 8 and 20 (model §3.1, §3.28); carry "
        + "funds of 10bn at a basis of 4.46 % (S3.F24)",
      "effect: log difference, at the end of the day, to the same world without the flow, over the flow of "
        + "that day; sale and news come in its last hour, the unwinding in New York's session",
      "the last hour was chosen for the sale and the news after first results had been seen",
    ],
    finding:
      "In a market of this depth 100m move a few hundredths of a percent, an order of magnitude below the "
      + "slope of the event, which counts news as flow; the slope would need a fortieth of the volume. "
      + "Forced sales weigh what a holder's sale weighs. The same dollars hedged do not lower the price: "
      + "they lift it a little, for holders of shares take a part that never reaches the coin. Who moves "
      + "the price is decided by the direction of flow and not by its dollars.",
    refutation:
      "an estimate of flow alone, from sales that no news caused, near 0.5 % for 100m",
    coversWhole: false
  )

  private static let stated = ExperimentExpectation(
    .value(0.0052, tolerance: 0.0005),
    facts: ["S0.F07", "S0.F09", "S0.F27"],
    statement: "0.52 % per 100m at the slope of the event; a tenth of it either way counts"
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let with = try world(run, hasFlow: !run.isControl)
    let still = try world(run, hasFlow: false)
    let fall = with.meanMove(of: "BTC", over: still, fromDay: 1)
    let dollars: Double
    switch run.reading {
    case "forced":
      dollars = forced(with) - forced(still)
    case "neutral":
      dollars = (with.holdings[0][1] - with.holdings[0][2]) * -85_129
    default: dollars = run.isControl ? 0 : 1e9
    }
    let effect = dollars == 0 ? -fall : -fall / (dollars / 1e8)
    return ExperimentMeasurement(
      effect,
      companions: [.init("flow of the class", unit: "usd", dollars)]
    )
  }

  /// Dollars forced on the second day.
  private func forced(_ path: MeasuredWorld) -> Double {
    path.world.days[1].markets.reduce(0) { max($0, $1.forced) }
  }

  /// Two days; the flow comes on the second.
  private func world(_ run: ExperimentRun, hasFlow: Bool) throws(ScenarioError) -> MeasuredWorld {
    guard let start = Day(year: 2025, month: 11, day: 24) else {
      preconditionFailure("2025-11-24 is a date")
    }
    var world = FundFlowWorld(start: start, price: 85_129.43, barsPerDay: 24)
    world.plan.markets[0].dailyVolume = run.value(of: "daily_volume_usd", else: 90e9)
    world.plan.futureBasis = 0.0446
    world.addCarry(dollars: 10e9)
    switch run.reading {
    case "forced":
      world.addRetail()
      world.plan.without =
        hasFlow ? UnwindWorld.unwindMechanisms : UnwindWorld.unwindMechanisms.union(["leverage"])
      world.plan.shocks = [
        WorldShock(.news, name: "news", day: 1, hour: 23, market: "BTC", size: -0.08)
      ]
    case "neutral":
      world.plan.without = hasFlow ? [] : UnwindWorld.unwindMechanisms
    default:
      world.plan.without = UnwindWorld.unwindMechanisms
      if hasFlow {
        world.plan.shocks = [
          WorldShock(
            .sale,
            name: "sale",
            day: 1,
            hour: 23,
            hours: 1,
            market: "BTC",
            target: "WHALE",
            size: 1e9
          )
        ]
      }
    }
    return try world.run(run, days: 2, probes: [MeasuredWorld.Probe("carry", "BTC future")])
  }
}
