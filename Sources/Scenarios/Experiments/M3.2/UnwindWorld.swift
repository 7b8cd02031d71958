import Economy
import Quantities

/// The two months of autumn 2025 in the ``FundFlowWorld``: longs of futures leave, and carry funds meet
/// a basis that falls.
struct UnwindWorld {
  /// The days of the window, 2025-10-01 to 2025-11-26 (S3.F28: the source counts 53).
  static let dayCount = 57
  /// The basis at the beginning (S3.F24).
  static let openingBasis = 0.0663
  /// What the longs held and what left of it, dollars: a fall of 4.2bn and 37.7 % (S3.F34, S3.F35).
  static let longs = 4.2e9 / 0.377
  static let departure = 4.2e9
  /// The position that pays at the opening basis: N_max times the ramp, dollars (`model.md` §3.4).
  static let carry = 25e9 * (0.0663 - 0.05012) / 0.04
  /// The funds' coins, what carry is short, what the longs have, and carry's shares.
  static let probes = [
    MeasuredWorld.Probe("IBIT", "BTC"), MeasuredWorld.Probe("FBTC", "BTC"),
    MeasuredWorld.Probe("carry", "BTC future"), MeasuredWorld.Probe("longs", "BTC future"),
    MeasuredWorld.Probe("carry", "IBIT shares"), MeasuredWorld.Probe("carry", "FBTC shares"),
  ]
  static let unwindMechanisms: Set<String> = ["basis_unwind", "basis_entry"]

  /// Sentences for the plan of an experiment.
  static let inputs =
    FundFlowWorld.inputs + [
      "57 days from a price of 125,000 (S3.F25) and a basis of 6.63 % (S3.F24); longs of futures have "
        + "11.1bn and sell 4.2bn of it evenly (S3.F34, S3.F35), with a standard deviation of 0.3bn a "
        + "day, an assumption; the basis moves one point for 1.8bn with a half-life of ten days, the "
        + "default and an assumption",
      "carry funds with the rule of model §3.4: break-even 5 %, N_max 25bn, of which 10.1bn pay at the "
        + "opening basis",
    ]

  private var world: FundFlowWorld

  /// Creates the world.
  ///
  /// - Parameters:
  ///   - departure: What the longs sell over the window, dollars.
  ///   - halfLife: The half-life of an imbalance of futures demand, days.
  init(departure: Double = UnwindWorld.departure, halfLife: Double = 10) {
    guard let start = Day(year: 2025, month: 10, day: 1) else {
      preconditionFailure("2025-10-01 is a date")
    }
    world = FundFlowWorld(start: start, price: 125_000)
    world.plan.futureBasis = UnwindWorld.openingBasis
    world.plan.futureHalfLifeDays = halfLife
    world.plan.without = ["etf_fees"]
    world.addCarry(dollars: UnwindWorld.carry)
    world.addDemand(
      coins: UnwindWorld.longs / world.price,
      dollarsPerDay: -departure / Double(UnwindWorld.dayCount),
      spread: 0.3e9
    )
  }

  /// Switches mechanisms off.
  func without(_ mechanisms: Set<String>) -> UnwindWorld {
    var changed = self
    changed.world.plan.without.formUnion(mechanisms)
    return changed
  }

  /// Lets holders sell shares of so many dollars evenly over the window, in place of the carry funds.
  func selling(_ dollars: Double) -> UnwindWorld {
    var changed = without(UnwindWorld.unwindMechanisms)
    for (fund, share) in [("IBIT", 0.75), ("FBTC", 0.25)] {
      changed.world.plan.shocks.append(
        WorldShock(
          .sale,
          name: "holders of \(fund) sell",
          day: 0,
          hours: Double(24 * UnwindWorld.dayCount),
          market: "\(fund) shares",
          target: "RETAIL",
          size: share * dollars
        )
      )
    }
    return changed
  }

  /// Lets the window pass.
  func run(_ run: ExperimentRun) throws(ScenarioError) -> UnwindPath {
    UnwindPath(try world.run(run, days: UnwindWorld.dayCount, probes: UnwindWorld.probes))
  }
}
