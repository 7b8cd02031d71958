/// One bracket of a venue's leverage schedule, as published.
public struct LeverageTier: Hashable, Sendable {
  /// The contract, as the source writes it, for example `BTC/USDT:USDT`.
  public let symbol: String
  /// The number of the bracket, from 1.
  public let tier: Int
  /// The notional from which the bracket applies, quote currency.
  public let minNotional: ExactDecimal
  /// The notional at which it ends, quote currency; nil if it has no end.
  public let maxNotional: ExactDecimal?
  /// Maintenance margin per notional, fraction.
  public let maintenanceMarginRate: ExactDecimal
  /// The highest leverage that may be chosen.
  public let maxLeverage: Int
  /// What is taken off rate times notional so that margin is continuous, quote currency.
  public let deduction: ExactDecimal
}

/// The leverage brackets of every contract of a venue at one time.
public struct LeverageTiers: Hashable, Sendable {
  /// Where the brackets came from.
  public let provenance: SourceProvenance
  /// Every bracket, in the order of the file: by contract, then from the lowest notional up.
  public let tiers: [LeverageTier]
  /// The contracts, in the order of the file.
  public let symbols: [String]

  /// The brackets of one contract from the lowest notional up.
  ///
  /// - Throws: ``SourceError/symbol(file:wanted:available:)`` if the contract is not in the file.
  /// - Complexity: O(brackets).
  public func tiers(of symbol: String) throws(SourceError) -> [LeverageTier] {
    let found = tiers.filter { $0.symbol == symbol }
    guard !found.isEmpty else {
      throw .symbol(file: provenance.path, wanted: symbol, available: symbols)
    }
    return found
  }

  /// Reads a schedule, plain or gzip.
  ///
  /// Columns: `symbol`, `tier`, `min_notional`, `max_notional`, `maintenance_margin_rate`,
  /// `max_leverage`, `cum_maintenance_deduction`. Each contract's brackets are numbered from 1 and
  /// each starts where the one before ends. An end of 2^63 − 1, which the source writes as
  /// `9.223372036854776e+18`, means no end.
  ///
  /// - Throws: ``SourceError``.
  /// - Complexity: O(bytes).
  public init(_ source: SourceFile) throws(SourceError) {
    var table = try SourceTable(source)
    let columns = try LeverageTierColumns(table)
    var tiers: [LeverageTier] = []
    var symbols: [String] = []
    while try table.nextRow() {
      let tier = try columns.tier(table)
      let previous = tiers.last.flatMap { $0.symbol == tier.symbol ? $0 : nil }
      guard tier.tier == (previous?.tier ?? 0) + 1 else {
        throw table.unexpected(columns.tier, expected: "\((previous?.tier ?? 0) + 1)")
      }
      guard isFloor(tier.minNotional, after: previous) else {
        throw table.unexpected(columns.minNotional, expected: "the end of the bracket before")
      }
      if previous == nil {
        guard !symbols.contains(tier.symbol) else {
          throw table.unexpected(columns.symbol, expected: "each contract's brackets together")
        }
        symbols.append(tier.symbol)
      }
      tiers.append(tier)
    }
    guard !tiers.isEmpty else { throw .empty(file: table.file) }
    provenance = source.provenance
    self.tiers = tiers
    self.symbols = symbols
  }

  /// Reads a schedule from a path; see ``init(_:)``.
  public static func read(_ path: String) throws(SourceError) -> LeverageTiers {
    try LeverageTiers(SourceFile.read(path))
  }
}

/// Says whether a bracket starts at zero, or where the one before it ends.
private func isFloor(_ floor: ExactDecimal, after previous: LeverageTier?) -> Bool {
  guard let previous else { return floor.units == 0 }
  guard let cap = previous.maxNotional else { return false }
  return (try? floor.units(decimals: 8)) == (try? cap.units(decimals: 8))
}

private struct LeverageTierColumns {
  let symbol: Int
  let tier: Int
  let minNotional: Int
  let maxNotional: Int
  let rate: Int
  let maxLeverage: Int
  let deduction: Int
  private let noEnd = Array("9.223372036854776e+18".utf8)

  init(_ table: SourceTable) throws(SourceError) {
    symbol = try table.column("symbol")
    tier = try table.column("tier")
    minNotional = try table.column("min_notional")
    maxNotional = try table.column("max_notional")
    rate = try table.column("maintenance_margin_rate")
    maxLeverage = try table.column("max_leverage")
    deduction = try table.column("cum_maintenance_deduction")
  }

  func tier(_ table: SourceTable) throws(SourceError) -> LeverageTier {
    let name = table.text(symbol)
    guard !name.isEmpty else { throw table.unexpected(symbol, expected: "a contract") }
    let hasNoEnd = table.scanner.equals(table.row[maxNotional], noEnd)
    let rateValue = try notNegative(table, rate)
    guard rateValue.units > 0, rateValue.doubleValue <= 1 else {
      throw table.unexpected(rate, expected: "a fraction above 0, at most 1")
    }
    return LeverageTier(
      symbol: name,
      tier: try whole(table, tier),
      minNotional: try notNegative(table, minNotional),
      maxNotional: hasNoEnd ? nil : try notNegative(table, maxNotional),
      maintenanceMarginRate: rateValue,
      maxLeverage: try whole(table, maxLeverage),
      deduction: try notNegative(table, deduction)
    )
  }

  private func notNegative(
    _ table: SourceTable,
    _ column: Int
  ) throws(SourceError) -> ExactDecimal {
    let value = try table.decimal(column)
    guard value.units >= 0 else {
      throw table.unexpected(column, expected: "a number that is not negative")
    }
    return value
  }

  private func whole(_ table: SourceTable, _ column: Int) throws(SourceError) -> Int {
    let value = try table.decimal(column)
    guard let units = try? value.units(decimals: 0), units > 0 else {
      throw table.unexpected(column, expected: "a positive whole number")
    }
    return Int(units)
  }
}
