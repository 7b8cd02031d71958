import Economy
import Statistics

/// M2.5: what speculators who store do to the steepest rise of the price that can be expected.
struct StorageArbitrageExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M2.5-storage",
    systems: ["M2.5"],
    title: "Expected rise with and without storage",
    question: "Does storing keep the expected rise of the price within what it costs?",
    quantity: "mean excess of the expected rise over full carry without storage, less that with it",
    unit: "ratio",
    expected: ExperimentExpectation(
      .positive(null: 0),
      facts: ["S2.F38", "S2.F19"],
      statement:
        "storage and expected demand bind the curve, so that its slope tells of demand (S2.M05)"
    ),
    mechanism: "storage: nothing is carried from one harvest to the next",
    control: .exactly(0),
    runs: 100,
    sweeps: [
      ExperimentSweep(
        .init("surplus_share", text: "how much each harvest exceeds what was expected"),
        [0, 0.1, 0.2],
        runs: 40
      )
    ],
    inputs: [
      "competitive storage (Deaton and Laroque 1992), the market of row S26: interest 5 % and wastage "
        + "10 % a period, demand 2 − x, harvests normal with mean 1 and deviation 0.3, in ten equally "
        + "likely steps",
      "forty harvests a run, the same with and without storage; without it supply is consumed at once",
    ],
    finding:
      "Yes. With storage the expected rise never exceeds interest and wastage, and equals them "
      + "whenever anything is stored, in about half of the periods; without it a glut is followed "
      + "by an expected rise of up to four times as much. So a flat or falling curve says that "
      + "stocks are scarce, and the steepest contango that the model has says that something is "
      + "stored, not how much: beyond the threshold the slope is the same for every stock, and as "
      + "a gauge of demand it is blind there.",
    refutation: "expected rises above carry in months in which stocks were neither full nor empty",
    coversWhole: false
  )

  private static let periodCount = 40
  /// The market of row S26, solved once: it depends on no draw.
  private static let solved: Result<DeatonLaroque, ModelError> = {
    do throws(ModelError) {
      return .success(try DeatonLaroque(market: StorageMarket()))
    } catch { return .failure(error) }
  }()

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let model: DeatonLaroque
    switch StorageArbitrageExperiment.solved {
    case .success(let solution): model = solution
    case .failure(let error): throw .model(error)
    }
    let surplus = 1 + run.value(of: "surplus_share", else: 0)
    let full = -Libm.logarithm(model.market.discount)
    var stream = run.stream("harvests")
    var (left, storing) = (0.0, 0)
    var (stored, bare): ([Double], [Double]) = ([], [])
    for _ in 0..<StorageArbitrageExperiment.periodCount {
      let harvest = surplus * model.harvests[stream.nextIndex(below: model.harvests.count)]
      let period = model.period(atAmount: harvest + left)
      left = period.left
      if !period.isStockOut { storing += 1 }
      stored.append(rise(model, from: period.price, left: left) / full)
      bare.append(bareRise(model, from: harvest) / full)
    }
    return ExperimentMeasurement(
      excess(bare) - excess(run.isControl ? bare : stored),
      companions: [
        .init("steepest rise with storage", unit: "full carry", stored.max() ?? 0),
        .init("steepest rise without storage", unit: "full carry", bare.max() ?? 0),
        .init(
          "periods in which something is stored",
          unit: "share",
          Double(storing) / Double(StorageArbitrageExperiment.periodCount)
        ),
      ]
    )
  }

  /// The mean of what exceeds full carry.
  private func excess(_ rises: [Double]) -> Double {
    rises.reduce(0) { $0 + max(0, $1 - 1) } / Double(rises.count)
  }

  /// ln E f(h + left)/p: the slope of a curve without a risk premium.
  private func rise(
    _ model: DeatonLaroque,
    from price: Double,
    left: Double
  ) -> Double {
    let expected = model.harvests.reduce(0) { $0 + model.price(atAmount: $1 + left) }
    return Libm.logarithm(expected / Double(model.harvests.count) / price)
  }

  /// The same where every harvest is consumed at once.
  private func bareRise(_ model: DeatonLaroque, from harvest: Double) -> Double {
    let expected = model.harvests.reduce(0) { $0 + model.market.demandPrice($1) }
    let price = model.market.demandPrice(harvest)
    return Libm.logarithm(expected / Double(model.harvests.count) / price)
  }
}
