public import Quantities

extension WorldSetup {
  /// Lets the participant keep a market's currency in a band by exchanging at its edges.
  ///
  /// - Parameters:
  ///   - market: The market of the currency.
  ///   - money: Dollars that it takes and gives.
  ///   - balance: The claim on the participant that the currency's issuer holds.
  ///   - edges: Currency per dollar, 10⁻⁴, the strong one first.
  /// - Throws: ``WorldError`` if the currency is nobody's claim or has other decimals than dollars.
  public mutating func undertakeConvertibility(
    of market: MarketID,
    money: InstrumentID,
    balance: InstrumentID,
    edges: (strong: Price, weak: Price)
  ) throws(WorldError) {
    let name = marketPlans[market.index].name
    let currency = try instrument(named: name)
    let description = ledger.description(of: currency)
    guard case .claim(let bank) = description.form, description.quantityDecimals == 4 else {
      throw invalid("currency", name, "a claim of four decimals on a bank", [])
    }
    undertakings[market.index] = ConvertibilityUndertaking(
      board: account,
      participant: place,
      money: money,
      currency: currency,
      bank: bank,
      balance: balance,
      strongEdge: edges.strong,
      weakEdge: edges.weak
    )
  }
}
