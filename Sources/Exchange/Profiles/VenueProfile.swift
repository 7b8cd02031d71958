public import Quantities

/// A venue as data and named rules: everything on which venues disagree.
///
/// The engine has no other branch on a venue. Parameters change; each profile states the documents its
/// numbers stand in, by the source ids of `exchange-mechanics.md`. Trading fees are those of the
/// venues' public schedules for the lowest volume; the documents state none, and scenarios set theirs.
public struct VenueProfile: Hashable, Sendable {
  /// The name, such as `binance`.
  public var name: String
  /// The ids of the documents the numbers come from.
  public var sources: [String]
  /// What the margin requirement counts in linear contracts.
  public var requirement: RequirementRule
  /// What it counts in inverse contracts.
  public var inverseRequirement: RequirementRule
  /// When an account is liquidated.
  public var trigger: Trigger
  /// What the brackets of a tier table mean.
  public var brackets: Brackets
  /// What is closed before the takeover.
  public var partialLiquidation: PartialClose
  /// Who keeps the margin that is left when a position is taken over.
  public var remainingMargin: RemainingMargin
  /// The fee on what a forced order closes, of its value, to the insurance fund.
  public var clearanceFee: Rate
  /// What the insurance fund may hold and lose.
  public var insuranceFund: InsuranceLimits
  /// How counterparties of an auto-deleveraging are ranked.
  public var deleveragingRank: DeleveragingRank
  /// The price at which they are closed.
  public var deleveragingPrice: DeleveragingPrice
  /// Who bears what is left.
  public var socialisation: Socialisation
  /// How the index is made of spot venues.
  ///
  /// The documents name the average; the age and band beyond which a constituent is dropped are the
  /// engine's choice, and scenarios set theirs.
  public var index = IndexRule(
    average: .weightedMean,
    staleAfter: .seconds(10),
    outlierBand: Rate(basisPoints: 500)
  )
  /// How the mark price is formed.
  public var mark: MarkFormula
  /// Funding of perpetuals.
  public var funding: FundingRule
  /// The fee of an aggressing order.
  public var takerFee: Rate
  /// The fee of a resting order; negative for a rebate.
  public var makerFee: Rate

  /// What the margin requirement counts under a payoff.
  public func requirement(for payoff: Payoff) -> RequirementRule {
    payoff == .inverse ? inverseRequirement : requirement
  }
}

extension VenueProfile {
  /// The comparison that starts a liquidation.
  public enum Trigger: Sendable, Hashable, CaseIterable {
    /// Equity at or below the requirement.
    case equityAtOrBelow
    /// Equity strictly below the requirement.
    case equityBelow

    /// Whether an account is to be liquidated.
    public func isMet(equity: Amount, requirement: Amount) -> Bool {
      self == .equityAtOrBelow ? equity <= requirement : equity < requirement
    }
  }

  /// The meaning of a bracket.
  public enum Brackets: Sendable, Hashable, CaseIterable {
    /// The higher rate is paid on the part above the floor.
    case marginal
    /// The rate of the bracket is paid on the whole position.
    case wholePosition
    /// There are no brackets of size.
    case none
  }

  /// What a liquidation closes first.
  public enum PartialClose: Sendable, Hashable {
    /// The whole position at once.
    case none
    /// Down by a number of tiers, again and again; the lowest tiers are taken over whole.
    case byTier(steps: Int, takeoverTiers: Int)
    /// A fraction above a notional in whole quote units, then a cooldown, then the rest.
    case fractionFirst(Fraction, aboveNotional: Int64, cooldown: Duration)
    /// At most a share of the position per step, at least a notional in whole quote units.
    case boundedSteps(maximumShare: Fraction, minimumNotional: Int64)
  }

  /// The owner of a liquidated position's remaining margin.
  public enum RemainingMargin: Sendable, Hashable, CaseIterable {
    /// The insurance fund.
    case insuranceFund
    /// A backstop vault that takes over the position.
    case backstop
    /// The account.
    case account
  }

  /// What limits the insurance fund.
  public struct InsuranceLimits: Sendable, Hashable {
    /// The largest net position as a share of the fund, or nil for no limit.
    public var netPositionShare: Fraction?
    /// The drawdown from the peak at which auto-deleveraging starts, or nil.
    public var drawdownShare: Fraction?
    /// The time over which the peak is taken.
    public var drawdownWindow: Duration
    /// The largest gain from a fill as a share of it, the rest staying with the account; or nil.
    public var gainCap: Rate?

    /// Creates limits.
    public init(
      netPositionShare: Fraction? = nil,
      drawdownShare: Fraction? = nil,
      drawdownWindow: Duration = .hours(8),
      gainCap: Rate? = nil
    ) {
      self.netPositionShare = netPositionShare
      self.drawdownShare = drawdownShare
      self.drawdownWindow = drawdownWindow
      self.gainCap = gainCap
    }
  }

  /// The order in which counterparties are deleveraged.
  public enum DeleveragingRank: Sendable, Hashable, CaseIterable {
    /// Profit times effective leverage, ``AutoDeleveragingScore/init(side:entryValue:markValue:bankruptcyValue:payoff:)``.
    case profitAndLeverage
    /// ``AutoDeleveragingScore/priceAndLeverage(side:entry:mark:notional:accountValue:)``.
    case priceAndLeverage
    /// Pseudo-random over accounts whose own bankruptcy price overlaps.
    case pseudoRandom
  }

  /// The price at which a deleveraged counterparty is closed.
  public enum DeleveragingPrice: Sendable, Hashable, CaseIterable {
    /// The liquidated account's bankruptcy price.
    case bankruptcy
    /// The mark price.
    case mark
    /// The mark price before the update that triggered it.
    case previousMark
  }

  /// Who bears a loss that nothing covers.
  public enum Socialisation: Sendable, Hashable, CaseIterable {
    /// Nobody beyond auto-deleveraging.
    case none
    /// Profitable accounts of the session, in proportion to their profit.
    case sessionProfits
    /// Open positions, in proportion to their size.
    case openInterest
  }
}
