import Statistics

extension CascadeEngine {
  /// The end of a cascade as the fixed point of the whole book, without running it.
  ///
  /// Solves ln p = f(E) + δ + [f(Q(p)) − f(E)] with forced orders valued at their liquidation prices:
  /// the greatest root on a fall, the least on a rise. What auto-deleveraging keeps off the market is
  /// not foreseen. The event engine ends here to within a tick as long as the fund pays.
  ///
  /// - Parameters:
  ///   - shock: News and the order from outside.
  ///   - market: The market as it stands; news must be additive in the log.
  /// - Returns: The log mid at the end.
  /// - Complexity: O(n) to build the profile.
  public func fixedPointLogMid<Market: Liquidity & ~Copyable>(
    of shock: CascadeShock,
    in market: borrowing Market
  ) -> Double {
    let news = shock.newsLogReturn
    let volume = shock.exogenousVolume
    let start = market.logMid(after: volume) + news
    guard rules.liquidates else { return start }
    let falls = LiquidationProfile(book, side: .long)
    let down = falls.fixedPoint(from: Libm.exp(start)) { forced in
      Libm.exp(market.logMid(after: volume - forced) + news)
    }
    if down.quantity > 0 { return Libm.log(down.price) }
    let rises = LiquidationProfile(book, side: .short)
    let up = rises.fixedPoint(from: Libm.exp(start)) { forced in
      Libm.exp(market.logMid(after: volume + forced) + news)
    }
    return up.quantity > 0 ? Libm.log(up.price) : start
  }
}
