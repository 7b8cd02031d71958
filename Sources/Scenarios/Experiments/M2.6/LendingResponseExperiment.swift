import Economy
import Statistics

/// M2.6 and M3.1: what purchases of bonds add to lending, by what binds the banks.
struct LendingResponseExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M2.6-lending",
    systems: ["M2.6", "M3.1"],
    title: "Loans after purchases, by what binds",
    question: "Do purchases of 540bn a year raise lending, and does that depend on what binds?",
    quantity: "loans per dollar of purchases",
    unit: "ratio",
    expected: LendingResponseExperiment.none,
    mechanism: "the purchases: none are made",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "solvency",
        text: "borrowers have become weak: 5 % to 25 % of them are turned away on top (S2)",
        expected: LendingResponseExperiment.none
      ),
      ExperimentReading(
        id: "ignorance",
        text:
          "nothing is known: capital, liquidity and applicants allow equally much before chance, the "
          + "source's claim unchanged",
        expected: LendingResponseExperiment.none
      ),
      ExperimentReading(
        id: "tight_reserves",
        text: "reserves are tight: liquidity allows 5 % to 25 % less (S3)",
        expected: ExperimentExpectation(
          .positive(null: 0),
          facts: ["S3.F03", "S3.F49", "S3.F59"],
          statement: "reserves are tight, and purchases make liquidity"
        )
      ),
    ],
    statistic: .mean,
    runs: 1_000,
    sweeps: [
      ExperimentSweep(
        .init("weak_share", text: "applicants that banks turn away beyond the usual, share"),
        [0, 0.05, 0.1, 0.15, 0.2, 0.3],
        by: .init("liquidity_loss_share", text: "what liquidity allows less, share"),
        [0, 0.05, 0.1, 0.2],
        runs: 400
      )
    ],
    inputs: [
      "12.8tn of loans (opening sheet of the model specification); each of capital, liquidity and "
        + "applicants allows 0 % to 20 % more, uniform and independent: assumption",
      "540bn of purchases a year (S3.F03, 45bn a month); 90 % of what they add to deposits can be lent: "
        + "assumption of the model",
      "that purchases work only where liquidity binds is built into the model (§4.8); how often it binds "
        + "follows from the assumed states and is no estimate of today",
    ],
    finding:
      "Both articles are right about their own state. With weak borrowers purchases add two cents of "
      + "loans per dollar, with tight reserves most of what can be lent, and with no knowledge of the state "
      + "a fifth: nobody should be sure of none. Liquidity binds in one world of twenty in the first state, "
      + "in nearly nine of ten in the second, in one of four or five in the third. The disagreement (X06) "
      + "is about what binds, which loan officers know and neither article measures.",
    refutation:
      "lending after purchases, in quarters in which banks say that they turn borrowers away for risk",
    coversWhole: false
  )

  /// What the sources let expect of purchases where nothing is known of the banks.
  static let none = ExperimentExpectation(
    .atMost(0.1),
    facts: ["S2.F28", "S2.F33"],
    statement:
      "purchases do not force lending: almost no effect; taken as ten cents of loans per dollar at most"
  )
  private static let loans = 12_800.0
  private static let purchases = 540.0

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    var stream = run.stream("state")
    let rooms = (0..<3).map { _ in 1 + 0.2 * stream.nextUniform() }
    let size = 0.05 + 0.2 * stream.nextUniform()
    let isWeak = ["", "solvency"].contains(run.reading)
    let weak = run.value(of: "weak_share", else: isWeak ? size : 0)
    let dry = run.value(
      of: "liquidity_loss_share",
      else: run.reading == "tight_reserves" ? size : 0
    )
    let loans = LendingResponseExperiment.loans
    // A fifth of the applicants is turned away at all times, so that some are there to be trusted.
    let usual = 0.8
    let banks = LoanSupply(
      equity: loans * rooms[0] * 0.7 / 10,
      liquidityLimit: loans * rooms[1] * (1 - dry),
      demand: loans * rooms[2] / usual,
      creditworthyShare: usual * (1 - weak)
    )
    let bought = run.isControl ? 0 : LendingResponseExperiment.purchases
    let added = banks.response(toPurchases: bought)
    let binding = banks.constraint
    return ExperimentMeasurement(
      added / LendingResponseExperiment.purchases,
      companions: [
        .init("capital binds", unit: "share of worlds", binding == .capital ? 1 : 0),
        .init("liquidity binds", unit: "share of worlds", binding == .liquidity ? 1 : 0),
        .init("applicants bind", unit: "share of worlds", binding == .creditworthiness ? 1 : 0),
        .init("loans before", unit: "bn usd", banks.loans),
      ]
    )
  }
}
