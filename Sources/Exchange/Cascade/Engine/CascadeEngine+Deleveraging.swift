import Quantities
import Statistics

extension CascadeEngine {
  /// Closes what the fund cannot bear against the opposite side at the bankruptcy price.
  ///
  /// The size is what is left of the liquidated position, the value its bankruptcy value in quote
  /// minor units; every unit of it is paid to a counterparty.
  mutating func deleverage<Market: Liquidity & ~Copyable>(
    _ size: Int64,
    _ value: Int64,
    of position: IsolatedPosition,
    causedBy parent: Int32,
    in market: inout Market,
    _ outcome: inout CascadeOutcome
  ) {
    var left = size
    var leftValue = value
    if rules.autoDeleverages, rules.deleveragingRule == .proRata {
      deleverageShares(&left, &leftValue, of: position, parent, in: market, &outcome)
    }
    if rules.autoDeleverages, left > 0 {
      var queue = position.side == .long ? shortQueue : longQueue
      if position.side == .long { shortQueue.reset() } else { longQueue.reset() }
      if !queue.isRanked {
        queue.rank(book, unitPrice: Libm.exp(market.logMid) * unitValue)
      }
      while left > 0, let id = queue.first(book) {
        let closed = closeCounterparty(
          id,
          atMost: left,
          &left,
          &leftValue,
          of: position,
          parent,
          &outcome
        )
        if closed == 0 { queue.removeFirst() }
      }
      if position.side == .long { shortQueue = queue } else { longQueue = queue }
    }
    if left > 0 {
      sellUncovered(left, leftValue, of: position, parent, in: &market, &outcome)
    }
    socialisePending(parent, &outcome)
  }

  /// Closes the same share of what every owner class of the opposite side holds at a profit.
  private mutating func deleverageShares<Market: Liquidity & ~Copyable>(
    _ left: inout Int64,
    _ leftValue: inout Int64,
    of position: IsolatedPosition,
    _ parent: Int32,
    in market: borrowing Market,
    _ outcome: inout CascadeOutcome
  ) {
    var shares = position.side == .long ? shortShares : longShares
    if position.side == .long { shortShares.reset() } else { longShares.reset() }
    if !shares.isRanked {
      shares.rank(book, unitPrice: Libm.exp(market.logMid) * unitValue)
    }
    let held = shares.sizes(book)
    let whole = held.reduce(0) { $0 + Int128($1) }
    let wanted = Int64(min(Int128(left), whole))
    let parts = wanted > 0 ? (try? Amount(wanted).split(among: held)) ?? [] : []
    for (ownerClass, part) in parts.enumerated() {
      var rest = part.units
      while rest > 0, left > 0, let id = shares.first(of: ownerClass, book) {
        let closed = closeCounterparty(
          id,
          atMost: rest,
          &left,
          &leftValue,
          of: position,
          parent,
          &outcome
        )
        rest -= closed
        if closed == 0 { shares.removeFirst(of: ownerClass) }
      }
    }
    if position.side == .long { shortShares = shares } else { longShares = shares }
  }

  /// Closes one counterparty, wholly or for what is left; one that this price would bankrupt is
  /// passed over.
  ///
  /// - Returns: The size closed, zero if it is passed over.
  private mutating func closeCounterparty(
    _ id: PositionID,
    atMost limit: Int64,
    _ left: inout Int64,
    _ leftValue: inout Int64,
    of position: IsolatedPosition,
    _ parent: Int32,
    _ outcome: inout CascadeOutcome
  ) -> Int64 {
    let counterparty = book.snapshot(id)
    let size = min(left, limit, counterparty.size.units)
    let value =
      size == left
      ? leftValue
      : Int64((Int128(leftValue) * Int128(size)).divided(by: Int128(left), rounding: .down))
    let sign = counterparty.side.sign
    // The part's own bankruptcy value, rounded against it: it is passed over rather than left in debt.
    let whole = counterparty.bankruptcyNotional.units
    let ownValue =
      size == counterparty.size.units
      ? Int128(whole)
      : (Int128(whole) * Int128(size)).divided(
        by: Int128(counterparty.size.units),
        rounding: sign > 0 ? .up : .down
      )
    let surplus = sign > 0 ? Int128(value) - ownValue : ownValue - Int128(value)
    guard surplus >= 1 else { return 0 }
    let part = closePart(id, size)
    let profit = sign * (value - part.entryNotional.units)
    accounts.ownerCash[Int(part.ownerClass)].units += profit + part.margin.units
    accounts.realisedProfit[Int(part.ownerClass)].units += profit
    left -= size
    leftValue -= value
    noteNotional(position, value, &outcome)
    outcome.autoDeleveragingCount += 1
    outcome.autoDeleveragedNotional.units += value
    guard rules.recordsTrades else { return size }
    forest.add(
      .autoDeleveraging,
      CascadeTrade(
        trade: ForcedTrade(
          id: forest.nextID,
          parent: parent,
          kind: .autoDeleveraging,
          account: AccountID(part.id.rawValue),
          contract: contract,
          side: part.side.closingSide,
          quantity: Amount(size),
          price: unitPrice(of: value, size: size),
          fillNotional: Amount(max(0, value)),
          bankruptcyPrice: unitPrice(of: value, size: size),
          fundDelta: .zero
        ),
        ownerClass: part.ownerClass,
        leverageBand: part.leverageBand
      )
    )
    return size
  }

