public import Statistics

/// Geanakoplos's leverage cycle: optimists price the asset, leverage makes fewer of them suffice.
///
/// Beliefs h are uniform on [0, 1]: h thinks a good step has probability h. The asset pays 1, or R
/// after two bad steps (one in the static economies). Everyone starts with one asset and one unit of
/// the consumption good. Source: Geanakoplos (2010), "The leverage cycle"; `model.md` §5.5.
/// Tested by row S15.
public struct GeanakoplosLeverageCycle: Hashable, Sendable {
  /// R, the payoff in the bad state, in 0 ..< 1.
  public let badPayoff: Double

  /// Creates the economy.
  ///
  /// - Parameter badPayoff: R, in 0 ..< 1.
  public init(badPayoff: Double) {
    precondition(badPayoff >= 0 && badPayoff < 1, "the bad payoff lies in 0 ..< 1: \(badPayoff)")
    self.badPayoff = badPayoff
  }

  /// The price of a static economy and who is indifferent at it.
  public struct StaticEquilibrium: Hashable, Sendable {
    /// The asset's price in consumption goods.
    public let price: Double
    /// h of the buyer who is indifferent.
    public let marginalBuyer: Double
  }

  /// Without borrowing: h = 1/(1 + p) and p = h + (1 − h) R.
  ///
  /// - Returns: The equilibrium, p the positive root of p² + (1 − R) p − 1.
  public func staticWithoutLeverage() -> StaticEquilibrium {
    let b = 1 - badPayoff
    let price = 2 / (b + (b * b + 4).squareRoot())
    return StaticEquilibrium(price: price, marginalBuyer: 1 / (1 + price))
  }

  /// Borrowing R against each asset: (1 − h) + R = h p and p = h + (1 − h) R.
  ///
  /// - Returns: The equilibrium, h the positive root of (1 − R) h² + (1 + R) h − (1 + R).
  public func staticWithLeverage() -> StaticEquilibrium {
    let b = 1 + badPayoff
    let buyer = 2 * b / (b + (b * b + 4 * (1 - badPayoff) * b).squareRoot())
    return StaticEquilibrium(price: payoff(expectedBy: buyer), marginalBuyer: buyer)
  }

  /// The two-period economy with leverage in both periods.
  public struct DynamicEquilibrium: Hashable, Sendable {
    /// p₀, the price at the start.
    public let initialPrice: Double
    /// p_D, the price after bad news.
    public let downPrice: Double
    /// a, the first marginal buyer.
    public let initialMarginalBuyer: Double
    /// b, the marginal buyer after bad news.
    public let downMarginalBuyer: Double
    /// p₀/(p₀ − p_D), asset value over down payment.
    public let initialLeverage: Double
    /// p_D/(p_D − R).
    public let downLeverage: Double
    /// 1 − p_D/p₀.
    public let crashFraction: Double
    /// The fall if the first marginal buyer still priced the asset: what news alone does.
    public let newsOnlyFraction: Double
  }

  /// Solves the dynamic economy.
  ///
  ///     p_D = b + (1 − b) R,   a = b (1 + p_D)/(1 + R),   a = (1 + p_D)/(1 + p₀)
  ///     (1 − p_D)/(p₀ − p_D) = 1 + (1 − a)/b
  ///
  /// The last equation has opposite signs at p₀ = 1 and at a = 1, which brackets b.
  ///
  /// - Returns: The equilibrium.
  /// - Throws: `StatisticsError` if the bracket fails, which no R in the domain makes it do.
  public func dynamic() throws(StatisticsError) -> DynamicEquilibrium {
    let lower = 0.5 * (1 + badPayoff)
    let upper = staticWithLeverage().marginalBuyer
    let b = try BrentMethod.root(of: { residual($0) }, in: lower...upper)
    let downPrice = payoff(expectedBy: b)
    let initialPrice = (1 + badPayoff) / b - 1
    let a = b * (1 + downPrice) / (1 + badPayoff)
    return DynamicEquilibrium(
      initialPrice: initialPrice,
      downPrice: downPrice,
      initialMarginalBuyer: a,
      downMarginalBuyer: b,
      initialLeverage: initialPrice / (initialPrice - downPrice),
      downLeverage: downPrice / (downPrice - badPayoff),
      crashFraction: 1 - downPrice / initialPrice,
      newsOnlyFraction: 1 - payoff(expectedBy: a) / initialPrice
    )
  }

  private func residual(_ b: Double) -> Double {
    let downPrice = payoff(expectedBy: b)
    let initialPrice = (1 + badPayoff) / b - 1
    let a = b * (1 + downPrice) / (1 + badPayoff)
    // Multiplied by (p₀ − p_D) b, which removes the pole at a = 1, where both prices meet.
    return (1 - downPrice) * b - (initialPrice - downPrice) * (b + 1 - a)
  }

  /// h + (1 − h) R.
  private func payoff(expectedBy belief: Double) -> Double {
    belief + (1 - belief) * badPayoff
  }
}
