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
