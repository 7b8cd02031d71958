public import Quantities

extension VenueMarket {
  /// Lists a contract as a venue would: requirement, fees, index, mark and funding of its profile.
  ///
  /// A dated future pays no funding; its mark follows the basis where the venue's perpetuals follow
  /// funding.
  ///
  /// - Parameters:
  ///   - profile: The venue.
  ///   - contract: What is traded.
  ///   - schedule: The margin schedule of the contract on the venue.
  ///   - settlementAsset: The number of the contract's settlement asset.
  ///   - rules: The filters of its book.
  ///   - defaultLeverage: The leverage of an account that has chosen none.
  ///   - impactNotional: The notional of the premium's impact prices, quote units.
  ///   - oracle: What the oracle reads, and the faults of the scenario.
  public init(
    profile: VenueProfile,
    contract: Contract,
    schedule: MarginSchedule,
    settlementAsset: AssetID = 0,
    rules: BookRules = BookRules(),
    defaultLeverage: Fraction = .one,
    impactNotional: Amount = .zero,
    oracle: OracleFeed = OracleFeed(source: .externalIndex)
  ) {
    let isPerpetual = contract.term == .perpetual
    let isBasis = profile.mark == .fundingBasis && !isPerpetual
    self.init(
      contract: contract,
      settlementAsset: settlementAsset,
      schedule: schedule,
      requirement: profile.requirement(for: contract.payoff),
      rules: rules,
      takerFee: profile.takerFee,
      makerFee: profile.makerFee,
      defaultLeverage: defaultLeverage,
      markRule: .formula(isBasis ? .annualisedBasis : profile.mark),
      indexRule: profile.index,
      fundingRule: isPerpetual ? profile.funding : nil,
      impactNotional: impactNotional,
      oracle: oracle
    )
  }
}
