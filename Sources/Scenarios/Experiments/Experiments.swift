/// The experiments of the program.
public enum Experiments {
  /// All of them, in order of their systems; a new experiment is one file and one entry here.
  public static let all: [any Experiment] = [
    CascadeExperiment(),
    LiquidationRatioExperiment(),
    OutflowExperiment(),
    RatchetReadingsExperiment(),
    LeverageRecoveryExperiment(),
    VolatilityCollapseExperiment(),
    FundTailsExperiment(),
    FundTailExponentExperiment(),
    VarLeverageCycleExperiment(),
    VolatilityLadderExperiment(),
    CarryUnwindExperiment(),
    CarrySizeExperiment(),
    CarryComovementExperiment(),
    DebtRepricingExperiment(),
    FiscalNewsExperiment(),
    WhaleImpactExperiment(),
    WhaleExitExperiment(),
    ExitWaveExperiment(),
    SovereignDominanceExperiment(),
    SovereignFloorExperiment(),
    PriceFloorExperiment(),
    SovereignFundCapacityExperiment(),
    SovereignAbsorptionExperiment(),
    FireSaleThresholdExperiment(),
    MandateExperiment(),
    ImpactPerDollarExperiment(),
    ImpactByClassExperiment(),
    BackstopExperiment(),
    OfficialBuyerExperiment(),
    CentralBankExperiment(),
    ScenarioScoreExperiment(),
    RegimeSpanExperiment(),
    CollateralReliefExperiment(),
    LossSharingExperiment(),
    LeverageCrashExperiment(),
    FlywheelExperiment(),
    FlywheelPriceExperiment(),
    FlywheelCreditExperiment(),
    FlywheelStopExperiment(),
    PurchaseNearOneExperiment(),
    DeathOrderExperiment(),
    PegDefenceExperiment(),
    LostDollarExperiment(),
    ReserveAnchorExperiment(),
    SeniorTransferExperiment(),
    TierLossExperiment(),
    AsymmetricBetaExperiment(),
    ListingMultipleExperiment(),
    ToppingMarkerExperiment(),
    TokenisedStockExperiment(),
    BottomlessFallExperiment(),
    ExitWindowExperiment(),
    DepthWithdrawalExperiment(),
    IdleCashExperiment(),
    RepoRateExperiment(),
    RepoSkewExperiment(),
    RepoVolumeExperiment(),
    RepoClassifierExperiment(),
    SeptemberRepoExperiment(),
    DelinquencyLeadExperiment(),
    EasyCreditExperiment(),
    LossConvexityExperiment(),
    BounceSoldExperiment(),
    DistressedSellingExperiment(),
    VulnerableBanksExperiment(),
    SpreadSignExperiment(),
    FullCarryExperiment(),
    StorageArbitrageExperiment(),
    BankPurchaseExperiment(),
    OilDemandExperiment(),
    LendingResponseExperiment(),
    CollateralScarcityExperiment(),
    CarryInversionExperiment(),
    BackflowExperiment(),
    SwapLineExperiment(),
    OffshoreRunExperiment(),
    ReservePurchaseExperiment(),
    UnwindLegsExperiment(),
    UnwindNeutralityExperiment(),
    UnwindCorrelationExperiment(),
    UnwindBasisExperiment(),
    OutflowClassifierExperiment(),
    ScaledImpactExperiment(),
    ScaledImpactWorldExperiment(),
    TermPremiumExperiment(),
    AssetMapExperiment(),
    SlopeSourceExperiment(),
    SecuredRateExperiment(),
    VenueHoleExperiment(),
    CustomerRunExperiment(),
    FundOutflowExperiment(),
    TheftPriceExperiment(),
    InversionExperiment(),
    InversionWorldExperiment(),
    DollarDrawExperiment(),
    ReserveLossExperiment(),
    SpendingCutExperiment(),
    SouthboundShockExperiment(),
    BandFlowExperiment(),
    BoardReplayExperiment(),
    BandWorldExperiment(),
    RevaluationGainExperiment(),
    GoldSaleExperiment(),
    DollarPatternExperiment(),
    BarbellExperiment(),
  ]

  /// The ids of the experiments that a word names: an experiment, or a system with all of its own.
  ///
  /// - Parameter word: `M0.1-cascade` or `M0.1`.
  /// - Returns: At least one id, in the order of the registry.
  /// - Throws: ``ScenarioError/unknownExperiment(name:known:)`` with the nearest id.
  public static func ids(named word: String) throws(ScenarioError) -> [String] {
    let ofSystem = all.map(\.plan).filter { $0.systems.contains(word) }.map(\.id)
    return ofSystem.isEmpty ? [try experiment(word).plan.id] : ofSystem
  }

  /// The experiment of an id.
  ///
  /// - Throws: ``ScenarioError/unknownExperiment(name:known:)`` with the nearest id.
  public static func experiment(_ id: String) throws(ScenarioError) -> any Experiment {
    guard let experiment = all.first(where: { $0.plan.id == id }) else {
      throw .unknownExperiment(name: id, known: all.map(\.plan.id))
    }
    return experiment
  }
}
