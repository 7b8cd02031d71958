import Statistics

/// The price of a good that speculators store between random harvests, none of them ever short.
///
/// With x on hand, inverse demand P(x) = a − b x, wastage d and β = (1 − d)/(1 + r), the price function is
/// the fixed point
///
///     f(x) = max(P(x), β E f(h + (1 − d)(x − P⁻¹(f(x)))))
///
/// Below the stock at which P(x) is the trigger price p* = β E f(h) nothing is stored and f = P: a stock-out, in
/// which nothing is left to soften a bad harvest. Above it f is flatter than demand.
///
/// Solved on a uniform grid from the smallest harvest to a multiple of the largest, f linear between its points
/// and constant beyond its ends. Each round solves every point by halving; the right-hand side falls as f(x)
/// rises, so there is one root. Rounds end when no point moves by more than 10⁻¹² of the highest price; what
/// is then missing is at most β/(1 − β) times that. Deterministic. The grid's own error falls with its square:
/// with 400 points 8·10⁻⁵ at x = 1.6 of row S26. Harvests are equally likely normal quantiles at (k + ½)/n.
/// Where waiting costs almost nothing stores grow beyond the grid, and its top, held constant, decides.
///
/// Source: Deaton and Laroque (1992), "On the behaviour of commodity prices"; `model.md` §4.6.
public struct DeatonLaroque: Hashable, Sendable {
  /// What is demanded, lost and harvested.
  public let market: StorageMarket
  /// The harvests, ascending, each with the same chance.
  public let harvests: [Double]
  /// Amounts on hand at the grid's points.
  public let amounts: [Double]
  /// f at the grid's points.
  public let prices: [Double]
  /// p* = β E f(h): above it nothing is stored.
  public let triggerPrice: Double
  /// How many rounds the fixed point took.
  public let rounds: Int

  private let spacing: Double

  /// Solves the fixed point.
  ///
  /// - Parameters:
  ///   - market: Demand, costs and harvests.
  ///   - grid: How finely and how far f is computed.
  /// - Throws: ``ModelError`` for a parameter outside its domain, and
  ///   ``ModelError/notConverged(model:rounds:)`` after 10 000 rounds.
  /// - Complexity: O(rounds · points · harvests · 60); 29 rounds for row S26.
  public init(market: StorageMarket, grid: StorageGrid = StorageGrid()) throws(ModelError) {
    let harvests = try market.harvests()
    try grid.check()
    let (bottom, top) = (harvests[0], grid.topOverMaxHarvest * harvests[harvests.count - 1])
    guard top > bottom else {
      throw StorageMarket.domain.invalid(
        "grid top",
        "\(top)",
        "above the smallest harvest \(bottom)"
      )
    }
    let spacing = (top - bottom) / Double(grid.points - 1)
    let amounts = (0..<grid.points).map { bottom + Double($0) * spacing }
    var solver = DeatonLaroqueSolver(
      market: market,
      harvests: harvests,
      amounts: amounts,
      spacing: spacing
    )
    rounds = try solver.solve(tolerance: 1e-12, maxRounds: 10_000)
    self.market = market
    self.harvests = harvests
    self.amounts = amounts
    self.spacing = spacing
    prices = solver.prices
    triggerPrice = solver.expectedDiscounted(carriedOver: 0)
  }

  /// f(x), the price with so much on hand.
  ///
  /// Below the grid nothing is stored unless the trigger says otherwise, and f = P; above it f is that of the top.
  ///
  /// - Parameter amount: On hand, of all that was harvested or carried over.
  /// - Returns: In the currency of demand.
  /// - Complexity: O(1).
  public func price(atAmount amount: Double) -> Double {
    if amount <= amounts[0] { return max(market.demandPrice(amount), prices[0]) }
    return DeatonLaroqueSolver.interpolated(prices, from: amounts[0], spacing, at: amount)
  }

  /// P⁻¹(p*), the amount on hand up to which nothing is stored.
  public var triggerAmount: Double { market.demandedAmount(triggerPrice) }

  /// What one period does.
  public struct Period: Hashable, Sendable {
    /// f(x).
    public let price: Double
    /// What is consumed at that price.
    public let consumed: Double
    /// What is stored, before wastage; 0 in a stock-out.
    public let carriedOver: Double
    /// (1 − d) of what is stored, on hand next period before the harvest.
    public let left: Double

    /// Whether nothing is stored.
    public var isStockOut: Bool { carriedOver == 0 }
  }

  /// Consumes and stores what is on hand: one step of the storage operator.
  ///
  /// - Parameter amount: On hand, not negative: last period's `left` and the new harvest.
  /// - Returns: The price, and what is consumed and stored at it.
  public func period(atAmount amount: Double) -> Period {
    precondition(amount >= 0, "an amount on hand must not be negative: \(amount)")
    let price = price(atAmount: amount)
    // In a stock-out f = P up to rounding, which must not look like a store.
    let isStockOut = amount <= triggerAmount
    let consumed = isStockOut ? amount : min(amount, max(0, market.demandedAmount(price)))
    let stored = amount - consumed
    return Period(
      price: price,
      consumed: consumed,
      carriedOver: stored,
      left: (1 - market.wastage) * stored
    )
  }
}
