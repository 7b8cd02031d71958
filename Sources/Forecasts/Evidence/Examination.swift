import Observatory
import Quantities

/// One claim before the data: reads series, remembers which, and keeps what it noted on the way.
struct Examination {
  let claim: Claim
  let decision: ClaimDecision
  let errors: [ArticleError]
  /// What could be known at the date.
  let view: MarketView
  private(set) var sources: [SeriesUse] = []
  private(set) var notes: [Evidence] = []

  init(claim: Claim, decision: ClaimDecision, errors: [ArticleError], view: MarketView) {
    self.claim = claim
    self.decision = decision
    self.errors = errors
    self.view = view
  }

  /// The last day all of which can be known.
  var today: Day { view.asOf.day + -1 }

  /// Whether the claim's date has passed; false without a date.
  var isDue: Bool {
    guard let due = decision.due, let day = try? Instant(parsing: due) else { return false }
    return view.asOf >= day + .days(1)
  }

  /// Keeps a reason that stays whatever is found later.
  mutating func note(_ evidence: Evidence) { notes.append(evidence) }

  /// The columns that hold prices or market values: a zero there means that nothing was published.
  private static let prices: Set<String> = [
    "open", "close", "dxy", "us_close_usd", "market_cap_usd", "usdt_supply_usd",
  ]

  /// The values of a series by day.
  mutating func daily(_ name: String) throws(EvidenceGap) -> DailyValues {
    let series = try series(name)
    let values = DailyValues(series)
    return Self.prices.contains(series.id.column) ? values.filter { $0 > 0 } : values
  }

  /// The values of a series by day, or nil where the store does not have it.
  mutating func dailyIfPresent(_ name: String) throws(EvidenceGap) -> DailyValues? {
    do throws(EvidenceGap) {
      return try daily(name)
    } catch .missing {
      return nil
    }
  }

  /// A series as stored.
  mutating func series(_ name: String) throws(EvidenceGap) -> Series {
    let found: Series?
    do throws(StoreError) {
      found = try view.series(SeriesID(name))
    } catch {
      throw .store(error)
    }
    guard let found else {
      throw .missing([Self.missing(name, "nothing of it is in the store")])
    }
    remember(found)
    return found
  }

  /// Every series of a data set that has a column.
  mutating func series(dataset: String, column: String) throws(EvidenceGap) -> [Series] {
    let found: [Series]
    do throws(StoreError) {
      found = try view.series(dataset: dataset, column: column)
    } catch {
      throw .store(error)
    }
    guard !found.isEmpty else {
      throw .missing([Self.missing("\(dataset)/\(column)", "nothing of it is in the store")])
    }
    for series in found { remember(series) }
    return found
  }

  /// Keeps a series as one of those behind the evidence that follows.
  mutating func remember(_ series: Series) {
    guard !sources.contains(where: { $0.description.id == series.id }) else { return }
    sources.append(SeriesUse(series))
  }

  /// The value of exactly a day.
  func need(_ values: DailyValues, on day: Day) throws(EvidenceGap) -> Double {
    guard let value = values.value(on: day) else { throw Self.gap(values, "\(day)") }
    return value
  }

  /// The newest value at most `reach` days before a day's end; a gap while the day has not passed.
  func need(
    _ values: DailyValues,
    upTo day: Day,
    reach: Int = 5
  ) throws(EvidenceGap) -> (day: Day, value: Double) {
    guard day <= today, let found = values.last(upTo: day, reach: reach) else {
      throw Self.gap(values, "\(day + -reach) to \(day)")
    }
    return found
  }

  /// The values of a range of days, at least `count` of them.
  func need(
    _ values: DailyValues,
    in range: ClosedRange<Day>,
    atLeast count: Int
  ) throws(EvidenceGap) -> DailyValues {
    let part = values.part(range)
    guard part.count >= count else {
      throw Self.gap(values, "\(range.lowerBound) to \(range.upperBound)")
    }
    return part
  }

  /// The days from a date to another, or to the newest that can be known if that is earlier.
  func span(
    from start: Day,
    to end: Day = Day(daysSince1970: 1 << 20)
  ) throws(EvidenceGap) -> ClosedRange<Day> {
    let last = min(today, end)
    guard start <= last else {
      throw .missing([
        MissingSeries(
          what: "days after \(start): the reading is of \(today)",
          remedy: "read at a later date with --as-of"
        )
      ])
    }
    return start...last
  }

  /// The gap of days that a series lacks.
  static func gap(_ values: DailyValues, _ days: String) -> EvidenceGap {
    .missing([missing(values.name, "the days \(days) are not in the store")])
  }

  private static func missing(_ name: String, _ what: String) -> MissingSeries {
    let file = name.prefix { $0 != "/" }
    return MissingSeries(
      what: "\(name): \(what)",
      remedy: "clino data import FOLDER, a folder whose catalogue lists \(file) with those rows"
    )
  }

  /// A reason from data, with every series read so far behind it.
  func data(
    _ text: String,
    _ number: ComputedNumber? = nil,
    expected: String? = nil,
    window: ClosedRange<Day>? = nil,
    errors: [String] = []
  ) -> Evidence {
    Evidence(
      .data,
      text,
      number: number,
      expected: expected,
      sources: sources,
      window: window.flatMap { window in
        window.lowerBound <= today ? window.lowerBound...min(today, window.upperBound) : nil
      },
      errors: errors
    )
  }

  /// A correction of one of the articles' errors by a computed number.
  func correction(_ id: String, _ text: String, _ number: ComputedNumber) -> Correction {
    precondition(CorrectedErrors.ids.contains(id), "\(id) is not among the corrected errors")
    guard let error = errors.first(where: { $0.id == id }) else {
      preconditionFailure("\(claim.id): no error \(id) touches it")
    }
    return Correction(error, computed: text, number: number)
  }

  /// Bitcoin's closes at 00:00 UTC: the long file, continued by Coinbase where it ends.
  mutating func bitcoin() throws(EvidenceGap) -> DailyValues {
    let long = try dailyIfPresent("yahoo_btcusd_1d/close")
    let coinbase = try dailyIfPresent("coinbase_premium_1d/BTC/us_close_usd")
    guard let long else {
      guard let coinbase else { return try daily("yahoo_btcusd_1d/close") }
      return coinbase
    }
    guard let coinbase, let end = long.days.last, let newest = coinbase.days.last, newest > end
    else { return long }
    let rest = coinbase.part((end + 1)...newest)
    return DailyValues(
      name: long.name,
      days: long.days + rest.days,
      values: long.values + rest.values
    )
  }
}

extension Day {
  /// A date that exists.
  static func on(_ year: Int, _ month: Int, _ day: Int) -> Day {
    guard let date = Day(year: year, month: month, day: day) else {
      preconditionFailure("no day \(year)-\(month)-\(day)")
    }
    return date
  }
}

extension ComputedNumber {
  /// A change as a fraction.
  static func fraction(_ value: Double, observations: Int? = nil) -> ComputedNumber {
    ComputedNumber(raw: value, unit: "fraction", observations: observations)
  }
}

extension Double {
  /// A share in percent with one decimal, for sentences.
  var share: String { "\((self * 1_000).rounded() / 10)%" }

  /// A fraction in percent with one decimal and a sign, for sentences.
  var percent: String {
    let tenths = (self * 1_000).rounded() / 10
    return (tenths > 0 ? "+" : "") + "\(tenths)%"
  }
}
