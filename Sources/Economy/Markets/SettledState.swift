import Exchange
import Quantities

/// What the last settlement has paid for.
struct SettledState: Sendable {
  var ownerWealth = [Int128](repeating: 0, count: PositionBook.ownerClassCount)
  var insuranceFund: Amount
  var fees = Amount.zero
  var deficit = Amount.zero

  init(insuranceFund: Amount) {
    self.insuranceFund = insuranceFund
  }
}
