import Economy
import Statistics

/// Cont and Wagalath (2013): correlation that a seller of two assets makes.
struct DistressedSellingExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M2.3-selling",
    systems: ["M2.3", "M0.5"],
    title: "Correlation by distressed selling (Cont and Wagalath)",
    question:
      "Do two assets become correlated, beyond their news, because one fund sells both as it loses?",
    quantity: "realised correlation less the correlation of news",
    unit: "correlation",
    expected: DistressedSellingExperiment.correlated,
    mechanism: "selling: the fund keeps what it has whatever it loses",
    control: .contains(0),
    readings: [
      ExperimentReading(
        id: "no_common_news",
        text: "news of the two assets is independent",
        expected: DistressedSellingExperiment.correlated
      ),
      ExperimentReading(
        id: "stress_week",
        text:
          "news is correlated 0.75 (S2.F14) and selling lifts it to the 0.91 of the week (S2.F15)",
        expected: ExperimentExpectation(
          .value(0.16, tolerance: 0.02),
          facts: ["S2.F14", "S2.F15"],
          statement: "from 0.75 in the long run to 0.91 in the week of stress"
        )
      ),
    ],
    runs: 100,
    sweeps: [
      ExperimentSweep(
        .init("gain", text: "g, the fund's fall by its own selling over the fall by news"),
        [0, 0.1, 0.2, 0.3, 0.5, 0.8],
        runs: 40
      ),
      ExperimentSweep(
        .init("gain", text: "g, the fund's fall by its own selling over the fall by news"),
        [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8],
        reading: "stress_week",
        runs: 40
      ),
    ],
    inputs: [
      "assumption: two assets with volatilities 45 % and 20 % a year, the fund holds equal values of both "
        + "in markets of equal depth; gain drawn from 0.1 to 0.3 a run",
      "20 paths of 250 steps of a day at the initial prices; one pass of selling a step (model §4.7)",
    ],
    finding:
      "A common seller correlates assets without any common news, and its size says how "
      + "much. The jump from 0.75 to 0.91 takes a seller whose own sales cost it half of "
      + "what the news does, twice the middle of the gains drawn; with those it is half as "
      + "large. The 0.91 rests on five days and tells apart nothing (interval 0.14 to "
      + "0.99).",
    refutation:
      "flows of funds that hold both assets, beside correlations that do not move with them",
    coversWhole: false
  )

  private static let correlated = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S2.F14", "S2.F15"],
    statement:
      "published: endogenous correlation from distressed selling; the seed has correlation jump in stress"
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("fund")
    let drawn = 0.1 + 0.2 * stream.nextUniform()
    let gain = run.isControl ? 0 : run.value(of: "gain", else: drawn)
    let seed = stream.nextWord()
    let news = run.reading == "stress_week" ? 0.75 : 0
    do throws(ModelError) {
      let simulated = try fund(gain: gain, correlation: news).simulationAtInitialPrices(
        horizonYears: 1,
        steps: 250,
        paths: 20,
        seed: seed
      )
      let realised = simulated.realised
      return ExperimentMeasurement(
        correlation(realised) - news,
        companions: [
          .init("realised correlation", unit: "correlation", correlation(realised)),
          .init(
            "correlation by the formula",
            unit: "correlation",
            correlation(simulated.predicted)
          ),
          .init("gain", unit: "ratio", gain),
          .init(
            "variance of the first asset over its news",
            unit: "ratio",
            realised[0, 0] / 0.2025
          ),
        ]
      )
    } catch {
      throw .model(error)
    }
  }

  /// A fund of two equal holdings whose sales after a loss move both assets by g times that loss.
  private func fund(gain: Double, correlation: Double) throws(ModelError) -> ContWagalathFund {
    let volatilities = (0.45, 0.20)
    var covariance = SymmetricMatrix(order: 2, diagonal: 0)
    covariance[0, 0] = volatilities.0 * volatilities.0
    covariance[1, 1] = volatilities.1 * volatilities.1
    covariance[1, 0] = correlation * volatilities.0 * volatilities.1
    return try ContWagalathFund(
      holdings: [1, 1],
      depths: [1, 1],
      initialPrices: [1, 1],
      covariance: covariance,
      selling: DistressedSelling(slope: gain)
    )
  }

  private func correlation(_ covariance: SymmetricMatrix) -> Double {
    covariance[1, 0] / (covariance[0, 0] * covariance[1, 1]).squareRoot()
  }
}
