import Economy
import Statistics

/// Greenwood, Landier and Thesmar (2015): losses that holders cause each other by selling.
struct VulnerableBanksExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M2.3-vulnerability",
    systems: ["M2.3", "M0.5"],
    title: "Losses through common holdings (Greenwood, Landier and Thesmar)",
    question:
      "After a shock to one asset, do leveraged holders lose by each other's sales because they hold "
      + "the same assets?",
    quantity: "losses by the sales of others over all equity",
    unit: "fraction",
    expected: ExperimentExpectation(
      .positive(null: 0),
      facts: ["S2.F14", "S0.F27", "S0.F28", "S0.F29"],
      statement:
        "published: aggregate vulnerability is positive with leverage and common holdings; the seeds have "
        + "assets fall together because the same money sells them"
    ),
    mechanism: "common holdings: each holder has an asset of its own, same size, same shock",
    control: .exactly(0),
    runs: 200,
    sweeps: [
      ExperimentSweep(
        .init("debt_to_equity", text: "debt over equity of every holder"),
        [0, 1, 3, 9],
        by: .init("overlap", text: "share of each portfolio held in common"),
        [0, 0.25, 0.5, 1],
        runs: 100
      )
    ],
    inputs: [
      "assumption: 10 holders of 20bn to 200bn of assets, debt over equity 1 to 9, 30 % to 100 % of each "
        + "portfolio in one common asset and the rest in one of its own",
      "assumption: the common asset loses 1 %; a sale of 1bn moves a market by 0.1 % (model §4.7, S36)",
      "control: the common part becomes one more asset of its own that loses 1 % as well",
    ],
    finding:
      "Leverage alone hurts the seller; leverage with common holdings hurts the others as well, in "
      + "proportion to both and to the size of the shock. Either at zero, there is nothing. The model is "
      + "linear and one round, so that its size says nothing about thresholds.",
    refutation: "holdings by name that do not overlap, and assets that fall together all the same",
    coversWhole: false
  )

  private static let count = 10
  private static let impactPerDollar = 0.001 / 1e9
  private static let shock = -0.01

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("holders")
    let count = VulnerableBanksExperiment.count
    var (assets, debts, shares): ([Double], [Double], [Double]) = ([], [], [])
    for _ in 0..<count {
      assets.append(20e9 + 180e9 * stream.nextUniform())
      let (debt, share) = (1 + 8 * stream.nextUniform(), 0.3 + 0.7 * stream.nextUniform())
      debts.append(run.value(of: "debt_to_equity", else: debt))
      shares.append(run.value(of: "overlap", else: share))
    }
    // Assets: the common one, then each holder's own, then each holder's substitute of the common one.
    let weights = (0..<count).map { holder in
      var row = [Double](repeating: 0, count: 1 + 2 * count)
      row[run.isControl ? 1 + count + holder : 0] = shares[holder]
      row[1 + holder] = 1 - shares[holder]
      return row
    }
    let shocks = (0...2 * count).map {
      $0 == 0 || $0 > count ? VulnerableBanksExperiment.shock : 0
    }
    do throws(ModelError) {
      let holders = try GreenwoodLandierThesmar(
        assets: assets,
        debtToEquity: debts,
        weights: weights,
        priceImpacts: shocks.map { _ in VulnerableBanksExperiment.impactPerDollar }
      )
      let outcome = try holders.outcome(ofShock: shocks)
      let equity = holders.equity.reduce(0, +)
      return ExperimentMeasurement(
        lossesByOthers(holders, returns: outcome.bankReturns) / equity,
        companions: [
          .init(
            "aggregate vulnerability, own sales counted",
            unit: "fraction",
            outcome.aggregateVulnerability
          ),
          .init("sold", unit: "bn usd", -outcome.netPurchases.reduce(0, +) / 1e9),
          .init(
            "losses by the shock alone over equity",
            unit: "fraction",
            -zip(assets, outcome.bankReturns).reduce(0) { $0 + $1.0 * $1.1 } / equity
          ),
        ]
      )
    } catch {
      throw .model(error)
    }
  }

  /// Σ over pairs of what one holder loses by the sales of another, US dollars.
  private func lossesByOthers(_ holders: GreenwoodLandierThesmar, returns: [Double]) -> Double {
    var total = 0.0
    for seller in returns.indices {
      let sold = -holders.assets[seller] * holders.debtToEquity[seller] * returns[seller]
      for loser in returns.indices where loser != seller {
        let overlap = holders.priceImpacts.indices.reduce(0) {
          $0 + holders.weights[seller][$1] * holders.weights[loser][$1] * holders.priceImpacts[$1]
        }
        total += holders.assets[loser] * overlap * sold
      }
    }
    return total
  }
}
