import Statistics

/// M0.6: which way the long yield of a highly indebted state moves on stimulus.
struct DebtRepricingExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.6-repricing",
    systems: ["M0.6"],
    title: "Long yield on fiscal news (reduced)",
    question:
      "Does a stimulus of 17tn yen at a debt of 250 % of output raise the ten-year yield because debt is "
      + "less sustainable?",
    quantity: "change of the ten-year yield by the stimulus",
    unit: "bp",
    expected: DebtRepricingExperiment.stated,
    mechanism: "the stimulus: none is announced",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "sustainability",
        text:
          "the yield follows the debt ratio a year later, output and taxes counted: what the source says",
        expected: DebtRepricingExperiment.stated
      ),
      ExperimentReading(
        id: "supply",
        text: "the yield follows the bonds that have to be placed, whatever output does",
        expected: DebtRepricingExperiment.stated
      ),
      ExperimentReading(
        id: "size",
        text: "bonds to be placed, against the rise of 70 bp on the year (S0.F20)",
        expected: ExperimentExpectation(
          .atLeast(35),
          facts: ["S0.F20", "S0.F17"],
          statement:
            "the yield is 70 bp up on the year; half of it by the stimulus, if that is the cause"
        )
      ),
    ],
    runs: 400,
    sweeps: [
      ExperimentSweep(
        DebtRepricingExperiment.multiplier,
        [0, 0.2, 0.4, 0.6, 1],
        by: .init("debt_to_output", text: "debt over output"),
        [0.6, 1.2, 2.5],
        runs: 100
      ),
      ExperimentSweep(
        .init("slope_bp", text: "yield per percentage point of debt over output, bp"),
        [1, 3, 5, 10, 25],
        by: .init("new_bonds_share", text: "share of the package paid by new bonds"),
        [0.5, 1],
        reading: "size",
        runs: 100
      ),
    ],
    inputs: [
      "17tn yen (S0.F17), debt 2.5 times output (S0.F22); output of 600tn yen and taxes of a third of "
        + "it: assumptions of round size",
      "slope: 2 to 5 bp per percentage point of debt over output, after Laubach (2009), Gamber and Seliski "
        + "(2019), estimated for another country; half to all of the package is new bonds, the multiplier of "
        + "output 0.1 to 1.2: assumptions",
      "partial: no curve, no central bank that buys; what funding costs then and who sells is M0.6-world",
    ],
    finding:
      "The sign through sustainability is not given, and here it is the opposite: at 250 "
      + "% debt a multiplier above about a quarter lowers the debt ratio after a year, "
      + "because the whole debt is divided by a larger output. The source's sign needs a "
      + "multiplier below that, or a debt far smaller. Through the bonds to be placed the "
      + "sign is positive, as standard theory has it (E19), and the size is a tenth of the "
      + "70 bp: one package does not explain the year.",
    refutation:
      "yields of the hours around the announcement, split into expected short rates and term premium",
    coversWhole: false
  )

  private static let stated = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S0.F17", "S0.F19", "S0.F22", "S0.F23", "S0.F89"],
    statement:
      "the yield rises on the stimulus instead of falling, because sustainability is doubted"
  )
  private static let multiplier = ExperimentSweep.Parameter(
    "multiplier",
    text: "output per yen spent"
  )
  private static let output = 600e12
  private static let package = 17e12
  private static let taxShare = 1.0 / 3

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    var stream = run.stream("economy")
    let draws = (0..<3).map { _ in stream.nextUniform() }
    let slope = run.value(of: "slope_bp", else: 2 + 3 * draws[0])
    let bonds = run.value(of: "new_bonds_share", else: 0.5 + 0.5 * draws[1])
    let multiplier = run.value(of: "multiplier", else: 0.1 + 1.1 * draws[2])
    let debt = run.value(of: "debt_to_output", else: 2.5)
    let spent = run.isControl ? 0 : DebtRepricingExperiment.package / DebtRepricingExperiment.output
    let gained = multiplier * spent
    let owed = debt + bonds * spent - DebtRepricingExperiment.taxShare * gained
    let ratio = owed / (1 + gained) - debt
    let placed = bonds * spent
    let change = run.reading == "supply" || run.reading == "size" ? placed : ratio
    return ExperimentMeasurement(
      100 * slope * change,
      companions: [
        .init("change of debt over output", unit: "percentage points", 100 * ratio),
        .init("bonds to be placed over output", unit: "percentage points", 100 * placed),
        .init("change of output", unit: "fraction", gained),
      ]
    )
  }
}
