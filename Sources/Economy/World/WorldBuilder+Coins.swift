import Quantities

extension WorldBuilder {
  /// Adds an outside asset with its holders.
  mutating func add(_ coin: CoinPlan) throws(WorldError) {
    let instrument: InstrumentID
    if let listed = try listed(coin) {
      instrument = listed
    } else {
      instrument = try addOutsideAsset(coin)
    }
    var batch = LedgerBatch(.opening)
    for holder in coin.holders {
      batch.produce(
        instrument,
        by: try setup.account(named: holder.account),
        try setup.amount(holder.quantity, of: instrument)
      )
    }
    try setup.apply(batch)
  }

  /// An outside asset of the sheet, to which a plan adds what others hold of it.
  private func listed(_ coin: CoinPlan) throws(WorldError) -> InstrumentID? {
    guard let instrument = setup.ledger.instrument(named: coin.name) else { return nil }
    let price = setup.price(of: instrument)
    guard setup.ledger.description(of: instrument).form == .outside, price == coin.price else {
      throw setup.invalid(
        "coins.\(coin.name)",
        "\(coin.price) USD",
        "a new name, or an outside asset of the opening sheet at the sheet's price \(price)",
        []
      )
    }
    return instrument
  }

  private mutating func addOutsideAsset(_ coin: CoinPlan) throws(WorldError) -> InstrumentID {
    let units = coin.price * Double(Int64(powerOfTen(coin.priceDecimals)))
    do throws(LedgerError) {
      return try setup.ledger.addInstrument(
        LedgerInstrument(
          name: coin.name,
          form: .outside,
          quantityDecimals: coin.quantityDecimals,
          priceDecimals: coin.priceDecimals,
          unit: "coin"
        ),
        price: Price(Int64(units.rounded(.toNearestOrEven)))
      )
    } catch { throw .ledger(error) }
  }
}
