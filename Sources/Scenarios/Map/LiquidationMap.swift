import Exchange
import Quantities

/// What a book is forced to trade at each price level, by side and leverage.
public struct LiquidationMap: Sendable {
  /// The width of a level, as a fraction of the opening price.
  public static let levelWidth = 0.01
  /// Levels reach this many widths to each side of the opening price.
  public static let levelCount = 50

  /// One level on one side of the price.
  public struct Level: Hashable, Sendable {
    /// The lower end, US dollars.
    public let priceLow: Double
    /// The upper end, US dollars.
    public let priceHigh: Double
    /// Forced value by class of the leverage mixture, US dollars.
    public var byLeverage: [Double]

    /// Forced value of all classes, US dollars.
    public var notional: Double { byLeverage.reduce(0, +) }
  }

  /// Levels below the price, nearest first: longs are sold there.
  public private(set) var longs: [Level]
  /// Levels above the price, nearest first: shorts are bought back there.
  public private(set) var shorts: [Level]
  /// The sale at once that would set off a cascade, US dollars; nil if none within the book does.
  public let criticalSale: Double?
  /// Whether the book can have stood at its price; see ``RunOutcome/isPlausible``.
  public let standsAtRest: Bool
  /// What distinguishes the draws of this run from those of any other.
  public let drawHash: UInt64

  /// Draws the book of run `run` of a setting and maps it.
  ///
  /// - Throws: ``ScenarioError`` if the book cannot be built.
  /// - Complexity: O(parcels log parcels).
  public init(_ setting: RunSetting, run: Int) throws(ScenarioError) {
    let parameters = RunParameters(of: setting.state, seed: setting.seed, run: UInt64(run))
    let opening = try setting.openingBook(parameters, run: UInt64(run))
    let factory = MarketFactory(state: setting.state, opening: opening)
    try factory.checkReach(sale: setting.sale)
    let engine = try factory.engine(without: setting.without)
    let ladder = LiquidationLadder(engine.book, scales: factory.scales)
    let classes = setting.state.leverageMixture.count
    let price = setting.state.price
    let isLeveraged = !setting.without.contains(.leverage)
    longs = LiquidationMap.levels(isLeveraged ? ladder.longs : [], price, -1, classes)
    shorts = LiquidationMap.levels(isLeveraged ? ladder.shorts : [], price, 1, classes)
    standsAtRest = OpeningProfile.standsAtRest(factory)
    criticalSale = OpeningProfile(factory: factory, without: setting.without).criticalSale
    drawHash = opening.hash
  }

  private static func levels(
    _ rungs: [LiquidationLadder.Rung],
    _ price: Double,
    _ direction: Double,
    _ classes: Int
  ) -> [Level] {
    var levels = (0..<levelCount).map { index in
      let near = price * (1 + direction * levelWidth * Double(index))
      let far = price * (1 + direction * levelWidth * Double(index + 1))
      return Level(
        priceLow: min(near, far),
        priceHigh: max(near, far),
        byLeverage: Array(repeating: 0, count: classes)
      )
    }
    for rung in rungs {
      let move = abs(Libm.exponential(direction * rung.distance) - 1)
      let index = Int(move / levelWidth)
      guard rung.distance >= 0, index < levelCount else { continue }
      levels[index].byLeverage[Int(rung.leverageBand)] += rung.value
    }
    return levels
  }
}
