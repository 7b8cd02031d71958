import Observatory
import Quantities

extension MarketState {
  /// The market at the start of a window, estimated from the bars before it and from nothing else.
  ///
  /// Price is the last close, volatility the root mean square of the log returns from close to close,
  /// scaled to a day, volume the mean per day in US dollars at the closes. Open interest, where the caller does not know it, is
  /// a share of the daily volume: 0.30 with a 90 % interval of 0.12 to 0.75, which is what BTCUSDT on
  /// Binance had from 2022 to 2025.
  ///
  /// - Parameters:
  ///   - window: The window and its history.
  ///   - openInterest: US dollars, or nil.
  /// - Throws: ``ScenarioError/window(file:reason:)`` if neither volume nor open interest is known,
  ///   or the history does not move.
  public init(before window: BarWindow, openInterest: Double?) throws(ScenarioError) {
    let bars = window.before
    let days = Double(bars.count) * Double(bars.intervalMicroseconds) / 86_400_000_000
    let volatility = MarketState.dailyVolatility(of: bars)
    guard volatility > 0 else {
      throw .window(file: window.file, reason: "the price did not move before \(window.from)")
    }
    let traded = MarketState.tradedValue(of: bars).map { $0 / days }
    guard let volume = traded ?? openInterest.map({ $0 / 0.3 }), volume >= 1 else {
      throw .window(
        file: window.file,
        reason: "no volume column and no open interest, expected one of them"
      )
    }
    let stock: Prior =
      openInterest.map { .fixed($0) }
      ?? .logNormal(median: 0.3 * volume, p05: 0.12 * volume, p95: 0.75 * volume)
    self.init(
      name: "\(window.symbol) \(window.from) to \(window.to)",
      title: "\(window.symbol) from \(window.from) to \(window.to)",
      asset: window.symbol,
      asOf: window.from,
      price: window.startPrice,
      priors: [
        .openInterest: stock, .dailyVolume: .fixed(volume), .dailyVolatility: .fixed(volatility),
        // Assumption: a venue's fund is about one percent of its open interest.
        .insuranceFund: .fixed(0.01 * stock.center),
      ]
    )
  }

  private static func dailyVolatility(of bars: PriceBars) -> Double {
    let closes = bars.close.doubles
    guard closes.count > 1 else { return 0 }
    var squares = 0.0
    for (last, next) in zip(closes, closes.dropFirst()) {
      let change = Libm.logarithm(next / last)
      squares += change * change
    }
    let perDay = 86_400_000_000 / Double(bars.intervalMicroseconds)
    return (squares / Double(closes.count - 1) * perDay).squareRoot()
  }

  private static func tradedValue(of bars: PriceBars) -> Double? {
    guard let volume = bars.volume?.doubles else { return nil }
    return zip(volume, bars.close.doubles).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
