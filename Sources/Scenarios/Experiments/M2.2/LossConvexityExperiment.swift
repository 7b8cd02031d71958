import Economy
import Statistics

/// M2.2: whether credit losses grow exponentially once unemployment is at 5.5 to 6 %.
struct LossConvexityExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M2.2-convexity",
    systems: ["M2.2"],
    title: "Losses against unemployment: an S, no exponential",
    question: "Do losses of loans grow exponentially in unemployment from 5.5 to 6 % on?",
    quantity: "change of the growth of losses over two equal steps of unemployment",
    unit: "logarithm or share of loans",
    expected: LossConvexityExperiment.exponential,
    mechanism: "the common factor: borrowers default independently of the state of the economy",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "exponential",
        text:
          "growth in percent from 5.5 over 5.75 to 6 %: an exponential has the same growth in both steps, "
          + "faster growth a positive change; an S a negative one",
        expected: LossConvexityExperiment.exponential
      ),
      ExperimentReading(
        id: "convex",
        text: "the weaker claim that losses accelerate there: growth in shares of the loans",
        expected: ExperimentExpectation(
          .positive(null: 0),
          facts: ["S2.F13"],
          statement: "losses accelerate at an unemployment of 5.5 to 6.0 %"
        )
      ),
      ExperimentReading(
        id: "far",
        text:
          "the same where half of the borrowers default: an exponential goes on to accelerate",
        expected: ExperimentExpectation(
          .positive(null: 0),
          facts: ["S2.F13"],
          statement: "exponential growth has no end"
        )
      ),
    ],
    runs: 200,
    sweeps: [
      ExperimentSweep(
        LossConvexityExperiment.probability,
        [0.005, 0.02, 0.05, 0.15],
        by: LossConvexityExperiment.correlation,
        [0.02, 0.08, 0.15, 0.3, 0.6],
        runs: 20
      )
    ],
    inputs: [
      "large portfolio with one common factor (Vasicek 2002); mean default probability 1 % to 6 %, asset "
        + "correlation 3 % to 24 %, the range that the Basel rules use for retail and firms",
      "assumption: the factor falls by one for every 1 to 2 points of unemployment above 4.2 %; linear",
      "an S-shaped loss is convex below one half and concave above; nothing in it sets 5.5 % apart",
    ],
    finding:
      "Losses accelerate at 5.5 to 6 % of unemployment, in shares of the loans; in percent they slow down "
      + "with every step, at every default probability and correlation: nowhere in the region is growth "
      + "exponential, and from half of the borrowers in default on, at an unemployment of 12 % or so, the "
      + "curve is concave: the second derivative changes its sign. No level of unemployment is a trigger in "
      + "this model. What could make one lies outside it: lenders who fail, falling prices of collateral, "
      + "credit that is cut.",
    refutation:
      "charge-offs of several recessions whose logarithm rises faster as unemployment rises"
  )

  private static let exponential = ExperimentExpectation(
    .atLeast(0),
    facts: ["S2.F13"],
    statement: "at 5.5 to 6.0 % unemployment credit losses grow exponentially"
  )
  private static let probability = ExperimentSweep.Parameter(
    "default_probability",
    text: "mean default probability of a year"
  )
  private static let correlation = ExperimentSweep.Parameter(
    "asset_correlation",
    text: "correlation of borrowers' assets"
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("portfolio")
    let draws = (0..<3).map { _ in stream.nextUniform() }
    let mean = run.value(
      of: LossConvexityExperiment.probability.name,
      else: 0.01 + 0.05 * draws[0]
    )
    let correlation = run.value(
      of: LossConvexityExperiment.correlation.name,
      else: 0.03 + 0.21 * draws[1]
    )
    let pointsPerFactor = 1 + draws[2]
    do throws(ModelError) {
      let portfolio = try VasicekPortfolio(
        defaultProbability: mean,
        assetCorrelation: run.isControl ? 0 : correlation
      )
      let loss = { (unemployment: Double) in
        portfolio.defaultProbability(factor: -(unemployment - 4.2) / pointsPerFactor)
      }
      // Half of the borrowers default where convexity ends; the control has no such place.
      let turning = portfolio.inflectionFactor.map { 4.2 - $0 * pointsPerFactor }
      let start = run.reading == "far" ? (turning ?? 5.5) + 0.01 : 5.5
      let losses = [0, 0.25, 0.5].map { loss(start + $0) }
      let change =
        run.reading == "convex" || run.reading == "far"
        ? (losses[2] - losses[1]) - (losses[1] - losses[0])
        : Libm.logarithm(losses[2] / losses[1]) - Libm.logarithm(losses[1] / losses[0])
      return ExperimentMeasurement(
        change,
        companions: [
          .init("loss at normal unemployment, 4.2 %", unit: "fraction", loss(4.2)),
          .init("loss at 5.5 %", unit: "fraction", loss(5.5)),
          .init("loss at 6.0 %", unit: "fraction", loss(6)),
          .init("loss at 10 %", unit: "fraction", loss(10)),
          .init("unemployment at which convexity ends", unit: "percent", turning ?? 0),
        ]
      )
    } catch {
      throw .model(error)
    }
  }
}
