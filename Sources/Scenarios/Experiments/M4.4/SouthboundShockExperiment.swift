import Economy
import Statistics

/// M4.4: what a fall of American valuations brings into Hong Kong shares.
struct SouthboundShockExperiment: Experiment {
  private static let stated = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S4.F57", "S4.F36"],
    statement:
      "the overvaluation of American artificial intelligence is cut and Chinese technology recovers: "
      + "liquidity moves"
  )

  let plan = ExperimentPlan(
    id: "M4.4-flow",
    systems: ["M4.4", "M4.5"],
    title: "Valuation shock and southbound flow",
    question: "Does a fall of American valuations raise the flow into Hong Kong shares?",
    quantity: "southbound flow over twenty days, less that without the shock",
    unit: "bn usd",
    expected: SouthboundShockExperiment.stated,
    mechanism: "the shock: valuations stay",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "story",
        text: "investors answer the story, and a narrower gap makes Hong Kong less cheap",
        expected: SouthboundShockExperiment.stated
      ),
      ExperimentReading(
        id: "valuation_only",
        text: "investors answer the gap of valuations alone, as a buyer of what is cheap does",
        expected: SouthboundShockExperiment.stated
      ),
    ],
    runs: 400,
    sweeps: ["story", "valuation_only"].map {
      ExperimentSweep(
        .init("fall_fraction", text: "fall of American technology shares"),
        [0.05, 0.1, 0.3],
        by: .init("story_response_usd_bn", text: "flow per unit of the story, bn USD a day"),
        [0, 0.1, 0.2, 0.5],
        reading: $0,
        runs: 40
      )
    },
    inputs: [
      "flow = 0.7 + b · gap + c · shock, bn dollars a day, b 0.5 to 1.5 and c 0 to 1 (model §3.25; all "
        + "assumed, and the sign of c is part of the assumption)",
      "American technology falls by 5 to 15 % and is 35 % of the market, valuations in Hong Kong rise by 0 "
        + "to 10 %: assumptions; the shock fades by a tenth a day, the gap stays",
    ],
    finding:
      "Only if investors answer the story. The valuation gap itself argues the other way: when the dear "
      + "market falls and the cheap one rises, the gap narrows, and who buys by it buys less. "
      + "The net sign is that of an assumed response, so that the experiment shows what the claim "
      + "needs and not that it is so. And the money is mainland money that changes renminbi "
      + "into Hong Kong dollars: nothing in the channel leaves the United States, so that of a transfer "
      + "of liquidity between the two the model has no balance sheet.",
    refutation:
      "southbound purchases by day that fell in the week of the shock, or funds' switches out of "
      + "American shares that match them",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("flow")
    let draws = (0..<4).map { _ in stream.nextUniform() }
    let drawn = run.reading == "valuation_only" ? 0 : draws[1]
    let fall = run.value(of: "fall_fraction", else: 0.05 + 0.1 * draws[2])
    let response = run.value(of: "story_response_usd_bn", else: drawn)
    let flow: SouthboundFlow
    do throws(ModelError) {
      flow = try SouthboundFlow(gapResponse: 0.5 + draws[0], shockResponse: response)
    } catch { throw .model(error) }
    let narrowed = -0.35 * fall - 0.1 * draws[3]
    let calm = flow.flow(valuationGap: 0, shock: 0)
    var (total, story, fading) = (0.0, 0.0, 1.0)
    for _ in 0..<20 {
      if !run.isControl {
        total += flow.flow(valuationGap: narrowed, shock: fading) - calm
        story += flow.flow(valuationGap: 0, shock: fading) - calm
      }
      fading *= 0.9
    }
    return ExperimentMeasurement(
      total,
      companions: [
        .init("part of the story", unit: "bn usd", story),
        .init("part of the valuation gap", unit: "bn usd", total - story),
        .init("flow without the shock", unit: "bn usd", 20 * calm),
        .init("narrowing of the gap", unit: "log units", narrowed),
      ]
    )
  }
}
