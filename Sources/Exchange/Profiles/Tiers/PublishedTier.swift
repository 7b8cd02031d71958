public import Quantities

/// A row of a tier table as a venue prints it: whole currency units, parts per million, leverage.
public struct PublishedTier: Hashable, Sendable {
  /// The cap in whole units of the settlement asset, or nil for none.
  public let cap: Int64?
  /// The maintenance rate in parts per million; nil where the venue derives it as `1/(2 L)`.
  public let maintenancePartsPerMillion: Int64?
  /// The largest leverage in hundredths.
  public let maxLeverageHundredths: Int64

  /// Creates a row with a published rate.
  init(_ cap: Int64?, _ maintenancePartsPerMillion: Int64?, _ maxLeverage: Int64) {
    self.init(cap, maintenancePartsPerMillion, hundredths: maxLeverage * 100)
  }

  /// Creates a row with a leverage that is not whole.
  init(_ cap: Int64?, _ maintenancePartsPerMillion: Int64?, hundredths: Int64) {
    self.cap = cap
    self.maintenancePartsPerMillion = maintenancePartsPerMillion
    maxLeverageHundredths = hundredths
  }
}

extension TierTable {
  /// Creates the table of published rows in an asset's minor units.
  ///
  /// - Throws: ``MarginError/malformedTier(row:field:value:expected:)`` if the rows do not form a
  ///   table; ``MarginError/overflow(operation:)`` if a cap leaves 64 bits.
  public init(published: [PublishedTier], in asset: Asset) throws(MarginError) {
    var rows: [TierRow] = []
    for tier in published {
      var cap: Amount?
      if let whole = tier.cap {
        let (units, overflow) = whole.multipliedReportingOverflow(by: asset.unitsPerOne)
        guard !overflow else { throw .overflow(operation: "\(whole) \(asset.symbol)") }
        cap = Amount(units)
      }
      let leverage = Fraction(tier.maxLeverageHundredths, over: 100)
      if let parts = tier.maintenancePartsPerMillion {
        rows.append(
          TierRow(
            cap: cap,
            maintenanceRate: Fraction(parts, over: 1_000_000),
            maxLeverage: leverage
          )
        )
      } else {
        rows.append(try TierRow(cap: cap, maxLeverage: leverage))
      }
    }
    try self.init(rows: rows)
  }
}
