/// What a treasury company must pay within its horizon and what it has to pay it with, dollars.
struct TreasuryNeeds: Sendable {
  /// due_H: convertibles that are put or mature, out of the money.
  let due: Double
  /// fixed_H with the charges that were not paid.
  let fixed: Double
  /// The charges of the next quarter.
  let chargesOfQuarter: Double
  /// ATM_H.
  let issuance: Double
  /// Cash.
  let cash: Double
  /// Coins.
  let coins: Double

  /// The shortfall and the price of distress; nil without coins.
  var distress: TreasuryDistress? {
    guard coins > 0 else { return nil }
    return TreasuryDistress(
      debtDue: due,
      fixedCharges: fixed,
      cash: cash,
      issuanceCapacity: issuance,
      coins: coins
    )
  }
}
