/// The figures that a fund publishes at the end of every day.
///
/// Names begin with the fund's: "IBIT coins per share", "IBIT average cost", "IBIT coins",
/// "IBIT creations", "IBIT redemptions", "IBIT refusals". Flows are dollars of the day, costs dollars
/// per coin.
struct ETFFigures: Sendable {
  let coinsPerShare: FigureID
  let averageCost: FigureID
  let coins: FigureID
  let creations: FigureID
  let redemptions: FigureID
  let refusals: FigureID

  init(of fund: String, _ setup: inout WorldSetup) {
    coinsPerShare = setup.figure(named: fund + " coins per share")
    averageCost = setup.figure(named: fund + " average cost")
    coins = setup.figure(named: fund + " coins")
    creations = setup.figure(named: fund + " creations")
    redemptions = setup.figure(named: fund + " redemptions")
    refusals = setup.figure(named: fund + " refusals")
  }
}
