import Quantities

extension VenueState {
  /// The mark of a market whose rule looks at its index and book, or `nil` if it cannot be computed.
  func ruledMark(
    _ contract: ContractID,
    bid: Int64?,
    ask: Int64?,
    at now: Instant
  ) -> Price? {
    switch market(contract).markRule {
    case .external: nil
    case .median(let band): bandedMedian(contract, band: band, bid: bid, ask: ask)
    case .formula(let formula): formulaMark(formula, contract, bid: bid, ask: ask, at: now)
    }
  }

  /// The basis as the market's formula counts it: per year, or as it is.
  func basisRate(_ basis: Rate, _ contract: ContractID, at now: Instant) -> Rate {
    let market = market(contract)
    guard market.markRule == .formula(.annualisedBasis), let expiry = market.contract.expiry,
      expiry > now,
      let parts = Int128(basis.parts).scaled(
        by: Int128(VenueState.year.microseconds),
        over: Int128((expiry - now).microseconds),
        rounding: .toNearestOrEven
      ), let units = Int64(exactly: parts)
    else { return basis }
    return Rate(partsPerTrillion: units)
  }

  private static let year = Duration.hours(365 * 24)

  /// The median of index, mid and last trade, inside the band around the index.
  private func bandedMedian(
    _ contract: ContractID,
    band: Rate,
    bid: Int64?,
    ask: Int64?
  ) -> Price? {
    let market = market(contract)
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

  /// The mark of a venue's formula.
  ///
  /// Where the book is one-sided its average stands at zero and its median counts for nothing, so
  /// that a last trade in an empty book never moves the mark by itself.
  private func formulaMark(
    _ formula: MarkFormula,
    _ contract: ContractID,
    bid: Int64?,
    ask: Int64?,
    at now: Instant
  ) -> Price? {
    let market = market(contract)
    let known = markets[Int(contract)]
    guard let index = known.index else { return nil }
    var inputs = MarkInputs(index: index)
    let isTwoSided = bid != nil && ask != nil
    if isTwoSided || formula == .medianOfThree {
      inputs.bestBid = bid.map { market.price(ofTicks: $0) }
      inputs.bestAsk = ask.map { market.price(ofTicks: $0) }
      inputs.last = known.lastTicks.map { market.price(ofTicks: $0) }
    }
    inputs.averageBasis = known.averages.basis(for: formula) ?? 0
    inputs.shortBookAverage = known.averages.shortBook
    inputs.externalPerpetuals = known.externalPerpetuals
    inputs.basisRate = known.basisRate
    if let rule = market.fundingRule {
      inputs.period = rule.interval
      inputs.remaining = known.funding.map { max(.zero, $0.due - now) } ?? .zero
    } else if let expiry = market.contract.expiry {
      inputs.period = VenueState.year
      inputs.remaining = max(.zero, expiry - now)
    }
    do throws(MarginError) {
      return try formula.mark(inputs)
    } catch {
      return nil
    }
  }
}
