import Quantities

/// Volume and volatility of the thirty days before a map.
struct RecentActivity: Sendable {
  let dailyVolume: Double
  let dailyVolatility: Double

  init(_ market: LeverageMarket, until last: MarketHour) {
    let start = last.start - .days(30)
    let hours = market.hours[market.hourIndex(atOrAfter: start)...]
    var squares = 0.0
    for (before, after) in zip(hours, hours.dropFirst()) {
      let change = Libm.logarithm(after.close / before.close)
      squares += change * change
    }
    let days = Double(max(hours.count, 2)) / 24
    dailyVolatility = max((squares / days).squareRoot(), 1e-5)
    let reported = market.dailyVolume.filter { $0.time >= start }.map(\.value)
    let traded = hours.reduce(0) { $0 + $1.volume * $1.close } / days
    dailyVolume = max(
      1,
      reported.isEmpty ? traded : reported.reduce(0, +) / Double(reported.count)
    )
  }
}
