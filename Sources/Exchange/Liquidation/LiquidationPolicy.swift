public import Quantities

/// What a venue does when an account falls below its maintenance margin, as data.
///
/// Venues disagree on every field (`exchange-mechanics.md` §5); the engine has no other branch on a
/// venue.
public struct LiquidationPolicy: Hashable, Sendable {
  /// How much is closed before the whole position is taken over.
  public enum PartialClose: Hashable, Sendable {
    /// Nothing: the whole position at once.
    case none
    /// Down to the cap of the tier that many tiers below, again and again; the lowest
    /// `takeoverTiers` tiers are taken over whole.
    case tiers(down: Int, takeoverTiers: Int)
    /// A share of the position, at least a value, that many times at most.
    case share(Fraction, valueMin: Amount, stepsMax: Int)
  }

  /// Which position of a cross account goes first; ties go to the lower contract number.
  public enum PositionOrder: UInt8, Hashable, Sendable, CaseIterable {
    /// The largest unrealised loss.
    case largestLoss
    /// The largest maintenance margin.
    case largestMaintenance
    /// The lowest contract number.
    case contractNumber
  }

  /// What happens to the part of a takeover that nobody buys at the bankruptcy price or better.
  public enum Remainder: UInt8, Hashable, Sendable, CaseIterable {
    /// The fund pays for selling it at worse prices, as far as its cash reaches.
    case soldByFund
    /// The fund keeps it, within its limit.
    case heldByFund
    /// Nothing: auto-deleveraging at once.
    case deleveraged
  }

  /// At which price counterparties are closed.
  public enum DeleveragingPrice: UInt8, Hashable, Sendable, CaseIterable {
    /// The bankruptcy price of the liquidated position (BitMEX, dYdX).
    case bankruptcy
    /// The mark price; the difference is the fund's (OKX).
    case mark
    /// The mark price before its last change (Hyperliquid).
    case previousMark
  }

  /// Who bears what the fund cannot.
  public enum Socialisation: UInt8, Hashable, Sendable, CaseIterable {
    /// Every position of the contract by size (Drift).
    case openInterest
    /// Accounts in profit in this session, by profit (OKEx clawback).
    case profit
    /// Nobody: the loss is booked as uncovered.
    case none
  }

  /// Whether equity exactly equal to maintenance is liquidated.
  public var liquidatesAtEquality = true
  /// How much is closed first.
  public var partialClose = PartialClose.tiers(down: 1, takeoverTiers: 1)
  /// How long an account that is still below its margin after a partial close by shares is left
  /// alone before the rest goes whole.
  public var partialCooldown = Duration.zero
  /// The share of maintenance margin below which, or at no equity, a cooldown is not waited for.
  public var cooldownEquityMin = Fraction.zero
  /// The fee on a partial close, of the value closed; it goes to the fund.
  public var partialFee = Rate.zero
  /// Which position of a cross account goes first.
  public var positionOrder = PositionOrder.largestLoss
  /// The largest part of a fill's value that a surplus adds to the fund, or `nil` for no limit.
  ///
  /// The rest goes back to the account.
  public var surplusShareMax: Rate?
  /// What becomes of the part that is not bought at the bankruptcy price.
  public var remainder = Remainder.soldByFund
  /// What the fund never falls below, per settlement asset.
  public var fundFloor = Amount.zero
  /// The largest value at mark of a position that the fund keeps, per contract.
  public var fundValueMax = Amount(.max)
  /// The largest value of a position that the fund keeps, as a share of its cash; `nil` for none.
  public var fundPositionShareMax: Fraction?
  /// The fall from its peak, as a share, at which the fund stops paying; `nil` for none.
  public var fundDrawdownMax: Fraction?
  /// The time over which the fund's peak is taken.
  public var fundDrawdownWindow = Duration.hours(8)
  /// Whether the fund closes what it keeps as soon as the book pays its entry value or more.
  public var fundUnwinds = true
  /// How counterparties are chosen.
  public var deleveragingRanking = AutoDeleveragingRanking.queue
  /// At which price they are closed.
  public var deleveragingPrice = DeleveragingPrice.bankruptcy
  /// Who bears the rest.
  public var socialisation = Socialisation.openInterest
  /// The largest number of liquidations in one tick; the others are carried over.
  public var roundsMax = 10_000

  /// Creates the policy of the fields' defaults.
  public init() {}
}
