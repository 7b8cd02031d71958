/// What an issuer of synthetic dollars publishes.
struct SyntheticDollarFigures: Sendable {
  /// Secondary price less one.
  let pegDeviation: FigureID
  /// The fund over the dollars.
  let fundRatio: FigureID
  /// Governance tokens that it still has.
  let tokenTreasury: FigureID
  /// Hedged coins over the dollars.
  let hedgeShare: FigureID
  /// What staked dollars earn a year.
  let yield: FigureID
  /// What the backing lacks, dollars.
  let hole: FigureID

  init(_ claim: String, _ setup: inout WorldSetup) {
    pegDeviation = setup.figure(named: "\(claim) peg deviation")
    fundRatio = setup.figure(named: "\(claim) fund ratio")
    tokenTreasury = setup.figure(named: "\(claim) token treasury")
    hedgeShare = setup.figure(named: "\(claim) hedge share")
    yield = setup.figure(named: "\(claim) yield")
    hole = setup.figure(named: "\(claim) hole")
  }
}
