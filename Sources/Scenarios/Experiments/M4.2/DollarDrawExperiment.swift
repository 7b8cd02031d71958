import Economy
import Statistics

/// M4.2: how much of the dollar's rise the bill spread makes, beside the policy rate.
struct DollarDrawExperiment: Experiment {
  private static let draws = ExperimentExpectation(
    .atLeast(0.5),
    facts: ["S4.F37", "S4.F38"],
    statement:
      "over-issued bills made short rates high, and these drew dollars back: taken as half of the "
      + "draw or more"
  )

  let plan = ExperimentPlan(
    id: "M4.2-backflow",
    systems: ["M4.2", "M2.7"],
    title: "Dollars drawn by bills and by the policy rate",
    question: "Was it the supply of bills that drew dollars back?",
    quantity: "share of the rise of the dollar that the bill spread makes",
    unit: "fraction",
    expected: DollarDrawExperiment.draws,
    mechanism: "supply: bills pay no more for it",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "cause",
        text: "bills are what drew dollars: half of the rise or more",
        expected: DollarDrawExperiment.draws
      ),
      ExperimentReading(
        id: "sign",
        text: "bills draw dollars at all",
        expected: ExperimentExpectation(
          .positive(null: 0),
          facts: ["S4.F38"],
          statement: "high short rates drew dollars back"
        )
      ),
    ],
    runs: 400,
    sweeps: [
      ExperimentSweep(
        .init("shift_usd_bn", text: "shift from coupons to bills, bn USD"),
        [400, 800, 3_200, 12_800],
        by: .init("policy_rise_percent", text: "rise of the policy rate over others', percent"),
        [0, 0.25, 3],
        runs: 40
      )
    ],
    inputs: BillShift.inputs + [
      "the dollar rises at once by the rate gap over its decay, 0.3 to 0.6 a year (model §4.9, "
        + "assumed); the policy rate rises by 2 to 3 points more than others', as in 2022 (an assumption)",
      "the dollar widens the basis by 2 bp per percent of rise in 20 days (model §4.4, assumed)",
    ],
    finding:
      "The sign holds, and the share is three percent: seven basis points on bills lift the "
      + "dollar by a sixth of a percent and move the basis by a third of a basis point, where the "
      + "policy rate makes six percent. Dollars were drawn back by the price of money that the "
      + "central bank set. Only with policy rates unchanged is the whole draw the bills', and then "
      + "it is next to nothing.",
    refutation: "a dollar that rose on refunding news with expected policy rates unchanged",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let shift = BillShift(run)
    var stream = run.stream("dollar")
    let decay = 0.3 + 0.3 * stream.nextUniform()
    let drawn = 2 + stream.nextUniform()
    let policy = run.value(of: "policy_rise_percent", else: drawn) / 100
    let size = run.value(of: "shift_usd_bn", else: BillShift.counted)
    let bills = shift.supply.billSpread(excess: size) / 100
    let path: DollarPath
    do throws(ModelError) {
      path = try DollarPath(gapDecay: decay)
    } catch { throw .model(error) }
    let start = DollarPath.State(years: 0, rateGap: 0, stress: 0)
    let both = path.logChange(
      from: start,
      to: DollarPath.State(years: 0, rateGap: policy + bills, stress: 0)
    )
    let alone = path.logChange(
      from: start,
      to: DollarPath.State(years: 0, rateGap: bills, stress: 0)
    )
    let basis = CrossCurrencyBasis()
    let calm = CrossCurrencyBasis.State(demand: 0, dealerCapacity: 1)
    let moved = CrossCurrencyBasis.State(demand: 0, dealerCapacity: 1, dollarChange: alone)
    return ExperimentMeasurement(
      both > 0 ? alone / both : 0,
      companions: [
        .init("rise of the dollar by bills", unit: "log units", alone),
        .init("rise of the dollar by both", unit: "log units", both),
        .init(
          "fall of the basis by bills",
          unit: "bp",
          basis.unsupported(calm) - basis.unsupported(moved)
        ),
      ]
    )
  }
}
