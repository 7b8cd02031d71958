import Exchange
import Quantities

extension PerpetualMarket {
  /// The margin of a value at a leverage, rounded up, at most the value itself.
  static func margin(of notional: Amount, leverage: Double) -> Amount {
    min(notional, Amount(Int64((Double(notional.units) / leverage).rounded(.up))))
  }

  /// The nearest number of contracts for a value.
  func quantity(for notional: Amount, at price: Price) throws(CascadeError) -> Amount {
    do throws(QuantityError) {
      return try terms.grid.scale.quantity(for: notional, at: price, rounding: .toNearestOrEven)
    } catch {
      throw .overflow(operation: "\(terms.name): \(notional.units) at \(price.units)")
    }
  }

  /// The value of contracts, to the nearest unit.
  func value(of quantity: Amount, at price: Price) throws(CascadeError) -> Amount {
    do throws(QuantityError) {
      return try terms.grid.scale.cash(for: quantity, at: price, rounding: .toNearestOrEven)
    } catch {
      throw .overflow(operation: "\(terms.name): \(quantity.units) × \(price.units)")
    }
  }

  func checkTrade(
    _ owner: Int,
    _ amount: Amount,
    _ field: String,
    _ price: Price
  ) throws(CascadeError) {
    requireOwner(owner)
    guard amount >= .zero else {
      throw .invalid(field: field, value: "\(amount.units)", expected: "at least 0")
    }
    guard price.units > 0 else {
      throw .invalid(field: "price", value: "\(price.units)", expected: "a positive price")
    }
  }

  /// The lot that an opening of a kind joins: today's, or the latest once there are many.
  func lotToJoin(_ kind: Int, _ owner: Int, _ side: PositionSide) -> PositionID? {
    guard let newest = newestLots[kind], isLive(newest.entry) else { return nil }
    let count = engine.book.totals(of: side, ownerClass: UInt8(owner)).count
    guard newest.dayIndex == dayIndex || count >= terms.lotCountMax else { return nil }
    return newest.entry.position
  }
}
