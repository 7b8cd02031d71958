import Quantities

extension VenueState {
  /// Takes an index over, cut to the market's largest jump.
  mutating func takeIndex(_ price: Price, _ contract: ContractID) {
    let market = market(contract)
    var index = price
    if let last = markets[Int(contract)].index, let jump = market.indexJumpMax {
      let reach = Int128(last.units) * Int128(jump.parts) / Int128(Rate.partsPerOne)
      let low = Int128(last.units) - reach
      let high = Int128(last.units) + reach
      index = Price(Int64(min(max(Int128(price.units), low), high)))
    }
    markets[Int(contract)].index = index
    events.append(.index(contract, index))
  }

  mutating func takeMark(_ price: Price, _ contract: ContractID) {
    guard markets[Int(contract)].mark != price else { return }
    markets[Int(contract)].previousMark = markets[Int(contract)].mark
    markets[Int(contract)].mark = price
    events.append(.mark(contract, price))
  }

  /// The price that a payment is computed on: the mark, or the index where the rule says so.
  func fundingPrice(_ contract: ContractID) -> Price? {
    let rule = market(contract).fundingRule
    let state = markets[Int(contract)]
    return rule?.paymentPrice == .index ? state.index ?? state.mark : state.mark
  }

  /// Pays funding at a rate of the value at the payment price; longs pay when the rate is positive.
  mutating func payFunding(_ contract: ContractID, rate: Rate) throws(ClearingError) {
    guard let price = fundingPrice(contract), !markets[Int(contract)].isSettled else { return }
    let market = market(contract)
    let isStraight = market.contract.payoff.isStraight
    let residue = try house.payFunding(contract) { (size) throws(ClearingError) in
      // A long's exposure is positive in a straight contract's value and negative in an inverse one.
      // The exposure of a payer is rounded up and of a receiver down, so that the sum never exceeds
      // what is paid in.
      let isPayer = (size.units > 0) == (rate.parts > 0)
      let rounding: Rounding = isPayer ? .awayFromZero : .towardZero
      let value = try market.value(of: size, at: price, rounding: rounding)
      let exposure = isStraight ? value : -value
      do throws(QuantityError) {
        return try (-rate).applied(to: exposure, rounding: .down)
      } catch {
        throw .overflow(operation: error.description)
      }
    }
    events.append(.funding(contract, rate, residue: residue))
  }
}
