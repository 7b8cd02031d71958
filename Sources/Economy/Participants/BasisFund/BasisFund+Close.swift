import Quantities

extension BasisFund {
  /// The next session's slices, or what the broker's haircut forces it to close.
  mutating func decide(_ view: ParticipantView) {
    slice = 0
    call.left = 0
    guard let first = legs.first, forcedCoins == 0 else { return }
    target = longCoins(view)
    let price = view.price(coin)
    let carry = view.basis(coin, days: terms.basisDays)
    let position = target * price
    let most = affordable(view)
    let bars = Double(view.barsOfSession(first.market))
    let rolled = financing?.rolledShare(view) ?? 1
    if unwinds, let financing, rolled < 1 {
      let closed = (1 - rolled) * position / price
      call = (closed / bars, closed, financing.cause)
      return
    }
    if unwinds, isCalled, position > most, ownShare(view) > terms.ownShare {
      let closed = (position - most) / price
      let fell = view.logReturnToday(coin) < 0
      call = (closed / bars, closed, fell ? .fall(coin, to: price) : .rise(coin, to: price))
      return
    }
    let rule = terms.rule(rate: financingRate(view))
    let wanted = min(rule.target(carry: carry), most)
    let change = rule.change(of: position, target: wanted, carry: carry, days: 1)
    guard change > 0 ? enters : unwinds else { return }
    slice = change / price / bars
  }

  /// The largest position whose own money, margin and buffer the fund's equity can pay.
  private func affordable(_ view: ParticipantView) -> Double {
    max(0, view.netWorth) / (ownShare(view) + terms.marginRate + terms.buffer)
  }

  /// What the broker asks today, a fraction a year.
  private func financingRate(_ view: ParticipantView) -> Double {
    financing?.rate(view, spread: terms.financingSpread) ?? terms.financingRate
  }

  /// The share of the long leg that must be its own money today.
  private func ownShare(_ view: ParticipantView) -> Double {
    isCalled ? terms.ownShare(volatility: view.dailyVolatility(coin)) : terms.ownShare
  }

  /// Interest, and a loan that is again the financed share of the long leg and of what is being bought.
  mutating func settle(_ view: ParticipantView, _ intents: inout IntentList) {
    guard let first = legs.first else { return }
    let owed = view.outstanding(loan)
    let days = Double(view.clock.day - lastInterestDay)
    lastInterestDay = view.clock.day
    // SOFR is a money-market rate.
    let interest = owed * financingRate(view) * days / (financing == nil ? 365 : 360)
    if interest > 0 {
      intents.add(
        .transfer(money, view.amount(interest, of: money), to: broker, as: .coupon),
        .neutral
      )
    }
    let planned = max(0, slice) * Double(view.barsOfSession(first.market))
    let financed = (1 - ownShare(view)) * (longCoins(view) + planned) * view.price(coin)
    let change = view.amount(financed - owed, of: money)
    if change > .zero {
      intents.add(.borrow(loan: loan, change, from: broker, money: money), .neutral)
    } else if change < .zero {
      intents.add(.repay(loan: loan, -change, to: broker, money: money), .neutral)
    }
  }
}
