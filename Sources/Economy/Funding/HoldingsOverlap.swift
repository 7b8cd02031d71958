import Exchange

/// How much common holdings bind holders to each other through prices.
///
///     Ω = Π diag(1/D) Πᵀ,   Ω_mn = Σ_k Π_mk Π_nk / D_k
///
/// Π holdings in dollars, a row per holder; D the depth of each market: a sale of D would take the whole
/// price at the first-order rate. Ω_mn is what holder m loses, to first order, if n sells everything. Its largest
/// eigenvalue is the loss per unit in the direction of sales that hurts most. Source: Cont and Schaanning (2017),
/// "Fire sales, indirect contagion and systemic stress testing"; `model.md` §4.7.
public struct HoldingsOverlap: Hashable, Sendable {
  /// Π, US dollars.
  public let holdings: [[Double]]
  /// D, US dollars.
  public let depth: [Double]

  private static let domain = ModelDomain(model: "holdings overlap")

  /// Takes holdings and depths.
  ///
  /// - Parameters:
  ///   - holdings: Not negative, a row per holder and a column per market.
  ///   - depth: Positive, one per market.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public init(holdings: [[Double]], depth: [Double]) throws(ModelError) {
    try Self.domain.check(rows: holdings, "holdings", "numbers that are not negative") { $0 >= 0 }
    try Self.domain.check(depth, "depth", count: holdings[0].count, "positive numbers") { $0 > 0 }
    self.holdings = holdings
    self.depth = depth
  }

  /// Ω, US dollars: what a row loses if a column sells everything.
  ///
  /// - Complexity: O(holders² · markets).
  public var matrix: [[Double]] {
    holdings.map { row in
      holdings.map { other in
        depth.indices.reduce(0) { $0 + row[$1] * other[$1] / depth[$1] }
      }
    }
  }

  /// The largest eigenvalue of Ω, US dollars.
  ///
  /// Ω and its counterpart among markets, diag(D^−½) Πᵀ Π diag(D^−½), share all eigenvalues that are not zero;
  /// the smaller of the two is solved.
  ///
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)`` if the eigenvalues are not found.
  /// - Complexity: O(min(holders, markets)³) after O(holders · markets²) or O(holders² · markets).
  public func spectralRadius() throws(ModelError) -> Double {
    let isFew = holdings.count <= depth.count
    do throws(CascadeError) {
      return try GainMatrix(isFew ? matrix : marketMatrix).spectralRadius()
    } catch {
      throw Self.domain.invalid("holdings", error.description, "an overlap with eigenvalues")
    }
  }

  /// What each holder loses, to first order, if holders sell shares of all they have, US dollars.
  ///
  /// - Parameter shares: In 0 ... 1, one per holder.
  /// - Returns: One loss a holder, US dollars.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public func losses(ofSelling shares: [Double]) throws(ModelError) -> [Double] {
    try Self.domain.check(shares, "shares sold", count: holdings.count, "shares in 0 ... 1") {
      $0 >= 0 && $0 <= 1
    }
    let falls = depth.indices.map { market in
      holdings.indices.reduce(0) { $0 + shares[$1] * holdings[$1][market] } / depth[market]
    }
    return holdings.map { row in row.indices.reduce(0) { $0 + row[$1] * falls[$1] } }
  }

  /// diag(D^−½) Πᵀ Π diag(D^−½).
  private var marketMatrix: [[Double]] {
    let scales = depth.map { 1 / $0.squareRoot() }
    return depth.indices.map { left in
      depth.indices.map { right in
        scales[left] * scales[right]
          * holdings.reduce(0) { $0 + $1[left] * $1[right] }
      }
    }
  }
}
