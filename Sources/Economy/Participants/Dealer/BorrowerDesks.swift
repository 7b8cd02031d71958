import Quantities
import Statistics

/// The desks of a borrower in the overnight market: lognormal shares of its demand, some of them risky.
struct BorrowerDesks {
  /// PD of a risky desk at the opening.
  let defaultProbability: Double
  private let count: Int
  private let logDeviation: Double
  private let riskyShare: Double
  private let coverage: Double
  private let eligibleShare: Double
  private let stigma: Double
  private let rateDeviation: Double

  init(_ setup: WorldSetup) {
    count = Int(setup.number("desk_count"))
    logDeviation = setup.number("desk_log_deviation")
    riskyShare = setup.number("risky_share")
    defaultProbability = setup.number("default_probability_annual")
    coverage = setup.number("coverage_share")
    eligibleShare = setup.number("eligible_share")
    stigma = setup.number("stigma_percent")
    rateDeviation = setup.number("maximum_rate_deviation_percent")
  }

  /// PD in inverse proportion to what is left of equity and support.
  func defaultProbability(worth: Double, opening: Double) -> Double {
    min(1, defaultProbability * opening / max(1, worth))
  }

  /// Draws the desks of a day, four words each.
  ///
  /// An eligible desk pays at most the facility's rate; others pay stigma and a half-normal excess more.
  func draw(
    demand: Amount,
    facilityRate: Double,
    defaultProbability: Double,
    using stream: inout Stream
  ) -> [RepoBorrower] {
    var weights: [Double] = []
    var desks: [RepoBorrower] = []
    for _ in 0..<count {
      weights.append(Libm.exp(logDeviation * stream.nextNormal()))
      let isRisky = stream.nextEvent(probability: riskyShare)
      let isEligible = stream.nextEvent(probability: eligibleShare)
      let excess = stigma + abs(rateDeviation * stream.nextNormal())
      desks.append(
        RepoBorrower(
          demand: .zero,
          maximumRate: facilityRate + (isEligible ? 0 : excess),
          defaultProbability: isRisky ? defaultProbability : 0,
          coverage: coverage,
          isStandingFacilityEligible: isEligible
        )
      )
    }
    let scale = Double(demand.units) / weights.reduce(0, +)
    var left = demand
    for place in desks.indices {
      let share = min(left, Amount(Int64((weights[place] * scale).rounded(.up))))
      desks[place].demand = share
      left -= share
    }
    return desks
  }
}
