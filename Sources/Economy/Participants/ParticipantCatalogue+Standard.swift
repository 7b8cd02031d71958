extension ParticipantCatalogue {
  /// Every kind that ships with the program, one line each.
  public static let standard = ParticipantCatalogue([
    AuthorisedParticipant.self,
    BasisFund.self,
    ETFIssuer.self,
    ExchangeCustomers.self,
    ExchangeOperator.self,
    FundingArbitrageur.self,
    InstitutionalAllocator.self,
    JapaneseRates.self,
    LendingPoolParticipant.self,
    MarketMaker.self,
    Miner.self,
    NoiseTraders.self,
    OfficialBuyer.self,
    PegArbitrageur.self,
    RetailCohort.self,
    RetailSavers.self,
    SovereignAccumulator.self,
    StablecoinHolder.self,
    StablecoinIssuer.self,
    SyntheticDollarIssuer.self,
    TreasuryCompany.self,
    Whale.self,
    WhaleTail.self,
    YenCarryFund.self,
  ])
}
