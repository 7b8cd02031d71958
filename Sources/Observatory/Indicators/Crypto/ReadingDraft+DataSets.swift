import Quantities

extension ReadingDraft {
  /// All series of a column of a data set whose names contain a word, merged by day.
  ///
  /// Data sets of filings tell rows apart by columns that differ from row to row; what counts is the
  /// day. Values of one day are added if `isSum`, else the last in order of name counts.
  mutating func gathered(
    _ dataset: String,
    column: String,
    containing word: String = "/",
    isSum: Bool = false
  ) throws(StoreError) -> DailyValues {
    var values: [(day: Int, value: Double)] = []
    for found in try view.series(dataset: dataset, column: column)
    where found.id.name.contains(word) {
      guard let series = try series(found.id.name) else { continue }
      values += series.observations.map {
        ($0.refersTo.day.daysSince1970, $0.value.doubleValue)
      }
    }
    let order = values.indices.sorted {
      values[$0].day != values[$1].day ? values[$0].day < values[$1].day : $0 < $1
    }
    var result = DailyValues()
    for index in order {
      let (day, value) = values[index]
      let before = isSum && result.days.last == day ? result.values[result.count - 1] : 0
      result.append(before + value, on: day)
    }
    return result
  }

  /// The net flows of the spot bitcoin funds by issuer, in USD a trading day, in order of name.
  ///
  /// Holidays are rows of zeros in the source; days on which nothing flowed anywhere are left out.
  mutating func fundFlows() throws(StoreError) -> [(issuer: String, flow: DailyValues)] {
    let dataset = "btc_etf_flows_by_issuer_1d"
    let total = try catalogued("\(dataset)/total")
    var flows: [(issuer: String, flow: DailyValues)] = []
    for issuer in Self.fundIssuers {
      let flow = try values("\(dataset)/\(issuer)")
      guard !flow.isEmpty else { continue }
      let open = flow.compactMap { day, value in
        let isHoliday = value == 0 && (total.value(on: day) ?? 0) == 0
        return isHoliday ? nil : value * 1e6
      }
      flows.append((issuer, open))
    }
    return flows
  }

  /// The tickers of the spot bitcoin funds; `BTC` is the Grayscale Mini Trust.
  static let fundIssuers = [
    "ARKB", "BITB", "BRRR", "BTC", "BTCO", "BTCW", "EZBC", "FBTC", "GBTC", "HODL", "IBIT", "MSBT",
  ]
}

extension DailyValues {
  /// The mean of a series' values on each UTC day, for series finer than a day.
  init(meanOfEachDay series: Series) {
    self.init()
    var (sum, count) = (0.0, 0.0)
    var day = Int.min
    for observation in series.observations {
      let next = observation.refersTo.day.daysSince1970
      if next != day { (sum, count, day) = (0, 0, next) }
      sum += observation.value.doubleValue
      count += 1
      append(sum / count, on: next)
    }
  }
}
