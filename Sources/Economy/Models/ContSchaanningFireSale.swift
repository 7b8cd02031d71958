import Statistics

/// Fire sales with thresholds: a bank sells only above its maximum leverage, and then to its target.
///
/// Rounds are simultaneous. A bank whose (holdings + cash)/equity exceeds λ_max sells the fraction
///
///     min(1, (assets − λ_b · equity)/holdings)
///
/// of every asset and repays debt; without equity it sells all. The sales q of one round move a price by
///
///     Ψ(q) = (1 − B)(1 − exp(−q/((1 − B) D))),
///
/// which the bank loses on what it keeps, and half of it on what it sells. B is the least price over
/// the present one, D the depth. Rounds end when nobody sells. Source: after Cont and Schaanning (2017),
/// "Fire sales, indirect contagion and systemic stress testing"; `model.md` §4.7. Tested by row S37.
public struct ContSchaanningFireSale: Hashable, Sendable {
  /// Marketable assets, US dollars, a row per bank and a column per asset.
  public let holdings: [[Double]]
  /// Each bank's equity, US dollars.
  public let equity: [Double]
  /// Each bank's cash, which no sale changes, US dollars.
  public let cash: [Double]
  /// λ_max, assets over equity above which a bank sells.
  public let maxLeverage: Double
  /// λ_b, the assets over equity to which it sells.
  public let targetLeverage: Double
  /// D, each market's depth, US dollars.
  public let depth: [Double]
  /// B, the share of its price that no amount of sales in one round takes from an asset.
  public let priceFloorRatio: Double

  private static let domain = ModelDomain(model: "Cont–Schaanning")

  /// Takes the banks and the markets before the shock.
  ///
  /// - Parameters:
  ///   - holdings: US dollars, not negative, a row per bank.
  ///   - equity: US dollars, one per bank; not positive for a bank that is insolvent already.
  ///   - cash: US dollars, not negative, one per bank.
  ///   - maxLeverage: Positive.
  ///   - targetLeverage: Positive, at most the maximum.
  ///   - depth: US dollars, positive, one per asset.
  ///   - priceFloorRatio: In 0 ..< 1.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public init(
    holdings: [[Double]],
    equity: [Double],
    cash: [Double],
    maxLeverage: Double,
    targetLeverage: Double,
    depth: [Double],
    priceFloorRatio: Double
  ) throws(ModelError) {
    let domain = Self.domain
    let isNotNegative = "numbers that are not negative"
    try domain.check(rows: holdings, "holdings", isNotNegative) { $0 >= 0 }
    try domain.check(equity, "equity", count: holdings.count, "finite numbers") { _ in true }
    try domain.check(cash, "cash", count: holdings.count, isNotNegative) { $0 >= 0 }
    try domain.check(depth, "depth", count: holdings[0].count, "positive numbers") { $0 > 0 }
    try domain.check(maxLeverage, "maximum leverage", "a positive number") { $0 > 0 }
    try domain.check(targetLeverage, "target leverage", "positive, at most the maximum") {
      $0 > 0 && $0 <= maxLeverage
    }
    try domain.check(priceFloorRatio, "price floor ratio", "a number in 0 ..< 1") {
      $0 >= 0 && $0 < 1
    }
    self.holdings = holdings
    self.equity = equity
    self.cash = cash
    self.maxLeverage = maxLeverage
    self.targetLeverage = targetLeverage
    self.depth = depth
    self.priceFloorRatio = priceFloorRatio
  }

  /// Where the sales come to rest.
  public struct Outcome: Hashable, Sendable {
    /// Each asset's price over that before the shock.
    public var priceFactors: [Double]
    /// Each bank's equity, US dollars.
    public var equity: [Double]
    /// What is left of each bank's assets, US dollars, a row per bank.
    public var holdings: [[Double]]
    /// What was sold of each asset, at the prices before each round's fall, US dollars.
    public var sold: [Double]
    /// What was sold in each round, all assets together.
    public var salesByRound: [Double]

    /// The number of rounds in which somebody sold.
    public var rounds: Int { salesByRound.count }
  }

  /// Applies a shock and lets the banks sell until nobody must.
  ///
  /// - Parameters:
  ///   - shockLosses: The share of its price that each asset loses, in 0 ... 1.
  ///   - maxRounds: After so many rounds with sales the run is given up.
  /// - Returns: Prices, equity and sales at rest.
  /// - Throws: ``ModelError``.
  /// - Complexity: O(rounds · banks · assets).
  public func outcome(
    ofShock shockLosses: [Double],
    maxRounds: Int = 100_000
  ) throws(ModelError) -> Outcome {
    try Self.domain.check(shockLosses, "shock losses", count: depth.count, "shares in 0 ... 1") {
      $0 >= 0 && $0 <= 1
    }
    var state = Outcome(
      priceFactors: shockLosses.map { 1 - $0 },
      equity: equity,
      holdings: holdings,
      sold: [Double](repeating: 0, count: depth.count),
      salesByRound: []
    )
    for bank in holdings.indices {
      for asset in depth.indices {
        let loss = holdings[bank][asset] * shockLosses[asset]
        state.holdings[bank][asset] -= loss
        state.equity[bank] -= loss
      }
    }
    while sellOnce(&state) {
      guard state.rounds < maxRounds else {
        throw .notAtRest(model: "Cont–Schaanning", rounds: maxRounds)
      }
    }
    return state
  }

  /// The spectral radius of Ω = Π diag(1/D) Πᵀ, Π the holdings: how much common assets bind banks.
  ///
  /// Ω_mn is the loss of bank m, to first order, if bank n sells everything.
  ///
  /// - Throws: ``ModelError`` if the eigenvalues are not found.
  /// - Complexity: O(banks³).
  public func overlapSpectralRadius() throws(ModelError) -> Double {
    try HoldingsOverlap(holdings: holdings, depth: depth).spectralRadius()
  }

  /// One round; false if nobody sold.
  private func sellOnce(_ state: inout Outcome) -> Bool {
    let fractions = state.holdings.indices.map { soldFraction(ofBank: $0, state) }
    var sales = [Double](repeating: 0, count: depth.count)
    for (bank, fraction) in fractions.enumerated() where fraction > 0 {
      for asset in depth.indices { sales[asset] += fraction * state.holdings[bank][asset] }
    }
    let total = sales.reduce(0, +)
    guard total > 0 else { return false }
    for asset in depth.indices {
      let fall = priceFall(selling: sales[asset], depth: depth[asset])
      for bank in state.holdings.indices {
        let sold = fractions[bank] * state.holdings[bank][asset]
        let kept = state.holdings[bank][asset] - sold
        state.equity[bank] -= fall * kept + fall * sold / 2
        state.holdings[bank][asset] = kept * (1 - fall)
      }
      state.priceFactors[asset] *= 1 - fall
      state.sold[asset] += sales[asset]
    }
    state.salesByRound.append(total)
    return true
  }

  private func soldFraction(ofBank bank: Int, _ state: Outcome) -> Double {
    let total = state.holdings[bank].reduce(0, +)
    guard total > 0 else { return 0 }
    let own = state.equity[bank]
    guard own > 0 else { return 1 }
    let assets = total + cash[bank]
    guard assets / own > maxLeverage else { return 0 }
    return min(1, (assets - targetLeverage * own) / total)
  }

  /// Ψ.
  private func priceFall(selling amount: Double, depth: Double) -> Double {
    let span = 1 - priceFloorRatio
    return -span * Libm.expMinusOne(-amount / (span * depth))
  }
}
