/// What hits the market from outside in one step: first the news, then the order.
public struct CascadeShock: Hashable, Sendable {
  /// The change of the log value that needs no trade.
  public var newsLogReturn: Double
  /// The price-insensitive order in quote currency, negative for a sale.
  public var exogenousVolume: Double

  /// Creates a shock.
  ///
  /// - Parameters:
  ///   - newsLogReturn: Finite.
  ///   - exogenousVolume: Signed, finite.
  public init(newsLogReturn: Double = 0, exogenousVolume: Double = 0) {
    precondition(newsLogReturn.isFinite, "news must be finite: \(newsLogReturn)")
    precondition(exogenousVolume.isFinite, "a volume must be finite: \(exogenousVolume)")
    self.newsLogReturn = newsLogReturn
    self.exogenousVolume = exogenousVolume
  }
}
