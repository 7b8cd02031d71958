import Exchange
import Quantities

extension PerpetualMarket {
  /// A part of a position within one tier.
  struct TierPart {
    let tier: Int
    let size: Amount
    /// The exact value of the size.
    let notional: Amount
  }

  /// The leverage that the venue grants for an order, by the notional that the position will have.
  func grantedLeverage(
    _ leverage: Double,
    _ owner: Int,
    _ side: PositionSide,
    adding size: Amount,
    at price: Price
  ) -> Double {
    guard isTieredByNotional else { return terms.granted(leverage) }
    let held = quantity(of: owner, side: side) + size
    let notional = Double(held.units) * unitValue(at: price) / accountCounts[owner]
    return terms.granted(leverage, notional: notional)
  }

  /// An opening split among tiers: each takes what its caps leave room for, the lowest first, and the last
  /// takes the rest.
  ///
  /// So maintenance margin is that of the table, Σ m_t N_t: a larger position pays the higher rate only on the
  /// part above the tier's floor (`exchange-mechanics.md` §2).
  func parts(
    of size: Amount,
    _ owner: Int,
    _ side: PositionSide,
    leverage: Double,
    at price: Price
  ) throws(CascadeError) -> [TierPart] {
    let whole = try value(of: size, at: price)
    guard isTieredByNotional else {
      return [TierPart(tier: terms.tier(of: leverage), size: size, notional: whole)]
    }
    var parts: [TierPart] = []
    var done = Amount.zero
    var doneValue = Amount.zero
    var floor = 0.0
    for (tier, row) in terms.tiers.enumerated() where done < size {
      let room = (row.notionalCapUnits - floor) * accountCounts[owner] / unitValue(at: price)
      floor = row.notionalCapUnits
      let isLast = tier == terms.tiers.count - 1
      let free = room - Double(sizeHeld(owner, side, tier: tier))
      let left = size - done
      let part = isLast || free >= Double(left.units) ? left : Amount(Int64(max(0, free)))
      guard part > .zero else { continue }
      done += part
      // Values are differences of the running total's, so that no rounding is left over.
      let after = done == size ? whole : try value(of: done, at: price)
      parts.append(TierPart(tier: tier, size: part, notional: after - doneValue))
      doneValue = after
    }
    return parts
  }

  /// The most notional that an owner can open, in units of quote currency.
  func openable(
    owner: Int,
    side: PositionSide,
    margin: Double,
    leverage: Double,
    at price: Price
  ) -> Double {
    guard isTieredByNotional else { return margin * terms.granted(leverage) }
    let count = accountCounts[owner]
    let held = notionalValue(of: owner, side: side, at: price) / count
    let unit = Double(Int64(powerOfTen(terms.grid.scale.quoteDecimals)))
    return count
      * terms.openable(margin: margin / count, leverage: leverage, held: held, unit: unit)
  }

  /// What an owner holds on one side in one tier, base minor units.
  private func sizeHeld(_ owner: Int, _ side: PositionSide, tier: Int) -> Int64 {
    queues[queueIndex(owner, side, tier: tier)].all.reduce(0) { sum, entry in
      guard isLive(entry), let lot = engine.book.position(entry.position) else { return sum }
      return sum + lot.size.units
    }
  }

  /// The value of one base minor unit, quote minor units.
  private func unitValue(at price: Price) -> Double {
    let scale = terms.grid.scale
    return scale.value(of: price) * Double(Int64(powerOfTen(scale.quoteDecimals)))
      / Double(Int64(powerOfTen(scale.baseDecimals)))
  }
}
