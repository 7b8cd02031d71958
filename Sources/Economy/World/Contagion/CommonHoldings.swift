/// Who in a world owes callable debt against assets with a market, and how they hurt each other by selling.
///
/// A row per account whose callable debt exceeds what it is owed in the same ways, a column per spot market. The
/// depth of a market is D = V_D/(Y σ_D): a sale of D would take the whole price at the rate of one day's volume.
/// Source: `model.md` §4.7; the models are ``HoldingsOverlap`` and ``GreenwoodLandierThesmar``.
public struct CommonHoldings: Hashable, Sendable {
  /// An account with callable debt.
  public struct Holder: Hashable, Sendable {
    /// The account.
    public let name: String
    /// Its net worth, US dollars.
    public let equity: Double
    /// What lenders can call, less what it can call itself, US dollars.
    public let debt: Double
    /// What it holds in each market, US dollars.
    public let holdings: [Double]

    /// Creates a holder.
    public init(name: String, equity: Double, debt: Double, holdings: [Double]) {
      self.name = name
      self.equity = equity
      self.debt = debt
      self.holdings = holdings
    }
  }

  /// The names of the markets.
  public let markets: [String]
  /// D of each market, US dollars.
  public let depths: [Double]
  /// The holders with equity, in the order of their names.
  public let holders: [Holder]
  /// Accounts that owe more than they have: the models have no rule for them.
  public let insolvent: [String]

  /// Families of claims that a lender can call or need not renew.
  public static let callableFamilies: Set<String> = [
    "repo", "yen loans", "prime broker loans", "bridge loans", "treasury loan", "CD/CP", "FX swaps",
    "oil loans", "unsecured debts",
  ]

  /// Creates a matrix of holdings.
  public init(markets: [String], depths: [Double], holders: [Holder], insolvent: [String] = []) {
    precondition(markets.count == depths.count, "a depth for each market")
    precondition(
      holders.allSatisfy { $0.holdings.count == markets.count && $0.equity > 0 },
      "holders have equity and a holding in each market"
    )
    self.markets = markets
    self.depths = depths
    self.holders = holders
    self.insolvent = insolvent
  }

  /// What a fall of prices does to the holders, and what their sales do after it.
  public struct Outcome: Hashable, Sendable {
    /// What the fall costs each holder, US dollars.
    public let firstLosses: [Double]
    /// What each holder sells to get back to its debt over equity, US dollars.
    public let sales: [Double]
    /// What is sold in each market, US dollars.
    public let salesByMarket: [Double]
    /// How far the sales take each market, a fraction of the price.
    public let furtherFalls: [Double]
    /// What the sales cost each holder, US dollars.
    public let lossesBySales: [Double]
    /// Those losses over all equity: AV of Greenwood, Landier and Thesmar.
    public let aggregateVulnerability: Double
    /// The largest eigenvalue of Ω over all equity, 0 without holders.
    public let overlap: Double
  }

  /// Lets prices fall once and the holders sell once, in proportion to what they hold.
  ///
  ///     sale of n = debt/equity · loss of n,      further fall of k = Σ sales/D
  ///
  /// Nobody sells more than it owes or holds.
  ///
  /// - Parameter falls: The share of its price that each market loses, in 0 ... 1.
  /// - Returns: Losses, sales and what the sales cost, by holder and market.
  /// - Throws: ``ModelError`` for other falls.
  /// - Complexity: O(holders · markets), and the eigenvalue of the smaller side.
  public func outcome(ofFalls falls: [Double]) throws(ModelError) -> Outcome {
    let domain = ModelDomain(model: "common holdings")
    try domain.check(falls, "falls", count: markets.count, "shares in 0 ... 1") {
      $0 >= 0 && $0 <= 1
    }
    guard !holders.isEmpty else {
      let nothing = markets.map { _ in 0.0 }
      return Outcome(
        firstLosses: [],
        sales: [],
        salesByMarket: nothing,
        furtherFalls: nothing,
        lossesBySales: [],
        aggregateVulnerability: 0,
        overlap: 0
      )
    }
    let books = holders.map { $0.holdings.reduce(0, +) }
    let losses = holders.map { zip($0.holdings, falls).reduce(0) { $0 + $1.0 * $1.1 } }
    let leverages = holders.indices.map { Self.leverage(holders[$0], losses[$0], books[$0]) }
    let model = try GreenwoodLandierThesmar(
      assets: books,
      debtToEquity: leverages,
      weights: zip(holders, books).map { holder, book in holder.holdings.map { $0 / book } },
      priceImpacts: depths.map { 1 / $0 }
    )
    let round = try model.outcome(ofShock: falls.map { -$0 })
    let overlap = try HoldingsOverlap(holdings: holders.map(\.holdings), depth: depths)
    let equity = holders.reduce(0) { $0 + $1.equity }
    return Outcome(
      firstLosses: losses,
      sales: zip(leverages, losses).map(*),
      salesByMarket: round.netPurchases.map { -$0 },
      furtherFalls: round.secondRoundReturns.map { -$0 },
      lossesBySales: round.secondRoundLosses,
      aggregateVulnerability: round.secondRoundLosses.reduce(0, +) / equity,
      overlap: try overlap.spectralRadius() / equity
    )
  }

  /// Dollars sold per dollar lost: debt over equity, less where that is more than the debt or the book.
  private static func leverage(_ holder: Holder, _ loss: Double, _ book: Double) -> Double {
    let leverage = holder.debt / holder.equity
    return loss > 0 ? min(leverage, min(holder.debt, book) / loss) : leverage
  }
}
