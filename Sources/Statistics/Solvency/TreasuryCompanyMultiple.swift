/// The multiples of net asset value of a company that holds coins (mNAV), in its three definitions.
///
/// Source: model specification §3.7, indicator I12; row S39.
///
///     let company = TreasuryCompanyMultiple(
///       marketCapitalisation: 101.1e9, debt: 8.238e9, preferred: 0, cash: 0,
///       coins: 640_031, coinPrice: 125_090)
///     company.basic   // 1.2628
public struct TreasuryCompanyMultiple: Hashable, Sendable {
  /// The market value of the common shares, US dollars.
  public let marketCapitalisation: Double
  /// Debt at face value, US dollars.
  public let debt: Double
  /// Preferred shares at liquidation preference, US dollars.
  public let preferred: Double
  /// Cash and equivalents, US dollars.
  public let cash: Double
  /// The number of coins held.
  public let coins: Double
  /// The price of one coin, US dollars.
  public let coinPrice: Double

  /// Takes the balance sheet of one date.
  ///
  /// - Parameters:
  ///   - marketCapitalisation: US dollars, not negative.
  ///   - debt: US dollars, not negative.
  ///   - preferred: US dollars, not negative.
  ///   - cash: US dollars, not negative.
  ///   - coins: Positive.
  ///   - coinPrice: US dollars, positive.
  public init(
    marketCapitalisation: Double,
    debt: Double,
    preferred: Double,
    cash: Double,
    coins: Double,
    coinPrice: Double
  ) {
    precondition(
      marketCapitalisation >= 0 && debt >= 0 && preferred >= 0 && cash >= 0,
      "amounts must not be negative: \(marketCapitalisation), \(debt), \(preferred), \(cash)"
    )
    precondition(coins > 0 && coinPrice > 0, "coins must have a value: \(coins) at \(coinPrice)")
    self.marketCapitalisation = marketCapitalisation
    self.debt = debt
    self.preferred = preferred
    self.cash = cash
    self.coins = coins
    self.coinPrice = coinPrice
  }

  /// The market value of the coins, US dollars.
  public var coinValue: Double { coins * coinPrice }

  /// Market capitalisation over coin value.
  public var basic: Double { marketCapitalisation / coinValue }

  /// Enterprise value over coin value: (market capitalisation + debt + preferred − cash)/(coins · price).
  public var enterprise: Double { (marketCapitalisation + debt + preferred - cash) / coinValue }

  /// Market capitalisation over coins · price + cash − debt − preferred; nil unless that is positive.
  public var net: Double? {
    let assets = coinValue + cash - debt - preferred
    return assets > 0 ? marketCapitalisation / assets : nil
  }

  /// The coins per share after an issue at the market over those before, (1 + f m (1 − fee))/(1 + f).
  ///
  /// All proceeds net of the fee buy coins and there is no debt, so that without a fee an issue adds
  /// coins per share if and only if the multiple exceeds one.
  ///
  ///     TreasuryCompanyMultiple.accretionFactor(
  ///       multiple: 1.5, issuedShareFraction: 0.1)   // 1.0455
  ///
  /// - Parameters:
  ///   - multiple: m, market capitalisation over coin value, not negative.
  ///   - issuedShareFraction: f, new shares over old, above −1; negative for a buyback.
  ///   - feeFraction: The share of the proceeds that the sellers of the issue keep.
  /// - Returns: Above one if the issue adds coins per share.
  public static func accretionFactor(
    multiple: Double,
    issuedShareFraction: Double,
    feeFraction: Double = 0
  ) -> Double {
    precondition(issuedShareFraction > -1, "some shares remain: \(issuedShareFraction)")
    return (1 + issuedShareFraction * multiple * (1 - feeFraction)) / (1 + issuedShareFraction)
  }
}
