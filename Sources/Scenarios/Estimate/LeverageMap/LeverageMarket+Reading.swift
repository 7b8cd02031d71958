public import Observatory
public import Quantities

extension LeverageMarket {
  /// Reads what was knowable about a coin at an instant.
  ///
  /// Open interest is published in dollars; it is divided by the last price of its period, so that a
  /// change of price is not taken for a change of positions.
  ///
  /// - Parameters:
  ///   - series: The coin's series.
  ///   - reader: The store.
  ///   - asOf: Nothing that became knowable later is read.
  /// - Throws: ``ScenarioError/store(_:)``, or ``ScenarioError/missing(what:remedy:)`` if the store
  ///   holds no hourly bars or no open interest of the coin.
  public init(
    _ series: LeverageMarketSeries,
    from reader: some SeriesReader,
    asOf: Instant
  ) throws(ScenarioError) {
    var reading = MarketReading(reader: reader, asOf: asOf)
    let hours = try reading.hours(series.bars)
    guard !hours.isEmpty else {
      throw .missing(what: "\(series.bars)/close", remedy: "clino data import with hourly bars")
    }
    let closes = hours.map {
      DatedValue(time: $0.start + .hours(1), knowableAt: $0.knowableAt, value: $0.close)
    }
    let openInterest = try reading.inCoins(series.openInterest, closes: closes)
    guard !openInterest.isEmpty else {
      throw .missing(
        what: series.openInterest.name,
        remedy: "clino data import with coinglass_open_interest_1d"
      )
    }
    let funding = try reading.values(series.funding)
    let dailyVolume = try reading.sum(series.takerVolume)
    var daily = try reading.reports(series.early, firstRegime: 0, closes: closes)
    let late = try reading.reports(series.daily, firstRegime: 1, closes: nil)
    daily = daily.filter { early in late.first.map { early.start < $0.start } ?? true } + late
    self.init(
      symbol: series.symbol,
      hours: hours,
      openInterest: openInterest,
      funding: funding,
      dailyVolume: dailyVolume,
      daily: daily,
      fourHourly: try reading.reports(series.fourHourly, firstRegime: 3, closes: nil),
      fourHourlyOpenInterest: try reading.inCoins(series.fourHourlyOpenInterest, closes: closes),
      sources: reading.used
    )
  }
}

/// Reads series and remembers which had values.
private struct MarketReading<Reader: SeriesReader> {
  let reader: Reader
  let asOf: Instant
  private(set) var used: [String] = []

  init(reader: Reader, asOf: Instant) {
    self.reader = reader
    self.asOf = asOf
  }

  private mutating func series(_ id: SeriesID) throws(ScenarioError) -> Series? {
    let found: Series?
    do throws(StoreError) { found = try reader.series(id, .asOf(asOf)) } catch {
      throw .store(error)
    }
    guard let found, !found.isEmpty else { return nil }
    used.append(id.name)
    return found
  }

  mutating func values(_ id: SeriesID) throws(ScenarioError) -> [DatedValue] {
    try series(id)?.observations.map {
      DatedValue(time: $0.refersTo, knowableAt: $0.knowableAt, value: $0.value.doubleValue)
    } ?? []
  }

  /// The sum of two series at the times that both have.
  mutating func sum(_ ids: [SeriesID]) throws(ScenarioError) -> [DatedValue] {
    let first = try values(ids[0])
    let second = try values(ids[1])
    var position = 0
    return first.compactMap { value in
      while position < second.count, second[position].time < value.time { position += 1 }
      guard position < second.count, second[position].time == value.time else { return nil }
      return DatedValue(
        time: value.time,
        knowableAt: max(value.knowableAt, second[position].knowableAt),
        value: value.value + second[position].value
      )
    }
  }

  mutating func hours(_ dataset: String) throws(ScenarioError) -> [MarketHour] {
    var columns: [[Observation]] = []
    for column in ["open", "high", "low", "close", "volume"] {
      guard let found = try series(SeriesID(dataset: dataset, column: column)) else { return [] }
      columns.append(found.observations)
    }
    var positions = [0, 0, 0, 0, 0]
    var hours: [MarketHour] = []
    hours.reserveCapacity(columns[0].count)
    for first in columns[0] {
      var row: [Observation] = [first]
      for column in 1..<5 {
        let values = columns[column]
        while positions[column] < values.count,
          values[positions[column]].refersTo < first.refersTo
        { positions[column] += 1 }
        if positions[column] < values.count, values[positions[column]].refersTo == first.refersTo {
          row.append(values[positions[column]])
        }
      }
      guard row.count == 5 else { continue }
      hours.append(try hour(row, dataset: dataset))
    }
    return hours
  }

  private func hour(_ row: [Observation], dataset: String) throws(ScenarioError) -> MarketHour {
    let prices = row.map(\.value.doubleValue)
    guard prices[2] > 0, prices[2] <= min(prices[0], prices[3]),
      prices[1] >= max(prices[0], prices[3])
    else {
      throw .window(file: dataset, reason: "prices out of order at \(row[0].refersTo)")
    }
    return MarketHour(
      start: row[0].refersTo,
      knowableAt: row.dropFirst().reduce(row[0].knowableAt) { max($0, $1.knowableAt) },
      open: prices[0],
      high: prices[1],
      low: prices[2],
      close: prices[3],
      volume: max(prices[4], 0)
    )
  }

  /// Dollar values at the end of each period over the price then; periods without a price are left out.
  mutating func inCoins(_ id: SeriesID, closes: [DatedValue]) throws(ScenarioError) -> [DatedValue]
  {
    guard let found = try series(id) else { return [] }
    var position = 0
    return found.observations.compactMap { observation in
      let end = found.description.period.end(from: observation.refersTo)
      while position < closes.count, closes[position].time < end { position += 1 }
      guard position < closes.count, closes[position].time == end else { return nil }
      return DatedValue(
        time: observation.refersTo,
        knowableAt: max(observation.knowableAt, closes[position].knowableAt),
        value: observation.value.doubleValue / closes[position].value
      )
    }
  }

  /// Pairs of long and short reports; in dollars, or in coins if closes are given.
  mutating func reports(
    _ ids: [SeriesID],
    firstRegime: Int,
    closes: [DatedValue]?
  ) throws(ScenarioError) -> [ReportedLiquidations] {
    guard ids.count == 2, let longs = try series(ids[0]), let shorts = try series(ids[1]) else {
      return []
    }
    var position = 0
    var price = 0
    return longs.observations.compactMap { long in
      while position < shorts.count, shorts.observations[position].refersTo < long.refersTo {
        position += 1
      }
      guard position < shorts.count, shorts.observations[position].refersTo == long.refersTo else {
        return nil
      }
      let short = shorts.observations[position]
      var unit = 1.0
      if let closes {
        let end = longs.description.period.end(from: long.refersTo)
        while price < closes.count, closes[price].time < end { price += 1 }
        guard price < closes.count, closes[price].time == end else { return nil }
        unit = closes[price].value
      }
      let isCensored = firstRegime > 0 && long.refersTo >= ReportedLiquidations.censoringStart
      return ReportedLiquidations(
        start: long.refersTo,
        knowableAt: max(long.knowableAt, short.knowableAt),
        long: long.value.doubleValue * unit,
        short: short.value.doubleValue * unit,
        regime: isCensored ? firstRegime + 1 : firstRegime
      )
    }
  }
}
