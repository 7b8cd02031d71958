import Statistics

/// M3.3: whether an unwind and a capitulation can be told apart by what the public sees.
struct OutflowClassifierExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M3.3-classifier",
    systems: ["M3.3"],
    title: "Telling an unwind from a capitulation",
    question:
      "Given an outflow of the funds, does a score tell worlds in which carry funds unwind from worlds in "
      + "which holders flee?",
    quantity: "area under the operating characteristic: chance that an unwind scores higher",
    unit: "probability",
    expected: OutflowClassifierExperiment.stated,
    mechanism: "the outflow: nobody leaves in either kind of world",
    control: .contains(0.5),
    readings: [
      ExperimentReading(
        id: "concentration",
        text: "the share of the three funds that lost most, as the source argues",
        expected: OutflowClassifierExperiment.stated
      ),
      ExperimentReading(
        id: "public",
        text: "breadth, concentration, open interest and basis with the weights of indicator I11",
        expected: OutflowClassifierExperiment.stated
      ),
      ExperimentReading(
        id: "score",
        text: "the same with the futures that carry funds bought back",
        expected: OutflowClassifierExperiment.stated
      ),
    ],
    statistic: .mean,
    runs: 16,
    sweeps: [
      ExperimentSweep(
        .init(
          "neutral_share",
          text: "1 less the holders' sales in worlds with an unwind, of the drawn size"
        ),
        [0, 0.5, 1],
        reading: "concentration",
        runs: 10
      )
    ],
    inputs: OutflowWorld.inputs + [
      "two worlds of each kind a run; weights are those of the model specification and nothing is fitted"
    ],
    finding:
      "What tells the two apart is who bought futures back, which fund flows do not show. Concentration "
      + "among issuers follows from which funds the sellers hold: carry uses the largest, and the largest "
      + "lose most in a flight too; once holders sell beside the carry funds it says nothing. Days below "
      + "the break-even speak the other way: carry funds that unwind hold the basis up. A flow out of an "
      + "expensive old fund (E57) is concentrated and is neither.",
    refutation:
      "outflows whose holders are known from filings, sorted by the score without knowledge of futures",
    coversWhole: false
  )

  private static let stated = ExperimentExpectation(
    .atLeast(0.8),
    facts: ["S3.F30", "S3.F31"],
    statement:
      "concentrated outflow is local and broad outflow is panic; taken as an area of at least 0.8"
  )
  private static let copies = 2

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let copies = OutflowClassifierExperiment.copies
    let share = run.value(of: "neutral_share", else: 1)
    var paths: [OutflowPath] = []
    for copy in 0..<2 * copies {
      let seller: OutflowWorld.Seller = run.isControl ? .nobody : copy < copies ? .carry : .holders
      paths.append(try OutflowWorld.path(seller, run, copy: copy, neutralShare: share))
    }
    let areas = [
      ("breadth, reversed", paths.map { -$0.breadth }), ("concentration", paths.map(\.top)),
      ("correlation of open interest and basis", paths.map(\.correlation)),
      ("fall of open interest", paths.map { -$0.openInterestChange }),
      ("fall of the basis", paths.map { -$0.basisChange }),
      ("share of days below 5 %", paths.map(\.shareBelow)),
      ("futures bought back over outflow", paths.map(\.neutral)),
      ("public score", paths.map(\.publicScore)), ("score", paths.map(\.score)),
    ].map { (name: $0.0, area: OutflowClassifierExperiment.area($0.1)) }
    let name =
      switch run.reading {
      case "public": "public score"
      case "score": "score"
      default: "concentration"
      }
    let outflow = paths.prefix(copies).reduce(0) { $0 + $1.outflow } / Double(copies)
    return ExperimentMeasurement(
      areas.first { $0.name == name }?.area,
      companions: areas.map { .init("area of \($0.name)", unit: "probability", $0.area) } + [
        .init("outflow where carry funds unwind", unit: "coin", outflow)
      ]
    )
  }

  /// The area for scores of which the first half are unwinds.
  static func area(_ scores: [Double]) -> Double {
    let outcomes = scores.indices.map { $0 < scores.count / 2 }
    return (try? OperatingCharacteristic(scores: scores, outcomes: outcomes).area) ?? 0.5
  }
}
