import Economy
import Statistics

/// M2.7: how much of the widening is left when the central banks' lines are open.
struct SwapLineExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M2.7-lines",
    systems: ["M2.7"],
    title: "Ceiling of open swap lines",
    question: "Is the dollar shortage beyond what the central bank can relieve quickly?",
    quantity: "share of the fall of the basis that open lines prevent",
    unit: "fraction",
    expected: ExperimentExpectation(
      .atMost(0.2),
      facts: ["S2.F35"],
      statement:
        "the central bank cannot quickly relieve the shortage (said of its purchases); a fifth counts "
        + "as little"
    ),
    mechanism: "the lines: they are closed",
    control: .exactly(0),
    runs: 400,
    sweeps: [
      ExperimentSweep(
        .init("frozen_share", text: "share of what falls due that is not rolled"),
        [0.2, 0.4, 0.6, 1],
        by: .init("dealer_capacity_usd_bn", text: "dollars that dealers supply, bn"),
        [60, 130, 200],
        runs: 40
      )
    ],
    inputs: OffshoreFunding.inputs + [
      "40 to 60 % of what falls due is not rolled, a severe freeze: an assumption",
      "lines cost 25 bp over OIS, policy less deposit rate abroad 40 bp: nobody pays more than 65 bp "
        + "(Bahaj and Reis 2022; model §4.4)",
    ],
    finding:
      "Not with lines. Open lines are a ceiling on what dollars cost, so that the worse the "
      + "freeze the larger the part they prevent: four fifths of a severe one, and nothing of a "
      + "mild one that does not reach the ceiling. The source speaks of purchases, which make "
      + "reserves onshore and reach offshore banks through dealers alone; of them the sentence can "
      + "hold. It leaves out the instrument that was made for it.",
    refutation:
      "a shortage that stayed wider than the price of open lines, as stigma would make it",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    var stream = run.stream("freeze")
    let drawn = 0.4 + 0.2 * stream.nextUniform()
    let market = OffshoreFunding(run, frozen: run.value(of: "frozen_share", else: drawn))
    let closed = market.widening(linesOpen: false)
    let open = market.widening(linesOpen: !run.isControl)
    return ExperimentMeasurement(
      closed > 0 ? 1 - open / closed : 0,
      companions: [
        .init("fall of the basis with closed lines", unit: "bp", closed),
        .init("fall of the basis with open lines", unit: "bp", market.widening(linesOpen: true)),
        .init(
          "drawn from the lines",
          unit: "bn usd",
          market.basis.swapLineDraw(market.state, corridorWidth: 40)
        ),
      ]
    )
  }
}
