/// Which price of an asset margin and collateral are valued at (`model.md` §2.5).
public enum OracleSource: Sendable, Hashable, CaseIterable {
  /// The venue's own order book: reproduces 2025-10-10, when one venue valued a dollar token at 0.65.
  case venueBook
  /// An index over several venues.
  case externalIndex
  /// What the issuer redeems the token for.
  case redemptionValue
}
