public import Quantities

/// What one run says: the market with leverage beside the same news without it.
///
/// Money is US dollars, prices US dollars per unit of the asset, moves natural logarithms.
public struct RunOutcome: Sendable {
  /// Longs and shorts of one quantity.
  public struct Sides: Hashable, Sendable {
    /// The longs' part.
    public var long = 0.0
    /// The shorts' part.
    public var short = 0.0

    /// Creates a pair.
    public init(long: Double = 0, short: Double = 0) {
      self.long = long
      self.short = short
    }

    /// Both sides together.
    public var total: Double { long + short }
  }

  /// The run's number.
  public internal(set) var run: Int
  /// The drawn inputs.
  public internal(set) var parameters: RunParameters
  /// The instants at the ends of the steps.
  public internal(set) var times: [Instant] = []
  /// The prices with leverage, one per step.
  public internal(set) var prices: [Double] = []
  /// The prices without leverage, one per step.
  public internal(set) var pricesWithoutLeverage: [Double] = []
  /// The log move from the start to the turning point, with leverage.
  public internal(set) var move = 0.0
  /// The log move over the same time without leverage.
  public internal(set) var moveWithoutLeverage = 0.0
  /// Forced trades of liquidated positions.
  public internal(set) var liquidationCount = 0
  /// Liquidated value by side.
  public internal(set) var liquidated = Sides()
  /// Liquidated value by hour since the start.
  public internal(set) var liquidatedByHour: [Sides] = []
  /// Liquidated value by class of the leverage mixture.
  public internal(set) var liquidatedByLeverage: [Sides] = []
  /// Value closed by auto-deleveraging.
  public internal(set) var autoDeleveraged = 0.0
  /// Change of the insurance funds of all venues together.
  public internal(set) var insuranceFundChange = 0.0
  /// Losses beyond the margins of the liquidated, whoever bore them.
  public internal(set) var badDebt = 0.0
  /// Losses taken back from those who had gained.
  public internal(set) var socialisedLoss = 0.0
  /// Realised loss by class, gains negative, in the order of ``lossClasses``.
  public internal(set) var losses: [Double] = []
  /// The sale from outside.
  public internal(set) var outflow = 0.0
  /// Log price move by forced sales per log price move, within 3 % of the opening price.
  public internal(set) var localGain = 0.0
  /// Forced trades whose parent was forced.
  public internal(set) var forcedByForced = 0
  /// All forced trades.
  public internal(set) var forcedTrades = 0
  /// The longest chain of causes.
  public internal(set) var deepestChain = 0
  /// Relative change of open interest in dollars.
  public internal(set) var openInterestChange = 0.0
  /// Relative change of open interest in units of the asset.
  public internal(set) var openInterestChangeInAsset = 0.0
  /// Share of the dollar fall of open interest that forced closing made; nil without a fall.
  ///
  /// The closed contracts count at the opening price; the rest is the fall of the price.
  public internal(set) var forcedShareOfOpenInterest: Double?
  /// The sale at once that would set off a cascade; nil if none within the book does.
  public internal(set) var criticalSale: Double?
  /// The fall by news that would set off a cascade, as a fraction; nil if none does.
  public internal(set) var distanceToCascade: Double?
  /// The largest log distance of the calibrated price from the path it had to follow.
  public internal(set) var pathError = 0.0
  /// The largest log move of the path from its start; zero where no path is given.
  public internal(set) var pathMove = 0.0
  /// Whether the opening book can have stood at its price; see ``isPlausible``.
  public internal(set) var standsAtRest = true
  /// Broken conservation, one line each.
  public internal(set) var violations: [String] = []
  /// Forced trades without a chain to a root.
  public internal(set) var orphanCount = 0
  /// Values that were not finite.
  public internal(set) var nonfiniteCount = 0
  /// What distinguishes the draws of this run from those of any other.
  public internal(set) var drawHash: UInt64 = 0

  /// A draw whose calibrated price strays from its path by more than this share of the path's
  /// largest move contradicts the path.
  public static let pathErrorShareMax = 0.1

  /// Whether the draw can have taken the path.
  ///
  /// A book with a fold cannot end at a price inside the
  /// fold, whatever the news: it holds above or falls through.
  public var fitsPath: Bool { pathError <= RunOutcome.pathErrorShareMax * pathMove }

  /// Whether the draw agrees with the prices.
  ///
  /// The market stood at the first price, and a book that slides under a minute's ordinary volume
  /// cannot have stood; and it took the path to the last.
  public var isPlausible: Bool { standsAtRest && fitsPath }

  /// The names of the classes of ``losses``.
  public static let lossClasses = [
    "retail", "institution", "market_maker", "insurance_fund", "exchange",
  ]

  /// The move with leverage over the move without it; nil where the two have opposite signs, so that
  /// leverage explains more than the whole move.
  public var multiplier: Double? {
    if move == moveWithoutLeverage { return 1 }
    let ratio = move / moveWithoutLeverage
    return ratio > 0 && ratio.isFinite ? ratio : nil
  }

  /// The share of the move that would not have happened without leverage.
  public var leverageShare: Double {
    move == 0 ? 0 : 1 - moveWithoutLeverage / move
  }

  /// Liquidations over the net outflow; nil without one.
  public var ratio: Double? { outflow > 0 ? liquidated.total / outflow : nil }

  /// Long liquidations over all; nil without any.
  public var longShare: Double? {
    liquidated.total > 0 ? liquidated.long / liquidated.total : nil
  }

  /// The largest value liquidated in `hours` hours in a row.
  public func liquidatedAtMost(inHours hours: Int) -> Double {
    var largest = 0.0
    for start in liquidatedByHour.indices {
      let window = liquidatedByHour[start..<min(start + hours, liquidatedByHour.count)]
      largest = max(largest, window.reduce(0) { $0 + $1.total })
    }
    return largest
  }
}
