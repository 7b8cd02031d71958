import Quantities

/// A reading while it is being made: every series it looks at is recorded, used or missing.
struct ReadingDraft {
  /// The reading as far as it is known.
  var reading = IndicatorReading()
  /// What can be seen.
  let view: MarketView
  /// The series whose newest value is too old for their frequency, with its last day.
  private var stale: [(id: SeriesID, last: Day)] = []

  /// Starts a reading without a value.
  init(_ view: MarketView) { self.view = view }

  /// The day of the view.
  var today: Int { view.asOf.day.daysSince1970 }

  /// Reads a series and records its use; nil, and named as missing if a remedy is given, where there
  /// is none.
  ///
  /// A series whose newest value is too old for its frequency is named in the first remark.
  mutating func series(_ name: String, remedy: String? = nil) throws(StoreError) -> Series? {
    guard let series = try view.series(SeriesID(name)) else {
      if let remedy { missing(name, remedy: remedy) }
      return nil
    }
    if !reading.sources.contains(where: { $0.description.id == series.id }) {
      let use = SeriesUse(series)
      reading.sources.append(use)
      if use.isStale(at: view.asOf), let end = use.newest {
        stale.append((series.id, (end - Duration(microseconds: 1)).day))
      }
    }
    return series
  }

  /// The daily values of a series, gone on with by its twins after its end; empty where there is none.
  ///
  /// A series that is missing is named only if no twin stands in for it.
  mutating func values(_ name: String, remedy: String? = nil) throws(StoreError) -> DailyValues {
    var values = try series(name).map { DailyValues($0, through: today) } ?? DailyValues()
    for twin in SeriesTwins.of(name) {
      let end = values.days.last
      guard let other = try view.series(SeriesID(twin.name)), let newest = other.last,
        newest.refersTo.day.daysSince1970 > end ?? .min, let used = try series(twin.name)
      else { continue }
      let later = DailyValues(used, through: today)
      for (day, value) in zip(later.days, later.values) where day > end ?? .min {
        values.append(value * twin.factor, on: day)
      }
      let since = end.map { " after \(Day(daysSince1970: $0))" } ?? ""
      remark("\(name) is taken from \(twin.name)\(since)")
    }
    if values.isEmpty, let remedy { missing(name, remedy: remedy) }
    return values
  }

  /// Sets the headline with its place in its own history, which ends with it.
  ///
  /// - Parameters:
  ///   - history: The indicator at every time up to now; its last value is the headline.
  ///   - interval: The interval around the last value.
  ///   - expectedCount: How many values a complete history would hold; nil counts the trading days
  ///     of New York.
  ///   - period: The length of time that a value describes.
  ///   - ageDaysMax: A value that ended longer ago is no headline: it is named as missing, and kept as
  ///     a component.
  mutating func headline(
    _ history: DailyValues,
    interval: IndicatorInterval?,
    expectedCount: Int? = nil,
    period: SeriesPeriod = .day,
    ageDaysMax: Int = 366
  ) {
    guard let last = history.last, let first = history.days.first else { return }
    reading.history.append(IndicatorHistory(name: "value", history))
    let end = period.end(from: Instant(startOf: Day(daysSince1970: last.day)))
    guard view.asOf - end <= .days(Int64(ageDaysMax)) else {
      component("last_known_value", last.value, "unit of the headline", interval: interval)
      missing(
        "values after \(Day(daysSince1970: last.day)), which the view of \(view.asOf.day) needs",
        remedy: "import or pull newer values of the series below"
      )
      return
    }
    reading.value = last.value
    reading.interval = interval
    reading.percentile = history.share(atOrBelow: last.value)
    reading.observedAt = end
    reading.coverage = IndicatorCoverage(
      start: Instant(startOf: Day(daysSince1970: first)),
      end: end,
      count: history.count,
      expectedCount: expectedCount ?? Self.tradingDays(from: first, through: last.day)
    )
  }

  /// Adds a component.
  mutating func component(
    _ name: String,
    _ value: Double?,
    _ unit: String,
    interval: IndicatorInterval? = nil
  ) {
    reading.components.append(
      IndicatorComponent(name: name, value: value, unit: unit, interval: interval)
    )
  }

  /// Adds a component for the newest value of a history and one for its place in that history.
  mutating func component(_ name: String, newestOf history: DailyValues, _ unit: String) {
    guard let last = history.last else { return component(name, nil, unit) }
    component(name, last.value, unit)
    component("\(name)_percentile", history.share(atOrBelow: last.value), "share")
  }

  /// Names data that is not there.
  mutating func missing(_ what: String, remedy: String) {
    reading.missing.append(MissingSeries(what: what, remedy: remedy))
  }

  /// Adds a remark.
  mutating func remark(_ text: String) { reading.remarks.append(text) }

  /// The reading, with the series that are too old named in its first remark.
  func finished() -> IndicatorReading {
    guard !stale.isEmpty else { return reading }
    var finished = reading
    var days: [Day] = []
    for entry in stale.sorted(by: { $0.last < $1.last }) where days.last != entry.last {
      days.append(entry.last)
    }
    let groups = days.map { day in
      let names = stale.filter { $0.last == day }.map(\.id.name).joined(separator: ", ")
      return "\(names) to \(day)"
    }
    finished.remarks.insert(
      "stale on \(view.asOf.day): \(groups.joined(separator: "; "))",
      at: 0
    )
    return finished
  }

  /// The number of New York trading days from a day through another.
  static func tradingDays(from first: Int, through last: Int) -> Int {
    guard first <= last else { return 0 }
    return (first...last).count {
      TradingCalendar.newYork.isOpen(on: Day(daysSince1970: $0))
    }
  }

  /// The number of months from the first value's through the last's.
  static func monthCount(_ history: DailyValues) -> Int {
    guard let first = history.days.first, let last = history.days.last else { return 0 }
    let (start, end) = (Day(daysSince1970: first).civil, Day(daysSince1970: last).civil)
    return (end.year - start.year) * 12 + end.month - start.month + 1
  }
}

extension IndicatorInterval {
  /// Every value that the published figures allow when each was rounded to its last digit.
  static func rounding(_ low: Double, _ high: Double, of what: String) -> IndicatorInterval {
    IndicatorInterval(low: low, high: high, level: 1, method: "rounding of \(what)")
  }
}
