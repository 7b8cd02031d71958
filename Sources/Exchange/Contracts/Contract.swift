public import Quantities

/// A market of the exchange: what is traded, in which steps, and what it pays.
///
/// Size is an `Amount` of base units for spot and linear contracts, of quote units
/// (the face value in dollars) for inverse ones, and of whole contracts for quanto ones.
public struct Contract: Hashable, Sendable {
  /// How long the contract lives.
  public enum Term: Hashable, Sendable {
    /// A transfer of both assets at once; no position.
    case spot
    /// Without expiry, tied to its index by funding.
    case perpetual
    /// Cash settled at `expiry`, at the index averaged over the `averaging` before it.
    case dated(expiry: Instant, averaging: Duration)
  }

  /// The name, such as `BTCUSDT`.
  public let symbol: String
  /// The asset whose price is quoted.
  public let base: Asset
  /// The asset in which the price is quoted.
  public let quote: Asset
  /// The asset in which profit, loss and margin are paid.
  public let settlement: Asset
  /// How value depends on price.
  public let payoff: Payoff
  /// How long the contract lives.
  public let term: Term
  /// The declared scales of base, price and quote.
  public let scale: TradeScale
  /// The smallest price step, in price units.
  public let tick: Int64
  /// The smallest step of an order's size.
  public let lot: Amount
  /// The face value of one contract: settlement units of a quanto contract per price unit; for
  /// other contracts the size units that one contract stands for.
  public let multiplier: Fraction

  /// Creates a contract.
  ///
  /// - Parameters:
  ///   - symbol: Not empty.
  ///   - base: The asset whose price is quoted.
  ///   - quote: The asset in which the price is quoted.
  ///   - settlement: The quote for linear, the base for inverse contracts; any third asset for a
  ///     quanto contract.
  ///   - payoff: How value depends on price.
  ///   - term: How long the contract lives.
  ///   - priceDecimals: From 0 to 18.
  ///   - tick: Positive, in units of the price scale.
  ///   - lot: Positive, in size units.
  ///   - multiplier: Positive.
  public init(
    symbol: String,
    base: Asset,
    quote: Asset,
    settlement: Asset,
    payoff: Payoff,
    term: Term,
    priceDecimals: Int,
    tick: Int64,
    lot: Amount,
    multiplier: Fraction = .one
  ) {
    precondition(!symbol.isEmpty, "a contract needs a symbol")
    precondition(tick > 0 && lot.units > 0, "tick and lot must be positive: \(tick), \(lot.units)")
    precondition(multiplier > .zero, "a multiplier must be positive: \(multiplier)")
    precondition(
      payoff == .quanto || settlement == (payoff == .linear ? quote : base),
      "a \(payoff) contract does not settle in \(settlement.symbol)"
    )
    self.symbol = symbol
    self.base = base
    self.quote = quote
    self.settlement = settlement
    self.payoff = payoff
    self.term = term
    scale = TradeScale(base: base, quote: quote, priceDecimals: priceDecimals)
    self.tick = tick
    self.lot = lot
    self.multiplier = multiplier
  }

  /// The tick as a price.
  public var tickPrice: Price { Price(tick) }

  /// The instant after which the contract no longer trades, or nil for spot and perpetuals.
  public var expiry: Instant? {
    if case .dated(let expiry, _) = term { expiry } else { nil }
  }
}
