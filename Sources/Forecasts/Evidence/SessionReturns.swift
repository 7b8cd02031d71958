import Observatory
import Quantities

/// At what time of its day bitcoin is sampled for a statistic with a market that closes in New York.
enum BitcoinSampling: String {
  case newYorkClose = "BTC is sampled at 16:00 New York."
  case utcDay = """
    BTC is sampled at 00:00 UTC, hours after New York's close: the store has no hourly bar of the window.
    """
}

/// The returns of bitcoin and of another market from one close of New York to the next.
///
/// The pairs and their statistics are those of indicator I06, so that a claim and the indicator show one
/// number for one window.
struct SessionReturns {
  let pairs: AlignedReturns
  let sampling: BitcoinSampling
  /// The days that the returns end on.
  let days: [Day]

  init(_ pairs: AlignedReturns, _ sampling: BitcoinSampling) {
    self.pairs = pairs
    self.sampling = sampling
    days = pairs.days.map { Day(daysSince1970: $0) }
  }

  /// From the first to the last day; nil without returns.
  var span: ClosedRange<Day>? {
    guard let first = days.first, let last = days.last else { return nil }
    return first...last
  }

  /// The correlation of all pairs with its interval; nil below `minimum` pairs.
  func correlation(minimum: Int) -> ComputedNumber? {
    guard days.count >= minimum, let estimate = pairs.estimate() else { return nil }
    return ComputedNumber(
      raw: estimate.value,
      unit: "correlation",
      interval: estimate.interval,
      observations: days.count
    )
  }

  /// The correlation of every window of sessions that no hole of the data tears, by its last day.
  func rolling(_ window: Int) -> DailyValues {
    let history = pairs.correlations(window: window)
    return DailyValues(
      name: "\(window)-session correlation",
      days: history.days.map { Day(daysSince1970: $0) },
      values: history.values
    )
  }
}

extension Examination {
  /// Bitcoin's prices at 16:00 New York on trading days, from hourly bars.
  ///
  /// Where no hourly bar of the window is known, the closes at 00:00 UTC stand in for them.
  mutating func bitcoinAtNewYorkCloses(
    in window: ClosedRange<Day>
  ) throws(EvidenceGap) -> (closes: DailyValues, sampling: BitcoinSampling) {
    let hourly: Series?
    do throws(StoreError) {
      hourly = try view.series(SeriesID("binance_spot_btcusdt_1h/close"))
    } catch {
      throw .store(error)
    }
    if let hourly {
      let history = NewYorkCloses.of(hourly)
      let closes = DailyValues(
        name: hourly.id.name,
        days: history.days.map { Day(daysSince1970: $0) },
        values: history.values
      )
      if !closes.part(window).isEmpty {
        remember(hourly)
        return (closes, .newYorkClose)
      }
    }
    return (try bitcoin(), .utcDay)
  }

  /// The returns of bitcoin with those of another market that end in a window.
  ///
  /// - Parameters:
  ///   - other: Prices, or what `step` measures.
  ///   - window: The days that the returns end on.
  ///   - step: The move of the other market from one session to the next.
  mutating func sessionReturns(
    with other: DailyValues,
    in window: ClosedRange<Day>,
    step: (Double, Double) -> Double? = AlignedReturns.logReturn
  ) throws(EvidenceGap) -> SessionReturns {
    let (closes, sampling) = try bitcoinAtNewYorkCloses(in: window)
    let pairs = AlignedReturns(closes.history, other.history, step: step)
      .part(window.lowerBound.daysSince1970...window.upperBound.daysSince1970)
    return SessionReturns(pairs, sampling)
  }
}

extension DailyValues {
  /// The same values in the working form of the indicators.
  fileprivate var history: Observatory.DailyValues {
    var result = Observatory.DailyValues()
    for (day, value) in zip(days, values) { result.append(value, on: day.daysSince1970) }
    return result
  }
}
