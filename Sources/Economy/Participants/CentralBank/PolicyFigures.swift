/// The figures that a central bank publishes and reads.
struct PolicyFigures {
  /// Assets of domestic banks and the weighted part of foreign ones while nobody publishes them, dollars.
  static let bankAssetsAssumed = 24.5e12
  /// EFFR, percent a year.
  let effectiveRate: FigureID
  /// IORB, percent a year.
  let reserveRate: FigureID
  /// Coupons that the central bank holds, dollars of face.
  let officialCoupons: FigureID
  /// Assets of domestic banks and the weighted part of foreign ones, dollars.
  let bankAssets: FigureID
  /// Percent a year.
  let inflation: FigureID
  /// Percent of potential output.
  let outputGap: FigureID
  private let middle: FigureID
  private let reverseRepo: FigureID
  private let standingFacility: FigureID

  init(in setup: inout WorldSetup) {
    effectiveRate = setup.figure(named: "EFFR", assumed: 3.88)
    reserveRate = setup.figure(named: "IORB")
    officialCoupons = setup.figure(named: "official coupons")
    bankAssets = setup.figure(named: "bank assets", assumed: Self.bankAssetsAssumed)
    inflation = setup.figure(named: "inflation", assumed: 3)
    outputGap = setup.figure(named: "output gap")
    middle = setup.figure(named: "policy rate")
    reverseRepo = setup.figure(named: "ON RRP rate")
    standingFacility = setup.figure(named: "standing repo rate")
  }

  /// Sets the rates at the opening.
  func open(_ rates: PolicyRule.Rates, in setup: inout WorldSetup) {
    setup.open(middle, rates.middle)
    setup.open(reserveRate, rates.onReserves)
    setup.open(reverseRepo, rates.reverseRepo)
    setup.open(standingFacility, rates.standingFacility)
  }

  /// Publishes new rates.
  func publish(_ rates: PolicyRule.Rates, _ intents: inout IntentList) {
    intents.publish(middle, rates.middle)
    intents.publish(reserveRate, rates.onReserves)
    intents.publish(reverseRepo, rates.reverseRepo)
    intents.publish(standingFacility, rates.standingFacility)
  }
}
