/// Fire sales of banks that return to their leverage at once: losses, sales, prices, losses.
///
/// Each bank n holds the weights wₙₖ of its assets Aₙ in asset k and owes bₙ per unit of equity. After a
/// shock s it sells in proportion to its weights until debt over equity is bₙ again:
///
///     R1 = W s,   S = Wᵀ(A ∘ b ∘ R1),   R2 = ℓ ∘ S,   AV = −Σₙ Aₙ (W R2)ₙ / Σ E
///
/// One round, linear impact, banks that could be wiped out still sell. Source: Greenwood, Landier and
/// Thesmar (2015), "Vulnerable banks"; `model.md` §4.7. Tested by row S36.
public struct GreenwoodLandierThesmar: Hashable, Sendable {
  /// Aₙ, each bank's assets, US dollars.
  public let assets: [Double]
  /// bₙ, each bank's debt over equity.
  public let debtToEquity: [Double]
  /// wₙₖ, a row per bank and a column per asset.
  public let weights: [[Double]]
  /// ℓₖ, the return of each asset per dollar of net purchases.
  public let priceImpacts: [Double]

  /// Takes the banks and the markets.
  ///
  /// - Parameters:
  ///   - assets: US dollars, positive, one per bank.
  ///   - debtToEquity: Not negative, one per bank.
  ///   - weights: Not negative, a row per bank; a row that sums to less than 1 holds cash besides.
  ///   - priceImpacts: Not negative, one per asset, per US dollar.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public init(
    assets: [Double],
    debtToEquity: [Double],
    weights: [[Double]],
    priceImpacts: [Double]
  ) throws(ModelError) {
    let domain = ModelDomain(model: "Greenwood–Landier–Thesmar")
    try domain.check(rows: weights, "weights", "numbers that are not negative") { $0 >= 0 }
    try domain.check(assets, "assets", count: weights.count, "positive numbers") { $0 > 0 }
    try domain.check(
      debtToEquity,
      "debt to equity",
      count: weights.count,
      "numbers that are not negative"
    ) { $0 >= 0 }
    try domain.check(
      priceImpacts,
      "price impacts",
      count: weights[0].count,
      "numbers that are not negative"
    ) { $0 >= 0 }
    self.assets = assets
    self.debtToEquity = debtToEquity
    self.weights = weights
    self.priceImpacts = priceImpacts
  }

  /// Eₙ = Aₙ/(1 + bₙ), US dollars.
  public var equity: [Double] { zip(assets, debtToEquity).map { $0 / (1 + $1) } }

  /// What a shock does before and after the banks have sold.
  public struct Outcome: Hashable, Sendable {
    /// R1, each bank's return from the shock alone.
    public let bankReturns: [Double]
    /// S, what all banks together buy of each asset, US dollars; negative is a sale.
    public let netPurchases: [Double]
    /// R2, each asset's return from the sales.
    public let secondRoundReturns: [Double]
    /// −Aₙ (W R2)ₙ, what each bank loses by the sales, US dollars; positive is a loss.
    public let secondRoundLosses: [Double]
    /// AV, the sum of those losses over the sum of equity.
    public let aggregateVulnerability: Double
    /// Each bank's part of AV by what it sells; the parts sum to AV.
    public let systemicness: [Double]
    /// Each bank's second-round loss over its own equity.
    public let indirectVulnerability: [Double]
  }

  /// Applies a shock.
  ///
  /// - Parameter shockReturns: s, the return of each asset; negative is a fall.
  /// - Returns: The outcome of one round of sales.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)`` unless there is one return per asset.
  /// - Complexity: O(banks · assets).
  public func outcome(ofShock shockReturns: [Double]) throws(ModelError) -> Outcome {
    let domain = ModelDomain(model: "Greenwood–Landier–Thesmar")
    let count = priceImpacts.count
    try domain.check(shockReturns, "shock returns", count: count, "finite numbers") { _ in true }
    let bankReturns = weights.map { Self.product($0, shockReturns) }
    var purchases = [Double](repeating: 0, count: count)
    // Aₙ bₙ R1ₙ: what a bank must buy or sell, all assets together.
    let rebalancing = assets.indices.map { assets[$0] * debtToEquity[$0] * bankReturns[$0] }
    for (bank, amount) in rebalancing.enumerated() {
      for asset in 0..<count { purchases[asset] += weights[bank][asset] * amount }
    }
    let second = zip(priceImpacts, purchases).map { $0 * $1 }
    let losses = assets.indices.map { -assets[$0] * Self.product(weights[$0], second) }
    let equity = equity
    let total = equity.reduce(0, +)
    // What all banks together lose if one dollar of an asset is sold.
    var exposure = [Double](repeating: 0, count: count)
    for bank in assets.indices {
      for asset in 0..<count {
        exposure[asset] += assets[bank] * weights[bank][asset] * priceImpacts[asset]
      }
    }
    return Outcome(
      bankReturns: bankReturns,
      netPurchases: purchases,
      secondRoundReturns: second,
      secondRoundLosses: losses,
      aggregateVulnerability: losses.reduce(0, +) / total,
      systemicness: assets.indices.map {
        -rebalancing[$0] * Self.product(weights[$0], exposure) / total
      },
      indirectVulnerability: zip(losses, equity).map { $0 / $1 }
    )
  }

  private static func product(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
  }
}
