import Quantities

/// How much is forced at or beyond each price, for one side of a book.
///
/// Q(p) = Σ quantities of longs with p_liq ≥ p (of shorts with p_liq ≤ p), exact for the list of
/// positions it was built from. Prices are scattered into equal cells with running sums; a query
/// adds one cell's members that qualify. Building costs two passes, a query one or two cache misses.
///
///     let profile = LiquidationProfile(side: .long, prices: prices, quantities: notionals)
///     let end = profile.fixedPoint(from: 0.95) { q in 0.95 * (1 - q / depth) }
public struct LiquidationProfile: Sendable {
  /// The side.
  public let side: PositionSide
  /// The number of positions.
  public let count: Int
  /// The sum of all quantities.
  public let total: Double

  private let sign: Double
  private let low: Double
  private let scale: Double
  /// A cell: what lies above it, and where its members are; together, so that a query misses once.
  private struct Cell {
    var above: Double
    var start: Int32
    var end: Int32
  }

  /// Cells in ascending order of y = sign · price.
  private var cells: [Cell]
  /// y and quantity of the members, cell by cell.
  private var members: [SIMD2<Double>]

  /// Builds a profile.
  ///
  /// - Parameters:
  ///   - side: The side.
  ///   - prices: Liquidation prices, finite.
  ///   - quantities: Not negative, one per price, in the unit that the price function takes.
  /// - Complexity: O(n).
  public init(side: PositionSide, prices: [Double], quantities: [Double]) {
    precondition(
      prices.count == quantities.count,
      "\(quantities.count) quantities for \(prices.count) prices"
    )
    self.side = side
    count = prices.count
    let sign: Double = side == .long ? 1 : -1
    self.sign = sign
    var (least, most) = (Double.infinity, -Double.infinity)
    for price in prices {
      least = min(least, sign * price)
      most = max(most, sign * price)
    }
    precondition(prices.isEmpty || (most - least).isFinite, "liquidation prices must be finite")
    var cellCount = 1
    while cellCount < prices.count / 8 && cellCount < 1 << 22 { cellCount *= 2 }
    let low = prices.isEmpty ? 0 : least
    let scale = most > least ? Double(cellCount - 1) / (most - least) : 0
    self.low = low
    self.scale = scale
    var next = [Int32](repeating: 0, count: cellCount + 1)
    for price in prices { next[Int((sign * price - low) * scale) + 1] += 1 }
    for cell in 0..<cellCount { next[cell + 1] += next[cell] }
    var members = [SIMD2<Double>](repeating: .zero, count: prices.count)
    for index in prices.indices {
      let y = sign * prices[index]
      let cell = Int((y - low) * scale)
      members[Int(next[cell])] = SIMD2(y, quantities[index])
      next[cell] += 1
    }
    var cells = [Cell](repeating: Cell(above: 0, start: 0, end: 0), count: cellCount)
    var sum = 0.0
    for cell in (0..<cellCount).reversed() {
      // Filling has moved each cell's beginning to its end.
      let start = cell == 0 ? 0 : next[cell - 1]
      cells[cell] = Cell(above: sum, start: start, end: next[cell])
      for index in Int(start)..<Int(next[cell]) { sum += members[index].y }
    }
    total = sum
    self.cells = cells
    self.members = members
  }

  /// Builds the profile of a position book.
  ///
  /// - Parameters:
  ///   - book: The positions.
  ///   - side: The side.
  ///   - valuesAtLiquidationPrice: Whether quantities are quote currency at the liquidation price
  ///     (as ``CascadeRules/Valuation/liquidationPrice`` orders are) or units of base.
  public init(_ book: PositionBook, side: PositionSide, valuesAtLiquidationPrice: Bool = true) {
    let tickSize = book.rules.scale.value(of: Price(book.rules.tickUnits))
    let unit = 1 / Double(Int64(powerOfTen(book.rules.scale.baseDecimals)))
    var prices: [Double] = []
    var quantities: [Double] = []
    for position in book.positions where position.side == side {
      guard let tick = book.liquidationTick(of: position.id), tick > 0 else { continue }
      let price = Double(tick) * tickSize
      let size = Double(position.size.units) * unit
      prices.append(price)
      quantities.append(valuesAtLiquidationPrice ? size * price : size)
    }
    self.init(side: side, prices: prices, quantities: quantities)
  }

  /// Q(p), the quantity forced when the mark is at a price.
  @inline(__always)
  public func quantity(atMark price: Double) -> Double {
    let y = sign * price
    let position = (y - low) * scale
    guard position >= 0 else { return y <= low ? total : 0 }
    guard position < Double(cells.count) else { return 0 }
    // When all prices are equal there is a single cell: the members decide.
    let cell = cells[Int(position)]
    var sum = cell.above
    for index in Int(cell.start)..<Int(cell.end) {
      let member = members[index]
      sum += member.x >= y ? member.y : 0
    }
    return sum
  }

  /// Where a cascade ends.
  public struct FixedPoint: Hashable, Sendable {
    /// The price.
    public let price: Double
    /// The quantity forced.
    public let quantity: Double
    /// Evaluations of the price function.
    public let rounds: Int
  }

  /// The fixed point that the physical cascade reaches: the greatest one for longs, the least for
  /// shorts.
  ///
  /// Each round liquidates what the last round's price triggered. The map is monotone, so the
  /// iteration is too and cannot pass a fixed point (Tarski, 1955); it ends because the list is
  /// finite. Nothing is damped and no number of rounds is assumed.
  ///
  /// - Parameters:
  ///   - start: The price after the shock, before any liquidation.
  ///   - price: The price when a quantity has been forced; monotone away from the start.
  /// - Returns: The end; its price is `price(quantity)` exactly.
  @inline(__always)
  public func fixedPoint(from start: Double, price: (Double) -> Double) -> FixedPoint {
    var current = start
    var forced = quantity(atMark: current)
    var rounds = 1
    while true {
      let next = price(forced)
      // Rounding may let the map step back by its last place: that is the fixed point.
      guard sign * next < sign * current else {
        return FixedPoint(price: current, quantity: forced, rounds: rounds)
      }
      current = next
      rounds += 1
      let more = quantity(atMark: current)
      if more == forced {
        return FixedPoint(price: current, quantity: forced, rounds: rounds)
      }
      forced = more
    }
  }
}
