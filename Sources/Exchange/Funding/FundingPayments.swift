public import Quantities

/// One funding payment over a whole market, peer to peer and exactly zero-sum.
///
///     payment = −s q × price × F        longs pay when F > 0
///
/// The sum that changes hands is computed once from the larger side and split over each side's sizes
/// by largest remainder, so that nothing is lost to rounding. If the two sides differ in size (they
/// must not, as takeover positions of the fund count) the difference is the residue, to be booked to a
/// named rounding account. Source: `exchange-mechanics.md` §4, §9.23.
public struct FundingPayments: Hashable, Sendable {
  /// What each position receives, negative for payers, in the order of the positions.
  public let payments: [Amount]
  /// Minus the sum of the payments.
  public let residue: Amount

  /// The payments of one instant.
  ///
  /// - Parameters:
  ///   - rate: Of the payment.
  ///   - price: Mark or index, as the venue's rule says.
  ///   - sizes: Signed, open at the instant, in the order of account ids.
  ///   - contract: Gives value and rounding.
  /// - Throws: ``MarginError/overflow(operation:)``.
  public init(
    rate: Rate,
    price: Price,
    sizes: [Amount],
    contract: Contract
  ) throws(MarginError) {
    var totals: [PositionSide: Amount] = [.long: .zero, .short: .zero]
    for size in sizes where size.units != 0 {
      totals[size.units > 0 ? .long : .short, default: .zero] += size.magnitude
    }
    var payments = [Amount](repeating: .zero, count: sizes.count)
    var sum = Amount.zero
    for side in PositionSide.allCases {
      guard let total = totals[side], total.units > 0 else { continue }
      let value = try contract.value(of: total, at: price, rounding: .toNearestOrEven)
      let received = try Fraction(rate).applied(to: value, rounding: .toNearestOrEven)
      let whole = side == .long ? -received : received
      let weights = sizes.map { side.sign * $0.units > 0 ? abs($0.units) : 0 }
      do throws(QuantityError) {
        for (index, share) in try whole.split(among: weights).enumerated() {
          payments[index] += share
        }
      } catch {
        throw MarginError(error)
      }
      sum += whole
    }
    self.payments = payments
    residue = -sum
  }
}
