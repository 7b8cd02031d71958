import Observatory
import Quantities
import Scenarios

/// A window of a file of bars, as the caller asked for it.
struct BarsRequest: Sendable {
  let file: String
  let symbol: String
  let from: Instant
  let to: Instant
  /// Open interest in US dollars, where the caller knows it.
  let openInterest: Double?

  /// Reads the file and selects the window.
  func window() throws -> BarWindow {
    let bars = try BarsRequest.read(file, symbol: symbol)
    return try BarWindow(bars: bars, file: file, symbol: symbol, from: from, to: to)
  }

  /// The market at the start of the window, estimated from the bars before it.
  func state(of window: BarWindow) throws -> MarketState {
    try MarketState(before: window, openInterest: openInterest)
  }

  /// Reads bars; in a file without a symbol column the symbol is only a name.
  private static func read(_ file: String, symbol: String) throws -> PriceBars {
    let source = try SourceFile.read(file)
    if try PriceBars.hasSymbols(source) { return try PriceBars(source, symbol: symbol) }
    return try PriceBars(source)
  }
}
