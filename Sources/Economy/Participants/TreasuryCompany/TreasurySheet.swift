import Statistics

/// A treasury company's balance sheet at a moment, in whole units and dollars.
struct TreasurySheet: Sendable {
  let coins: Double
  let coinPrice: Double
  let cash: Double
  let convertibles: Double
  let preferred: Double
  let loan: Double
  let shares: Double
  let sharePrice: Double

  /// The coins at the market.
  var coinValue: Double { coins * coinPrice }

  /// N = coins·p + cash − debt − preferred.
  var netAssets: Double { coinValue + cash - convertibles - loan - preferred }

  /// The value of all shares at the market.
  var marketCapitalisation: Double { shares * sharePrice }

  /// The multiples of net asset value in their three definitions; nil without coins.
  var multiple: TreasuryCompanyMultiple? {
    guard coins > 0, coinPrice > 0 else { return nil }
    return TreasuryCompanyMultiple(
      marketCapitalisation: marketCapitalisation,
      debt: convertibles + loan,
      preferred: preferred,
      cash: cash,
      coins: coins,
      coinPrice: coinPrice
    )
  }

  /// What one share is worth at a multiple of net assets, which limited liability keeps above a floor.
  func shareValue(multiple: Double, floorShare: Double, shellPrice: Double = 0.001) -> Double {
    guard shares > 0 else { return 0 }
    let equity = max(netAssets, floorShare * coinValue)
    // A company without coins or cash still has a listing to sell: its shell.
    return max(shellPrice, multiple * equity / shares)
  }
}
