import Quantities
import Statistics

/// The desks of a cash lender: lognormal shares of its cash, each with a premium and a limit of its own.
struct LenderDesks {
  let balanceSheetCost: Double
  /// π̄ of the median desk.
  let defaultLimit: Double
  private let count: Int
  private let logDeviation: Double
  private let premiumMean: Double
  private let premiumDeviation: Double
  private let limitDeviation: Double
  private let exposureShare: Double

  init(_ setup: WorldSetup) {
    count = Int(setup.number("desk_count"))
    logDeviation = setup.number("desk_log_deviation")
    premiumMean = setup.number("premium_mean_percent")
    premiumDeviation = setup.number("premium_deviation_percent")
    balanceSheetCost = setup.number("balance_sheet_cost_percent")
    defaultLimit = setup.number("default_limit_annual")
    limitDeviation = setup.number("default_limit_log_deviation")
    exposureShare = setup.number("exposure_limit_share")
  }

  /// Draws the desks of a day, four words each whatever happens.
  ///
  /// `outside` is o in percent a year; with `refuses` a desk has a limit, and the share `refusingShare` of
  /// them lends to nobody who may default.
  func draw(
    cash: Amount,
    outside: Double,
    hasAccess: Bool,
    refuses: Bool,
    refusingShare: Double,
    using stream: inout Stream
  ) -> [RepoLender] {
    var weights: [Double] = []
    var desks: [RepoLender] = []
    let limit = Amount(Int64((Double(cash.units) * exposureShare).rounded(.down)))
    for _ in 0..<count {
      weights.append(Libm.exp(logDeviation * stream.nextNormal()))
      let premium = max(0, premiumMean + premiumDeviation * stream.nextNormal())
      let trusted = min(1, defaultLimit * Libm.exp(limitDeviation * stream.nextNormal()))
      let isShut = stream.nextEvent(probability: refusingShare)
      desks.append(
        RepoLender(
          cash: .zero,
          outsideOption: outside,
          premium: premium,
          hasReverseRepoAccess: hasAccess,
          defaultProbabilityLimit: refuses ? (isShut ? 0 : trusted) : 1,
          exposureLimit: limit > .zero ? limit : nil
        )
      )
    }
    let scale = Double(cash.units) / weights.reduce(0, +)
    for place in desks.indices {
      desks[place].cash = Amount(Int64((weights[place] * scale).rounded(.down)))
    }
    return desks
  }
}
