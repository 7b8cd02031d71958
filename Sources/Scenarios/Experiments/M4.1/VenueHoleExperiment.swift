import Economy

/// M4.1: the hole that a theft leaves in an exchange.
struct VenueHoleExperiment: Experiment {
  private static let low = expectation(0.8, reserve: "0.7bn")
  private static let high = expectation(0.5, reserve: "1.0bn")

  let plan = ExperimentPlan(
    id: "M4.1-hole",
    systems: ["M4.1"],
    title: "Hole of an exchange after a theft",
    question: "What does a theft of 1.5bn leave uncovered by a reserve of 0.7bn or 1.0bn?",
    quantity: "hole at the end of the day of the theft",
    unit: "bn usd",
    expected: VenueHoleExperiment.low,
    mechanism: "the theft",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "reserve_0.7",
        text: "the reserve is 0.7bn",
        expected: VenueHoleExperiment.low
      ),
      ExperimentReading(
        id: "reserve_1.0",
        text: "the reserve is 1.0bn",
        expected: VenueHoleExperiment.high
      ),
    ],
    runs: 20,
    inputs: HackWorld.inputs,
    finding:
      "The accounts are what the source says: the arithmetic holds in a world with books. A bridge "
      + "loan fills most of the hole within a day, new shares and profits the remainder, and "
      + "customers bear nothing as long as lenders and investors come. Profits alone need 7.3 or 4.5 "
      + "months at the volatility of these runs, 6.4 or 4.0 at that of S45, for fees follow "
      + "volatility.",
    refutation: "accounts of the exchange that show another reserve or another loss",
    coversWhole: false
  )

  private static func expectation(_ hole: Double, reserve: String) -> ExperimentExpectation {
    ExperimentExpectation(
      .value(hole, tolerance: 0.02),
      facts: ["S4.F01", "S4.F08"],
      statement:
        "1.5bn against \(reserve) leaves \(hole)bn; the profits of a few days count as tolerance"
    )
  }

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let reserve = run.reading == "reserve_1.0" ? 1.0e9 : 0.7e9
    let loss = run.isControl ? 0 : HackWorld.loss
    let day = HackWorld.day
    let end = try HackWorld.world(loss: loss, reserve: reserve).outcome(run, days: day + 20)
    func hole(_ day: Int) -> Double { end.figure("hole of exchange", day: day) / 1e9 }
    return ExperimentMeasurement(
      hole(day),
      companions: [
        .init("loss published", unit: "bn usd", end.figure("loss of exchange", day: day) / 1e9),
        .init("hole two days later", unit: "bn usd", hole(day + 2)),
        .init("hole after 16 days", unit: "bn usd", hole(day + 16)),
        .init(
          "confidence at the end of the day",
          unit: "fraction",
          end.figure("confidence in exchange", day: day)
        ),
        .init(
          "months to heal from profits, as published",
          unit: "months",
          end.figure("months to heal of exchange", day: day)
        ),
        .init(
          "bridge loan at the end",
          unit: "bn usd",
          end.outstanding("bridge loan exchange") / 1e9
        ),
        .init(
          "new shares at the end",
          unit: "bn usd",
          end.outstanding("new shares exchange") / 1e9
        ),
        .init(
          "balances left at the end",
          unit: "bn usd",
          end.outstanding("balances exchange") / 1e9
        ),
      ]
    )
  }
}
