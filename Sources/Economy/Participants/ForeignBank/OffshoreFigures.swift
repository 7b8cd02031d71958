/// The figures that a foreign bank publishes and reads.
struct OffshoreFigures {
  /// The account of the opening sheet.
  static let sheetAccount = "FBK"
  /// Dollars wanted over swaps, what is owed included; the account's name follows where it is not the sheet's.
  static let demandName = "dollar swap demand"
  /// The lowest basis that open lines allow, basis points.
  static let floorName = "swap line floor"

  /// What a dealer can still lend over swaps, dollars.
  static func capacityName(_ dealer: String) -> String { "dealer swap capacity \(dealer)" }

  /// D, dollars.
  let demand: FigureID
  /// What no source met, dollars.
  let shortfall: FigureID
  /// Sales of Treasuries and draws on onshore dollars, USD billion a day.
  let backflow: FigureID
  /// PD in a year.
  let defaultProbability: FigureID
  /// x, basis points.
  let crossCurrencyBasis: FigureID
  /// OIS, percent a year.
  let effectiveRate: FigureID
  let floor: FigureID

  init(in setup: inout WorldSetup, account: String) {
    let suffix = account == Self.sheetAccount ? "" : " \(account)"
    demand = setup.figure(named: Self.demandName + suffix)
    shortfall = setup.figure(named: "offshore shortfall" + suffix)
    backflow = setup.figure(named: "offshore backflow" + suffix)
    defaultProbability = setup.figure(named: "default probability \(account)")
    crossCurrencyBasis = setup.figure(
      named: "cross-currency basis",
      assumed: -CrossCurrencyBasis().intercept
    )
    effectiveRate = setup.figure(named: "EFFR", assumed: 3.88)
    floor = setup.figure(named: Self.floorName)
  }
}
