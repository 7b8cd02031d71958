/// How the open interest is spread over leverage and over slow and fast hands: what is inferred.
public struct LeverageMixture: Hashable, Sendable {
  /// The share of each class of each book, leverage fastest; sums to one.
  public let shares: [Double]
  /// Log tilt of liquidations towards longs per unit of funding; see ``MappedBar/funding``.
  public let fundingTilt: Double
  /// Standard deviation of log reported over log predicted liquidations; nil without data.
  public let residualSpread: Double?

  /// Creates a mixture; shares are divided by their sum.
  public init(shares: [Double], fundingTilt: Double, residualSpread: Double? = nil) {
    let total = shares.reduce(0, +)
    precondition(total > 0, "a mixture needs a positive share")
    self.shares = shares.map { $0 / total }
    self.fundingTilt = fundingTilt
    self.residualSpread = residualSpread
  }

  /// The mixture before any data.
  public init(prior rules: LeverageMapRules) {
    self.init(shares: rules.priorShares, fundingTilt: 0)
  }

  /// The shares by leverage over all books.
  public func sharesByLeverage(_ rules: LeverageMapRules) -> [Double] {
    rules.leverages.indices.map { leverage in
      rules.turnovers.indices.reduce(0) { $0 + shares[$1 * rules.leverages.count + leverage] }
    }
  }
}
