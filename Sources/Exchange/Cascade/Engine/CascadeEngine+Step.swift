import Quantities

extension CascadeEngine {
  /// Lets a shock hit the market and liquidates until nothing more falls.
  ///
  /// - Parameters:
  ///   - shock: News first, then the order from outside.
  ///   - market: Where the order and the forced orders are cleared; its mid is the mark.
  /// - Returns: What happened; the forced trades are in the ``forest``.
  /// - Complexity: O(log n) per liquidation; O(n) once per side and step in which
  ///   auto-deleveraging is needed.
  public mutating func step<Market: Liquidity & ~Copyable>(
    _ shock: CascadeShock,
    in market: inout Market
  ) -> CascadeOutcome {
    run(shock, in: &market)
  }

  mutating func run<Market: Liquidity & ~Copyable>(
    _ shock: CascadeShock,
    in market: inout Market
  ) -> CascadeOutcome {
    var outcome = begin(in: market)
    if shock.newsLogReturn != 0 {
      market.moveValue(by: shock.newsLogReturn)
      let root = forest.addRoot(.news, logMove: shock.newsLogReturn)
      recordMark(market, node: root)
    }
    if shock.exogenousVolume != 0 {
      execute(shock.exogenousVolume, in: &market)
    }
    liquidateTriggered(in: &market, &outcome)
    finish(&outcome, market)
    return outcome
  }

  // MARK: - Parts of a step

  mutating func begin<Market: Liquidity & ~Copyable>(in market: borrowing Market) -> CascadeOutcome
  {
    let mark = markTick(market)
    standingNode = -1
    // The standing state becomes a root only if a position was past its trigger already.
    falls.reset(level: mark, node: Self.standing)
    rises.reset(level: -mark, node: Self.standing)
    longQueue.reset()
    shortQueue.reset()
    longShares.reset()
    shortShares.reset()
    var outcome = CascadeOutcome(logMid: market.logMid)
    outcome.tradeRange = forest.trades.count..<forest.trades.count
    outcome.insuranceFundChange = -accounts.insuranceFund
    return outcome
  }

  mutating func finish<Market: Liquidity & ~Copyable>(
    _ outcome: inout CascadeOutcome,
    _ market: borrowing Market
  ) {
    outcome.logMidAfter = market.logMid
    outcome.tradeRange = outcome.tradeRange.lowerBound..<forest.trades.count
    outcome.insuranceFundChange += accounts.insuranceFund
  }

  mutating func liquidateTriggered<Market: Liquidity & ~Copyable>(
    in market: inout Market,
    _ outcome: inout CascadeOutcome
  ) {
    guard rules.liquidates else { return }
    var logMid = market.logMid
    var mark = markTick(market)
    while mark >= liquidationTicks.low, mark <= liquidationTicks.high,
      let trigger = book.nextTriggered(atTick: mark)
    {
      liquidate(trigger, in: &market, &outcome)
      let next = market.logMid
      guard next != logMid else { continue }
      logMid = next
      mark = markTick(market)
    }
  }

  /// The order from outside: whoever sends it trades with the residual provider.
  private mutating func execute<Market: Liquidity & ~Copyable>(
    _ volume: Double,
    in market: inout Market
  ) {
    let execution = market.clear(volume)
    let scale = book.rules.scale
    let cash = Int64((abs(execution.volume) * quoteUnitsPerOne).rounded(.toNearestOrEven))
    let size = Int64(
      (Int128(cash) * powerOfTen(max(0, scaleExponent)))
        .divided(
          by: Int128(execution.averagePrice.units) * powerOfTen(max(0, -scaleExponent)),
          rounding: .toNearestOrEven
        )
    )
    let exchanged = Self.notional(of: size, at: execution.averagePrice, scale)
    let sign: Int64 = volume > 0 ? 1 : -1
    accounts.exogenousContracts += Amount(sign * size)
    accounts.exogenousCash -= Amount(sign * exchanged)
    accounts.residualContracts -= Amount(sign * size)
    accounts.residualCash += Amount(sign * exchanged)
    let root = forest.addRoot(.exogenousOrder, logMove: execution.impact)
    recordMark(market, node: root)
  }

  // MARK: - The mark

  static var standing: Int32 { -2 }

  var scaleExponent: Int {
    let scale = book.rules.scale
    return scale.baseDecimals + scale.priceDecimals - scale.quoteDecimals
  }

  /// Quote minor units in one unit of quote currency.
  var quoteUnitsPerOne: Double { Double(Int64(powerOfTen(book.rules.scale.quoteDecimals))) }

  @inline(__always)
  func markTick<Market: Liquidity & ~Copyable>(_ market: borrowing Market) -> Int32 {
    book.rules.tick(at: market.midPrice)
  }

  @inline(__always)
  mutating func recordMark<Market: Liquidity & ~Copyable>(
    _ market: borrowing Market,
    node: Int32
  ) {
    let mark = markTick(market)
    falls.record(level: mark, node: node)
    rises.record(level: -mark, node: node)
  }

  /// The node that carried the mark across a trigger, the standing state as a root if need be.
  @inline(__always)
  mutating func cause(of trigger: PositionBook.Trigger) -> Int32 {
    let node =
      trigger.side == .long
      ? falls.node(crossing: trigger.tick) : rises.node(crossing: -trigger.tick)
    guard node == Self.standing else { return node }
    if standingNode < 0 { standingNode = forest.addRoot(.standingState) }
    return standingNode
  }
}
