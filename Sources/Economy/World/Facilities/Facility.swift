public import Quantities

/// A window at which an issuer exchanges claims on itself for an asset: at par, or pro rata of a pool.
///
/// Fund shares for coins, stablecoins for deposits, balances at an exchange for stablecoins. The
/// issuer gives no more than it holds: what it cannot give stays a claim.
public struct Facility: Hashable, Sendable {
  /// The rate of exchange.
  public enum Exchange: Hashable, Sendable {
    /// One dollar of claim for one dollar of money, both with four decimals.
    case par
    /// The same share of the issuer's pool as of its claims.
    case proRata
  }

  /// The issuer.
  public let issuer: LedgerAccountID
  /// The claim on it.
  public let claim: InstrumentID
  /// What it takes and gives.
  public let asset: InstrumentID
  /// At which rate.
  public let exchange: Exchange
  /// What it offers today.
  public internal(set) var terms: FacilityTerms
  /// Claims created today.
  public internal(set) var createdToday = Amount.zero
  /// Claims redeemed today.
  public internal(set) var redeemedToday = Amount.zero
  /// Claims that holders wanted to redeem today and could not.
  public internal(set) var refusedToday = Amount.zero
  /// The last event that made holders redeem by force.
  public internal(set) var lastCause = CauseID.none
}
