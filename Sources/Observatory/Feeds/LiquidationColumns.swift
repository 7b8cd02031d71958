import Quantities

/// The columns of liquidations, with one meaning for all venues: which side of the market was closed.
///
/// The venues disagree on what their side says. Binance and BitMEX give the side of the order that
/// closes the position (SELL closes a long), Bybit that of the position (Buy was a long), OKX names the
/// position (`posSide`), Deribit marks trades and gives the taker's side.
enum LiquidationColumns {
  /// Quantities and prices of liquidated longs and shorts.
  static func columns(unit: String) -> [FeedColumn] {
    LiquidatedSide.allCases.flatMap { side in
      [
        FeedColumn(
          "\(side.rawValue)_liquidated_quantity",
          unit: unit,
          "Quantity of one liquidation that closed a \(side.rawValue)."
        ),
        FeedColumn(
          "\(side.rawValue)_liquidated_price",
          unit: "quote currency",
          "Price of one liquidation that closed a \(side.rawValue)."
        ),
      ]
    }
  }

  /// What must stand in the notes of a feed that leaves liquidations out.
  static let censored = "isLowerBound: at most one liquidation per symbol and second is published"
}

/// Which side of the market a liquidation closed.
enum LiquidatedSide: String, CaseIterable, Sendable {
  case long, short

  /// The side that an order of this direction closes.
  static func closed(byOrder side: String) -> LiquidatedSide? {
    switch side.lowercased() {
    case "sell": .long
    case "buy": .short
    default: nil
    }
  }

  /// The side of a position described as bought or sold.
  static func held(byPosition side: String) -> LiquidatedSide? {
    switch side.lowercased() {
    case "buy", "long": .long
    case "sell", "short": .short
    default: nil
    }
  }
}

extension FeedTable {
  /// Adds one liquidation.
  mutating func addLiquidation(
    _ side: LiquidatedSide,
    subject: String? = nil,
    at time: Instant,
    knowable: Instant? = nil,
    quantity: ExactDecimal,
    price: ExactDecimal
  ) throws(FeedError) {
    for (part, value) in [("quantity", quantity), ("price", price)] {
      try add(
        "\(side.rawValue)_liquidated_\(part)",
        subject: subject,
        at: time,
        knowable: knowable ?? time,
        value
      )
    }
  }
}
