import Economy
import Exchange
import Quantities

extension WorldRun {
  /// What the run says about a row of an episode; nil where it says nothing, such as a window after its end.
  public func reading(_ row: EpisodeComparison) -> Double? {
    guard let start = days.first?.date else { return nil }
    let window = (row.first - start)...(row.last - start)
    guard window.lowerBound >= 0, window.upperBound < days.count else { return nil }
    let records = Array(days[window])
    switch row.reading.subject {
    case .market:
      return names.markets.firstIndex(of: row.subject).flatMap {
        marketReading(row.reading, $0, window, records)
      }
    case .contract: return contractReading(row, window, records)
    case .future:
      return names.futures.firstIndex(of: row.subject).flatMap { records.last?.bases[$0] }
    case .figure:
      guard let place = names.figures.firstIndex(of: row.subject) else { return nil }
      return figureReading(row.reading, records.map { $0.figures[place] })
    case .participant:
      guard let place = names.participants.firstIndex(of: row.subject) else { return nil }
      return records.reduce(0) {
        $0 + (row.reading == .participantFlow ? $1.flows[place] : $1.forced[place])
      }
    case .none: return overnightReading(row.reading, records.compactMap(\.repo))
    }
  }

  private func marketReading(
    _ reading: EpisodeReading,
    _ place: Int,
    _ window: ClosedRange<Int>,
    _ records: [WorldDay]
  ) -> Double? {
    let logs = paths[place].logs
    // The opening price stands first: the close of a day has the place of the day after.
    let before = logs[window.lowerBound]
    let low = records.map { $0.markets[place].low }.min()
    switch reading {
    case .close: return records.last?.markets[place].close
    case .low: return low
    case .logReturn: return logs[window.upperBound + 1] - before
    case .lowLogReturn: return low.map { Libm.logarithm($0) - before }
    case .volatility:
      let squares = window.reduce(0.0) {
        $0 + (logs[$1 + 1] - logs[$1]) * (logs[$1 + 1] - logs[$1])
      }
      return (squares * 365 / Double(window.count)).squareRoot()
    case .forced: return records.reduce(0) { $0 + $1.markets[place].forced }
    case .volume: return records.reduce(0) { $0 + $1.markets[place].volume }
    default: return nil
    }
  }

  private func contractReading(
    _ row: EpisodeComparison,
    _ window: ClosedRange<Int>,
    _ records: [WorldDay]
  ) -> Double? {
    guard let market = names.markets.firstIndex(of: row.subject),
      let place = contractMarkets.firstIndex(of: market)
    else { return nil }
    let contracts = records.map { $0.perpetuals[place] }
    let longs = contracts.reduce(0) { $0 + $1.liquidatedLongs }
    let shorts = contracts.reduce(0) { $0 + $1.liquidatedShorts }
    switch row.reading {
    case .liquidatedLongs: return longs
    case .liquidatedShorts: return shorts
    case .liquidated: return longs + shorts
    case .longShare: return longs + shorts > 0 ? longs / (longs + shorts) : nil
    case .funding:
      return contracts.reduce(0) { $0 + $1.fundingRate } / Double(contracts.count) * 3 * 365
    case .liquidatedShare:
      guard window.lowerBound > 0 else { return nil }
      let before = days[window.lowerBound - 1].perpetuals[place].openInterest
      return before > 0 ? (longs + shorts) / before : nil
    case .openInterestChange, .openInterestCoinsChange:
      guard window.lowerBound > 0, let last = contracts.last else { return nil }
      let first = days[window.lowerBound - 1].perpetuals[place]
      let values =
        row.reading == .openInterestChange
        ? (first.openInterest, last.openInterest)
        : (first.openInterestCoins, last.openInterestCoins)
      return values.0 > 0 ? values.1 / values.0 - 1 : nil
    default: return nil
    }
  }

  private func figureReading(_ reading: EpisodeReading, _ values: [Double]) -> Double? {
    switch reading {
    case .figureMin: values.min()
    case .figureMax: values.max()
    case .figureSum: values.reduce(0, +)
    default: values.last
    }
  }

  private func overnightReading(_ reading: EpisodeReading, _ days: [RepoDay]) -> Double? {
    guard let last = days.last else { return nil }
    switch reading {
    case .overnight01: return last.p01
    case .overnight25: return last.p25
    case .overnight50: return last.p50
    case .overnight75: return last.p75
    case .overnight99: return last.p99
    case .overnightMean: return days.reduce(0) { $0 + $1.p50 } / Double(days.count)
    case .overnightVolume: return last.volume
    default: return nil
    }
  }
}
