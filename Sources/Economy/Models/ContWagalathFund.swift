public import Statistics

/// A fund that sells as it loses, and what that does to variances and correlations.
///
/// In a step of length τ asset i moves by news ξᵢ and by the fund's sales in proportion to its holdings,
///
///     Sᵢ′ = Sᵢ (1 + ξᵢ + (αᵢ/λᵢ)(f(V*/V₀) − f(V/V₀))),   V* = Σ αⱼ Sⱼ (1 + ξⱼ),
///
/// and in the limit of short steps the realised covariance per year is, with πᵢ = αᵢ Sᵢ and
/// kᵢ = αᵢ f′(V/V₀)/(λᵢ V₀),
///
///     cᵢⱼ = Σᵢⱼ + kⱼ (Σπ)ᵢ + kᵢ (Σπ)ⱼ + kᵢ kⱼ πᵀΣπ.
///
/// Assets without common news become correlated because one fund holds both. With one asset the variance
/// is multiplied by (1 + g)², g = k π: one pass of selling, where the cascade's fixed point, with every
/// further round, gives 1/(1 − g)². Source: Cont and Wagalath (2013), "Running for the exit: distressed
/// selling and endogenous correlation in financial markets"; `model.md` §4.7. Tested by row S35.
public struct ContWagalathFund: Hashable, Sendable {
  /// αᵢ, the fund's units of each asset.
  public let holdings: [Double]
  /// λᵢ, each market's depth: units sold that move the price by its whole.
  public let depths: [Double]
  /// The prices at which the fund is worth V₀.
  public let initialPrices: [Double]
  /// Σ, the covariance of news per year.
  public let covariance: SymmetricMatrix
  /// f.
  public let selling: DistressedSelling
  /// L with LLᵀ = Σ, a row per asset.
  let newsFactor: [[Double]]

  /// Takes the fund and its markets.
  ///
  /// - Parameters:
  ///   - holdings: Not negative, not all zero, one per asset.
  ///   - depths: Positive, one per asset, in units of the asset.
  ///   - initialPrices: Positive, one per asset.
  ///   - covariance: Positive definite, decimal per year.
  ///   - selling: The schedule of sales.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public init(
    holdings: [Double],
    depths: [Double],
    initialPrices: [Double],
    covariance: SymmetricMatrix,
    selling: DistressedSelling
  ) throws(ModelError) {
    let domain = ModelDomain(model: "Cont–Wagalath")
    let count = covariance.order
    try domain.check(holdings, "holdings", count: count, "not negative") { $0 >= 0 }
    try domain.check(depths, "depths", count: count, "positive numbers") { $0 > 0 }
    try domain.check(initialPrices, "initial prices", count: count, "positive numbers") { $0 > 0 }
    guard holdings.contains(where: { $0 > 0 }) else {
      throw domain.invalid("holdings", "\(holdings)", "at least one that is positive")
    }
    let factor: CholeskyFactor
    do throws(StatisticsError) {
      factor = try CholeskyFactor(of: covariance)
    } catch {
      throw domain.invalid("covariance", "\(covariance.diagonal)", "a positive definite matrix")
    }
    let columns = (0..<count).map { column in
      factor.coloured((0..<count).map { $0 == column ? 1 : 0 })
    }
    newsFactor = (0..<count).map { row in (0..<count).map { columns[$0][row] } }
    self.holdings = holdings
    self.depths = depths
    self.initialPrices = initialPrices
    self.covariance = covariance
    self.selling = selling
  }

  /// The fund of one asset that has a given gain at its initial price.
  ///
  /// - Parameters:
  ///   - gain: g, the fall by the fund's sales per fall by news, not negative.
  ///   - volatility: Decimal per √year, positive.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public init(gain: Double, volatility: Double) throws(ModelError) {
    let domain = ModelDomain(model: "Cont–Wagalath")
    try domain.check(gain, "gain", "a number that is not negative") { $0 >= 0 }
    try domain.check(volatility, "volatility", "a positive number") { $0 > 0 }
    try self.init(
      holdings: [1],
      depths: [1],
      initialPrices: [1],
      covariance: SymmetricMatrix(order: 1, diagonal: volatility * volatility),
      selling: DistressedSelling(slope: gain)
    )
  }

  /// (1 + g)², the variance of one asset with the fund over that without it.
  ///
  /// - Parameter gain: g = k π.
  /// - Returns: At least 1 for a gain that is not negative.
  public static func varianceRatio(gain: Double) -> Double { (1 + gain) * (1 + gain) }

  /// V₀.
  public var initialValue: Double { value(at: initialPrices) }

  /// V, the value of the holdings.
  ///
  /// - Parameter prices: One per asset.
  /// - Returns: In the currency of the prices.
  public func value(at prices: [Double]) -> Double {
    precondition(prices.count == holdings.count, "one price an asset: \(prices.count)")
    return holdings.indices.reduce(0) { $0 + holdings[$1] * prices[$1] }
  }

  /// c, the realised covariance per year at given prices.
  ///
  /// - Parameter prices: One per asset.
  /// - Returns: News plus what the fund's sales add.
  public func realisedCovariance(at prices: [Double]) -> SymmetricMatrix {
    let initial = initialValue
    let slope = selling.derivative(at: value(at: prices) / initial)
    let exposures = holdings.indices.map { holdings[$0] * prices[$0] }
    let feedback = holdings.indices.map { holdings[$0] * slope / (depths[$0] * initial) }
    let spread = covariance.multiplied(by: exposures)
    let own = covariance.quadraticForm(exposures)
    return covariance.map { row, column, news in
      news + feedback[column] * spread[row] + feedback[row] * spread[column]
        + feedback[row] * feedback[column] * own
    }
  }
}
