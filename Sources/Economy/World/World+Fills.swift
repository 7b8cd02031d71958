import Exchange
import Quantities
import Statistics

extension World {
  /// Posts the bar's orders at the average price, buyers and sellers half a spread apart.
  func settle(_ orders: BarOrders, _ place: Int, average: Double) throws(WorldError) {
    let spread = markets[place].impact.halfSpread
    let grid = markets[place].impact.grid
    for line in orders.lines {
      let isBuy = line.dollars > 0
      let price = grid.takerPrice(
        ofLog: average + (isBuy ? spread : -spread),
        isBuy: isBuy
      )
      switch line.order.contract {
      case .spot(let money): try trade(line, place, price, money)
      case .open(let leverage): try open(line, place, price, leverage)
      case .close: try close(line, place, price)
      case .future: try tradeFuture(line, place, price)
      }
      tally.add(
        line.dollars,
        tag: line.order.tag,
        market: place,
        participant: Int(line.order.participant)
      )
      markets[place].volumeToday += abs(line.dollars)
    }
  }

  /// Delivery against money; of one's own claim, an issue or a buy-back.
  private func trade(
    _ line: BarOrders.Line,
    _ place: Int,
    _ price: Price,
    _ money: InstrumentID
  ) throws(WorldError) {
    let instrument = markets[place].instrument
    let isBuy = line.dollars > 0
    let buyer = isBuy ? line.order.account : residual
    let seller = isBuy ? residual : line.order.account
    let isIssue = issuer(of: instrument) == seller
    var quantity = quantity(of: line, place, price)
    if !isIssue { quantity = min(quantity, ledger.holding(of: seller, in: instrument)) }
    var cash = try cash(for: quantity, of: instrument, at: price)
    let payer = LedgerSettlement.Party(buyer, in: isBuy ? money : residualMoney(for: money))
    let payee = LedgerSettlement.Party(seller, in: isBuy ? residualMoney(for: money) : money)
    let held = dollars(worth: payable(from: payer, to: payee), of: payer.money)
    if cash > held {
      quantity = try affordable(held, of: place, at: price)
      cash = try self.cash(for: quantity, of: instrument, at: price)
    }
    guard quantity > .zero else { return }
    var batch = LedgerBatch(line.order.tag == .forced ? .liquidation : .trade)
    if isIssue {
      batch.issue(instrument, issuer: seller, to: buyer, quantity)
    } else if issuer(of: instrument) == buyer {
      batch.redeem(instrument, issuer: buyer, from: seller, quantity)
    } else {
      batch.transfer(instrument, from: seller, to: buyer, quantity)
    }
    let paid = amount(of: payer.money, worth: cash)
    try addPayment(paid, from: payer, to: payee, adding: &batch)
    try apply(batch)
  }

  /// How much an order trades at a price, rounded down.
  private func quantity(of line: BarOrders.Line, _ place: Int, _ price: Price) -> Amount {
    let dollars = abs(line.dollars)
    let unitsPerOne = markets[place].unitsPerOne
    let byMoney = Int64(
      (dollars / markets[place].scale.value(of: price) * unitsPerOne).rounded(.down)
    )
    guard case .quantity(let wanted) = line.order.size else { return Amount(byMoney) }
    // An exact quantity is exact if it could be paid; the price has moved since it was converted.
    let asked = Double(wanted.magnitude.units) / unitsPerOne * markets[place].dollars
    return dollars >= 0.9 * asked ? wanted.magnitude : Amount(byMoney)
  }

  func cash(
    for quantity: Amount,
    of instrument: InstrumentID,
    at price: Price
  ) throws(WorldError) -> Amount {
    do throws(LedgerError) {
      return try ledger.cash(for: quantity, of: instrument, at: price)
    } catch { throw .ledger(error) }
  }

  private func affordable(
    _ money: Amount,
    of place: Int,
    at price: Price
  ) throws(WorldError) -> Amount {
    do throws(QuantityError) {
      return try markets[place].scale.quantity(for: money, at: price, rounding: .down)
    } catch { throw .market(name: markets[place].plan.name, reason: "\(error)") }
  }
}
