public import Observatory
public import Quantities

/// A window of real bars: what came before it is known, what is inside is replayed.
public struct BarWindow: Sendable {
  /// Hours of history before the window that the opening book is estimated from.
  public static let historyHours = 30 * 24.0

  /// A window is refused if more than one bar in this many is missing.
  static let missingShareDivisor: Int64 = 20

  /// The number of bars missing inside the window: minutes without a trade.
  ///
  /// The path goes on with the next bar's prices; nothing is filled in.
  public let missingCount: Int
  /// The asset's ticker as the caller named it.
  public let symbol: String
  /// The file the bars were read from, as the caller named it.
  public let file: String
  /// The bars before the window, at most ``historyHours``, in order of time.
  public let before: PriceBars
  /// The bars of the window.
  public let inside: PriceBars
  /// The first instant of the window.
  public let from: Instant
  /// The first instant after it.
  public let to: Instant

  /// Selects a window.
  ///
  /// - Parameters:
  ///   - bars: All bars of the file.
  ///   - file: The file's name for errors.
  ///   - symbol: The asset's ticker.
  ///   - from: The first instant of the window.
  ///   - to: The first instant after it.
  /// - Throws: ``ScenarioError/window(file:reason:)`` if the window has no bars, has a gap, or has
  ///   less than three days of history before it. Nothing is filled in.
  public init(
    bars: PriceBars,
    file: String,
    symbol: String,
    from: Instant,
    to: Instant
  ) throws(ScenarioError) {
    guard from < to else {
      throw .argument(name: "--to", value: to.description, expected: "a time after \(from)")
    }
    try BarWindow.checkLength(bars, file: file, from: from, to: to)
    let inside = bars.bars(from: from.microseconds, to: to.microseconds)
    let expected = (to - from).microseconds / bars.intervalMicroseconds
    guard inside.count > 0 else {
      throw .window(file: file, reason: BarWindow.noBars(bars, from, to))
    }
    let offset = inside.times[0] - from.microseconds
    guard offset % bars.intervalMicroseconds == 0,
      (to - from).microseconds % bars.intervalMicroseconds == 0
    else {
      throw .argument(
        name: "--from",
        value: "\(from) to \(to)",
        expected: "whole bars of \(bars.intervalMicroseconds / 60_000_000) minutes of the file"
      )
    }
    // A minute without a trade has no bar; a longer silence is missing data.
    guard (expected - Int64(inside.count)) * BarWindow.missingShareDivisor <= expected else {
      throw .window(
        file: file,
        reason: "the window from \(from) to \(to) has \(inside.count) of \(expected) bars; "
          + "a gap is not filled"
      )
    }
    missingCount = Int(expected) - inside.count
    let history = Int64(BarWindow.historyHours * 3_600_000_000)
    let before = bars.bars(from: from.microseconds - history, to: from.microseconds)
    let hours = Double(before.count) * Double(bars.intervalMicroseconds) / 3_600_000_000
    guard hours >= 72 else {
      throw .window(
        file: file,
        reason: "only \(Int(hours)) hours of bars in the 30 days before \(from), expected 72"
      )
    }
    if let last = before.times.last,
      last + max(bars.intervalMicroseconds, 900_000_000) < from.microseconds
    {
      throw .window(
        file: file,
        reason: "the last bar before \(from) opens at \(Instant(microseconds: last)); "
          + "a gap is not filled"
      )
    }
    self.symbol = symbol
    self.file = file
    self.before = before
    self.inside = inside
    self.from = from
    self.to = to
  }

  /// Refuses bars longer than an hour and windows longer than thirty days.
  private static func checkLength(
    _ bars: PriceBars,
    file: String,
    from: Instant,
    to: Instant
  ) throws(ScenarioError) {
    let interval = Duration(microseconds: bars.intervalMicroseconds)
    guard interval <= .hours(1) else {
      throw .window(
        file: file,
        reason: "bars of \(interval.inSeconds / 3_600) hours, expected bars of at most an hour"
      )
    }
    guard to - from <= .days(30) else {
      throw .argument(
        name: "--to",
        value: to.description,
        expected: "at most 30 days after \(from)"
      )
    }
  }

  /// The close of the last bar before the window, US dollars.
  public var startPrice: Double {
    let last = before.close[before.count - 1]
    return Double(last.units) / Double(powerOfTen(last.decimals))
  }

  private static func noBars(_ bars: PriceBars, _ from: Instant, _ to: Instant) -> String {
    guard let first = bars.times.first, let last = bars.times.last else { return "no bars" }
    let start = Instant(microseconds: first)
    let end = Instant(microseconds: last + bars.intervalMicroseconds)
    let gap = bars.gaps.first { $0.start <= from.microseconds && $0.end >= to.microseconds }
    let cut = gap == nil ? "" : "; the window lies in a gap of the file"
    return "no bars from \(from) to \(to); the file covers \(start) to \(end)\(cut)"
  }
}

extension PricePath {
  /// The path through a window of bars: open, first extreme, second extreme, close.
  ///
  /// Bars do not say which extreme came first. A bar that closes higher is taken to have fallen
  /// first, one that closes lower to have risen first; each stretch takes a quarter of the bar.
  public init(through window: BarWindow) {
    let bars = window.inside
    let quarter = Duration(microseconds: bars.intervalMicroseconds / 4)
    var steps: [Step] = []
    steps.reserveCapacity(bars.count * 4)
    let open = bars.open.doubles
    let high = bars.high.doubles
    let low = bars.low.doubles
    let close = bars.close.doubles
    for index in 0..<bars.count {
      let isRising = close[index] >= open[index]
      let extremes = isRising ? [low[index], high[index]] : [high[index], low[index]]
      let prices = [open[index]] + extremes + [close[index]]
      let start = Instant(microseconds: bars.times[index])
      for (position, price) in prices.enumerated() {
        steps.append(Step(time: start + quarter * Int64(position + 1), price: price))
      }
    }
    self.init(start: window.from, startPrice: window.startPrice, steps: steps)
  }
}
