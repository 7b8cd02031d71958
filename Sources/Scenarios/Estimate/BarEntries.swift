public import Exchange
import Observatory
import Quantities
public import Statistics

/// Entry prices from the bars before a window: where volume traded, faded by age, still alive.
///
/// A position opened in a bar is gone if the price has reached its liquidation price in a later bar
/// or at the start of the window. The bar of the entry itself is not tested, because nobody knows
/// which of its prices came first. Nothing from inside the window is read.
public struct BarEntries: EntrySource {
  /// One bar before the window.
  public struct Bar: Hashable, Sendable {
    /// Hours from the bar's open to the start of the window; positive.
    public let age: Double
    /// Highest price.
    public let high: Double
    /// Lowest price.
    public let low: Double
    /// Traded volume in units of the asset; one where the file has none.
    public let volume: Double

    /// Creates a bar.
    public init(age: Double, high: Double, low: Double, volume: Double) {
      self.age = age
      self.high = high
      self.low = low
      self.volume = volume
    }
  }

  private let bars: [Bar]
  private let cumulative: [Double]
  private let lowestAfter: [Double]
  private let highestAfter: [Double]
  private let price: Double

  /// Creates a source.
  ///
  /// - Parameters:
  ///   - bars: In order of time, at least one.
  ///   - halfLife: Hours after which half of the positions opened in a bar have been closed.
  ///   - price: The price at which the window starts.
  public init(bars: [Bar], halfLife: Double, price: Double) {
    precondition(!bars.isEmpty, "the opening book needs bars before the window")
    self.bars = bars
    self.price = price
    var total = 0.0
    cumulative = bars.map { bar in
      total +=
        max(bar.volume, 1e-12) * Libm.exponential(-bar.age / halfLife * 0.693_147_180_559_945_3)
      return total
    }
    var low = price * (1 - leastOpeningDistance)
    var high = price * (1 + leastOpeningDistance)
    var lows = [Double](repeating: price, count: bars.count)
    var highs = lows
    for index in bars.indices.reversed() {
      lows[index] = low
      highs[index] = high
      low = min(low, bars[index].low)
      high = max(high, bars[index].high)
    }
    lowestAfter = lows
    highestAfter = highs
  }

  /// Creates a source from the bars before a window.
  public init(before window: BarWindow, halfLife: Double) {
    let bars = window.before
    let high = bars.high.doubles
    let low = bars.low.doubles
    let volume = bars.volume?.doubles
    let history = (0..<bars.count).map { index in
      Bar(
        age: (window.from - Instant(microseconds: bars.times[index])).inSeconds / 3_600,
        high: high[index],
        low: low[index],
        volume: volume?[index] ?? 1
      )
    }
    self.init(bars: history, halfLife: halfLife, price: window.startPrice)
  }

  /// Draws a bar by its faded volume and a price within it.
  public func entry(
    side: OrderSide,
    leverage: Double,
    maintenanceRate: Double,
    using stream: inout Stream
  ) -> Double? {
    let index = bar(at: stream.nextUniform() * (cumulative.last ?? 0))
    let bar = bars[index]
    let entry = bar.low + (bar.high - bar.low) * stream.nextUniform()
    let trigger =
      entry * liquidationRatio(side: side, leverage: leverage, maintenanceRate: maintenanceRate)
    let isOpen = side == .buy ? trigger < lowestAfter[index] : trigger > highestAfter[index]
    return isOpen ? entry : nil
  }

  /// The first bar whose cumulative weight exceeds `weight`.
  private func bar(at weight: Double) -> Int {
    var low = 0
    var high = cumulative.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > weight { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
