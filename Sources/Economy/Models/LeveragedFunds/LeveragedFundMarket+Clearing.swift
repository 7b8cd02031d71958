extension LeveragedFundMarket {
  /// The price at which the noise trader and the funds hold all shares; the greatest one.
  ///
  /// - Parameters:
  ///   - noiseDemand: ξ, in money, positive.
  ///   - cash: M of every fund in the order of ``aggressiveness``.
  ///   - shares: D of every fund, in the same order.
  /// - Returns: The greatest root of ξ/p + Σ D_h(p) = N.
  /// - Complexity: O(H²) for H funds.
  public func clearingPrice(noiseDemand: Double, cash: [Double], shares: [Double]) -> Double {
    precondition(noiseDemand > 0, "the noise trader's demand must be positive: \(noiseDemand)")
    precondition(
      cash.count == aggressiveness.count && shares.count == aggressiveness.count,
      "one holding of cash and one of shares per fund"
    )
    var book = LeveragedFundBook(self)
    for fund in cash.indices { book.set(fund, cash: cash[fund], shares: shares[fund]) }
    return book.greatestRootByIntervals(noiseDemand: noiseDemand)
  }
}
