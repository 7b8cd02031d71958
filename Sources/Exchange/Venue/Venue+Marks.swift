import Quantities

extension Venue {
  /// Makes an index of constituents; with none usable the last index stands and the event says so.
  mutating func takeConstituents(
    _ constituents: [IndexConstituent],
    _ contract: ContractID
  ) -> CommandRefusal? {
    guard isListed(contract) else { return .contractUnknown }
    guard let rule = state.market(contract).indexRule else { return .indexNotAsRuled }
    let isSound =
      constituents.count <= 1 << 16
      && constituents.allSatisfy { $0.time <= now && $0.weight <= 1 << 40 }
    guard isSound else { return .amountOutOfRange }
    do throws(MarginError) {
      let reading = try rule.reading(of: constituents, at: now)
      guard isBookable(reading.price, contract) else { return .amountOutOfRange }
      return readOracle(externalIndex: reading.price, contract)
    } catch {
      state.events.append(.indexMissing(contract, considered: constituents.count))
      state.markets[Int(contract)].externalIndex = nil
      return readOracle(externalIndex: nil, contract)
    }
  }

  /// Takes a price besides the index over.
  mutating func takeReference(
    _ price: Price,
    _ kind: ReferencePrice,
    _ contract: ContractID
  ) -> CommandRefusal? {
    guard isListed(contract) else { return .contractUnknown }
    guard isBookable(price, contract) else { return .amountOutOfRange }
    state.events.append(.reference(contract, kind, price))
    switch kind {
    case .externalPerpetuals:
      state.markets[Int(contract)].externalPerpetuals = price
      return nil
    case .redemptionValue:
      state.markets[Int(contract)].redemptionValue = price
      return readOracle(externalIndex: state.markets[Int(contract)].externalIndex, contract)
    }
  }

  /// Lets the oracle read its source, faults included, takes what it shows as the index, and samples
  /// basis and premium against it.
  mutating func readOracle(
    externalIndex: Price?,
    _ contract: ContractID
  ) -> CommandRefusal? {
    let number = Int(contract)
    let prices = OraclePrices(
      venueBook: mid(contract),
      externalIndex: externalIndex,
      redemptionValue: state.markets[number].redemptionValue
    )
    var feed = state.markets[number].oracle
    do throws(MarginError) {
      guard let shown = try feed.update(prices, at: now) else {
        state.markets[number].externalIndex = externalIndex
        return nil
      }
      guard isBookable(shown, contract) else { return .amountOutOfRange }
      state.markets[number].externalIndex = externalIndex
      state.markets[number].oracle = feed
      state.takeIndex(shown, contract)
    } catch {
      return .amountOutOfRange
    }
    sample(contract)
    if let rule = state.market(contract).fundingRule, state.markets[number].funding == nil {
      let due = rule.nextPayment(after: now)
      state.markets[number].funding = VenueState.ScheduledFunding(rate: nil, due: due)
    }
    return nil
  }

  /// The middle of a two-sided book.
  func mid(_ contract: ContractID) -> Price? {
    let book = books[Int(contract)]
    guard let bid = book.book.bestBid, let ask = book.book.bestAsk else { return nil }
    return Price((bid + ask) * state.market(contract).contract.tick / 2)
  }

  /// Recomputes the marks that follow a rule; a mark that cannot be computed or booked stands.
  mutating func refreshMarks() {
    for number in state.markets.indices where !state.markets[number].isSettled {
      let contract = ContractID(number)
      let bid = books[number].book.bestBid
      let ask = books[number].book.bestAsk
      if let mark = state.ruledMark(contract, bid: bid, ask: ask, at: now),
        mark != state.markets[number].mark, isBookable(mark, contract)
      {
        state.takeMark(mark, contract)
      }
    }
  }

  /// Takes one sample of basis and premium; a one-sided book gives none.
  private mutating func sample(_ contract: ContractID) {
    let number = Int(contract)
    let market = state.market(contract)
    guard let index = state.markets[number].index, let mid = mid(contract) else { return }
    let book = books[number]
    var inputs = MarkInputs(index: index)
    inputs.bestBid = book.book.bestBid.map { market.price(ofTicks: $0) }
    inputs.bestAsk = book.book.bestAsk.map { market.price(ofTicks: $0) }
    inputs.last = state.markets[number].lastTicks.map { market.price(ofTicks: $0) }
    let median = inputs.bookMedian ?? mid
    state.markets[number].averages.add(mid: mid, median: median, index: index, at: now)
    do throws(MarginError) {
      if market.contract.expiry != nil {
        let basis = try PremiumIndex.premium(mark: mid, index: index)
        state.markets[number].basisRate = state.basisRate(basis, contract, at: now)
      } else if let bid = try impactPrice(.sell, contract),
        let ask = try impactPrice(.buy, contract)
      {
        let premium = try PremiumIndex.premium(impactBid: bid, impactAsk: ask, index: index)
        state.markets[number].premium.add(premium, at: now)
      }
    } catch {
      // A premium beyond 64 bits is no sample: the standing one goes on.
    }
  }

  /// What an aggressor of this side gets on average for the impact notional.
  private func impactPrice(
    _ side: OrderSide,
    _ contract: ContractID
  ) throws(MarginError) -> Price? {
    let market = state.market(contract)
    let book = books[Int(contract)]
    guard market.contract.payoff == .linear, market.impactNotional.units > 0 else {
      return book.book.bestPrice(of: side.opposite).map { market.price(ofTicks: $0) }
    }
    let lot = market.contract.lot.units
    var levels: [PremiumIndex.Level] = []
    for level in book.book.levels(of: side.opposite) {
      let (units, overflow) = level.quantity.multipliedReportingOverflow(by: lot)
      guard !overflow else { throw .overflow(operation: "\(level.quantity) lots") }
      levels.append(
        PremiumIndex.Level(price: market.price(ofTicks: level.price), size: Amount(units))
      )
    }
    return try PremiumIndex.impactPrice(
      of: market.impactNotional,
      levels: levels,
      scale: market.contract.scale
    )
  }
}
