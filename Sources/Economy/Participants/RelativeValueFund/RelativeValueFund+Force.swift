import Statistics

extension RelativeValueFund {
  /// Sells what the dealer will not roll, or what a margin call leaves unpaid, and buys the futures back.
  ///
  /// - Returns: Whether it had to.
  func unwind(
    _ view: ParticipantView,
    _ position: Double,
    _ intents: inout IntentList
  ) -> Bool {
    guard unwinds, position > 0 else { return false }
    let need = marginNeed(view)
    let owed = debt(view) - max(0, view.units(deposits) - max(terms.cashKept, need))
    let unrolled = owed - view.figure(funding)
    // A cent of a trillion is rounding; a call begins above a millionth of the debt.
    if unrolled > 1e-6 * owed {
      sell(min(unrolled, position), view, because: .figure(funding), &intents)
      return true
    }
    let (cut, margin) = (haircut(view), marginRate(view))
    let called = debt(view) + need - (1 - cut) * position - max(0, view.units(deposits))
    if called > 0 {
      let cause = hedge == nil ? coveringFall(view, position, cut) : largestMove(view)
      sell(min(position, called / (cut + margin)), view, because: cause, &intents)
      return true
    }
    guard let hedge else { return false }
    // Margin that took the cash, and more than the dealer lends: coupons have to bring it.
    let missing = debt(view) + need - max(0, view.units(deposits)) - view.figure(funding)
    guard missing > 1e-6 * owed else { return false }
    let price = hedge.exhaustionPrice(view, missing: missing)
    let sold = min(position, missing / (1 + margin))
    sell(sold, view, because: .rise(market, to: price), &intents)
    return true
  }

  /// Sells coupons by force, and buys back as many futures.
  private func sell(
    _ dollars: Double,
    _ view: ParticipantView,
    because cause: CauseReference,
    _ intents: inout IntentList
  ) {
    intents.trade(market, dollars: -dollars, money: deposits, .forced, because: cause)
    hedge?.follow(view, buying: -dollars, .forced, because: cause, &intents)
  }

  /// The fall to the price below which the loan of a fund without futures was no longer covered.
  private func coveringFall(
    _ view: ParticipantView,
    _ position: Double,
    _ cut: Double
  ) -> CauseReference {
    let secured = (debt(view) - view.units(deposits)) / (1 - cut)
    return .fall(market, to: secured / position * view.price(market))
  }

  /// The largest move of a day within a month, to its middle: what made haircut and margin larger.
  private func largestMove(_ view: ParticipantView) -> CauseReference {
    let today = view.logReturnToday(market)
    var largest = (move: today, middle: -today / 2)
    var later = 0.0
    for days in 1...21 {
      let earlier = view.logReturn(market, days: days)
      if abs(earlier - later) > abs(largest.move) {
        largest = (earlier - later, -today - (earlier + later) / 2)
      }
      later = earlier
    }
    let price = view.price(market) * Libm.exp(largest.middle)
    return largest.move < 0 ? .fall(market, to: price) : .rise(market, to: price)
  }

  // MARK: - Finance

  /// Owes what its position needs for it to keep its cash, within the limit, and pays what it owes on futures.
  func finance(
    _ view: ParticipantView,
    _ position: Double,
    _ intents: inout IntentList
  ) {
    let (owed, cash) = (debt(view), view.units(deposits))
    let spare = cash - max(terms.cashKept, marginNeed(view))
    let most = unwinds ? limit(view, position) : .greatestFiniteMagnitude
    let repaid = max(spare, min(cash, owed - most))
    var borrowed = 0.0
    if repaid > 0 {
      let amount = view.amount(repaid, of: deposits)
      intents.add(.repay(loan: interest.claim, amount, to: dealer, money: deposits), .neutral)
    } else if most > owed {
      borrowed = min(-repaid, most - owed)
      let amount = view.amount(borrowed, of: deposits)
      intents.add(.borrow(loan: interest.claim, amount, from: dealer, money: deposits), .neutral)
    }
    hedge?.repay(view, cash: cash + borrowed - max(0, repaid), in: deposits, &intents)
  }
}
