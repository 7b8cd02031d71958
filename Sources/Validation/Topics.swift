/// Every family of vectors the engine answers.
public enum Topics {
  /// All topics; a family is one file of the folder `Topics`.
  public static let all: [Topic] =
    ExchangePriceTopics.all + ExchangeMarginTopics.all + ExchangeFundingTopics.all
    + ExchangeProfitTopics.all + ExchangeLiquidationTopics.all + ExchangeMatchingTopics.all
    + CascadeTopics.all + FragilityTopics.all + LeverageCycleTopics.all + RandomTopics.all
    + EstimateTopics.all + OrderFlowTopics.all + ImpactTopics.all + MicrostructureTopics.all
    + IndicatorTopics.all + LedgerTopics.all + LeveragedFundTopics.all + VarLeverageCycleTopics.all
    + LeverageRatchetTopics.all + LikelihoodFreeTopics.all + ContagionTopics.all
    + TreasuryTopics.all + CommodityTopics.all + CurrencyBandTopics.all + FundingTopics.all
    + RepoTopics.all
}
