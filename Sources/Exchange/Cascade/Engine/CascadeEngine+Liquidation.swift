import Quantities
import Statistics

extension CascadeEngine {
  /// Takes a position over at its bankruptcy value and gets rid of it.
  mutating func liquidate<Market: Liquidity & ~Copyable>(
    _ trigger: PositionBook.Trigger,
    in market: inout Market,
    _ outcome: inout CascadeOutcome
  ) {
    let parent = rules.recordsTrades ? cause(of: trigger) : ForcedTrade.noParent
    let position = book.remove(trigger.id)
    let size = position.size.units
    let bankruptcy = position.bankruptcyNotional.units
    count(position, &outcome)
    let volume = forcedVolume(of: position, trigger.tick, market)
    var wanted = size
    if mayExceedFund(position, bankruptcy) {
      wanted = sizeWithinFund(position, bankruptcy, volume, market)
    }
    let trade = sell(wanted, of: position, bankruptcy, volume, in: &market, &outcome)
    let id = forest.nextID
    if rules.recordsTrades {
      forest.add(
        .liquidation,
        record(trade, of: position, bankruptcy, id: id, parent: parent),
        logMove: trade.logMove
      )
      recordMark(market, node: id)
    }
    noteNotional(position, trade.cash, &outcome)
    let left = size - trade.size
    guard left > 0 else {
      if pendingLoss > 0 { socialisePending(id, &outcome) }
      return
    }
    let leftValue = bankruptcy - trade.bankruptcy
    deleverage(left, leftValue, of: position, causedBy: id, in: &market, &outcome)
  }

  /// One forced order in the market.
  struct MarketSale {
    var size: Int64 = 0
    /// Cash of the fill, not negative.
    var cash: Int64 = 0
    /// The bankruptcy value of the size.
    var bankruptcy: Int64 = 0
    var fundDelta: Int64 = 0
    var averagePrice = Price(0)
    var logMove: Double = 0
  }

  /// Sends a size to the market and settles it against the fund and the residual provider.
  mutating func sell<Market: Liquidity & ~Copyable>(
    _ wanted: Int64,
    of position: IsolatedPosition,
    _ bankruptcy: Int64,
    _ volume: Double,
    in market: inout Market,
    _ outcome: inout CascadeOutcome
  ) -> MarketSale {
    var sale = MarketSale()
    guard wanted > 0 else { return sale }
    let whole = position.size.units
    let requested = wanted == whole ? volume : volume * (Double(wanted) / Double(whole))
    let execution = market.clear(requested)
    sale.size = wanted
    if execution.volume != requested {
      // A market that runs out leaves the rest to auto-deleveraging.
      sale.size = min(wanted, Int64(Double(wanted) * max(0, execution.volume / requested)))
    }
    sale.averagePrice = execution.averagePrice
    sale.logMove = execution.impact
    sale.cash = Self.notional(of: sale.size, at: execution.averagePrice, book.rules.scale)
    sale.bankruptcy =
      sale.size == whole
      ? bankruptcy
      : Int64((Int128(bankruptcy) * Int128(sale.size)).divided(by: Int128(whole), rounding: .down))
    outcome.forcedVolume += execution.volume
    settle(&sale, position.side.sign, &outcome)
    return sale
  }

  /// Books a sale: the provider pays, the fund keeps the surplus or bears the shortfall.
  @inline(__always)
  private mutating func settle(
    _ sale: inout MarketSale,
    _ sign: Int64,
    _ outcome: inout CascadeOutcome
  ) {
    accounts.residualContracts.units += sign * sale.size
    accounts.residualCash.units -= sign * sale.cash
    var delta = sign * (sale.cash - sale.bankruptcy)
    if delta < 0 { outcome.badDebt.units -= delta }
    if rules.liquidationFee.parts > 0 {
      let fee = Int128(sale.cash) * Int128(rules.liquidationFee.parts)
      let charged = Int64(fee.divided(by: Int128(Rate.partsPerOne), rounding: .up))
      accounts.fees.units += charged
      delta -= charged
    }
    sale.fundDelta = delta
    let floor = rules.insuranceFundFloor.units
    accounts.insuranceFund.units += delta
    if accounts.insuranceFund.units < floor {
      let uncovered = floor - accounts.insuranceFund.units
      accounts.insuranceFund.units = floor
      sale.fundDelta += uncovered
      pendingLoss += uncovered
    } else if !rules.fillsInsuranceFund {
      sale.fundDelta -= takeSurplus()
    }
  }

  /// Moves what the fund holds above its floor to the venue.
  ///
  /// - Returns: What was moved, quote minor units.
  mutating func takeSurplus() -> Int64 {
    let surplus = max(0, accounts.insuranceFund.units - rules.insuranceFundFloor.units)
    accounts.insuranceFund.units -= surplus
    accounts.fees.units += surplus
    return surplus
  }

