import Quantities

extension Ledger {
  /// The stocks at the current prices, recomputed from the positions.
  ///
  /// - Complexity: O(positions + instruments).
  func stocks() -> StockMatrix {
    var stocks = StockMatrix(families: families.count, sectors: sectors.count)
    for row in 0..<positions.count {
      let instrument = Int(positions.instruments[row])
      let value =
        Int128(positions.quantities[row]) * Int128(prices[instrument].units)
        * Int128(valueMultipliers[instrument])
      let sector = Int(sectorOfAccount[Int(positions.accounts[row])])
      stocks[Int(familyOfInstrument[instrument]), sector] += value
    }
    for instrument in instruments.indices {
      let id = InstrumentID(index: UInt32(instrument))
      guard let issuer = counterpart(of: id) else { continue }
      let value =
        Int128(outstandingUnits[instrument]) * Int128(prices[instrument].units)
        * Int128(valueMultipliers[instrument])
      let sector = Int(sectorOfAccount[issuer.column])
      stocks[Int(familyOfInstrument[instrument]), sector] -= value
    }
    return stocks
  }
}
