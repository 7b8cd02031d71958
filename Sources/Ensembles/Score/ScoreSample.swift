import Quantities
import Scenarios

/// The bars of one coin at one bar length, with what each predictor said before them.
struct ScoreSample: Sendable {
  let symbol: String
  let frequency: MapFrequency
  /// In order of time.
  private(set) var rows: [ScoreRow]

  /// Walks a market and predicts every bar from what was knowable before it.
  ///
  /// The mixture is fitted anew at the start of each year on every daily report knowable by then. Bars
  /// of years that start with too few are used to calibrate, with the prior mixture, and not scored.
  init(_ market: LeverageMarket, frequency: MapFrequency, rules: LeverageMapRules) {
    let daily = ScoreSample.mapped(market, market.daily, MapFrequency.daily, rules)
    let pairs =
      frequency == .daily
      ? daily : ScoreSample.mapped(market, market.fourHourly, frequency, rules)
    var maps = YearMixtures(daily, rules: rules)
    var controls = YearMixtures(daily.map { ($0.bar.withoutMap, $0.report) }, rules: rules)
    let bands = FixedBands(market)
    let falls = ScoreSample.openInterestFalls(market, frequency)
    rows = pairs.compactMap { bar, report in
      guard let heat = bands.swept(at: bar.start, length: frequency.length) else { return nil }
      let year = bar.start.day.civil.year
      let fitted = maps.mixture(of: year)
      let predictions = ScoreSample.predictions(
        bar,
        map: fitted ?? LeverageMixture(prior: rules),
        control: controls.mixture(of: year) ?? LeverageMixture(prior: rules),
        heat: heat
      )
      let value = bar.openInterest * bar.price
      return ScoreRow(
        start: bar.start,
        year: year,
        report: report,
        openInterestFall: falls[bar.start],
        predictions: predictions,
        sizes: MapPredictor.allCases.map { predictor in
          let total = predictions[predictor.rawValue].total
          return predictor == .range ? total : total / value
        },
        calibrated: nil,
        isFitted: fitted != nil
      )
    }
    symbol = market.symbol
    self.frequency = frequency
    calibrate()
  }

  /// What every predictor says of a bar, by ``MapPredictor``.
  private static func predictions(
    _ bar: MappedBar,
    map: LeverageMixture,
    control: LeverageMixture,
    heat: SidedPrediction
  ) -> [SidedPrediction] {
    let predicted = bar.predicted(map)
    let controlled = bar.withoutMap.predicted(control)
    let volume = bar.hourlyVolume
    return MapPredictor.allCases.map { predictor in
      switch predictor {
      case .map: SidedPrediction(long: predicted.long, short: predicted.short, floor: 0)
      case .range: SidedPrediction(long: bar.fall, short: bar.rise, floor: 1e-4)
      case .bands: heat
      case .scaledRange:
        SidedPrediction(long: bar.fall * volume, short: bar.rise * volume, floor: 1e-4 * volume)
      case .withoutMap:
        SidedPrediction(long: controlled.long, short: controlled.short, floor: 0)
      }
    }
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
