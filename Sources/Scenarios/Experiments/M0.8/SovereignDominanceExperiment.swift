import Economy
import Statistics

/// M0.8: whether accumulating is the dominant strategy of states.
struct SovereignDominanceExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.8-dominance",
    systems: ["M0.8"],
    title: "Is accumulation a dominant strategy?",
    question:
      "Over payoffs that nobody has measured, how often is buying the best answer to whatever the others "
      + "do?",
    quantity: "share of payoffs under which accumulating is the solution",
    unit: "fraction",
    expected: SovereignDominanceExperiment.stated,
    mechanism: "the motives: no stock to revalue, no strategic value, no rivalry",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "dominant",
        text: "buying beats holding and selling whatever the others do, as the source says",
        expected: SovereignDominanceExperiment.stated
      ),
      ExperimentReading(
        id: "newcomer",
        text:
          "the same for states that hold no coins yet, w = 0: those who, as the source says, must follow",
        expected: SovereignDominanceExperiment.stated
      ),
      ExperimentReading(
        id: "unique_equilibrium",
        text: "that all buy is the only pure equilibrium, the weaker sense",
        expected: SovereignDominanceExperiment.stated
      ),
    ],
    statistic: .share,
    runs: 1_000,
    sweeps: ["dominant", "unique_equilibrium"].map {
      ExperimentSweep(
        .init("stock_weight", text: "w, the stock that a price move revalues"),
        [0, 0.05, 0.1, 0.25, 1],
        by: SovereignDominanceExperiment.rivalry,
        [0, 0.01, 0.03, 0.05],
        reading: $0,
        runs: 200
      )
    } + [
      ExperimentSweep(
        SovereignDominanceExperiment.strategicValue,
        [-0.02, 0, 0.02, 0.05, 0.1],
        by: SovereignDominanceExperiment.rivalry,
        [0, 0.03, 0.05, 0.1],
        reading: "newcomer",
        runs: 100
      ),
      ExperimentSweep(
        .init("players", text: "number of states"),
        [2, 4, 6],
        by: SovereignDominanceExperiment.strategicValue,
        [-0.02, 0, 0.02, 0.05, 0.1],
        reading: "dominant",
        runs: 100
      ),
    ],
    inputs: [
      "two states with the same payoffs; impact 0.5, size 0.1 and cost 0.005 as in model §3.12 (row S46)",
      "assumption: w from 0 to 1, θ from −0.02 to 0.02, v from 0 to 0.05, uniform: payoffs are not observed, "
        + "and the share is one of this prior",
    ],
    finding:
      "Dominance is put in by the payoffs and does not come out. It holds for a state "
      + "that has a stock which its own buying revalues, a gain on paper only, and that is "
      + "most of the payoffs drawn; for states without coins, which is nearly all of them, "
      + "it hardly ever does: they hold, or under strong rivalry one buys and the other "
      + "does not. Dominance and the equilibrium in which all buy are the same thing here, "
      + "because buying pays least when the others buy; with more states both become rarer. "
      + "Nobody has measured the payoffs of states, and sales by states (E21) refute "
      + "never-sell as a fact.",
    refutation:
      "reserve managers' stated motives with numbers, or net sales by a holder for whom the payoffs say buy"
  )

  private static let stated = ExperimentExpectation(
    .atLeast(0.95),
    facts: ["S0.F91", "S0.F43", "S0.F44"],
    statement:
      "the dominant strategy is to keep buying and never to sell: under (nearly) all payoffs, 95 %"
  )

  private static let rivalry = ExperimentSweep.Parameter(
    "rivalry",
    text: "v, the value of buying more than the others"
  )
  private static let strategicValue = ExperimentSweep.Parameter(
    "strategic_value",
    text: "θ, the value of a coin beyond its price"
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("payoffs")
    let (stock, value, rivalry) = (
      run.reading == "newcomer" ? 0 : stream.nextUniform(), 0.04 * stream.nextUniform() - 0.02,
      0.05 * stream.nextUniform()
    )
    let count = Int(run.value(of: "players", else: 2))
    let scale = run.isControl ? 0.0 : 1
    func all(_ value: Double) -> [Double] { [Double](repeating: scale * value, count: count) }
    do throws(ModelError) {
      let game = try SovereignGame(
        revaluationWeights: all(run.value(of: "stock_weight", else: stock)),
        strategicValues: all(run.value(of: "strategic_value", else: value)),
        rivalries: all(run.value(of: "rivalry", else: rivalry)),
        priceImpact: 0.5,
        tradeSize: 0.1,
        tradingCost: 0.005
      )
      let equilibria = game.pureEquilibria()
      let isUnique = equilibria == [[SovereignAction](repeating: .buy, count: count)]
      let isDominant = isDominant(game)
      let met = run.reading == "unique_equilibrium" ? isUnique : isDominant
      return ExperimentMeasurement(
        met ? 1 : 0,
        companions: [
          .init("buying is dominant", unit: "share", isDominant ? 1 : 0),
          .init("all buy is the only equilibrium", unit: "share", isUnique ? 1 : 0),
          .init(
            "an equilibrium in which somebody does not buy",
            unit: "share",
            equilibria.contains { $0.contains { $0 != .buy } } ? 1 : 0
          ),
          .init(
            "states that buy, answers in turn from hold",
            unit: "count",
            Double(game.equilibriumFromHold().actions.count { $0 == .buy })
          ),
        ]
      )
    } catch {
      throw .model(error)
    }
  }

  /// Whether the first player's row of buying exceeds the others in every column.
  private func isDominant(_ game: SovereignGame) -> Bool {
    let rows = game.payoffsOfFirstPlayer()
    return rows[0].indices.allSatisfy { rows[0][$0] > rows[1][$0] && rows[0][$0] > rows[2][$0] }
  }
}
