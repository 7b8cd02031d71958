/// The coin price below which a company that holds coins must sell some to pay what falls due.
///
///     P_d = (due_H + fixed_H − cash − ATM_H)⁺/coins
///
/// H is the horizon over which payments are counted, 90 days by default elsewhere; ATM_H is what share
/// issues at the market raise in it. The company with the highest P_d over the price of its coin sells
/// first. Source: `model.md` §3.7.
public struct TreasuryDistress: Hashable, Sendable {
  /// due_H: convertible bonds that are put or mature in the horizon, US dollars.
  public let debtDue: Double
  /// fixed_H: interest, preferred dividends and costs of the horizon, US dollars.
  public let fixedCharges: Double
  /// Cash and equivalents, US dollars.
  public let cash: Double
  /// ATM_H: what share issues can raise in the horizon, US dollars.
  public let issuanceCapacity: Double
  /// The number of coins.
  public let coins: Double

  /// Takes one company's payments and means.
  ///
  /// - Parameters:
  ///   - debtDue: US dollars, not negative.
  ///   - fixedCharges: US dollars, not negative.
  ///   - cash: US dollars, not negative.
  ///   - issuanceCapacity: US dollars, not negative.
  ///   - coins: Positive.
  public init(
    debtDue: Double,
    fixedCharges: Double,
    cash: Double,
    issuanceCapacity: Double,
    coins: Double
  ) {
    precondition(
      debtDue >= 0 && fixedCharges >= 0 && cash >= 0 && issuanceCapacity >= 0,
      "amounts must not be negative: \(debtDue), \(fixedCharges), \(cash), \(issuanceCapacity)"
    )
    precondition(coins > 0, "a company in distress has coins to sell: \(coins)")
    self.debtDue = debtDue
    self.fixedCharges = fixedCharges
    self.cash = cash
    self.issuanceCapacity = issuanceCapacity
    self.coins = coins
  }

  /// What must come from coins, US dollars.
  public var shortfall: Double { max(0, debtDue + fixedCharges - cash - issuanceCapacity) }

  /// P_d, US dollars a coin: selling all coins at this price pays exactly what falls due.
  public var price: Double { shortfall / coins }

  /// The coins to sell at a price, at most all of them.
  ///
  /// - Parameter price: US dollars a coin, positive.
  /// - Returns: Not negative.
  public func coinsToSell(at price: Double) -> Double {
    precondition(price > 0, "coins have a price: \(price)")
    return min(coins, shortfall / price)
  }

  /// The order in which companies must sell: P_d over the price of the own coin, highest first.
  ///
  /// - Parameter priceRatios: P_d/p, one per company.
  /// - Returns: Their indices, ties by index.
  public static func deathOrder(of priceRatios: [Double]) -> [Int] {
    priceRatios.indices.sorted { (priceRatios[$1], $0) < (priceRatios[$0], $1) }
  }
}
