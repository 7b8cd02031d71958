public import Quantities

/// Who bears a loss of an exchange operator, layer by layer.
///
/// A loss is met from retained reserves, then the operator's cash, then a bridge loan, then new shares;
/// what is left is taken from customers in proportion to their balances. Layers are exact and sum to the
/// loss. Source: `model.md` §3.23. Row S45 holds the arithmetic of the hole, ``ExchangeRunway`` of the
/// statistics room.
public struct LossWaterfall: Hashable, Sendable {
  /// Retained reserves.
  public let reserves: Amount
  /// The operator's own cash.
  public let operatorCash: Amount
  /// The most that lenders advance.
  public let bridgeCapacity: Amount
  /// The most that new shares raise.
  public let equityCapacity: Amount
  /// What customers may withdraw.
  public let customerBalances: Amount

  /// Takes the layers, all in one currency, none negative.
  public init(
    reserves: Amount,
    operatorCash: Amount,
    bridgeCapacity: Amount,
    equityCapacity: Amount,
    customerBalances: Amount
  ) {
    for layer in [reserves, operatorCash, bridgeCapacity, equityCapacity, customerBalances] {
      precondition(layer >= .zero, "a layer must not be negative: \(layer.units)")
    }
    self.reserves = reserves
    self.operatorCash = operatorCash
    self.bridgeCapacity = bridgeCapacity
    self.equityCapacity = equityCapacity
    self.customerBalances = customerBalances
  }

  /// A loss, split among those who bear it.
  public struct Allocation: Hashable, Sendable {
    /// From retained reserves.
    public let reserves: Amount
    /// From the operator's cash.
    public let operatorCash: Amount
    /// Borrowed.
    public let bridgeLoan: Amount
    /// Raised with new shares.
    public let equityRaise: Amount
    /// Taken from customers.
    public let customerHaircut: Amount
    /// Beyond all customers' balances: a loss of other creditors.
    public let uncovered: Amount

    /// The loss: the sum of the layers.
    public var loss: Amount {
      reserves + operatorCash + bridgeLoan + equityRaise + customerHaircut + uncovered
    }

    /// The loss beyond the retained reserves.
    public var hole: Amount { loss - reserves }
  }

  /// Allocates a loss.
  ///
  /// - Parameter loss: Not negative.
  /// - Returns: Layers that sum to the loss.
  public func allocation(of loss: Amount) -> Allocation {
    precondition(loss >= .zero, "a loss must not be negative: \(loss.units)")
    var rest = loss
    func take(_ capacity: Amount) -> Amount {
      let part = min(rest, capacity)
      rest -= part
      return part
    }
    return Allocation(
      reserves: take(reserves),
      operatorCash: take(operatorCash),
      bridgeLoan: take(bridgeCapacity),
      equityRaise: take(equityCapacity),
      customerHaircut: take(customerBalances),
      uncovered: rest
    )
  }

  /// The haircut as a fraction of customers' balances, zero without balances.
  ///
  /// - Parameter allocation: Of this waterfall.
  /// - Returns: In 0 ... 1.
  public func haircutFraction(of allocation: Allocation) -> Double {
    guard customerBalances > .zero else { return 0 }
    return Double(allocation.customerHaircut.units) / Double(customerBalances.units)
  }

  /// The share of the company that new holders own after a raise below the price of the shares.
  ///
  ///     R/(R + E (1 − d))
  ///
  /// - Parameters:
  ///   - raise: R, not negative.
  ///   - equityValue: E, the value of the old shares, positive.
  ///   - discount: d, in 0 ..< 1.
  /// - Returns: In 0 ..< 1.
  public static func dilution(raise: Amount, equityValue: Amount, discount: Double) -> Double {
    precondition(raise >= .zero && equityValue > .zero, "amounts must be positive")
    precondition(discount >= 0 && discount < 1, "a discount lies in 0 ..< 1: \(discount)")
    let old = Double(equityValue.units) * (1 - discount)
    return Double(raise.units) / (Double(raise.units) + old)
  }
}
