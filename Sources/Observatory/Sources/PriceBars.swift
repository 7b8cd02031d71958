/// Bars that a series should have and has not: downtime of the source, or rows cut out on purpose.
public struct BarGap: Hashable, Sendable {
  /// The open time of the first missing bar, microseconds since 1970.
  public let start: Int64
  /// The open time of the first bar after the gap, microseconds since 1970.
  public let end: Int64
  /// The number of bars that are missing.
  public let missingCount: Int

  /// Creates a gap.
  public init(start: Int64, end: Int64, missingCount: Int) {
    self.start = start
    self.end = end
    self.missingCount = missingCount
  }
}

/// Price bars of one symbol: open, high, low and close at a fixed interval, exact as published.
///
/// A bar's time is its open, UTC. Prices are integers at the file's own largest number of decimals,
/// and offered as floating-point numbers beside. Times rise strictly on the grid of the interval;
/// bars that are missing are listed in ``gaps``, never filled.
public struct PriceBars: Hashable, Sendable {
  /// Where the bars came from.
  public let provenance: SourceProvenance
  /// The symbol, if the file has a symbol column.
  public let symbol: String?
  /// The time from one bar's open to the next one's, microseconds: the most common spacing.
  public let intervalMicroseconds: Int64
  /// The open time of each bar, microseconds since 1970, strictly rising.
  public let times: [Int64]
  /// The first price of each bar.
  public let open: ExactColumn
  /// The highest price of each bar.
  public let high: ExactColumn
  /// The lowest price of each bar.
  public let low: ExactColumn
  /// The last price of each bar.
  public let close: ExactColumn
  /// The traded volume, if the file publishes it.
  public let volume: ExactColumn?
  /// Every other numeric column of the file, in its order.
  public let others: [ExactColumn]
  /// Every gap, in order of time.
  public let gaps: [BarGap]

  /// The number of bars.
  public var count: Int { times.count }
  /// The number of decimals of every price.
  public var priceDecimals: Int { close.decimals }
  /// The number of bars missing between the first and the last.
  public var missingCount: Int { gaps.reduce(0) { $0 + $1.missingCount } }

  /// The index of the first bar that opens at or after a time; ``count`` if none does.
  ///
  /// - Complexity: O(log count).
  public func index(atOrAfter time: Int64) -> Int {
    var low = 0
    var high = times.count
    while low < high {
      let middle = (low + high) / 2
      if times[middle] < time { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The bars that open in a half-open stretch of time; they may be none.
  ///
  /// - Parameters:
  ///   - start: Microseconds since 1970, included.
  ///   - end: Microseconds since 1970, excluded; not before `start`.
  /// - Returns: The bars, with the gaps between them.
  /// - Complexity: O(bars returned + gaps).
  public func bars(from start: Int64, to end: Int64) -> PriceBars {
    precondition(start <= end, "a stretch of time ends before it starts: \(start) to \(end)")
    let range = index(atOrAfter: start)..<index(atOrAfter: end)
    let kept = times[range]
    let inner = gaps.filter { gap in
      guard let first = kept.first, let last = kept.last else { return false }
      return gap.start > first && gap.end <= last
    }
    return PriceBars(
      provenance: provenance,
      symbol: symbol,
      intervalMicroseconds: intervalMicroseconds,
      times: Array(kept),
      open: open.slice(range),
      high: high.slice(range),
      low: low.slice(range),
      close: close.slice(range),
      volume: volume?.slice(range),
      others: others.map { $0.slice(range) },
      gaps: inner
    )
  }
}
