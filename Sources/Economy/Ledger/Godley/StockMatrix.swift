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
