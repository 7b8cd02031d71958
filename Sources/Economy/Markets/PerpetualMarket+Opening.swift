public import Exchange
public import Quantities

extension PerpetualMarket {
  /// Gives an owner the positions it has when the world opens.
  ///
  /// Their profits and losses so far are the past: the owner's next settlement counts from the opening
  /// price on, and so it must come before any other trade of the owner that is not settled yet.
  ///
  /// - Parameters:
  ///   - opening: Side, size, entries and leverages.
  ///   - owner: Who.
  ///   - price: The opening price, positive.
  /// - Returns: Contracts and their value at the opening price, and the margins behind them.
  /// - Throws: ``CascadeError``.
  /// - Complexity: O(lots).
  @discardableResult
  public mutating func openBook(
    _ opening: PerpetualOpening,
    owner: Int,
    at price: Price
  ) throws(CascadeError) -> PerpetualFill {
    try checkTrade(owner, opening.notional, "notional", price)
    var fill = PerpetualFill(owner: owner, side: opening.side)
    let size = try quantity(for: opening.notional, at: price)
    let whole = Double(opening.notional.units) / accountCounts[owner]
    let heaviest = opening.mixture.reduce(0) { max($0, $1.weight) }
    let shares = try split(
      size,
      among: opening.mixture.map { Int64(($0.weight / heaviest * 1e12).rounded()) }
    )
    let equal = [Int64](repeating: 1, count: opening.lotsPerLeverage)
    var lots: [[Amount]] = []
    for share in shares { lots.append(try split(share, among: equal)) }
    for (index, quantile) in opening.agedQuantiles().enumerated() {
      for (component, sizes) in zip(opening.mixture, lots) where sizes[index] > .zero {
        let lot = sizes[index]
        let leverage = terms.granted(component.leverage, notional: whole)
        for part in try parts(of: lot, owner, opening.side, leverage: leverage, at: price) {
          fill.margin += try admit(part, leverage, quantile, opening, owner, price)
          fill.lotCount += 1
        }
      }
    }
    fill.quantity = Amount(opening.side.sign * size.units)
    fill.notional = try value(of: size, at: price)
    acceptWealth(of: owner, at: price)
    return fill
  }

  /// Books one lot of the opening; later openings do not join it.
  private mutating func admit(
    _ part: TierPart,
    _ leverage: Double,
    _ quantile: Double,
    _ opening: PerpetualOpening,
    _ owner: Int,
    _ price: Price
  ) throws(CascadeError) -> Amount {
    let ratio = opening.entryRatio(
      quantile: quantile,
      leverage: leverage,
      maintenanceRate: terms.tiers[part.tier].maintenanceRate.fraction
    )
    let entry = Price(max(1, Int64((Double(price.units) * ratio).rounded())))
    let notional = try value(of: part.size, at: entry)
    let margin = Self.margin(of: notional, leverage: leverage)
    let id = try engine.admit(
      side: opening.side,
      size: part.size,
      notional: notional,
      margin: margin,
      ownerClass: UInt8(owner),
      leverageBand: UInt8(LeverageBand.index(of: leverage)),
      tier: part.tier
    )
    _ = enqueue(id, owner, opening.side, tier: part.tier)
    return margin
  }

  private func split(_ amount: Amount, among weights: [Int64]) throws(CascadeError) -> [Amount] {
    do throws(QuantityError) {
      return try amount.split(among: weights)
    } catch {
      throw .overflow(operation: "\(terms.name): a split of \(amount.units)")
    }
  }
}
