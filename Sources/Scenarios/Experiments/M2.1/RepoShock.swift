import Economy
import Statistics

/// Ordinary days of a repo market, and the same days with cash that is scarce or lenders that refuse.
///
/// Both sides draw from the same words, so that without a shock they are equal to the last digit.
struct RepoShock {
  /// What happens.
  enum Kind {
    /// Nothing.
    case none
    /// Cash runs out.
    case scarcity
    /// Lenders refuse borrowers whom they doubt.
    case refusal
    /// Lenders doubt the same borrowers and ask more of them, and refuse nobody.
    case pricedDoubt
  }

  static let dayCount = 10
  /// Sentences for the plan of an experiment.
  static let inputs = [
    "400 lenders with 3 000bn, 60 borrowers who need 2 400bn, rates over the ON RRP rate, interest on "
      + "reserves 0.15 and standing facility 0.25 percentage points above it: base case of the model "
      + "specification (§4.1), which has its numbers from no data",
    "refusal: 50 % to 95 % of lenders refuse 20 % to 45 % of borrowers, whose risk costs 0.1 to 0.3 "
      + "percentage points; scarcity: cash is 1 % to 10 % above what is needed. Uniform, assumptions",
    "ten days a side; a run draws the size of its shock",
  ]
  /// The share of lenders that refuse.
  static let refusingShare = ExperimentSweep.Parameter(
    "refusing_share",
    text: "share of lenders that refuse doubtful borrowers"
  )
  /// How much cash there is.
  static let cashRatio = ExperimentSweep.Parameter(
    "cash_ratio",
    text: "cash over what borrowers need"
  )

  let before, after: RepoStudy

  /// Simulates a run; the control has no shock.
  init(_ run: ExperimentRun) {
    let kind: Kind =
      switch run.reading {
      case _ where run.isControl: .none
      case "scarcity": .scarcity
      case "priced": .pricedDoubt
      default: .refusal
      }
    var sizes = run.stream("size")
    let key = UInt64(run.number)
    before = RepoStudy(RepoPopulation(), days: Self.dayCount, seed: run.seed, run: key)
    let shocked = Self.population(kind, of: RepoPopulation(), run, using: &sizes)
    after = RepoStudy(shocked, days: Self.dayCount, seed: run.seed, run: key)
  }

  /// A population after a shock of a drawn size; three words whatever the kind.
  static func population(
    _ kind: Kind,
    of base: RepoPopulation,
    _ run: ExperimentRun,
    using sizes: inout Stream
  ) -> RepoPopulation {
    let draws = (0..<3).map { _ in sizes.nextUniform() }
    var shocked = base
    switch kind {
    case .none: break
    case .scarcity:
      let room = base.cashSupply / base.cashDemand < 1.2 ? 0.95 : 1.01
      let ratio = run.value(of: cashRatio.name, else: room + 0.09 * draws[0])
      shocked.cashSupply = base.cashDemand * ratio
    case .refusal, .pricedDoubt:
      let share = run.value(of: refusingShare.name, else: 0.5 + 0.45 * draws[0])
      shocked.refusingLenderShare = kind == .refusal ? share : 0
      shocked.riskyBorrowerShare = 0.2 + 0.25 * draws[1]
      shocked.riskPremium = 0.1 + 0.2 * draws[2]
    }
    return shocked
  }

  /// The change of a mean over the days.
  func change(_ measure: KeyPath<RepoDay, Double>) -> Double {
    after.mean(measure) - before.mean(measure)
  }

  /// The change of the ON RRP over all trades.
  var idleShareChange: Double {
    after.mean(\.reverseRepo) / after.mean(\.volume)
      - before.mean(\.reverseRepo) / before.mean(\.volume)
  }

  /// The change of Bowley's skewness of the mean percentiles; nil where it is undefined.
  var skewChange: Double? {
    guard let now = after.skewOfMeans.bowley, let then = before.skewOfMeans.bowley else {
      return nil
    }
    return now - then
  }

  /// What every experiment with such days shows beside its quantity.
  var companions: [ExperimentMeasurement.Companion] {
    [
      .init("change of the median", unit: "bp", 100 * change(\.p50)),
      .init("change of p99 less median", unit: "bp", 100 * change(\.rightTail)),
      .init("change of the ON RRP", unit: "bn usd", change(\.reverseRepo)),
      .init("change of the standing facility", unit: "bn usd", change(\.standingFacility)),
      .init("change of what private lenders lend", unit: "bn usd", change(\.bilateralVolume)),
      .init("demand that fails", unit: "bn usd", after.mean(\.failed)),
    ]
  }
}
