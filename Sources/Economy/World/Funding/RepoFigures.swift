/// The figures of the overnight market, percent a year.
struct RepoFigures: Sendable {
  /// The standing facility's rate, which the central bank publishes.
  let facility: FigureID
  /// The percentiles 1, 25, 50, 75 and 99 by volume; the third is SOFR.
  let percentiles: [FigureID]

  /// Registers them; the facility lends at 4 percent until a central bank says otherwise.
  init(in setup: inout WorldSetup) {
    facility = setup.figure(named: "standing repo rate", assumed: 4)
    var percentiles: [FigureID] = []
    for name in ["p01", "p25", "SOFR", "p75", "p99"] {
      percentiles.append(setup.figure(named: name == "SOFR" ? name : "SOFR \(name)"))
    }
    self.percentiles = percentiles
  }
}
