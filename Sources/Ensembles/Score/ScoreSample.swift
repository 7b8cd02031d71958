import Quantities
import Scenarios

/// The bars of one coin at one bar length, with what each predictor said before them.
struct ScoreSample: Sendable {
  let symbol: String
  let frequency: MapFrequency
  /// In order of time.
  private(set) var rows: [ScoreRow]

  /// A mixture is fitted on no fewer bars than this.
  static let fitCountMin = 120

  /// Walks a market and predicts every bar from what was knowable before it.
  ///
  /// The mixture is fitted anew at the start of each year on every daily report knowable by then. Bars
  /// of years that start with too few are used to calibrate, with the prior mixture, and not scored.
  init(_ market: LeverageMarket, frequency: MapFrequency, rules: LeverageMapRules) {
    let daily = ScoreSample.mapped(market, market.daily, MapFrequency.daily, rules)
    let pairs =
      frequency == .daily
      ? daily : ScoreSample.mapped(market, market.fourHourly, frequency, rules)
    let bands = FixedBands(market)
    var mixtures: [Int: LeverageMixture?] = [:]
    let falls = ScoreSample.openInterestFalls(market, frequency)
    var rows: [ScoreRow] = []
    for (bar, report) in pairs {
      let year = bar.start.day.civil.year
      let known = mixtures[year] ?? ScoreSample.mixture(daily, before: year, rules)
      mixtures[year] = known
      guard let heat = bands.swept(at: bar.start, length: frequency.length) else { continue }
      let predicted = bar.predicted(known ?? LeverageMixture(prior: rules))
      let value = bar.openInterest * bar.price
      let range = SidedPrediction(long: bar.fall, short: bar.rise, floor: 1e-4)
      let scaled = SidedPrediction(
        long: bar.fall * bar.hourlyVolume,
        short: bar.rise * bar.hourlyVolume,
        floor: 1e-4 * bar.hourlyVolume
      )
      let map = SidedPrediction(long: predicted.long, short: predicted.short, floor: 0)
      rows.append(
        ScoreRow(
          start: bar.start,
          year: year,
          report: report,
          openInterestFall: falls[bar.start],
          predictions: [map, range, heat, scaled],
          sizes: [map.total / value, range.total, heat.total / value, scaled.total / value],
          calibrated: nil,
          isFitted: known != nil
        )
      )
    }
    symbol = market.symbol
    self.frequency = frequency
    self.rows = rows
    calibrate()
  }

  /// Every reported bar that can be mapped, with its report.
  private static func mapped(
    _ market: LeverageMarket,
    _ reports: [ReportedLiquidations],
    _ frequency: MapFrequency,
    _ rules: LeverageMapRules
  ) -> [(bar: MappedBar, report: ReportedLiquidations)] {
    var walk = MapWalk(market, rules: rules)
    return reports.compactMap { report in
      walk.bar(at: report.start, length: frequency.length).map { ($0, report) }
    }
  }

  private static func mixture(
    _ daily: [(bar: MappedBar, report: ReportedLiquidations)],
    before year: Int,
    _ rules: LeverageMapRules
  ) -> LeverageMixture? {
    guard let day = Day(year: year, month: 1, day: 1) else { return nil }
    let cutOff = Instant(startOf: day)
    let past = daily.filter { $0.report.knowableAt <= cutOff }
    let inference = MixtureInference(past, rules: rules)
    return inference.count >= fitCountMin ? inference.fit() : nil
  }

  /// Relative falls of open interest in coins over each bar, by its start.
  private static func openInterestFalls(
    _ market: LeverageMarket,
    _ frequency: MapFrequency
  ) -> [Instant: Double] {
    let values = frequency == .daily ? market.openInterest : market.fourHourlyOpenInterest
    var falls: [Instant: Double] = [:]
    for (before, after) in zip(values, values.dropFirst())
    where after.time - before.time == frequency.length && before.value > 0 {
      falls[after.time] = max(0, 1 - after.value / before.value)
    }
    return falls
  }

  /// Scores each bar by forecasts that were calibrated on the bars of the years before it.
  private mutating func calibrate() {
    let outcomes = [0, 1].map { side in
      TrailingRank.normalScores(rows) { $0.reported(side) }
    }
    var scores = rows.map { _ in [CalibratedScore]() }
    for predictor in MapPredictor.allCases.map(\.rawValue) {
      let inputs = [0, 1].map { side in
        TrailingRank.normalScores(rows) { $0.predictions[predictor][side] }
      }
      for year in Set(rows.map(\.year)).sorted() {
        let calibration = YearCalibration(
          rows: rows,
          year: year,
          predictor: predictor,
          inputs: inputs,
          outcomes: outcomes
        )
        for index in rows.indices where rows[index].year == year {
          scores[index].append(calibration.score(index))
        }
      }
    }
    for index in rows.indices { rows[index].calibrated = scores[index] }
  }
}

/// The forecasts of one predictor for one year, calibrated on the reports knowable at its start.
private struct YearCalibration {
  let rows: [ScoreRow]
  let predictor: Int
  let inputs: [[Double?]]
  let outcomes: [[Double?]]
  private let ranks: [RankForecast?]
  private let side: SideForecast?

  init(rows: [ScoreRow], year: Int, predictor: Int, inputs: [[Double?]], outcomes: [[Double?]]) {
    self.rows = rows
    self.predictor = predictor
    self.inputs = inputs
    self.outcomes = outcomes
    let start = Day(year: year, month: 1, day: 1).map { Instant(startOf: $0) }
    let past = rows.indices.filter { index in
      start.map { rows[index].report.knowableAt <= $0 } ?? false
    }
    ranks = [0, 1].map { side in
      RankForecast(
        past.compactMap { index in
          guard let x = inputs[side][index], let y = outcomes[side][index] else { return nil }
          return (x, y)
        }
      )
    }
    side = SideForecast(
      past.compactMap { index in
        rows[index].longShare.map { (rows[index].predictions[predictor].logRatio, $0) }
      }
    )
  }

  func score(_ index: Int) -> CalibratedScore {
    var logScores: [Double] = []
    var losses: [Double] = []
    for side in [0, 1] {
      guard let forecast = ranks[side], let x = inputs[side][index],
        let y = outcomes[side][index]
      else { continue }
      logScores.append(forecast.logScore(predictor: x, outcome: y))
      losses.append(forecast.quantileLoss(predictor: x, outcome: y))
    }
    var sideError: Double?
    if let side, let share = rows[index].longShare {
      let error = side.share(rows[index].predictions[predictor].logRatio) - share
      sideError = error * error
    }
    return CalibratedScore(
      logScore: logScores.count == 2 ? (logScores[0] + logScores[1]) / 2 : nil,
      quantileLoss: losses.count == 2 ? (losses[0] + losses[1]) / 2 : nil,
      squaredSideError: sideError
    )
  }
}
