/// The net receipts of each sector by kind of flow: a few hundred numbers, whatever the population.
struct FlowMatrix: Sendable {
  private(set) var sectorCount = 0
  private(set) var values: [Int128] = []

  /// Makes room for sectors; what is there stays.
  mutating func reserve(sectors count: Int) {
    guard count > sectorCount else { return }
    var wider = [Int128](repeating: 0, count: count * LedgerFlowKind.allCases.count)
    for kind in LedgerFlowKind.allCases {
      for sector in 0..<sectorCount { wider[kind.row * count + sector] = self[kind, sector] }
    }
    sectorCount = count
    values = wider
  }

  subscript(kind: LedgerFlowKind, sector: Int) -> Int128 {
    get { values[kind.row * sectorCount + sector] }
    set { values[kind.row * sectorCount + sector] = newValue }
  }

  /// What a kind of flow gave to all sectors together; zero if each has a payer and a receiver.
  func total(of kind: LedgerFlowKind) -> Int128 {
    var total: Int128 = 0
    for sector in 0..<sectorCount { total += self[kind, sector] }
    return total
  }

  /// What a sector received in all kinds of flow: the change of its net worth.
  func total(ofSector sector: Int) -> Int128 {
    var total: Int128 = 0
    for kind in LedgerFlowKind.allCases { total += self[kind, sector] }
    return total
  }

  mutating func clear() {
    for index in values.indices { values[index] = 0 }
  }
}
