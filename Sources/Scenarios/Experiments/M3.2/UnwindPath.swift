import Economy

/// What the window of an ``UnwindWorld`` shows.
struct UnwindPath {
  let measured: MeasuredWorld
  /// Coins of the funds, of carry's short futures and of the longs, at the opening and each day's end.
  let fundCoins: [Double]
  let shorts: [Double]
  let longs: [Double]
  /// The annualised basis at each day's end.
  let basis: [Double]

  init(_ measured: MeasuredWorld) {
    self.measured = measured
    fundCoins = zip(measured.holdings[0], measured.holdings[1]).map { $0 + $1 }
    shorts = measured.holdings[2].map { -$0 }
    longs = measured.holdings[3]
    basis = measured.world.days.compactMap(\.bases.first)
  }

  /// Coins that left the funds.
  var outflow: Double { fundCoins[0] - fundCoins[fundCoins.count - 1] }

  /// Coins of futures that carry funds bought back.
  var boughtBack: Double { shorts[0] - shorts[shorts.count - 1] }

  /// Coins of fund shares that carry funds sold.
  var sharesSold: Double {
    let held = zip(measured.holdings[4], measured.holdings[5]).map { $0 + $1 }
    return held[0] - held[held.count - 1]
  }

  /// Coins of open interest: what the larger side has, the residual provider being on the other.
  var openInterest: [Double] { zip(shorts, longs).map(max) }

  /// Open interest at each day's end, dollars.
  var openInterestDollars: [Double] {
    zip(openInterest.dropFirst(), measured.logCloses("BTC")).map { $0 * Libm.exponential($1) }
  }

  /// The mean basis of the last thirty days.
  var lastBasis: Double {
    let recent = basis.suffix(30)
    return recent.reduce(0, +) / Double(recent.count)
  }

  /// The share of days below the break-even of 5 %.
  var shareBelow: Double { Double(basis.count { $0 < 0.05 }) / Double(basis.count) }

  /// Dollars at the opening price.
  func dollars(_ coins: Double) -> Double { 125_000 * coins }
}
