import Economy
import Statistics

/// M2.7: what a freeze of offshore dollars does to the basis and to onshore dollars.
struct BackflowExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M2.7-backflow",
    systems: ["M2.7", "M4.2"],
    title: "Offshore freeze and the cross-currency basis",
    question: "Does a freeze of offshore funding widen the basis and draw on onshore dollars?",
    quantity: "fall of the cross-currency basis",
    unit: "bp",
    expected: ExperimentExpectation(
      .positive(null: 0),
      facts: ["S2.F35", "S2.F23"],
      statement:
        "offshore funding freezes and flows back through swaps; the basis widens (no number)"
    ),
    mechanism: "the freeze: all that falls due is rolled",
    control: .exactly(0),
    runs: 400,
    sweeps: [
      ExperimentSweep(
        .init("frozen_share", text: "share of what falls due that is not rolled"),
        [0.05, 0.1, 0.2, 0.3, 0.5],
        by: .init("dealer_capacity_usd_bn", text: "dollars that dealers supply, bn"),
        [60, 200],
        runs: 40
      )
    ],
    inputs: OffshoreFunding.inputs + [
      "a quarter to a half of what falls due is not rolled: an assumption for a freeze"
    ],
    finding:
      "Yes, beyond a threshold. Nothing happens as long as dealers' balance sheets take what is "
      + "not rolled; beyond it every further dollar widens the basis, in this form without end, so "
      + "that hundreds of basis points in the worst draws are an extrapolation. The sign is the "
      + "source's; the size is the dealers' capacity, which no one publishes. What flows back is "
      + "bounded by the same balance sheets: onshore lenders give the capacity over swaps, and the "
      + "rest must come from lines or from sales.",
    refutation: "weeks of failed rollovers offshore in which the basis did not move",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    var stream = run.stream("freeze")
    let drawn = 0.25 + 0.25 * stream.nextUniform()
    let frozen = run.isControl ? 0 : run.value(of: "frozen_share", else: drawn)
    let market = OffshoreFunding(run, frozen: frozen)
    let state = market.state
    return ExperimentMeasurement(
      market.widening(linesOpen: false),
      companions: [
        .init("not rolled in ten days", unit: "bn usd", market.withdrawn),
        .init(
          "drawn from onshore lenders over swaps",
          unit: "bn usd",
          min(state.demand, state.dealerCapacity)
        ),
        .init(
          "drawn from swap lines if they are open",
          unit: "bn usd",
          market.basis.swapLineDraw(state, corridorWidth: 40)
        ),
        .init(
          "beyond the dealers without lines",
          unit: "bn usd",
          max(0, state.demand - state.dealerCapacity)
        ),
      ]
    )
  }
}
