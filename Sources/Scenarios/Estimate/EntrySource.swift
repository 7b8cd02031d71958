public import Exchange
public import Statistics

/// Where the entry prices of the opening book come from.
///
/// A source knows which entries are still open: a position whose liquidation price the market has
/// crossed since it was opened is gone, and is not part of the book.
public protocol EntrySource: Sendable {
  /// Draws the entry price of one position.
  ///
  /// - Parameters:
  ///   - side: `buy` for a long.
  ///   - leverage: Notional over margin at entry, above one.
  ///   - maintenanceRate: Maintenance margin over notional.
  ///   - stream: The position's own stream.
  /// - Returns: A price that is still open, or nil if this draw has been liquidated already.
  func entry(
    side: OrderSide,
    leverage: Double,
    maintenanceRate: Double,
    using stream: inout Stream
  ) -> Double?
}

/// The least distance of a liquidation price from the price of the state, as a fraction of it.
///
/// The book rounds liquidation prices to whole ticks against the holder, and a tick is at most a
/// hundred-thousandth of the price: a position nearer than two of them would be liquidated by the
/// rounding, before anything has happened.
let leastOpeningDistance = 2e-5

/// The liquidation price of an isolated linear position over its entry price.
///
/// Long (1 − 1/L)/(1 − m), short (1 + 1/L)/(1 + m) (`model.md` §2.1). The book itself computes it in
/// integers; the estimate only asks which positions are still open.
func liquidationRatio(side: OrderSide, leverage: Double, maintenanceRate: Double) -> Double {
  side == .buy
    ? (1 - 1 / leverage) / (1 - maintenanceRate)
    : (1 + 1 / leverage) / (1 + maintenanceRate)
}
