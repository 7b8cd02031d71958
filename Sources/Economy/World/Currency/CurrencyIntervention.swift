public import Quantities

/// One exchange at the edge of a currency board's band.
public struct CurrencyIntervention: Hashable, Sendable {
  /// The market of the currency.
  public let market: MarketID
  /// The number of the day.
  public let day: Int
  /// The number of the bar within the day.
  public let bar: Int
  /// What the board got in dollars, 10⁻⁴; negative where it sold them.
  public let dollars: Amount
  /// What the aggregate balance gained, 10⁻⁴ of the currency; negative where it fell.
  public let local: Amount
  /// Dollars that were needed to keep the band and were not exchanged, 10⁻⁴; a lot's rest or a limit.
  public let unmet: Amount
}
