/// The promises of the books, `model.md` §0.1.
public enum LedgerInvariant: String, Sendable, Hashable, CaseIterable {
  /// For every claim, what holders have is what its issuer owes.
  case claimsMatch = "I1"
  /// For every outside asset, what holders have is initial + produced − consumed.
  case outsideAssetsConserved = "I2"
  /// For every derivative, positions sum to zero.
  case positionsOffset = "I3"
  /// Net worths sum to the value of outside assets at the current prices.
  case netWorthIsOutsideAssets = "I4"
  /// Nobody holds less than nothing of a claim or outside asset.
  case holdingsNotNegative = "I5"
  /// Every account's assets are its liabilities and net worth; the central bank's too.
  case balanceSheetsBalance = "I6"
  /// Every flow has a payer and a receiver: rows and columns of the flow matrix sum to zero.
  case flowsBalance = "I7"
}
