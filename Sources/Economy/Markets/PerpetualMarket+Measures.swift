public import Exchange
public import Quantities
import Statistics

extension PerpetualMarket {
  /// The signed contracts of an owner, base minor units.
  public func position(of owner: Int) -> Amount {
    requireOwner(owner)
    return quantity(of: owner, side: .long) - quantity(of: owner, side: .short)
  }

  /// The contracts of an owner on one side, base minor units, not negative.
  public func quantity(of owner: Int, side: PositionSide) -> Amount {
    Amount(Int64(engine.book.totals(of: side, ownerClass: UInt8(owner)).size))
  }

  /// The signed contracts of the residual liquidity provider, base minor units.
  public var residualPosition: Amount { engine.accounts.residualContracts }

  /// The contracts open on one side, the residual provider's included; both sides agree.
  ///
  /// Base minor units.
  public var openInterest: Amount { Amount(Int64(engine.book.openInterest)) }

  /// The contracts that owners hold on one side, base minor units.
  public func openInterest(of side: PositionSide) -> Amount {
    Amount(Int64(engine.book.totals(of: side).size))
  }

  /// The value of all contracts of one side at a price, in units of quote currency.
  public func openInterestValue(at price: Price) -> Double {
    value(of: openInterest.units, at: price)
  }

  /// The value of an owner's contracts on one side at a price, in units of quote currency.
  public func notionalValue(of owner: Int, side: PositionSide, at price: Price) -> Double {
    value(of: quantity(of: owner, side: side).units, at: price)
  }

  /// The margin in an owner's positions, funding settled, quote minor units.
  public func marginUsed(by owner: Int) -> Amount {
    let margins = PositionSide.allCases.map {
      engine.book.margin(of: $0, ownerClass: UInt8(owner))
    }
    return Amount(Int64(margins[0] + margins[1]))
  }

  /// The equity in an owner's positions: margin and unrealised profit, quote minor units.
  public func equity(of owner: Int, at price: Price) -> Amount {
    Amount(Int64(engine.book.equity(ofOwnerClass: UInt8(owner), at: price)))
  }

  /// The gross value of an owner's positions over their equity.
  ///
  /// - Returns: Zero without positions, infinite without equity.
  public func effectiveLeverage(of owner: Int, at price: Price) -> Double {
    let gross =
      notionalValue(of: owner, side: .long, at: price)
      + notionalValue(of: owner, side: .short, at: price)
    guard gross > 0 else { return 0 }
    let equity = Double(equity(of: owner, at: price).units) / quoteUnitsPerOne
    return equity > 0 ? gross / equity : .infinity
  }

  /// The number of open lots.
  public var lotCount: Int { engine.book.count }

  /// The number of open lots of one owner and side.
  public func lotCount(of owner: Int, side: PositionSide) -> Int {
    engine.book.totals(of: side, ownerClass: UInt8(owner)).count
  }

  /// The lots of one owner and side, by tier where notional says it, oldest first.
  ///
  /// - Complexity: O(lots).
  public func lots(of owner: Int, side: PositionSide) -> [IsolatedPosition] {
    requireOwner(owner)
    return (0..<queuesPerSide).flatMap { tier in
      queues[queueIndex(owner, side, tier: tier)].all.compactMap {
        isLive($0) ? engine.book.position($0.position) : nil
      }
    }
  }

  /// g = Λ ℓ, the local gain of a fall (``CascadeEngine/localGain(in:depthFraction:)``).
  public func localGain(in market: SquareRootImpact, depthFraction: Double = 0.03) -> Double {
    engine.localGain(in: market, depthFraction: depthFraction)
  }

  /// ℓ, the value liquidated per log unit of a fall, averaged from the mid to a fraction below it.
  ///
  /// - Parameters:
  ///   - price: The price that falls.
  ///   - depthFraction: In 0 ..< 1.
  /// - Returns: Quote currency per log unit, each lot at its liquidation price.
  /// - Complexity: O(k log k) in the lots of the range.
  public func liquidationDensity(below price: Price, depthFraction: Double = 0.03) -> Double {
    precondition(depthFraction > 0 && depthFraction < 1, "depth in 0 ..< 1: \(depthFraction)")
    let rules = engine.book.rules
    let low = Price(Int64((Double(price.units) * (1 - depthFraction)).rounded(.up)))
    var value = 0.0
    for trigger in engine.book.triggers(of: .long, atTick: rules.tick(at: low)) {
      guard let lot = engine.book.position(trigger.id) else { continue }
      value += self.value(of: lot.size.units, at: rules.price(ofTick: trigger.tick))
    }
    return value / -Libm.log(onePlus: -depthFraction)
  }

  private var quoteUnitsPerOne: Double {
    Double(Int64(powerOfTen(terms.grid.scale.quoteDecimals)))
  }

  private func value(of units: Int64, at price: Price) -> Double {
    let scale = terms.grid.scale
    return Double(units) / Double(Int64(powerOfTen(scale.baseDecimals))) * scale.value(of: price)
  }
}
