public import Exchange
public import Quantities

extension PerpetualMarket {
  /// Settles everything since the last settlement at a mark.
  ///
  /// An owner's change is that of his free cash and the equity of his positions: trading profits,
  /// funding, margins lost to liquidations, and the revaluation of what is open. It traps where a
  /// change leaves 64 bits.
  ///
  /// - Parameter mark: The price at which open positions are valued.
  /// - Returns: Changes and positions, each summing to zero.
  /// - Complexity: O(owners).
  public mutating func settle(at mark: Price) -> PerpetualSettlement {
    var changes: [Amount] = []
    changes.reserveCapacity(ownerCount)
    var sum = Amount.zero
    for owner in 0..<ownerCount {
      let change = takeChange(of: owner, at: mark)
      sum += change
      changes.append(change)
    }
    let accounts = engine.accounts
    let fundChange = accounts.insuranceFund - settled.insuranceFund
    let feeChange = accounts.fees - settled.fees
    let deficitChange = accounts.deficit - settled.deficit
    settled.insuranceFund = accounts.insuranceFund
    settled.fees = accounts.fees
    settled.deficit = accounts.deficit
    return PerpetualSettlement(
      mark: mark,
      ownerChanges: changes,
      insuranceFundChange: fundChange,
      feeChange: feeChange,
      residualChange: -(sum + fundChange + feeChange),
      deficitChange: deficitChange,
      ownerPositions: (0..<ownerCount).map { position(of: $0) },
      residualPosition: accounts.residualContracts
    )
  }

  /// Charges funding: longs pay a positive rate on their notional, shorts receive it.
  ///
  /// It is part of the next settlement; what is returned is for tables.
  ///
  /// - Parameters:
  ///   - rate: Of the notional.
  ///   - price: The price that funding is charged on.
  /// - Returns: What everybody received.
  /// - Throws: ``CascadeError/overflow(operation:)``.
  /// - Complexity: O(owners), whatever the number of lots.
  @discardableResult
  public mutating func applyFunding(
    rate: Rate,
    at price: Price
  ) throws(CascadeError) -> PerpetualFunding {
    let before = (0..<ownerCount).map { engine.wealth(ofOwnerClass: UInt8($0), at: price) }
    try engine.applyFunding(rate: rate, at: price)
    var receipts: [Amount] = []
    receipts.reserveCapacity(ownerCount)
    var sum = Amount.zero
    for owner in 0..<ownerCount {
      let after = engine.wealth(ofOwnerClass: UInt8(owner), at: price)
      let receipt = Amount(Int64(after - before[owner]))
      sum += receipt
      receipts.append(receipt)
    }
    return PerpetualFunding(
      rate: rate,
      price: price,
      ownerReceipts: receipts,
      residualReceipt: -sum
    )
  }

  /// What an owner gained since it was last asked.
  private mutating func takeChange(of owner: Int, at mark: Price) -> Amount {
    let wealth = engine.wealth(ofOwnerClass: UInt8(owner), at: mark)
    let change = wealth - settled.ownerWealth[owner]
    settled.ownerWealth[owner] = wealth
    return Amount(Int64(change))
  }

  /// Takes an owner's present wealth as paid for.
  mutating func acceptWealth(of owner: Int, at mark: Price) {
    _ = takeChange(of: owner, at: mark)
  }
}