  private mutating func closePart(_ id: PositionID, _ size: Int64) -> IsolatedPosition {
    do throws(CascadeError) {
      return try book.reduce(id, by: Amount(size)).part
    } catch {
      preconditionFailure("a ranked position could not be reduced: \(error)")
    }
  }

  /// Nobody is left to deleverage: the rest is sold at whatever the market pays.
  private mutating func sellUncovered<Market: Liquidity & ~Copyable>(
    _ size: Int64,
    _ value: Int64,
    of position: IsolatedPosition,
    _ parent: Int32,
    in market: inout Market,
    _ outcome: inout CascadeOutcome
  ) {
    let sign = position.side.sign
    let coins = Double(size) * baseUnit
    let volume = -Double(sign) * coins * Libm.exp(market.logMid)
    let execution = market.clear(volume)
    outcome.forcedVolume += execution.volume
    // The residual provider takes what the market does not, at the last price.
    let cash = Self.notional(of: size, at: execution.averagePrice, book.rules.scale)
    accounts.residualContracts.units += sign * size
    accounts.residualCash.units -= sign * cash
    let delta = sign * (cash - value)
    if delta < 0 { outcome.badDebt.units -= delta }
    accounts.insuranceFund.units += delta
    let uncovered = rules.insuranceFundFloor.units - accounts.insuranceFund.units
    var fundDelta = delta + max(0, uncovered)
    if uncovered > 0 {
      accounts.insuranceFund = rules.insuranceFundFloor
      pendingLoss += uncovered
    } else if !rules.fillsInsuranceFund {
      fundDelta -= takeSurplus()
    }
    noteNotional(position, cash, &outcome)
    guard rules.recordsTrades else { return }
    let id = forest.nextID
    forest.add(
      .liquidation,
      CascadeTrade(
        trade: ForcedTrade(
          id: id,
          parent: parent,
          kind: .takeoverClose,
          account: AccountID(position.id.rawValue),
          contract: contract,
          side: position.side.closingSide,
          quantity: Amount(size),
          price: execution.averagePrice,
          fillNotional: Amount(cash),
          bankruptcyPrice: unitPrice(of: value, size: size),
          fundDelta: Amount(fundDelta)
        ),
        ownerClass: position.ownerClass,
        leverageBand: position.leverageBand
      ),
      logMove: execution.impact
    )
    recordMark(market, node: id)
  }

  /// Takes uncovered losses back from realised profits in proportion; the rest is a deficit.
  mutating func socialisePending(_ parent: Int32, _ outcome: inout CascadeOutcome) {
    guard pendingLoss > 0 else { return }
    let loss = pendingLoss
    pendingLoss = 0
    let profits = accounts.realisedProfit.indices.map { index in
      max(0, min(accounts.realisedProfit[index].units, accounts.ownerCash[index].units))
    }
    let available = profits.reduce(Int128(0)) { $0 + Int128($1) }
    let charged = Int64(min(Int128(loss), available))
    let shares = (try? Amount(charged).split(among: profits)) ?? []
    for (ownerClass, share) in shares.enumerated() where share > .zero {
      accounts.ownerCash[ownerClass] -= share
      accounts.realisedProfit[ownerClass] -= share
      recordSocialisation(share, UInt8(ownerClass), parent)
    }
    outcome.socialisedLoss.units += charged
    outcome.deficit.units += loss - charged
    accounts.deficit.units += loss - charged
  }

  private mutating func recordSocialisation(_ share: Amount, _ ownerClass: UInt8, _ parent: Int32) {
    guard rules.recordsTrades else { return }
    forest.add(
      .socialisation,
      CascadeTrade(
        trade: ForcedTrade(
          id: forest.nextID,
          parent: parent,
          kind: .socialisation,
          account: AccountID(ownerClass),
          contract: contract,
          side: .sell,
          quantity: .zero,
          price: Price(0),
          fillNotional: share,
          bankruptcyPrice: Price(0),
          fundDelta: .zero
        ),
        ownerClass: ownerClass,
        leverageBand: 0
      )
    )
  }
}
