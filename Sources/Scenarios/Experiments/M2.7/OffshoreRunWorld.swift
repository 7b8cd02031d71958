import Economy
import Quantities

/// The world of dollar funding with foreign banks that roll their dollars, in calm or in a run.
struct OffshoreRunWorld {
  /// Sentences for the plan of an experiment that uses the world.
  static let inputs = [
    "world of the opening sheet (model §3.28): foreign banks owe 6 000bn in deposits, 1 000bn in paper and 300bn "
      + "in repo, and hold 700bn of deposits, 480bn of reserves and 1 100bn of coupons; 4 % falls due a day "
      + "(model §3.22)",
    "the run lasts two weeks from the first Monday; Treasury and households keep still, so that what moves is the "
      + "run",
    "money funds hold at most a tenth more paper than at the opening; lines cost 25 bp over OIS and the corridor "
      + "abroad is 40 bp: assumptions",
    "dealers' leverage ratio of 5 % on 200bn of equity and support (model §3.16) leaves them some 200bn at the "
      + "opening",
  ]

  private static let catalogue = ParticipantCatalogue.standard
  /// The first day of the run, a Monday.
  static let firstDay = 3
  /// How long it lasts, days.
  static let length = 14

  let measured: MeasuredWorld

  /// Runs the world to the end of the run.
  ///
  /// - Parameters:
  ///   - run: Whose draws they are; in a control nobody runs.
  ///   - share: What is not rolled of what falls due; zero for calm.
  ///   - linesOpen: Whether swap lines are open.
  ///   - leverageRatio: The dealers' least ratio of equity and support to exposures.
  /// - Throws: ``ScenarioError/invariant(description:)`` if the world cannot be built or must stop.
  init(
    _ run: ExperimentRun,
    share: Double,
    linesOpen: Bool,
    leverageRatio: Double
  ) throws(ScenarioError) {
    var plan = WorldPlan.funding()
    let abroad = ["foreign banks", "foreign officials"]
    plan.participants.removeAll { abroad.contains($0.name) }
    plan.participants += [
      ParticipantPlan("foreign_bank", abroad[0]), ParticipantPlan("foreign_official", abroad[1]),
    ]
    for place in plan.participants.indices where plan.participants[place].kind == "dealer" {
      plan.participants[place].numbers["leverage_ratio_min"] = leverageRatio
    }
    plan.without = ["public_deficit", "debt_issuance", "household_saving"]
    if run.isControl { plan.without.insert("offshore_run") }
    if !linesOpen { plan.without.insert("swap_lines") }
    if share > 0 {
      plan.shocks = [
        WorldShock(
          .offshoreRun,
          name: "run",
          day: OffshoreRunWorld.firstDay,
          hours: 24 * Double(OffshoreRunWorld.length),
          size: share
        )
      ]
    }
    measured = try MeasuredWorld(
      plan,
      OffshoreRunWorld.catalogue,
      run,
      days: OffshoreRunWorld.firstDay + OffshoreRunWorld.length
    )
  }

  /// The mean of SOFR over the days of the run, percent a year.
  var securedRate: Double { mean("SOFR") }

  /// The mean of the 99th percentile over the same days, percent a year.
  var highestRates: Double { mean("SOFR p99") }

  /// Debt of dealers to lenders and the standing facility at the end, USD billion.
  var dealerDebt: Double {
    (measured.outstanding("repo DLR") + measured.outstanding("standing repo DLR")) / 1e9
  }

  /// The lowest basis of the run, basis points.
  var lowestBasis: Double { measured.figures("cross-currency basis").min() ?? 0 }

  /// Bonds that foreign banks were forced to sell, USD billion.
  var sold: Double { measured.forced("foreign banks").reduce(0, +) / 1e9 }

  /// Lent by dealers over swaps at the end, USD billion.
  var swapped: Double { measured.outstanding("FX swaps FBK") / 1e9 }

  /// Lent over swap lines at the end, USD billion.
  var drawn: Double { measured.outstanding("swap-line loans") / 1e9 }

  /// Bonds that dealers and funds were forced to sell, USD billion.
  var soldByOthers: Double {
    (measured.forced("dealers") + measured.forced("funds")).reduce(0, +) / 1e9
  }

  private func mean(_ figure: String) -> Double {
    let values = measured.figures(figure).dropFirst(OffshoreRunWorld.firstDay)
    return values.reduce(0, +) / Double(values.count)
  }
}
