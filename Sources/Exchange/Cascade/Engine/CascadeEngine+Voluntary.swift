public import Quantities

extension CascadeEngine {
  /// Opens a position against the residual provider at the market's price.
  ///
  /// The order moves the market like any other and is a root in the forest; the owner's class pays
  /// the margin from its free cash.
  ///
  /// - Parameters:
  ///   - side: Which way it gains.
  ///   - size: Base minor units, positive.
  ///   - margin: Quote minor units, not negative.
  ///   - ownerClass: Below ``PositionBook/ownerClassCount``.
  ///   - leverageBand: A label for tables.
  ///   - tier: An index into the rules' tiers.
  ///   - market: Where the order is cleared.
  /// - Returns: The position's id.
  /// - Throws: ``CascadeError``; the market has then moved, the book has not.
  public mutating func open<Market: Liquidity & ~Copyable>(
    side: PositionSide,
    size: Amount,
    margin: Amount,
    ownerClass: UInt8 = 0,
    leverageBand: UInt8 = 0,
    tier: Int = 0,
    in market: inout Market
  ) throws(CascadeError) -> PositionID {
    let sign = side.sign
    let volume = Double(sign) * Double(size.units) * baseUnit * mid(market)
    let execution = market.clear(volume)
    let cash = Self.notional(of: size.units, at: execution.averagePrice, book.rules.scale)
    let id = try admit(
      side: side,
      size: size,
      notional: Amount(cash),
      margin: margin,
      ownerClass: ownerClass,
      leverageBand: leverageBand,
      tier: tier
    )
    _ = forest.addRoot(.voluntaryOrder, logMove: execution.impact)
    return id
  }

  /// Closes a position or part of it by its owner's own decision, at the market's price.
  ///
  /// Profit and the part's margin go to the class's free cash, which a loss beyond the margin makes
  /// smaller.
  ///
  /// - Parameters:
  ///   - id: An open position.
  ///   - size: Base minor units; nil for all of it.
  ///   - market: Where the order is cleared.
  /// - Returns: The realised profit, quote minor units.
  /// - Throws: ``CascadeError``.
  @discardableResult
  public mutating func close<Market: Liquidity & ~Copyable>(
    _ id: PositionID,
    size: Amount? = nil,
    in market: inout Market
  ) throws(CascadeError) -> Amount {
    try book.requireOpen(id)
    let whole = book.snapshot(id)
    let part = try book.reduce(id, by: size ?? whole.size).part
    let volume = -Double(part.side.sign) * Double(part.size.units) * baseUnit * mid(market)
    let execution = market.clear(volume)
    let cash = Self.notional(of: part.size.units, at: execution.averagePrice, book.rules.scale)
    let profit = settle(part, for: cash)
    _ = forest.addRoot(.voluntaryOrder, logMove: execution.impact)
    return profit
  }

  /// Moves free cash of the owner's class into a position's margin or, if negative, back.
  ///
  /// - Throws: ``CascadeError``; nothing has then changed.
  public mutating func addMargin(_ amount: Amount, to id: PositionID) throws(CascadeError) {
    try book.requireOpen(id)
    let ownerClass = Int(book.rows[id.index].ownerClass)
    try book.addMargin(amount, to: id)
    accounts.ownerCash[ownerClass] -= amount
  }

  /// Charges funding to everyone who holds contracts, inside the book and outside.
  ///
  /// - Parameters:
  ///   - rate: Of the notional; longs pay a positive rate.
  ///   - price: The price that funding is charged on.
  /// - Throws: ``CascadeError/overflow(operation:)``.
  public mutating func applyFunding(rate: Rate, at price: Price) throws(CascadeError) {
    let step = try book.applyFunding(rate: rate, at: price)
    let residual = PositionBook.fundingPayment(
      size: accounts.residualContracts.units,
      step: step
    )
    let exogenous = PositionBook.fundingPayment(
      size: accounts.exogenousContracts.units,
      step: step
    )
    accounts.residualCash.units -= residual
    accounts.exogenousCash.units -= exogenous
    book.fundingPool += residual + exogenous
  }

  /// Adds to the insurance fund from the free cash of an owner class, as when a venue recapitalises.
  public mutating func contribute(_ amount: Amount, fromOwnerClass ownerClass: UInt8) {
    accounts.ownerCash[Int(ownerClass)] -= amount
    accounts.insuranceFund += amount
  }

  private func mid<Market: Liquidity & ~Copyable>(_ market: borrowing Market) -> Double {
    book.rules.scale.value(of: market.midPrice)
  }
}
