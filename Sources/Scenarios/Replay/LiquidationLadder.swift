import Exchange
import Quantities

/// The liquidation prices of a book, sorted by distance from a price, with the value behind them.
struct LiquidationLadder: Sendable {
  /// Log distance and value of one position, US dollars at its liquidation price.
  struct Rung: Sendable {
    let distance: Double
    let value: Double
    let leverageBand: UInt8
  }

  /// The longs, nearest first; distances are positive below the price.
  let longs: [Rung]
  /// The shorts, nearest first; distances are positive above the price.
  let shorts: [Rung]

  init(_ book: PositionBook, scales: MarketScales) {
    var longs: [Rung] = []
    var shorts: [Rung] = []
    let start = Libm.logarithm(scales.openingPrice)
    for position in book.positions {
      guard let tick = book.liquidationTick(of: position.id), tick > 0 else { continue }
      let price = Double(tick) * scales.grid.tickSize
      let value = scales.quantity(Int128(position.size.units)) * price
      let distance = Libm.logarithm(price) - start
      let isLong = position.side == .long
      let rung = Rung(
        distance: isLong ? -distance : distance,
        value: value,
        leverageBand: position.leverageBand
      )
      if isLong { longs.append(rung) } else { shorts.append(rung) }
    }
    longs.sort { ($0.distance, $0.value) < ($1.distance, $1.value) }
    shorts.sort { ($0.distance, $0.value) < ($1.distance, $1.value) }
    self.longs = longs
    self.shorts = shorts
  }
}
