/// What a treasury company publishes.
struct TreasuryFigures: Sendable {
  /// Dollars a share, net assets times the premium, which the market of the shares follows.
  let shareValue: FigureID
  /// Market value of the shares over that of the coins.
  let basic: FigureID
  /// Enterprise value over the coins.
  let enterprise: FigureID
  /// Market value of the shares over net assets; zero while those are not positive.
  let net: FigureID
  /// Coins a share.
  let coinsPerShare: FigureID
  /// P_d, dollars a coin.
  let distressPrice: FigureID
  /// The day of its first forced sale; −1 before.
  let firstForcedSaleDay: FigureID
  /// Dollars paid for coins since the opening.
  let purchases: FigureID

  init(_ name: String, _ setup: inout WorldSetup) {
    shareValue = setup.figure(named: "\(name) share value")
    basic = setup.figure(named: "\(name) mNAV basic")
    enterprise = setup.figure(named: "\(name) mNAV enterprise")
    net = setup.figure(named: "\(name) mNAV net")
    coinsPerShare = setup.figure(named: "\(name) coins per share")
    distressPrice = setup.figure(named: "\(name) distress price")
    firstForcedSaleDay = setup.figure(named: "\(name) first forced sale day", opening: -1)
    purchases = setup.figure(named: "\(name) purchases")
  }
}
