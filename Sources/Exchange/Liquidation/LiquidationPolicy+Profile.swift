public import Quantities

extension LiquidationPolicy {
  /// The policy of a venue profile in one settlement asset.
  ///
  /// - Parameters:
  ///   - profile: The venue.
  ///   - settlement: The asset in which the profile's whole quote units are counted.
  public init(_ profile: VenueProfile, settlement: Asset) {
    self.init()
    liquidatesAtEquality = profile.trigger == .equityAtOrBelow
    partialFee = profile.clearanceFee
    switch profile.partialLiquidation {
    case .none: partialClose = .none
    case .byTier(let steps, let takeoverTiers):
      partialClose = .tiers(down: steps, takeoverTiers: takeoverTiers)
    case .fractionFirst(let share, let value, let cooldown):
      let units = Amount(settlement.unitsPerOne) * value
      partialClose = .share(share, valueMin: units, stepsMax: 1)
      partialCooldown = cooldown
      // Below two thirds of maintenance the backstop takes over at once [HL-liq].
      cooldownEquityMin = Fraction(2, over: 3)
    case .boundedSteps(let share, let value):
      let units = Amount(settlement.unitsPerOne) * value
      partialClose = .share(share, valueMin: units, stepsMax: .max)
    }
    surplusShareMax =
      profile.remainingMargin == .account ? .zero : profile.insuranceFund.gainCap
    fundPositionShareMax = profile.insuranceFund.netPositionShare
    remainder = fundPositionShareMax == nil ? .soldByFund : .heldByFund
    fundDrawdownMax = profile.insuranceFund.drawdownShare
    fundDrawdownWindow = profile.insuranceFund.drawdownWindow
    switch profile.deleveragingRank {
    case .profitAndLeverage: deleveragingRanking = .queue
    case .priceAndLeverage: deleveragingRanking = .priceAndLeverage
    case .pseudoRandom: deleveragingRanking = .pseudoRandom
    }
    switch profile.deleveragingPrice {
    case .bankruptcy: deleveragingPrice = .bankruptcy
    case .mark: deleveragingPrice = .mark
    case .previousMark: deleveragingPrice = .previousMark
    }
    switch profile.socialisation {
    case .none: socialisation = .none
    case .sessionProfits: socialisation = .profit
    case .openInterest: socialisation = .openInterest
    }
  }
}
