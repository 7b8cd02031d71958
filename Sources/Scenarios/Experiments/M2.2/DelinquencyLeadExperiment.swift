import Economy
import Statistics

/// M2.2: whether delinquency leads or lags unemployment, by the kind of shock.
struct DelinquencyLeadExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M2.2-lead",
    systems: ["M2.2"],
    title: "Lead of delinquency by the kind of shock",
    question:
      "Does delinquency lead unemployment when underwriting is bad, and lag it when demand is lost?",
    quantity: "months by which changes of delinquency lead those of unemployment",
    unit: "months",
    expected: DelinquencyLeadExperiment.underwriting,
    mechanism: "the shock: both rates are normal but for errors of measurement",
    control: .contains(0),
    readings: [
      ExperimentReading(
        id: "underwriting",
        text: "the standard of loans falls and recovers, the cycle follows (S2 of today)",
        expected: DelinquencyLeadExperiment.underwriting
      ),
      ExperimentReading(
        id: "demand",
        text: "demand falls and recovers, against a lag of 6 to 12 months (S2 of past cycles)",
        expected: ExperimentExpectation(
          .value(-9, tolerance: 3),
          facts: ["S2.F12"],
          statement: "delinquency normally lags unemployment by 6 to 12 months"
        )
      ),
      ExperimentReading(
        id: "lag",
        text: "demand falls and recovers, the sign alone",
        expected: ExperimentExpectation(
          .negative(null: 0),
          facts: ["S2.F12"],
          statement: "delinquency normally follows unemployment"
        )
      ),
      ExperimentReading(
        id: "both",
        text: "both at once, as cycles are; the source has no number for it"
      ),
    ],
    runs: 120,
    runsMin: 40,
    sweeps: [
      ExperimentSweep(
        DelinquencyLeadExperiment.feedback,
        [0, 0.25, 0.5, 1, 2, 4],
        runs: 40
      ),
      ExperimentSweep(
        DelinquencyLeadExperiment.delay,
        [0, 2, 4, 6, 9],
        reading: "demand",
        runs: 40
      ),
    ],
    inputs: [
      "coefficients of the model specification (§4.5), which assumes them; what delinquency does to spread "
        + "and lending is this program's assumption",
      "30 years of months after five that are left out; shocks revert by a tenth a month, assumption",
      "errors of measurement: 0.1 percentage points in unemployment (of the size that the survey states for "
        + "a month), 0.05 in delinquency: assumption",
      "lead: the shift with the largest correlation of twelve-month changes, within a year either side "
        + "(indicator I24)",
    ],
    finding:
      "Lead and lag follow from where the shock enters: bad loans show before jobs are lost, lost jobs "
      + "before loans go bad; with both at once anything comes out. A lead is therefore no proof of an "
      + "unheard-of cycle but of its kind. The lag of half a year is the near edge of what the source calls "
      + "normal and grows month for month with the time that loans take to fall behind. In card data of "
      + "2000 to 2019 delinquency led by one to two quarters: the premise that it always lagged fails, the "
      + "mechanism does not.",
    refutation: "cycles that began with lost demand and in which delinquency turned first"
  )

  private static let underwriting = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S2.F11", "S2.F32"],
    statement: "after years of easy credit delinquency peaks before unemployment rises"
  )
  private static let feedback = ExperimentSweep.Parameter(
    "feedback_ratio",
    text: "what delinquency does to spread and lending, over the standard"
  )
  private static let delay = ExperimentSweep.Parameter(
    "delay_months",
    text: "months from unemployment to delinquency"
  )
  private static let (burnIn, length) = (60, 360)

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var parameters = CreditCycleParameters()
    let ratio = run.value(of: DelinquencyLeadExperiment.feedback.name, else: 1)
    parameters.spreadFeedback *= ratio
    parameters.creditFeedback *= ratio
    parameters.unemploymentDelay = Int(run.value(of: DelinquencyLeadExperiment.delay.name, else: 2))
    var cycle = CreditCycle(parameters)
    var (lending, spending) = (run.stream("underwriting"), run.stream("demand"))
    var errors = run.stream("errors")
    let isOfLoans = !run.isControl && ["", "underwriting", "both"].contains(run.reading)
    let isOfDemand = !run.isControl && ["demand", "lag", "both"].contains(run.reading)
    var (shortfall, lost) = (0.0, 0.0)
    var (delinquency, unemployment): ([Double], [Double]) = ([], [])
    for month in 0..<DelinquencyLeadExperiment.burnIn + DelinquencyLeadExperiment.length {
      shortfall = 0.9 * shortfall + 0.9 * lending.nextNormal()
      lost = 0.9 * lost + 0.3 * spending.nextNormal()
      var shock = CreditCycle.Shock()
      if isOfLoans { shock.qualityShortfall = shortfall }
      if isOfDemand { shock.demand = -lost }
      cycle.step(shock)
      let (first, second) = (errors.nextNormal(), errors.nextNormal())
      guard month >= DelinquencyLeadExperiment.burnIn else { continue }
      delinquency.append(cycle.delinquency + 0.05 * first)
      unemployment.append(cycle.unemployment + 0.1 * second)
    }
    var resamples = run.stream("resamples")
    do {
      // The interval over runs is what counts; that over resamples of one run is not used.
      let lead = try CreditCycle.lead(
        delinquency: delinquency,
        unemployment: unemployment,
        replicates: 2,
        using: &resamples
      )
      return ExperimentMeasurement(
        Double(lead.bestLag),
        companions: [.init("correlation there", unit: "correlation", lead.bestCorrelation)]
      )
    } catch {
      throw .model(error)
    }
  }
}
