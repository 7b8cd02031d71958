extension Indicators {
  /// The indicators of crypto markets and of what ties them to others, in order of number.
  static let crypto: [any Indicator] = [
    FragilityRatioIndicator(),
    LocalGainIndicator(),
    BranchingRatioIndicator(),
    OpenInterestDestructionIndicator(),
    LongLiquidationShareIndicator(),
    RollingCorrelationIndicator(),
    BasisIndicator(),
    FlowConcentrationIndicator(),
    CapitulationIndicator(),
    TreasuryCompanyMultipleIndicator(),
    ScaledImpactIndicator(),
    BounceFadeIndicator(),
    AsymmetricBetaIndicator(),
    TierTransferIndicator(),
    ExchangeRunwayIndicator(),
    VolatilityStateIndicator(),
    SovereignFloorIndicator(),
    LossAllocationIndicator(),
    VolatilityLadderIndicator(),
    StablecoinSupplyIndicator(),
    HedgedCarryIndicator(),
    BitcoinSizeIndicator(),
  ]
}
