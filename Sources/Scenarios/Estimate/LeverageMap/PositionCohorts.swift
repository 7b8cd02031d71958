/// Open positions by liquidation price, side and class: the density behind the leverage map.
///
/// Each class holds the **whole** open interest as it would lie if every position were of that class;
/// a ``LeverageMixture`` says how much of it is. Positions open at the prices of each hour, in amounts
/// that replace what owners closed and what open interest grew by; they leave with turnover, with a
/// fall of open interest, and when the price reaches their liquidation price.
struct PositionCohorts: Sendable {
  private let rules: LeverageMapRules
  /// Log distance from entry to the liquidation price of a long of each leverage; negative.
  let longDistances: [Double]
  /// Log distance from entry to the liquidation price of a short of each leverage; positive.
  let shortDistances: [Double]
  /// Log price at the start of bin 0.
  let origin: Double
  /// The number of bins of each class.
  let binCount: Int
  /// Coins by class and bin, before the scale of the class's book is applied.
  private(set) var longs: [Double]
  private(set) var shorts: [Double]
  /// What a unit of mass is worth in coins, by book: decay is applied here and not to every bin.
  private(set) var scales: [Double]
  /// Everything opened and not closed by its owner, liquidated or not, by book, in coins.
  private(set) var totals: [Double]
  /// The average amount opened in an hour, by book, in coins.
  private(set) var entryRates: [Double]
  private var entryWeight = 0.0
  private var lastOpenInterest = 0.0
  private var lastLow: Double?
  private var lastHigh: Double?

  /// Log prices reach this far to each side of the first one.
  private static let reach = 7.0

  /// Creates an empty map around a price.
  init(rules: LeverageMapRules, price: Double) {
    self.rules = rules
    longDistances = rules.longDistances
    shortDistances = rules.shortDistances
    origin = Libm.logarithm(price) - PositionCohorts.reach
    binCount = Int(2 * PositionCohorts.reach / rules.logStep)
    longs = Array(repeating: 0, count: binCount * rules.classCount)
    shorts = longs
    scales = Array(repeating: 1, count: rules.turnovers.count)
    totals = Array(repeating: 0, count: rules.turnovers.count)
    entryRates = totals
  }

  /// The bin of a log price, kept inside the map.
  func bin(_ logPrice: Double) -> Int {
    min(max(Int((logPrice - origin) / rules.logStep), 0), binCount - 1)
  }

  /// Lets an hour pass.
  ///
  /// - Parameters:
  ///   - hour: The bar.
  ///   - openInterest: Open interest known before the hour, in coins; positive.
  mutating func advance(_ hour: MarketHour, openInterest: Double) {
    let low = Libm.logarithm(hour.low)
    let high = Libm.logarithm(hour.high)
    removeSwept(low: low, high: high)
    let lowBin = bin(low)
    let highBin = bin(high)
    let step = 2 / (rules.entrySpanHours + 1)
    entryWeight = 1 - (1 - entryWeight) * (1 - step)
    for book in rules.turnovers.indices {
      let entered = turnOver(book, volume: hour.volume, openInterest: openInterest)
      entryRates[book] += step / entryWeight * (entered - entryRates[book])
      open(entered / scales[book], book: book, low: low, from: lowBin, through: highBin)
      if scales[book] < 1e-100 { rescale(book) }
    }
    lastOpenInterest = openInterest
    lastLow = low
    lastHigh = high
  }

  /// Closes what owners close in an hour and gives what they open, in coins.
  private mutating func turnOver(_ book: Int, volume: Double, openInterest: Double) -> Double {
    let hazard = min(rules.turnovers[book] * volume / openInterest, 3)
    let change = openInterest - lastOpenInterest
    let survival = Libm.exponential(-hazard - max(-change / openInterest, 0))
    let entered = openInterest * (1 - Libm.exponential(-hazard)) + max(change, 0)
    scales[book] *= survival
    totals[book] = totals[book] * survival + entered
    return entered
  }

  /// Spreads newly opened mass evenly over the prices of the hour, in every class of a book.
  private mutating func open(
    _ mass: Double,
    book: Int,
    low: Double,
    from first: Int,
    through last: Int
  ) {
    let share = mass / Double(last - first + 1)
    for (index, distances) in zip(longDistances, shortDistances).enumerated() {
      let row = (book * longDistances.count + index) * binCount
      let longStart = bin(low + distances.0)
      let shortStart = bin(low + distances.1)
      for offset in 0...(last - first) {
        longs[row + min(longStart + offset, binCount - 1)] += share
        shorts[row + min(shortStart + offset, binCount - 1)] += share
      }
    }
  }

  /// Removes positions whose liquidation price the hour reached.
  private mutating func removeSwept(low: Double, high: Double) {
    let longBins = bin(low)...max(bin(low), bin(max(high, lastHigh ?? high)) + 1)
    let shortBins = min(bin(high), max(bin(min(low, lastLow ?? low)) - 1, 0))...bin(high)
    for index in 0..<rules.classCount {
      let row = index * binCount
      for bin in longBins where bin < binCount { longs[row + bin] = 0 }
      for bin in shortBins { shorts[row + bin] = 0 }
    }
  }

  private mutating func rescale(_ book: Int) {
    let classes = rules.leverages.count
    for index in (book * classes * binCount)..<((book + 1) * classes * binCount) {
      longs[index] *= scales[book]
      shorts[index] *= scales[book]
    }
    scales[book] = 1
  }
}
