public import Quantities

/// Every account of a cascade besides the positions themselves, in exact integers.
///
/// A position is (contracts s q, cash −s N, margin W). With these accounts the contracts sum to zero
/// and the cash to a constant, after every event.
public struct CascadeAccounts: Hashable, Sendable {
  /// What the insurance fund holds, quote minor units.
  public internal(set) var insuranceFund: Amount = .zero
  /// Fees of forced fills.
  public internal(set) var fees: Amount = .zero
  /// Losses that nobody was left to bear; a positive deficit is an error state to report.
  public internal(set) var deficit: Amount = .zero
  /// The contracts of the residual liquidity provider, base minor units, signed.
  public internal(set) var residualContracts: Amount = .zero
  /// The cash of the residual liquidity provider.
  public internal(set) var residualCash: Amount = .zero
  /// The contracts of those who trade from outside, base minor units, signed.
  public internal(set) var exogenousContracts: Amount = .zero
  /// The cash of those who trade from outside.
  public internal(set) var exogenousCash: Amount = .zero
  /// Free cash by owner class: released margins and realised profits less deposits.
  public internal(set) var ownerCash: [Amount]
  /// Realised profit by owner class, losses negative; liquidated margins count as losses.
  public internal(set) var realisedProfit: [Amount]

  init() {
    ownerCash = Array(repeating: .zero, count: PositionBook.ownerClassCount)
    realisedProfit = Array(repeating: .zero, count: PositionBook.ownerClassCount)
  }

  /// The sum of all cash here, quote minor units.
  var cashSum: Int128 {
    var sum = Int128(insuranceFund.units) + Int128(fees.units) - Int128(deficit.units)
    sum += Int128(residualCash.units) + Int128(exogenousCash.units)
    for cash in ownerCash { sum += Int128(cash.units) }
    return sum
  }
}
