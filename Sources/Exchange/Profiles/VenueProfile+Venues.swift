import Quantities

extension VenueProfile {
  /// Every profile, in alphabetical order.
  public static let all: [VenueProfile] = [binance, bitmex, bybit, dydx, hyperliquid, okx]

  /// The profile of a name, or nil.
  public static func named(_ name: String) -> VenueProfile? {
    all.first { $0.name == name }
  }

  /// The common eight-hour funding: interest 0.01 %, a dead zone of 0.05 % to each side.
  private static func eightHours(
    average: FundingRule.Average,
    cap: Rate?,
    interval: Duration = .hours(8),
    divisor: Int64 = 1,
    paymentPrice: FundingRule.PaymentPrice = .mark
  ) -> FundingRule {
    FundingRule(
      formula: .clamped(interest: Rate(basisPoints: 1), halfWidth: Rate(basisPoints: 5)),
      average: average,
      interval: interval,
      divisor: divisor,
      cap: cap,
      paymentPrice: paymentPrice
    )
  }

  /// Binance USDS-M: maintenance on the mark value, one order down to a lower bracket, takeover at the
  /// bankruptcy price against a fund whose net position may equal its size.
  ///
  /// Funding is capped by the lowest bracket's maintenance rate, 0.4 % for BTCUSDT in 2024-10. Fees of
  /// the lowest volume tier; clearance fee as charged on the amount closed.
  public static let binance = VenueProfile(
    name: "binance",
    sources: ["BN-tier", "BN-liq", "BN-liqp", "BN-ins", "BN-mark", "BN-fund"],
    requirement: .markValue,
    inverseRequirement: .markValue,
    trigger: .equityAtOrBelow,
    brackets: .marginal,
    partialLiquidation: .byTier(steps: 1, takeoverTiers: 1),
    remainingMargin: .insuranceFund,
    clearanceFee: Rate(partsPerMillion: 12_500),
    insuranceFund: InsuranceLimits(netPositionShare: .one),
    deleveragingRank: .profitAndLeverage,
    deleveragingPrice: .bankruptcy,
    socialisation: .none,
    mark: .medianOfThree,
    funding: eightHours(average: .timeWeighted, cap: Rate(partsPerMillion: 4_000)),
    takerFee: Rate(partsPerMillion: 500),
    makerFee: Rate(partsPerMillion: 200)
  )

  /// BitMEX: steps on the whole position, fee at the bankruptcy price inside the requirement, fair
  /// price with the funding basis decaying to zero.
  public static let bitmex = VenueProfile(
    name: "bitmex",
    sources: ["BM-inv", "BM-fair", "BM-liq", "BM-liqx", "BM-adl"],
    requirement: RequirementRule(basis: .entryValue, closingFee: .atBankruptcyPrice),
    inverseRequirement: RequirementRule(basis: .entryValue, closingFee: .atBankruptcyPrice),
    trigger: .equityAtOrBelow,
    brackets: .wholePosition,
    partialLiquidation: .byTier(steps: 1, takeoverTiers: 1),
    remainingMargin: .insuranceFund,
    clearanceFee: .zero,
    insuranceFund: InsuranceLimits(),
    deleveragingRank: .profitAndLeverage,
    deleveragingPrice: .bankruptcy,
    socialisation: .none,
    mark: .fundingBasis,
    funding: eightHours(average: .timeWeighted, cap: nil),
    takerFee: Rate(partsPerMillion: 750),
    makerFee: Rate(partsPerMillion: -250)
  )

  /// Bybit: maintenance on the ENTRY value (inverse: with the fee at the bankruptcy price), tiers cut step by step, ADL when the pool loses 30 % of its
  /// eight-hour peak.
  public static let bybit = VenueProfile(
    name: "bybit",
    sources: [
      "BY-iso", "BY-inv", "BY-param", "BY-risk", "BY-rate", "BY-pred", "BY-fund", "BY-adl",
    ],
    requirement: RequirementRule(basis: .entryValue, closingFee: .excluded),
    inverseRequirement: RequirementRule(basis: .entryValue, closingFee: .atBankruptcyPrice),
    trigger: .equityAtOrBelow,
    brackets: .marginal,
    partialLiquidation: .byTier(steps: 1, takeoverTiers: 1),
    remainingMargin: .insuranceFund,
    clearanceFee: .zero,
    insuranceFund: InsuranceLimits(drawdownShare: Fraction(3, over: 10)),
    deleveragingRank: .profitAndLeverage,
    deleveragingPrice: .bankruptcy,
    socialisation: .none,
    mark: .medianOfThree,
    funding: eightHours(average: .linearlyWeighted, cap: nil),
    takerFee: Rate(partsPerMillion: 550),
    makerFee: Rate(partsPerMillion: 200)
  )

