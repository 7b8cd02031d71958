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

  /// The mark of a market whose rule looks at its book: the median of index, mid and last trade,
  /// inside the band around the index.
  func ruledMark(_ contract: ContractID, bid: Int64?, ask: Int64?) -> Price? {
    let market = market(contract)
    guard case .median(let band) = market.markRule else { return nil }
    guard let index = markets[Int(contract)].index else { return nil }
    let tick = Int128(market.contract.tick)
    var inputs = [Int128(index.units)]
    if let bid, let ask { inputs.append((Int128(bid) + Int128(ask)) * tick / 2) }
    if let last = markets[Int(contract)].lastTicks { inputs.append(Int128(last) * tick) }
    inputs.sort()
    // Of two inputs the one nearer to the index counts, which is the index itself.
    let median = inputs.count == 3 ? inputs[1] : Int128(index.units)
    let reach = Int128(index.units) * Int128(band.parts) / Int128(Rate.partsPerOne)
    let low = Int128(index.units) - reach
    let high = Int128(index.units) + reach
    return Price(Int64(min(max(median, low), high)))
  }

  /// Pays funding at a rate of the value at mark; longs pay when the rate is positive.
  mutating func payFunding(_ contract: ContractID, rate: Rate) throws(ClearingError) {
    guard let mark = markets[Int(contract)].mark, !markets[Int(contract)].isSettled else { return }
    let market = market(contract)
    let isStraight = market.contract.payoff.isStraight
    let residue = try house.payFunding(contract) { (size) throws(ClearingError) in
      // A long's exposure is positive in a straight contract's value and negative in an inverse one.
      // The exposure of a payer is rounded up and of a receiver down, so that the sum never exceeds
      // what is paid in.
      let isPayer = (size.units > 0) == (rate.parts > 0)
      let rounding: Rounding = isPayer ? .awayFromZero : .towardZero
      let value = try market.value(of: size, at: mark, rounding: rounding)
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
