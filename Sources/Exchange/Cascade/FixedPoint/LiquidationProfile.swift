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
  /// Where each cell's members begin; cells are in ascending order of y = sign · price.
  private var starts: [Int32]
  /// The quantity in all cells above a cell.
  private var above: [Double]
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
    var cells = 1
    while cells < prices.count / 4 && cells < 1 << 22 { cells *= 2 }
    let low = prices.isEmpty ? 0 : least
    let scale = most > least ? Double(cells - 1) / (most - least) : 0
    self.low = low
    self.scale = scale
    var starts = [Int32](repeating: 0, count: cells + 1)
    for price in prices { starts[Int((sign * price - low) * scale) + 1] += 1 }
    for cell in 0..<cells { starts[cell + 1] += starts[cell] }
    var next = starts
    var members = [SIMD2<Double>](repeating: .zero, count: prices.count)
    for index in prices.indices {
      let y = sign * prices[index]
      let cell = Int((y - low) * scale)
      members[Int(next[cell])] = SIMD2(y, quantities[index])
      next[cell] += 1
    }
    var above = [Double](repeating: 0, count: cells)
    var sum = 0.0
    for cell in (0..<cells).reversed() {
      above[cell] = sum
      for index in Int(starts[cell])..<Int(starts[cell + 1]) { sum += members[index].y }
    }
    total = sum
    self.starts = starts
    self.above = above
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
    guard position < Double(above.count) else { return 0 }
    // A single cell when all prices are equal: the members decide.
    let cell = Int(position)
    var sum = above[cell]
    for index in Int(starts[cell])..<Int(starts[cell + 1]) {
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