  /// dYdX v4: margin at the oracle price with an open-interest scaled initial rate, limit orders at the
  /// fillable price in bounded steps, deleveraging at the bankruptcy price.
  ///
  /// Liquidatable when collateral is strictly below the requirement. Funding hourly from an 8 h rate,
  /// without interest.
  public static let dydx = VenueProfile(
    name: "dydx",
    sources: ["DY-liq", "DY-delev", "DY-tier", "DY-lib", "DY-gen"],
    requirement: .markValue,
    inverseRequirement: .markValue,
    trigger: .equityBelow,
    brackets: .none,
    partialLiquidation: .boundedSteps(
      maximumShare: Fraction(1, over: 10),
      minimumNotional: 1_000
    ),
    remainingMargin: .account,
    clearanceFee: .zero,
    insuranceFund: InsuranceLimits(gainCap: Rate(partsPerMillion: 15_000)),
    deleveragingRank: .pseudoRandom,
    deleveragingPrice: .bankruptcy,
    socialisation: .none,
    mark: .oracle,
    funding: FundingRule(
      formula: .damped(damper: .zero),
      average: .plain,
      interval: .hours(1),
      divisor: 8,
      cap: Rate(partsPerMillion: 6_000),
      paymentPrice: .index
    ),
    takerFee: Rate(partsPerMillion: 500),
    makerFee: Rate(partsPerMillion: 200)
  )

  /// Hyperliquid: half the initial rate as maintenance, 20 % first above 100 000 USDC, a backstop vault
  /// that keeps the margin, ADL at the previous mark, funding on the oracle price.
  public static let hyperliquid = VenueProfile(
    name: "hyperliquid",
    sources: ["HL-tier", "HL-liq", "HL-adl", "HL-fund", "HL-oracle"],
    requirement: .markValue,
    inverseRequirement: .markValue,
    trigger: .equityBelow,
    brackets: .marginal,
    partialLiquidation: .fractionFirst(
      Fraction(1, over: 5),
      aboveNotional: 100_000,
      cooldown: .seconds(30)
    ),
    remainingMargin: .backstop,
    clearanceFee: .zero,
    insuranceFund: InsuranceLimits(),
    deleveragingRank: .priceAndLeverage,
    deleveragingPrice: .previousMark,
    socialisation: .none,
    index: IndexRule(
      average: .weightedMedian,
      staleAfter: .seconds(10),
      outlierBand: Rate(basisPoints: 500)
    ),
    mark: .medianWithExternal,
    funding: eightHours(
      average: .plain,
      cap: Rate(partsPerMillion: 40_000),
      interval: .hours(1),
      divisor: 8,
      paymentPrice: .index
    ),
    takerFee: Rate(partsPerMillion: 450),
    makerFee: Rate(partsPerMillion: 150)
  )

  /// OKX: closing fee inside the requirement, down two tiers at a time from tier three on, ADL at the
  /// mark when the fund loses 30 % of its eight-hour peak, clawback of session profits.
  public static let okx = VenueProfile(
    name: "okx",
    sources: ["OK-liq", "OK-part", "OK-early", "OK-bill", "OK-claw"],
    requirement: RequirementRule(basis: .markValue, closingFee: .atLiquidationPrice),
    inverseRequirement: RequirementRule(basis: .markValue, closingFee: .atLiquidationPrice),
    trigger: .equityAtOrBelow,
    brackets: .marginal,
    partialLiquidation: .byTier(steps: 2, takeoverTiers: 2),
    remainingMargin: .insuranceFund,
    clearanceFee: .zero,
    insuranceFund: InsuranceLimits(drawdownShare: Fraction(3, over: 10)),
    deleveragingRank: .profitAndLeverage,
    deleveragingPrice: .mark,
    socialisation: .sessionProfits,
    mark: .medianOfThree,
    funding: eightHours(average: .timeWeighted, cap: nil),
    takerFee: Rate(partsPerMillion: 500),
    makerFee: Rate(partsPerMillion: 200)
  )
}
