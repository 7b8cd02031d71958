import Quantities

/// Pays what many owe together to what many are owed together, with one payer and one receiver each.
///
/// Payers and receivers are walked in the order given, so that n and m of them need at most
/// n + m − 1 payments.
struct PairedAmounts: Sequence, IteratorProtocol {
  struct Pair: Hashable {
    let payer: LedgerAccountID
    let receiver: LedgerAccountID
    let amount: Amount
  }

  private let payers: [(account: LedgerAccountID, units: Int64)]
  private let receivers: [(account: LedgerAccountID, units: Int64)]
  private var payer = 0
  private var receiver = 0
  private var paid: Int64 = 0
  private var received: Int64 = 0

  /// - Parameters:
  ///   - payers: Accounts and amounts, not negative.
  ///   - receivers: The same, with the same sum.
  init(
    payers: [(account: LedgerAccountID, units: Int64)],
    receivers: [(account: LedgerAccountID, units: Int64)]
  ) {
    self.payers = payers
    self.receivers = receivers
  }

  /// Pays the negative entries of a list of credits to the positive ones.
  init(credits: [(account: LedgerAccountID, units: Int64)]) {
    self.init(
      payers: credits.filter { $0.units < 0 }.map { ($0.account, -$0.units) },
      receivers: credits.filter { $0.units > 0 }
    )
  }

  mutating func next() -> Pair? {
    while payer < payers.count, paid == payers[payer].units {
      payer += 1
      paid = 0
    }
    while receiver < receivers.count, received == receivers[receiver].units {
      receiver += 1
      received = 0
    }
    guard payer < payers.count, receiver < receivers.count else { return nil }
    let amount = Swift.min(payers[payer].units - paid, receivers[receiver].units - received)
    paid += amount
    received += amount
    return Pair(
      payer: payers[payer].account,
      receiver: receivers[receiver].account,
      amount: Amount(amount)
    )
  }
}
