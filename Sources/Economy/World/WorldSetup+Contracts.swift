extension WorldSetup {
  /// Registers the participant as an owner of a perpetual contract whose margin it keeps in a money.
  ///
  /// - Parameters:
  ///   - market: The contract's spot market.
  ///   - money: What margin is kept in.
  ///   - accountCount: How many equal accounts the participant stands for; a tier table looks at one.
  public mutating func joinPerpetual(
    _ market: MarketID,
    margin money: InstrumentID,
    accountCount: Double = 1
  ) {
    perpetualOwners[market.index, default: []].append(
      PerpetualBook.Owner(
        account: account,
        participant: place,
        money: money,
        accountCount: accountCount
      )
    )
  }

  /// Registers the participant as a holder of a dated future whose margin it pays in a money.
  ///
  /// - Parameters:
  ///   - market: The future's spot market.
  ///   - money: What margin is paid in.
  ///   - terms: Where the future's basis comes from; the plan if nobody says.
  public mutating func joinFuture(
    _ market: MarketID,
    margin money: InstrumentID,
    terms: FutureTerms? = nil
  ) {
    if let terms { futureTerms[market.index] = terms }
    futureOwners[market.index, default: []].append(
      PerpetualBook.Owner(account: account, participant: place, money: money)
    )
  }

  /// Registers the participant as a market maker with a share of a market's depth in calm.
  ///
  /// - Returns: The figure in which it publishes which part of it it offers, from 0 to 1.
  public mutating func addMaker(_ market: MarketID, share: Double) -> FigureID {
    let figure = figure(
      named: "depth \(marketPlans[market.index].name) \(ledger.name(of: account))",
      opening: 1
    )
    makers[market.index, default: []].append(
      MakerShare(maker: account, figure: figure, share: share)
    )
    return figure
  }

  /// Registers the participant as a lender in the overnight market: its debts mature every settlement.
  public mutating func joinRepoLenders() {
    lenders.append(account)
    guard repoFigures == nil else { return }
    // The facility lends at 4 percent until a central bank says otherwise.
    repoFigures = RepoFigures(
      facility: figure(named: "standing repo rate", assumed: 4),
      percentiles: ["SOFR p01", "SOFR p25", "SOFR", "SOFR p75", "SOFR p99"].map {
        figure(named: $0)
      }
    )
  }

  /// Opens perpetual positions that the participant brings along.
  public mutating func bring(_ opening: PerpetualOpening, to market: MarketID) {
    brought.append(BroughtPosition(account: account, market: market, opening: opening))
  }

  /// Opens a position in a dated future that the participant brings along, in signed coins.
  ///
  /// - Throws: ``WorldError`` if the position exceeds 64 bits.
  public mutating func bringFuture(_ market: MarketID, coins: Double) throws(WorldError) {
    let instrument = try instrument(named: marketPlans[market.index].name)
    broughtFutures.append(
      BroughtFuture(
        account: account,
        market: market,
        quantity: try amount(coins, of: instrument)
      )
    )
  }
}
