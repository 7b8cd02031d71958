extension Indicators {
  /// The indicators of funding, credit, rates, currencies and composite stress, in order of number.
  static let macro: [any Indicator] = [
    SOFRSkewIndicator(),
    LendingRefusalIndicator(),
    OilSlopeIndicator(),
    CompositeStressIndicator(),
    PrincipalStressIndicator(),
    EpisodeSimilarityIndicator(),
    HongKongDollarIndicator(),
    GoldRevaluationIndicator(),
    DelinquencyLeadIndicator(),
    CrossCurrencyIndicator(),
    CreditImpulseIndicator(),
    DollarPathIndicator(),
    TermPremiumIndicator(),
    LiquidityTransferIndicator(),
    JapaneseLongYieldIndicator(),
    StagflationIndicator(),
  ]
}