  /// The signed volume of the forced order for the whole position.
  @inline(__always)
  private func forcedVolume<Market: Liquidity & ~Copyable>(
    of position: IsolatedPosition,
    _ tick: Int32,
    _ market: borrowing Market
  ) -> Double {
    let coins = Double(position.size.units) * baseUnit
    let sign = position.side == .long ? -1.0 : 1.0
    switch rules.valuation {
    case .liquidationPrice:
      return sign * coins * (Double(tick) * tickSize)
    case .tradePrice:
      return sign * coins * averageMid(coins: sign * coins, market)
    }
  }

  /// The average of the mids before and after an order in coins.
  private func averageMid<Market: Liquidity & ~Copyable>(
    coins: Double,
    _ market: borrowing Market
  ) -> Double {
    let before = Libm.exp(market.logMid)
    var average = before
    for _ in 0..<8 {
      let after = Libm.exp(market.logMid(after: coins * average))
      let next = 0.5 * (before + after)
      if abs(next - average) <= 1e-15 * before { return next }
      average = next
    }
    return average
  }

  // MARK: - The fund's limit

  /// Whether the fund could reach its floor by this position; false is certain, true is not.
  @inline(__always)
  private func mayExceedFund(_ position: IsolatedPosition, _ bankruptcy: Int64) -> Bool {
    let available = accounts.insuranceFund.units - rules.insuranceFundFloor.units
    guard rules.autoDeleverages else { return false }
    // A long sold for nothing costs its bankruptcy value; a short has no such bound.
    return position.side == .short || available < bankruptcy
  }

  /// The largest size whose expected loss the fund can bear; the loss is convex in the size.
  private func sizeWithinFund<Market: Liquidity & ~Copyable>(
    _ position: IsolatedPosition,
    _ bankruptcy: Int64,
    _ volume: Double,
    _ market: borrowing Market
  ) -> Int64 {
    let available = Double(accounts.insuranceFund.units - rules.insuranceFundFloor.units)
    let sign = Double(position.side.sign)
    let fee = rules.liquidationFee.fraction
    let logMid = market.logMid
    let halfSpread = market.halfSpread
    let whole = Double(position.size.units)
    let unit = unitValue
    func loss(_ share: Double) -> Double {
      let after = market.logMid(after: volume * share)
      let price = Libm.exp(0.5 * (logMid + after) - sign * halfSpread)
      // One tick against the fund covers the rounding of the fill.
      let cash = share * whole * unit * (price - sign * tickSize)
      return sign * (share * Double(bankruptcy) - cash) + fee * cash
    }
    if loss(1) <= available { return position.size.units }
    if available <= 0 && loss(0x1p-20) > 0 { return 0 }
    // A convex loss lies below its chords: where a chord meets the limit the size is affordable, and
    // the next chord from there reaches further. One step is exact where the market does not move.
    var (low, lowLoss) = (0.0, 0.0)
    let highLoss = loss(1)
    for _ in 0..<24 {
      let next = low + (1 - low) * (available - lowLoss) / (highLoss - lowLoss)
      guard next > low * (1 + 1e-12), next < 1 else { break }
      let nextLoss = loss(next)
      guard nextLoss <= available else { break }
      (low, lowLoss) = (next, nextLoss)
    }
    return Int64((low * whole).rounded(.down))
  }

  // MARK: - Records

  @inline(__always)
  private mutating func count(_ position: IsolatedPosition, _ outcome: inout CascadeOutcome) {
    accounts.realisedProfit[Int(position.ownerClass)] -= position.margin
    if position.side == .long {
      outcome.longLiquidationCount += 1
    } else {
      outcome.shortLiquidationCount += 1
    }
  }

  @inline(__always)
  func noteNotional(_ position: IsolatedPosition, _ cash: Int64, _ outcome: inout CascadeOutcome) {
    if position.side == .long {
      outcome.longLiquidatedNotional.units += cash
    } else {
      outcome.shortLiquidatedNotional.units += cash
    }
  }

  private func record(
    _ sale: MarketSale,
    of position: IsolatedPosition,
    _ bankruptcy: Int64,
    id: Int32,
    parent: Int32
  ) -> CascadeTrade {
    CascadeTrade(
      trade: ForcedTrade(
        id: id,
        parent: parent,
        kind: .liquidation,
        account: AccountID(position.id.rawValue),
        contract: contract,
        side: position.side.closingSide,
        quantity: Amount(sale.size),
        price: sale.averagePrice,
        fillNotional: Amount(sale.cash),
        bankruptcyPrice: unitPrice(of: bankruptcy, size: position.size.units),
        fundDelta: Amount(sale.fundDelta)
      ),
      ownerClass: position.ownerClass,
      leverageBand: position.leverageBand
    )
  }

  /// The price at which a size has a value, rounded to nearest for display; zero if negative.
  func unitPrice(of value: Int64, size: Int64) -> Price {
    guard value > 0, size > 0 else { return Price(0) }
    let units = (Double(value) * priceUnitsPerCash / Double(size)).rounded(.toNearestOrEven)
    return Price(Int64(exactly: units) ?? 0)
  }
}
