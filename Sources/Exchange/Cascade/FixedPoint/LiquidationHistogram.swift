/// A book of liquidations in bins, linear inside each bin.
///
/// The book of the reduced-form simulation (`model.md` §2.1): 256 bins over the log distance between
/// price and liquidation price. The greatest fixed point is searched from the near end, at most one
/// evaluation per bin and a bracketed root in the bin where it lies.
public struct LiquidationHistogram: Hashable, Sendable {
  /// The side.
  public let side: PositionSide
  /// The log distance at which the first bin begins: bins move with the price, this does not.
  public let nearest: Double
  /// The width of a bin in log units.
  public let binWidth: Double
  /// The quantity in each bin, the nearest first.
  public private(set) var bins: [Double]

  /// Creates an empty histogram.
  ///
  /// - Parameters:
  ///   - side: The side.
  ///   - binCount: Positive, default 256.
  ///   - nearest: The log distance of the first bin's near edge.
  ///   - binWidth: Positive.
  public init(side: PositionSide, binCount: Int = 256, nearest: Double = 0, binWidth: Double) {
    precondition(binCount > 0, "a histogram has bins: \(binCount)")
    precondition(binWidth > 0, "a bin has a width: \(binWidth)")
    self.side = side
    self.nearest = nearest
    self.binWidth = binWidth
    bins = Array(repeating: 0, count: binCount)
  }

  /// Adds a quantity at a log distance; beyond the ends it joins the end bin.
  public mutating func add(_ quantity: Double, atLogDistance distance: Double) {
    precondition(quantity >= 0, "a quantity must not be negative: \(quantity)")
    let position = ((distance - nearest) / binWidth).rounded(.down)
    bins[max(0, min(bins.count - 1, Int(position)))] += quantity
  }

  /// Q(d): what is forced when the price has moved by a log distance against the side.
  ///
  /// - Complexity: O(bins).
  public func quantity(atLogMove distance: Double) -> Double {
    let position = (distance - nearest) / binWidth
    guard position > 0 else { return 0 }
    let whole = min(bins.count, Int(position))
    var sum = bins[..<whole].reduce(0, +)
    if whole < bins.count { sum += (position - Double(whole)) * bins[whole] }
    return sum
  }

  /// Where a cascade ends.
  public struct FixedPoint: Hashable, Sendable {
    /// The log distance moved against the side, not negative.
    public let logMove: Double
    /// The quantity forced.
    public let quantity: Double
    /// Evaluations of the move function.
    public let evaluations: Int
  }

  /// The least move d ≥ 0 with d = move(Q(d)): the greatest fixed point of the price for longs.
  ///
  /// Two roots inside one bin are below the histogram's resolution; the bin's ends decide.
  ///
  /// - Parameter move: The log distance moved against the side, shock included, once a quantity has
  ///   been forced; nondecreasing.
  /// - Returns: The end.
  public func fixedPoint(move: (Double) -> Double) -> FixedPoint {
    var evaluations = 1
    let unforced = move(0)
    guard unforced > nearest else {
      return FixedPoint(logMove: unforced, quantity: 0, evaluations: evaluations)
    }
    var below = 0.0
    for (index, bin) in bins.enumerated() {
      let start = nearest + Double(index) * binWidth
      evaluations += 1
      if start + binWidth - move(below + bin) >= 0 {
        return root(start, below, bin, &evaluations, move)
      }
      below += bin
    }
    return FixedPoint(logMove: move(below), quantity: below, evaluations: evaluations + 1)
  }

  /// Halves the bin until the ends are neighbours: the excess is negative at its near end.
  private func root(
    _ start: Double,
    _ below: Double,
    _ bin: Double,
    _ evaluations: inout Int,
    _ move: (Double) -> Double
  ) -> FixedPoint {
    var (low, high) = (0.0, 1.0)
    while true {
      let middle = 0.5 * (low + high)
      guard middle > low, middle < high, evaluations < 400 else { break }
      evaluations += 1
      if start + middle * binWidth - move(below + middle * bin) >= 0 {
        high = middle
      } else {
        low = middle
      }
      if high - low < 0x1p-50 { break }
    }
    return FixedPoint(
      logMove: start + high * binWidth,
      quantity: below + high * bin,
      evaluations: evaluations
    )
  }
}
