import Quantities
import Scenarios

/// The mixture of each year, fitted on the daily reports knowable at its start.
struct YearMixtures {
  /// A mixture is fitted on no fewer bars than this.
  static let fitCountMin = 120

  private let daily: [(bar: MappedBar, report: ReportedLiquidations)]
  private let rules: LeverageMapRules
  private var known: [Int: LeverageMixture?] = [:]

  init(_ daily: [(bar: MappedBar, report: ReportedLiquidations)], rules: LeverageMapRules) {
    self.daily = daily
    self.rules = rules
  }

  /// The mixture, or nil if too little was known at the start of the year.
  mutating func mixture(of year: Int) -> LeverageMixture? {
    if let known = known[year] { return known }
    var found: LeverageMixture?
    if let day = Day(year: year, month: 1, day: 1) {
      let cutOff = Instant(startOf: day)
      let inference = MixtureInference(
        daily.filter { $0.report.knowableAt <= cutOff },
        rules: rules
      )
      if inference.count >= YearMixtures.fitCountMin { found = inference.fit() }
    }
    known[year] = .some(found)
    return found
  }
}
