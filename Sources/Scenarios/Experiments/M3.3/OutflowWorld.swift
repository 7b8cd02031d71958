import Economy
import Quantities
import Statistics

/// An outflow of the bitcoin funds of a drawn size in a ``FundFlowWorld`` whose futures demand falls: who
/// leaves is what a classifier has to find out.
struct OutflowWorld {
  /// Who sells.
  enum Seller {
    /// Carry funds that unwind.
    case carry
    /// Holders of all funds, as the funds are large.
    case holders
    /// Nobody.
    case nobody
  }

  static let dayCount = 40
  /// The holdings of coins by fund come first.
  private static let probes =
    FundFlowWorld.funds.map { MeasuredWorld.Probe($0.name, "BTC") } + [
      MeasuredWorld.Probe("carry", "BTC future"), MeasuredWorld.Probe("longs", "BTC future"),
    ]

  /// Sentences for the plan of an experiment.
  static let inputs = [
    "40 days in a world of four funds with uninformed traders in each, bars of twelve hours; in both kinds "
      + "of world longs of futures sell 3bn to 12bn from a basis of 5 % to 6.6 %, so that the basis says "
      + "nothing by itself",
    "unwind: carry funds follow their rule in the two largest funds; capitulation: holders sell 1bn to "
      + "5bn of all funds as these are large, and news takes the price down by 10 % to 30 %; sizes are "
      + "uniform, assumptions",
  ]

  /// Lets the days pass.
  ///
  /// - Parameters:
  ///   - seller: Who sells.
  ///   - run: The run.
  ///   - copy: Which of the run's worlds of the seller.
  ///   - neutralShare: Of an unwinding world's outflow, about how much carry does, the rest being
  ///     holders' sales.
  /// - Returns: What the public sees of it.
  /// - Throws: ``ScenarioError`` if the world cannot be built or breaks.
  static func path(
    _ seller: Seller,
    _ run: ExperimentRun,
    copy: Int,
    neutralShare: Double
  ) throws(ScenarioError) -> OutflowPath {
    var draws = run.stream("world", participant: UInt64(copy))
    let basis = 0.05 + 0.016 * draws.nextUniform()
    let departure = 3e9 + 9e9 * draws.nextUniform()
    let size = 1e9 + 4e9 * draws.nextUniform()
    let fall = 0.1 + 0.2 * draws.nextUniform()
    guard let start = Day(year: 2025, month: 10, day: 1) else {
      preconditionFailure("2025-10-01 is a date")
    }
    var world = FundFlowWorld(start: start, price: 110_000, fundCount: 4, barsPerDay: 2)
    world.addShareNoise()
    world.plan.futureBasis = basis
    world.plan.without =
      seller == .carry ? ["etf_fees"] : ["etf_fees", "basis_unwind", "basis_entry"]
    world.addCarry(dollars: max(1e9, 25e9 * (basis - 0.05012) / 0.04))
    world.addDemand(
      coins: 15e9 / world.price,
      dollarsPerDay: -departure / Double(dayCount),
      spread: 0.3e9
    )
    let sold = seller == .holders ? size : seller == .carry ? (1 - neutralShare) * size : 0
    if sold > 0 { world.sell(sold, days: dayCount) }
    if seller == .holders {
      world.plan.shocks.append(
        WorldShock(
          .news,
          name: "news",
          day: 5,
          hour: 13,
          market: "BTC",
          size: Libm.logarithm(1 - fall)
        )
      )
    }
    // Worlds of a run differ in everything that is drawn.
    let own = ExperimentRun(
      experiment: run.experiment,
      seed: run.seed,
      number: 64 * run.number + copy,
      isControl: run.isControl
    )
    return OutflowPath(try world.run(own, days: dayCount, probes: probes))
  }
}

extension FundFlowWorld {
  /// Lets retail holders sell shares of all funds, as these are large, evenly over days.
  mutating func sell(_ dollars: Double, days: Int) {
    let issuers = plan.participants.filter { $0.kind == "etf_issuer" }
    let whole = issuers.reduce(0) { $0 + ($1.numbers["holdings_coins"] ?? 0) }
    plan.shocks += issuers.map {
      WorldShock(
        .sale,
        name: "holders of \($0.name) sell",
        day: 0,
        hours: Double(24 * days),
        market: "\($0.name) shares",
        target: "RETAIL",
        size: dollars * ($0.numbers["holdings_coins"] ?? 0) / whole
      )
    }
  }
}
