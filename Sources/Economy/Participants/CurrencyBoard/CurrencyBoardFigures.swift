/// The figures that a currency board publishes and reads.
struct CurrencyBoardFigures {
  /// The name of the claim on the board.
  static let balanceName = "aggregate balance"
  /// Billions of Hong Kong dollars.
  let balance: FigureID
  /// The local overnight rate, percent.
  let localRate: FigureID
  /// 1 at the strong edge, 0 at the weak one.
  let position: FigureID
  /// Log currency per dollar from the centre of the band.
  let fundamental: FigureID
  /// Percent a year.
  let policyRate: FigureID
  private let securedRate: FigureID

  init(_ setup: inout WorldSetup) {
    balance = setup.figure(named: Self.balanceName)
    localRate = setup.figure(named: "HIBOR")
    position = setup.figure(named: "HKD band position")
    fundamental = setup.figure(named: "HKD fundamental")
    policyRate = setup.figure(named: "policy rate", assumed: 3.875)
    securedRate = setup.figure(named: "SOFR")
  }

  /// SOFR, percent; the policy rate where nobody lends overnight, and before the first settlement.
  func dollarRate(_ view: ParticipantView) -> Double {
    let traded = view.figure(securedRate)
    return traded > 0 ? traded : view.figure(policyRate)
  }
}
