import Quantities

/// The value of each family of instruments on each sector's balance sheet, liabilities negative.
struct StockMatrix: Sendable {
  let familyCount: Int
  let sectorCount: Int
  private var values: [Int128]

  init(families: Int = 0, sectors: Int = 0) {
    familyCount = families
    sectorCount = sectors
    values = [Int128](repeating: 0, count: families * sectors)
  }

  /// The value; zero for a family or sector that was added later.
  subscript(family: Int, sector: Int) -> Int128 {
    get {
      guard family < familyCount, sector < sectorCount else { return 0 }
      return values[family * sectorCount + sector]
    }
    set { values[family * sectorCount + sector] = newValue }
  }

  /// A sector's assets less its liabilities.
  func total(ofSector sector: Int) -> Int128 {
    var total: Int128 = 0
    for family in 0..<familyCount { total += self[family, sector] }
    return total
  }
}

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
