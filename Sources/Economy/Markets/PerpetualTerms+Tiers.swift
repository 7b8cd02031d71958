import Quantities

extension PerpetualTerms {
  /// Whether the notional of an account says its tier, not its leverage.
  public var hasNotionalTiers: Bool { tiers.contains { $0.notionalCap != nil } }

  /// The leverage that the venue grants for one asked for: at least 1, at most every cap.
  public func granted(_ leverage: Double) -> Double {
    let tierMax = tiers.reduce(1) { max($0, $1.leverageMax) }
    return min(max(1, leverage), min(leverageMax, tierMax))
  }

  /// The leverage that the venue grants to an account whose whole position has a notional.
  ///
  /// - Parameters:
  ///   - leverage: Asked for.
  ///   - notional: Of the whole position of one account, quote minor units.
  /// - Returns: At least 1.
  public func granted(_ leverage: Double, notional: Double) -> Double {
    guard hasNotionalTiers else { return granted(leverage) }
    let tier = tiers.first { notional <= $0.notionalCapUnits } ?? tiers[tiers.count - 1]
    return min(max(1, leverage), min(leverageMax, tier.leverageMax))
  }

  /// The most notional that an account can add to its position.
  ///
  /// In each tier it is bounded by the cap and by the leverage there; the best tier counts. Two percent
  /// of each cap are left for the price, which is not known before the order is filled.
  ///
  /// - Parameters:
  ///   - margin: What can be put up, in any unit of quote currency.
  ///   - leverage: Asked for.
  ///   - held: The notional of the account's position in the same unit.
  ///   - unit: Quote minor units in one of that unit.
  /// - Returns: In the unit of the margin.
  func openable(margin: Double, leverage: Double, held: Double, unit: Double) -> Double {
    let asked = min(max(1, leverage), leverageMax)
    return tiers.reduce(0) { most, tier in
      max(
        most,
        min(margin * min(asked, tier.leverageMax), 0.98 * tier.notionalCapUnits / unit - held)
      )
    }
  }

  /// The tier of a granted leverage: of those that allow it, the one that allows least.
  func tier(of leverage: Double) -> Int {
    var best = -1
    for (index, tier) in tiers.enumerated() where tier.leverageMax >= leverage {
      if best < 0 || tier.leverageMax < tiers[best].leverageMax { best = index }
    }
    precondition(best >= 0, "no tier grants a leverage of \(leverage)")
    return best
  }
}

extension PerpetualTier {
  /// The cap in quote minor units, infinite without one.
  var notionalCapUnits: Double { notionalCap.map { Double($0.units) } ?? .infinity }
}
