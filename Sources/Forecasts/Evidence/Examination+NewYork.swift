import Observatory
import Quantities

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
  /// - Returns: The pairs, with the hour at which bitcoin is sampled.
  /// - Throws: ``EvidenceGap`` where no prices of bitcoin are known.
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
