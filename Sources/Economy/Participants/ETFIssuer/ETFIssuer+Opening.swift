import Quantities

extension ETFIssuer {
  /// Issues the opening shares, one for a coin.
  static func issueShares(
    _ shares: InstrumentID,
    _ coin: InstrumentID,
    _ setup: inout WorldSetup
  ) throws(WorldError) {
    let coins = setup.number("holdings_coins")
    guard setup.word("sheet_shares").isEmpty else {
      try exchangeSheetShares(for: shares, coins, of: coin, &setup)
      return
    }
    let founder = try setup.account(named: setup.word("founder"))
    try setup.move(coin, coins, from: founder, to: setup.account)
    try setup.issue(shares, coins, to: founder)
  }

  /// Takes coins over from the sheet's funds; every holder exchanges the same part of its shares.
  ///
  /// Shares of sheet and fund both stand for one coin, so that nobody gains or loses. What largest
  /// remainders decide is less than a share's smallest quantity. The last fund finds exactly what is left.
  private static func exchangeSheetShares(
    for shares: InstrumentID,
    _ coins: Double,
    of coin: InstrumentID,
    _ setup: inout WorldSetup
  ) throws(WorldError) {
    let sheet = try setup.instrument(named: setup.word("sheet_shares"))
    guard case .claim(let issuer) = setup.ledger.description(of: sheet).form else {
      throw setup.invalid("sheet_shares", setup.word("sheet_shares"), "a claim of the sheet", [])
    }
    let holdings = setup.ledger.holdings(in: sheet).filter { $0.quantity > .zero }
    let taken = try setup.amount(coins, of: shares)
    guard taken <= setup.ledger.outstanding(sheet), taken > .zero else {
      throw setup.invalid(
        "holdings_coins",
        "\(coins)",
        "above zero and at most what the sheet's funds still hold",
        []
      )
    }
    let parts: [Amount]
    do throws(QuantityError) {
      parts = try taken.split(among: holdings.map(\.quantity.units))
    } catch {
      throw setup.invalid("holdings_coins", "\(coins)", "a quantity of 64 bits", [])
    }
    var batch = LedgerBatch(.opening)
    batch.transfer(coin, from: issuer, to: setup.account, try setup.amount(coins, of: coin))
    for (holding, part) in zip(holdings, parts) {
      batch.redeem(sheet, issuer: issuer, from: holding.account, part)
      batch.issue(shares, issuer: setup.account, to: holding.account, part)
    }
    try setup.apply(batch)
  }
}
