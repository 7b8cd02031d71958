import Economy
import Statistics

/// M3.5: whether a Treasury that shortens its debt compresses the term premium, once it is doubted.
struct TermPremiumExperiment: Experiment {
  private static let compressed = ExperimentExpectation(
    .negative(null: 0),
    facts: ["S3.F61", "S3.F48"],
    statement: "the term premium is compressed and the duration of the debt shortened"
  )

  let plan = ExperimentPlan(
    id: "M3.5-premium",
    systems: ["M3.5", "M3.6"],
    title: "Term premium under more bills and more doubt",
    question: "Does a shift to bills under fiscal dominance lower the term premium?",
    quantity: "change of the ten-year term premium",
    unit: "bp",
    expected: TermPremiumExperiment.compressed,
    mechanism: "the regime: issuance and the index of dominance stay",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "with_doubt",
        text: "the index rises with the bill share and with events, as it is defined (model §4.3)",
        expected: TermPremiumExperiment.compressed
      ),
      ExperimentReading(
        id: "supply",
        text: "supply alone: investors do not mind who sets maturity",
        expected: TermPremiumExperiment.compressed
      ),
      ExperimentReading(
        id: "news",
        text: "fiscal news alone: 800bn of coupons more, and doubt",
        expected: ExperimentExpectation(
          .positive(null: 0),
          facts: ["S3.F41"],
          statement: "the ten-year spread is close to a high: markets ask who sets long rates"
        )
      ),
    ],
    runs: 400,
    sweeps: [
      ExperimentSweep(
        .init("shift_usd_bn", text: "shift from coupons to bills, bn USD"),
        [200, 800, 2_000],
        by: .init("independence_score", text: "events against independence, standard scores"),
        [0, 2, 6, 12],
        runs: 40
      )
    ],
    inputs: [
      "shift of 800bn and 0.0175 to 0.05 bp per bn of ten-year equivalents (Miran and Roubini 2024; "
        + "model §4.3)",
      "index: the mean of four scores; 800bn are 2.7 % of the debt and one to two scores of the bill "
        + "share, buybacks none to one, events one to three: assumptions",
      "0.05 to 0.2 points of premium per point of the index: model §4.3 names the coefficient and gives "
        + "no number; 0.1 is assumed in the formula",
    ],
    finding:
      "With these ranges it does, less than supply alone. Supply takes 15 to 38 bp off; the "
      + "index that the specification adds for the same policy puts 6 to 22 bp back, and no data "
      + "fix its price. The sum turns where the shift is small, 200bn, or the doubt several times "
      + "as large. The two signs of the sources (X19) are two parts of one sum: fiscal news that "
      + "brings bonds raises the premium, fiscal policy that removes them lowers it.",
    refutation: "refundings with more bills after which estimates of the term premium rose",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    var stream = run.stream("regime")
    let draws = (0..<5).map { _ in stream.nextUniform() }
    var premium = TermPremium()
    let range = TermPremium.supplyCoefficientRange
    premium.supplyCoefficient =
      range.lowerBound + (range.upperBound - range.lowerBound) * draws[0]
    premium.fiscalCoefficient = 0.05 + 0.15 * draws[1]
    let shift = run.value(of: "shift_usd_bn", else: 800)
    let isNews = run.reading == "news"
    let events = run.value(of: "independence_score", else: 1 + 2 * draws[2])
    let doubt = FiscalDominanceIndex(
      billShare: isNews ? 0 : (1 + draws[3]) * shift / 800,
      slope: 0,
      buybacks: isNews ? 0 : draws[4],
      independence: events
    )
    let index = run.reading == "supply" ? 0 : doubt.value ?? 0
    let isOn = !run.isControl
    let start = premium.tenYear(supply: 0, moveIndex: 80)
    let end = premium.tenYear(
      supply: isOn ? (isNews ? shift : -shift) : 0,
      moveIndex: 80,
      fiscalDominance: isOn ? index : 0
    )
    return ExperimentMeasurement(
      100 * (end - start),
      companions: [
        .init(
          "part of supply",
          unit: "bp",
          100 * premium.supplyCoefficient * (isNews ? shift : -shift)
        ),
        .init("part of doubt", unit: "bp", 100 * premium.fiscalCoefficient * index),
        .init("index of fiscal dominance", unit: "standard scores", index),
      ]
    )
  }
}
