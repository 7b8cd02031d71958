public import Quantities

/// Walks a market forward in time: the map before each bar is built from what was knowable by then.
public struct MapWalk: Sendable {
  private let market: LeverageMarket
  private let rules: LeverageMapRules
  private var openInterest: DatedCursor
  private var openInterestAtBar: DatedCursor
  private var funding: DatedCursor
  private var nextHour = 0
  private var hourlyVolume = 0.0
  private var volumeWeight = 0.0
  /// The map after the last hour that was let in; nil before the first open interest.
  private(set) var cohorts: PositionCohorts?

  /// Creates a walk at the start of a market.
  public init(_ market: LeverageMarket, rules: LeverageMapRules = LeverageMapRules()) {
    self.market = market
    self.rules = rules
    openInterest = DatedCursor(market.openInterest)
    openInterestAtBar = openInterest
    funding = DatedCursor(market.funding)
  }

  /// Lets in every hour that was knowable at an instant; instants must not go back.
  public mutating func advance(to instant: Instant) {
    while nextHour < market.hours.count, market.hours[nextHour].knowableAt <= instant {
      let hour = market.hours[nextHour]
      nextHour += 1
      let step = 2 / (rules.entrySpanHours + 1)
      volumeWeight = 1 - (1 - volumeWeight) * (1 - step)
      hourlyVolume += step / volumeWeight * (hour.volume * hour.close - hourlyVolume)
      openInterest.move(to: hour.start)
      guard let known = openInterest.current?.value, known > 0 else { continue }
      var map = cohorts ?? PositionCohorts(rules: rules, price: hour.open)
      cohorts = nil
      map.advance(hour, openInterest: known)
      cohorts = map
    }
    openInterestAtBar.move(to: instant)
    funding.move(to: instant)
  }

  /// Open interest that is known now, in coins.
  var knownOpenInterest: Double? { openInterestAtBar.current?.value }

  /// Funding that is known now, in units of 0.05 % per eight hours, within ±3; 0 if none is.
  var knownFunding: Double { min(max((funding.current?.value ?? 0) / 0.05, -3), 3) }

  /// Maps a bar before it starts and lets its path sweep the map.
  ///
  /// - Parameters:
  ///   - start: The start of the bar; not before that of the last one.
  ///   - length: Its length.
  /// - Returns: Nil if open interest was not known, or nine tenths of the path's hours are not there.
  public mutating func bar(at start: Instant, length: Duration) -> MappedBar? {
    advance(to: start)
    let first = market.hourIndex(atOrAfter: start)
    let last = market.hourIndex(atOrAfter: start + length)
    let path = market.hours[first..<last]
    let hoursExpected = length.inSeconds / 3_600
    guard let cohorts, let known = knownOpenInterest, let opening = path.first,
      Double(path.count) >= 0.9 * hoursExpected,
      let swept = cohorts.swept(by: path, rules: rules)
    else { return nil }
    let open = opening.open
    let lowest = path.reduce(open) { min($0, $1.low) }
    let highest = path.reduce(open) { max($0, $1.high) }
    return MappedBar(
      start: start,
      openInterest: known,
      price: open,
      funding: knownFunding,
      swept: swept,
      fall: Libm.logarithm(open / lowest),
      rise: Libm.logarithm(highest / open),
      hourlyVolume: hourlyVolume
    )
  }
}
