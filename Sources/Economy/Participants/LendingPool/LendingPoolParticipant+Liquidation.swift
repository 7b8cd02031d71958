import Exchange
import Quantities

extension LendingPoolParticipant {
  /// η_f, the part of a bar's volume that liquidators sell.
  static let participation = 0.2

  mutating func liquidate(
    _ view: ParticipantView,
    _ most: inout Double,
    _ intents: inout IntentList
  ) {
    guard let read = oracle.effective else { return }
    let done: [BorrowerColumns.Liquidation]
    do throws(LendingError) {
      done = try borrowers?.liquidate(at: read.price) ?? []
    } catch {
      preconditionFailure("amounts of a ledger fit a health factor: \(error)")
    }
    for one in done {
      cause = read.fault.map { .shock($0) } ?? .fall(market, to: one.trigger)
      receivable += one.repaid.units
      coinsAfterSale -= one.seized.units
      badDebt += Double(one.badDebt.units) / 10_000
      reserve -= one.badDebt.units
      sell(one.seized, view, &most, &intents)
    }
    if reserve < 0 { charge(view, &intents) }
  }

  /// Sends an order for what a bar still takes; the rest is sold in the next ones.
  private func sell(
    _ coins: Amount,
    _ view: ParticipantView,
    _ most: inout Double,
    _ intents: inout IntentList
  ) {
    let price = view.price(market)
    let sold = min(coins, view.amount(most / price, of: coin))
    guard sold > .zero else { return }
    most -= Double(sold.units) / Double(terms.coin.unitsPerOne) * price
    intents.add(.order(market, .quantity(-sold), money: money), .forced, because: cause)
  }

  /// Sells on what the market did not take; once all is sold, divides what it brought.
  mutating func settleSales(
    _ view: ParticipantView,
    _ most: inout Double,
    _ intents: inout IntentList
  ) {
    let left = view.holding(coin).units - coinsAfterSale
    if left > 0 {
      sell(Amount(left), view, &most, &intents)
      return
    }
    receivable = 0
    let gain = book(view) - reserve
    if gain > 0 {
      let paid = min(Amount(gain), view.holding(money))
      intents.add(.transfer(money, paid, to: liquidator, as: .liquidation))
      reserve += gain - paid.units
    } else {
      reserve += gain
    }
    if reserve < 0 { charge(view, &intents) }
  }

  /// Depositors bear what the reserve lacks.
  private mutating func charge(_ view: ParticipantView, _ intents: inout IntentList) {
    let owed = view.outstanding(deposits)
    guard owed > 0 else { return }
    let fraction = Double(-reserve) / 10_000 / owed
    intents.publish(badDebtFigure, badDebt, because: cause)
    if case .decision = cause {
      intents.add(.writeDown(deposits, fraction: fraction))
    } else {
      intents.add(.writeDown(deposits, fraction: fraction), .forced, because: cause)
    }
    // Roundings of the write-down stay with the reserve, which is measured again at the end of the day.
    reserve = 0
  }
}
