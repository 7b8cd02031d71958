import Economy
import Statistics

/// M3.1: what a year of reserve purchases does to the price of reserves, where they are tight and where not.
struct ReservePurchaseExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M3.1-spread",
    systems: ["M3.1"],
    title: "Price of reserves after a year of purchases",
    question:
      "Do purchases of 45bn a month make overnight money cheaper against interest on reserves?",
    quantity: "change of EFFR less IORB after a year, against no purchases",
    unit: "bp",
    expected: ReservePurchaseExperiment.tight,
    mechanism: "the purchases: none are made",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "tight",
        text: "reserves of 2.85tn, 11.6 % of bank assets (H.4.1), which S3 calls tight",
        expected: ReservePurchaseExperiment.tight
      ),
      ExperimentReading(
        id: "ample",
        text:
          "reserves of 3.28tn, 13.4 %, as S2 has them, and no effect: less than half a basis point",
        expected: ExperimentExpectation(
          .value(0, tolerance: 0.5),
          facts: ["S2.F03", "S2.F28"],
          statement: "reserves are not scarce and purchases have almost no effect"
        )
      ),
      ExperimentReading(
        id: "no_satiation",
        text:
          "reserves of 3.28tn and demand that is linear in logarithms, tangent to the other at 2.83tn: no "
          + "point from which reserves are ample",
        expected: ExperimentExpectation(
          .value(0, tolerance: 0.5),
          facts: ["S2.F03", "S2.F28"],
          statement: "reserves are not scarce and purchases have almost no effect"
        )
      ),
    ],
    runs: 400,
    sweeps: [
      ExperimentSweep(
        .init("reserves_usd_bn", text: "reserves before, bn USD"),
        [2_400, 2_600, 2_850, 3_000, 3_280, 3_600],
        by: .init("absorbed_share", text: "part of the purchases that currency and TGA absorb"),
        [0, 0.5, 1],
        runs: 60
      )
    ],
    inputs: [
      "bank assets of 24.5tn, curve of the model specification (§4.2): satiation at 12 % to 13 % (Afonso "
        + "and others 2022), slope of 1 to 3 bp per percentage point and a bend of 0.3 to 0.8 points, assumed",
      "540bn of bills (S3.F03); currency and the account of the Treasury absorb 20 % to 60 %, assumption",
      "the response of bitcoin, which S3.F59 adds, is not in it",
    ],
    finding:
      "Purchases lower the price of reserves by one or two basis points where reserves are tight and by a "
      + "fraction of one where they are ample: the sign is S3's, the size is small, and both articles are "
      + "right at the level of reserves that they quote (X04). H.4.1 has 2.85tn, not 3.28tn (E30). Without "
      + "a point of satiation the effect does not die out: with that curve S2 is wrong at its own level, "
      + "and one year of data cannot tell the two curves apart.",
    refutation:
      "EFFR less IORB that does not fall over a year in which reserves grow by 300bn from 2.85tn",
    coversWhole: false
  )

  private static let tight = ExperimentExpectation(
    .negative(null: 0),
    facts: ["S3.F03", "S3.F49"],
    statement: "reserves are tight and purchases make them ample: SOFR less IORB falls (T19)"
  )
  private static let assets = 24_500.0

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    var stream = run.stream("curve")
    let draws = (0..<4).map { _ in stream.nextUniform() }
    let curve = ReserveDemand(
      slope: 1 + 2 * draws[0],
      satiationRatio: 0.12 + 0.01 * draws[1],
      transitionWidth: 0.003 + 0.005 * draws[2]
    )
    let absorbed = run.value(of: "absorbed_share", else: 0.2 + 0.4 * draws[3])
    let isTight = ["", "tight"].contains(run.reading)
    let reserves = run.value(of: "reserves_usd_bn", else: isTight ? 2_850 : 3_280)
    let added = run.isControl ? 0 : 540 * (1 - absorbed)
    let assets = ReservePurchaseExperiment.assets
    let tangent = LogLinearReserveDemand(
      tangentTo: curve,
      reserves: 2_830,
      assets: assets,
      deposits: 17_700,
      depositCoefficient: 0
    )
    let spread = { (balances: Double) in
      run.reading == "no_satiation"
        ? tangent.spread(reserves: balances, deposits: 17_700)
        : curve.spread(at: balances / assets)
    }
    return ExperimentMeasurement(
      100 * (spread(reserves + added) - spread(reserves)),
      companions: [
        .init("EFFR less IORB before", unit: "bp", 100 * spread(reserves)),
        .init("reserves over bank assets before", unit: "percent", 100 * reserves / assets),
        .init(
          "reserves over bank assets after",
          unit: "percent",
          100 * (reserves + added) / assets
        ),
      ]
    )
  }
}
