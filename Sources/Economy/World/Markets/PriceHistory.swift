import Statistics

/// What is remembered of a market's prices: closes, estimated volatility, the quarter's high.
///
/// Estimates use yesterday and before: what a participant sees on a day was knowable the day before.
struct PriceHistory: Sendable {
  /// ln of the closes at 24:00 UTC, the opening price first.
  private(set) var closes: [Double]
  /// ln of the closes at 16:00 New York on business days, with the number of the day.
  private(set) var equityCloses: [(day: Int, log: Double)] = []
  /// σ̂², the variance of a day's log return, half-life ten days.
  private(set) var dailyVariance: Double
  /// σ̂²_1h, the variance of an hour's log return, half-life one hour.
  private(set) var hourlyVariance: Double
  /// ln of the highest close of the quarter so far.
  private(set) var quarterHigh: Double
  private var lastBar: Double
  /// The log move of the last bar.
  private(set) var barMove = 0.0
  private let barHours: Double
  private let barDecay: Double

  private static let dailyDecay = Libm.pow(0.5, 1.0 / 10)

  init(logPrice: Double, dailyVolatility: Double, barsPerDay: Int) {
    closes = [logPrice]
    lastBar = logPrice
    quarterHigh = logPrice
    dailyVariance = dailyVolatility * dailyVolatility
    hourlyVariance = dailyVariance / 24
    barHours = 24 / Double(barsPerDay)
    barDecay = Libm.pow(0.5, barHours)
  }

  mutating func endBar(logPrice: Double) {
    let move = logPrice - lastBar
    hourlyVariance = barDecay * hourlyVariance + (1 - barDecay) * move * move / barHours
    lastBar = logPrice
    barMove = move
  }

  mutating func endSession(day: Int, logPrice: Double) {
    equityCloses.append((day, logPrice))
  }

  mutating func endDay(logPrice: Double, isQuarterEnd: Bool) {
    let move = logPrice - closes[closes.count - 1]
    dailyVariance = Self.dailyDecay * dailyVariance + (1 - Self.dailyDecay) * move * move
    closes.append(logPrice)
    quarterHigh = isQuarterEnd ? logPrice : max(quarterHigh, logPrice)
  }

  /// The log return over the last days that are known, up to the opening.
  func logReturn(days: Int) -> Double {
    closes[closes.count - 1] - closes[max(0, closes.count - 1 - days)]
  }

  /// Annualised realised volatility of the last days, uncentred (`model.md` §5.1); nil before two days.
  func realisedVolatility(days: Int, daysPerYear: Double = 365) -> Double? {
    let count = min(days, closes.count - 1)
    guard count > 1 else { return nil }
    var sum = 0.0
    for place in (closes.count - count)..<closes.count {
      let move = closes[place] - closes[place - 1]
      sum += move * move
    }
    return (sum * daysPerYear / Double(count)).squareRoot()
  }
}
