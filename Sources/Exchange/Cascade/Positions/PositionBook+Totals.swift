public import Quantities

extension PositionBook {
  /// Sums over the positions of one side, or of one owner class and side.
  public struct Totals: Hashable, Sendable {
    /// The number of positions.
    public var count = 0
    /// Base minor units.
    public var size: Int128 = 0
    /// Quote minor units.
    public var entryNotional: Int128 = 0
    /// Quote minor units, funding as of each position's last settlement.
    public var margin: Int128 = 0
  }

  /// The totals of one side.
  ///
  /// - Complexity: O(owner classes).
  public func totals(of side: PositionSide) -> Totals {
    var sum = Totals()
    for ownerClass in 0..<Self.ownerClassCount {
      let part = totals(of: side, ownerClass: UInt8(ownerClass))
      sum.count += part.count
      sum.size += part.size
      sum.entryNotional += part.entryNotional
      sum.margin += part.margin
    }
    return sum
  }

  /// The totals of one owner class on one side.
  public func totals(of side: PositionSide, ownerClass: UInt8) -> Totals {
    let part = classTotals[Int(ownerClass) * 2 + Int(side.rawValue)]
    return Totals(
      count: part.count,
      size: Int128(part.size),
      entryNotional: Int128(part.entryNotional),
      margin: Int128(part.margin)
    )
  }

  /// Longs less shorts, base minor units: what the counterparty outside the book holds, negated.
  public var netSize: Int128 {
    totals(of: .long).size - totals(of: .short).size
  }

  /// The larger side, base minor units; with the counterparty's share every contract counts once.
  public var openInterest: Int128 {
    max(totals(of: .long).size, totals(of: .short).size)
  }

  /// The funding that open positions owe and have not settled, net, rounded down.
  ///
  /// Quote minor units. With the pool and the counterparty's payments it is zero but for rounding.
  public var fundingUnsettled: Int128 {
    var sum: Int128 = 0
    for ownerClass in 0..<Self.ownerClassCount {
      for side in PositionSide.allCases {
        let part = classTotals[ownerClass * 2 + Int(side.rawValue)]
        let owed = Int128(part.size) * Int128(fundingIndex) - part.settledFunding
        sum += owed * Int128(side.sign)
      }
    }
    return sum.divided(by: TriggerLevelRule.fundingParts, rounding: .down)
  }

  /// The equity of an owner class at a price: Σ W + s (q p − N), unsettled funding deducted.
  ///
  /// - Parameters:
  ///   - ownerClass: Below ``ownerClassCount``.
  ///   - price: The price to value at.
  /// - Returns: Quote minor units, rounded down once.
  public func equity(ofOwnerClass ownerClass: UInt8, at price: Price) -> Int128 {
    let exponent =
      rules.scale.quoteDecimals - rules.scale.baseDecimals - rules.scale.priceDecimals
    var equity: Int128 = 0
    for side in PositionSide.allCases {
      let part = classTotals[Int(ownerClass) * 2 + Int(side.rawValue)]
      let product = Int128(part.size) * Int128(price.units)
      let value =
        exponent >= 0
        ? product * powerOfTen(exponent)
        : product.divided(by: powerOfTen(-exponent), rounding: .down)
      equity += Int128(part.margin)
      equity += (value - Int128(part.entryNotional) - fundingOwed(part)) * Int128(side.sign)
    }
    return equity
  }

  /// The isolated margins of an owner class on one side, unsettled funding deducted.
  ///
  /// - Parameters:
  ///   - side: The side.
  ///   - ownerClass: Below ``ownerClassCount``.
  /// - Returns: Quote minor units; negative once funding has used them up.
  public func margin(of side: PositionSide, ownerClass: UInt8) -> Int128 {
    let part = classTotals[Int(ownerClass) * 2 + Int(side.rawValue)]
    return Int128(part.margin) - fundingOwed(part) * Int128(side.sign)
  }

  /// What a long of the part's size has paid since its rows were settled, rounded down.
  private func fundingOwed(_ part: ClassTotals) -> Int128 {
    let owed = Int128(part.size) * Int128(fundingIndex) - part.settledFunding
    return owed.divided(by: TriggerLevelRule.fundingParts, rounding: .down)
  }
}
